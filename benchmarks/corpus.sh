#!/usr/bin/env bash
# Accuracy, time and memory on a bitext whose last lines have gold links, beside other aligners in the same run.
# Prints a markdown table. See README.md for the settings.
#
#   benchmarks/corpus.sh [BITEXT GOLD]
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
# shellcheck source=benchmarks/peers.sh
source "$(dirname "$0")/peers.sh"
[ -x /usr/bin/time ] || die "needs GNU time as /usr/bin/time"

bitext=${1:-$ALIGNER_DATA/bitext/hansards-100k.en-fr.gz}
gold=${2:-$ALIGNER_DATA/gold/wpt03-en-fr-test/gold.txt}
runs=${RUNS:-3}

text=$scratch/text
case $bitext in
  *.gz) gzip -dc "$bitext" > "$text" ;;
  *.xz) xz -dc "$bitext" > "$text" ;;
  *) cp "$bitext" "$text" ;;
esac

# timed COMMAND…: runs it and adds its CPU seconds and peak memory (KiB) to the log of the current run.
timed() {
  /usr/bin/time -a -o "$scratch/usage" -f '%U %S %M' "$@"
}

# measure NAME PARALLEL COMMAND…: a table row of the fastest of all runs. The first PARALLEL processes that the command
# times run side by side, so their memory adds up. The command writes its links to $scratch/links.
measure() {
  local name=$1 parallel=$2 start end
  shift 2
  : > "$scratch/all"
  for ((run = 0; run < runs; run++)); do
    rm -f "$scratch/usage"
    start=$(date +%s.%N)
    "$@" || die "$name failed"
    end=$(date +%s.%N)
    awk -v wall="$(echo "$end $start" | awk '{ print $1 - $2 }')" -v parallel="$parallel" '
      { cpu += $1 + $2 }
      NR <= parallel { together += $3 }
      $3 > peak { peak = $3 }
      END { printf "%.1f %.1f %d\n", wall, cpu, (together > peak ? together : peak) / 1024 }' \
      "$scratch/usage" >> "$scratch/all"
  done
  tail -n "$(wc -l < "$gold")" "$scratch/links" > "$scratch/test"
  read -r wall cpu memory < <(sort -n "$scratch/all" | head -1)
  row "$name" "$(aer "$gold" "$scratch/test")" "$wall" "$cpu" "$memory"
}

align() {
  local options
  mapfile -t options < <(method_options "$1" "$(basename "$(dirname "$gold")")")
  timed dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" align "$text" --quiet "${options[@]}" \
    --threads "$threads" -o "$scratch/links" --overwrite
}

echo "$(basename "$bitext"), $(wc -l < "$text") pairs; best of $runs runs, $threads threads; $(describe_machine)" >&2
row System "AER %" "Wall s" "CPU s" "Peak MiB"
row --- ---: ---: ---: ---:
for method in "${methods[@]}"; do
  measure "aligner $method" 1 align "$method"
done
measure_peers
