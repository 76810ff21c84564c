#!/usr/bin/env bash
# AER of models trained on a sample of a bitext and on all of it, and the peak memory of aligning more and more pairs.
# The last lines of the bitext have gold links. Prints two markdown tables. See README.md for the settings.
#
#   benchmarks/scale.sh [BITEXT GOLD PAIRS]
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
[ -x /usr/bin/time ] || die "needs GNU time as /usr/bin/time"

bitext=${1:-$ALIGNER_DATA/bitext/europarl-300k.en-fr.xz}
gold=${2:-$ALIGNER_DATA/gold/wpt03-en-fr-test/gold.txt}
pairs=${3:-100000}
read -ra methods <<< "${METHODS:-hmm statistical:fast}"
tool=$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll

case $bitext in
  *.gz) gzip -dc "$bitext" > "$scratch/text" ;;
  *.xz) xz -dc "$bitext" > "$scratch/text" ;;
  *) cp "$bitext" "$scratch/text" ;;
esac
tail -n "$(wc -l < "$gold")" "$scratch/text" > "$scratch/test"

# timed COMMAND…: runs it; its CPU seconds and peak memory (MiB) are in $cpu and $memory.
timed() {
  /usr/bin/time -o "$scratch/usage" -f '%U %S %M' dotnet "$tool" "$@" --threads "$threads" --quiet --overwrite
  read -r cpu memory < <(awk '{ printf "%.0f %.0f\n", $1 + $2, $3 / 1024 }' "$scratch/usage")
}

# measure NAME METHOD [OPTION…]
measure() {
  local name=$1 method=$2 options
  shift 2
  mapfile -t options < <(NETWORKS='' method_options "$method" "$(basename "$(dirname "$gold")")")
  timed train "$scratch/text" "${options[@]}" "$@" -o "$scratch/model"
  dotnet "$tool" align "$scratch/test" --model "$scratch/model" --quiet --overwrite -o "$scratch/links"
  row "$method, $name" "$(aer "$gold" "$scratch/links")" "$cpu" "$memory"
}

echo "$(basename "$bitext"), $(wc -l < "$scratch/text") pairs; $threads threads; $(describe_machine)" >&2
row "Trained on" "AER %" "CPU s" "Peak MiB"
row --- ---: ---: ---:
for method in "${methods[@]}"; do
  measure "all pairs" "$method"
  measure "a sample of $pairs" "$method" --sample "$pairs"
done

echo
row "Aligned with the last model" "CPU s" "Peak MiB"
row --- ---: ---:
for ((part = pairs / 100; part <= pairs; part *= 10)); do
  head -n "$part" "$scratch/text" > "$scratch/part"
  timed align "$scratch/part" --model "$scratch/model" -o "$scratch/links"
  row "$part pairs" "$cpu" "$memory"
done
