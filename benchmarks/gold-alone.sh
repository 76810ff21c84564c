#!/usr/bin/env bash
# AER of every method on small data: each gold set is aligned by a model trained on that set's own text alone.
# Prints a markdown table; the peers' columns come from gold-alone.tsv. See README.md for the settings.
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"

figures=$root/benchmarks/gold-alone.tsv
sets=$(grep -v '^#' "$figures" | cut -f 1)

row "AER %" "${methods[@]}" fast_align eflomal
row --- "${methods[@]/*/---:}" ---: ---:
for set in $sets; do
  folder=$ALIGNER_DATA/gold/$set
  links=()
  for method in "${methods[@]}"; do
    mapfile -t options < <(method_options "$method" "$set")
    aligner align --quiet "${options[@]}" --threads "$threads" \
      -s "$folder/src.txt" -t "$folder/tgt.txt" -o "$scratch/$method" --overwrite
    links+=("$scratch/$method")
  done
  mapfile -t scores < <(aer "$folder/gold.txt" "${links[@]}")
  mapfile -t peers < <(awk -F '\t' -v set="$set" '$1 == set { print $2; print $3 }' "$figures")
  row "$set" "${scores[@]}" "${peers[@]}"
done | tee "$scratch/rows"
awk -F ' *[|] *' '
  { for (i = 3; i < NF; i++) sum[i] += $i; columns = NF }
  END { printf "| mean "; for (i = 3; i < columns; i++) printf "| %.1f ", sum[i] / NR; print "|" }' "$scratch/rows"
