#!/usr/bin/env bash
# Chooses NewWordOptions: how much the evidence about words that are new to a saved model counts. Prints the AER of gold
# pairs that the model has not seen, for several choices, as two markdown tables. The gold sets are those whose terms
# allow what is fitted to them to ship, each decided about by a network that has not seen links of its annotators.
# Models are trained by auto, then by statistical, on other pairs of the set, or of its domain. NETWORKS names what
# combination.sh made.
#
#   NETWORKS=networks benchmarks/new-words.sh
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"

: "${NETWORKS:?the folder that combination.sh made}"
gold=$ALIGNER_DATA/gold
default_sets="helfi-grc-fi-a helfi-he-fi-a cdt-da-en-a cdt-da-it-a czenali-en-cs-a alibi-fr-en-a kftt-ja-en-test"
read -ra sets <<< "${SETS:-$default_sets}"
read -ra trained <<< "${METHODS:-auto statistical}"

# training SET: pairs that are not among the last of the set, which test.
training() {
  case $1 in
    helfi-*) tail -n 6000 "$scratch/$1" | head -n -1000 ;;
    cdt-da-en-a) head -n -1000 "$scratch/$1" ;;
    czenali-en-cs-a) zcat "$ALIGNER_DATA/bitext/newstest.en-cs.gz" | sed -n '1,5000s/ ||| /\t/p' ;;
    *) head -n -"$(testing "$1")" "$scratch/$1" ;;
  esac
}

# testing SET: how many pairs test.
testing() {
  case $1 in
    helfi-* | cdt-da-en-a | czenali-en-cs-a) echo 1000 ;;
    alibi-fr-en-a) echo 100 ;;
    *) echo 300 ;;
  esac
}

for set in "${sets[@]}"; do
  paste "$gold/$set/src.txt" "$gold/$set/tgt.txt" > "$scratch/$set"
  tail -n "$(testing "$set")" "$scratch/$set" > "$scratch/$set.test"
  tail -n "$(testing "$set")" "$gold/$set/gold.txt" > "$scratch/$set.gold"
  training "$set" > "$scratch/$set.train"
done

for method in "${trained[@]}"; do
  : > "$scratch/manifest"
  for set in "${sets[@]}"; do
    model=$scratch/$set.$method
    aligner train "$scratch/$set.train" --method "$method" -o "$model" --threads "$threads" --quiet
    printf '%s\t%s\t%s\t%s\t%s\n' "$set" "$model" "$scratch/$set.test" "$scratch/$set.gold" \
      "$NETWORKS/$(group "$set").json" >> "$scratch/manifest"
  done
  printf '\n`%s`\n\n' "$method"
  dotnet run -c Release --project "$root/benchmarks/Aligner.Benchmarks" -- new-words "$scratch/manifest"
done
