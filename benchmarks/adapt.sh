#!/usr/bin/env bash
# What a guideline gains by some gold links of its own: the network that decides is adapted to the first N pairs of each
# set, and measured on the others. The set is aligned by auto, trained on its own text alone. Prints a markdown table.
#
#   SETS="wpt03-ro-en-test ges-en-sv-dev" PAIRS="50 100 200" benchmarks/adapt.sh
#
# For sets that the network that ships was fitted to, NETWORKS names the folder of combination.sh.
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
read -ra sets <<< "${SETS:-wpt03-en-fr-test wpt03-ro-en-test ges-en-sv-dev tsinghua-zh-en-test dermit-de-rm}"
read -ra sizes <<< "${PAIRS:-50 100 200}"

row "AER %" "${sizes[@]/%/ pairs: before, after}"
row --- "${sizes[@]/*/---:}"
for set in "${sets[@]}"; do
  folder=$ALIGNER_DATA/gold/$set
  mapfile -t network < <(method_options auto "$set" | tail -n +3)
  cells=()
  for size in "${sizes[@]}"; do
    head -n "$size" "$folder/gold.txt" > "$scratch/gold"
    tail -n +$((size + 1)) "$folder/gold.txt" > "$scratch/rest"
    aligner adapt -q -s "$folder/src.txt" -t "$folder/tgt.txt" --gold "$scratch/gold" "${network[@]}" \
      --threads "$threads" -o "$scratch/adapted.json" --overwrite
    for name in before after; do
      options=("${network[@]}")
      [ "$name" = before ] || options=(--network "$scratch/adapted.json")
      aligner align -q -s "$folder/src.txt" -t "$folder/tgt.txt" "${options[@]}" --threads "$threads" |
        tail -n +$((size + 1)) > "$scratch/$name"
    done
    mapfile -t scores < <(aer "$scratch/rest" "$scratch/before" "$scratch/after")
    cells+=("${scores[0]}, ${scores[1]}")
  done
  row "$set" "${cells[@]}"
done
