# Shared by the scripts beside it: builds the tool, measures commands, scores links. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
threads=${THREADS:-2}
read -ra methods <<< "${METHODS:-ibm1 ibm2 hmm statistical:fast statistical sim auto}"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

die() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

[ -d "${ALIGNER_DATA:-}" ] || die "set ALIGNER_DATA to the folder that holds bitext/ and gold/ (see benchmarks/README.md)"

dotnet build "$root/src/Aligner.Cli" -c Release -v quiet >&2 || die "the build failed"

aligner() {
  dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" "$@"
}

# method_options METHOD[:QUALITY] SET: the options that ask for it, a word a line. Where NETWORKS names what
# combination.sh made, links are decided by a network that has not seen gold links of the set's annotators.
method_options() {
  printf '%s\n' --method "${1%%:*}"
  if [[ $1 == *:* ]]; then printf '%s\n' --quality "${1#*:}"; fi
  if [[ -n ${NETWORKS:-} && $1 =~ ^(auto|statistical|bayes) ]]; then
    local network
    network=$NETWORKS/$(group "$2").json
    [ -e "$network" ] || network=$NETWORKS/all.json
    printf '%s\n' --network "$network"
  fi
}

# group SET: what the sets of the same annotators share.
group() {
  case $1 in
    xlwa-*) echo xlwa ;;
    cdt-*) echo cdt ;;
    helfi-*) echo helfi ;;
    *) echo "$1" ;;
  esac
}

# aer GOLD LINKS…: AER in per cent, to one digit, a line each.
aer() {
  aligner eval --quiet --tsv --bootstrap 0 --gold "$@" | awk -F '\t' '
    NR == 1 { for (i = 1; i <= NF; i++) if ($i == "aer") column = i; next }
    NF { printf "%.1f\n", 100 * $column }'
}

# A markdown table row.
row() {
  local cell
  for cell in "$@"; do printf '| %s ' "$cell"; done
  echo '|'
}

describe_machine() {
  local model
  model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1)
  echo "$model, $(nproc) cores, load $(cut -d ' ' -f 1 /proc/loadavg), $(date +%F)"
}
