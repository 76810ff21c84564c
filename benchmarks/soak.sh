#!/usr/bin/env bash
# Keeps aligners up and asks them line by line, as a filter in a pipeline does: latency and memory must stay flat.
#
#   benchmarks/soak.sh [MINUTES]                of each aligner; default 60
#   ALIGNERS=serve benchmarks/soak.sh           of some alone
#
# The aligners are sim with the encoder that comes with the tool, the model that "train" saves, and the service with
# that model. They get the pairs of the samples in turn; every hundredth one is empty, very long or of unknown words.
# Prints a row for each: lines, the median and the 99th percentile of the time for a line in the first tenth of the run
# and in the last, and the resident memory at the same times. Fails if a line of output is missing, or if memory grows
# by more than a tenth.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tool=${TOOL:-$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll}
minutes=${1:-60}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
faults=0

cat "$root"/samples/french-english.txt "$root"/samples/german-english.txt > pairs
long=$(printf 'word%.0s ' {1..300})
mapfile -t lines < pairs
odd=(' ||| ' "$long ||| $long" 'qqqqq xxxxx ||| zzzzz' 'a ||| ' "$(printf '\u0130\u0301 ||| \U1F600')")

# of FILE SHARE: a percentile.
of() { sort -n "$1" | awk -v share="$2" '{ v[NR] = $1 } END { print v[int(1 + share * (NR - 1))] }'; }

resident() { awk '/^VmRSS/ { print int($2 / 1024) }' "/proc/$1/status"; }

# request LINE: as the service takes it.
request() {
  local line=${1//\\/\\\\}
  line=${line//\"/\\\"}
  printf '{"source":"%s","target":"%s"}' "${line%% ||| *}" "${line##* ||| }"
}

# soak NAME COMMAND…
soak() {
  local name=$1 begun now before count=0 answer process first last
  shift
  coproc filter { exec dotnet "$tool" "$@" -q 2> "$name.err"; }
  process=$filter_PID
  echo "${lines[0]}" >&"${filter[1]}"
  read -r -u "${filter[0]}" answer || { echo "soak.sh: $name: $(cat "$name.err")" >&2; exit 1; }
  begun=$EPOCHSECONDS
  while now=$((EPOCHSECONDS - begun)) && ((now < 60 * minutes)); do
    before=${EPOCHREALTIME/[.,]/}
    if ((count % 100 == 99)); then
      echo "${odd[$((count / 100 % ${#odd[@]}))]}" >&"${filter[1]}"
    else
      echo "${lines[$((count % ${#lines[@]}))]}" >&"${filter[1]}"
    fi
    if ! read -r -t 60 -u "${filter[0]}" answer; then
      echo "soak.sh: $name: no answer to line $count" >&2
      faults=$((faults + 1))
      break
    fi
    echo "$now $((${EPOCHREALTIME/[.,]/} - before))" >> "$name.times"
    count=$((count + 1))
    if ((count % 100 == 0)); then echo "$now $(resident "$process")" >> "$name.memory"; fi
  done
  exec {filter[1]}>&-
  wait "$process" || faults=$((faults + 1))

  awk -v end=$((6 * minutes)) '$1 < end { print $2 }' "$name.times" > first
  awk -v begin=$((54 * minutes)) '$1 >= begin { print $2 }' "$name.times" > last
  first=$(awk -v end=$((6 * minutes)) '$1 < end { m = $2 } END { print m }' "$name.memory")
  last=$(tail -n 1 "$name.memory" | cut -d ' ' -f 2)
  if ((${last:-0} > ${first:-0} * 11 / 10)); then faults=$((faults + 1)); fi
  printf '| %s | %s | %s / %s | %s / %s | %s → %s |\n' "$name" "$count" \
    "$(of first 0.5)" "$(of first 0.99)" "$(of last 0.5)" "$(of last 0.99)" "${first:-?}" "${last:-?}"
}

dotnet "$tool" train pairs -o auto.model -q || exit 1
echo "| aligner, $minutes minutes | lines | µs a line at first, median / p99 | at last | memory in MB |"
echo '| --- | ---: | ---: | ---: | ---: |'
for aligner in ${ALIGNERS:-sim auto-model serve}; do
  case $aligner in
    sim) soak sim align --line-buffered --method sim ;;
    auto-model) soak auto-model align --line-buffered --model auto.model ;;
    serve)
      for k in "${!lines[@]}"; do lines[k]=$(request "${lines[k]}"); done
      for k in "${!odd[@]}"; do odd[k]=$(request "${odd[k]}"); done
      soak serve serve --model auto.model
      ;;
  esac
done
[ "$faults" -eq 0 ]
