#!/usr/bin/env bash
# AER of saved models: each is trained on other pairs of the domain, then the gold text, which it has not seen, is
# aligned with it. Beside it: the text aligned alone, and with the model as priors. Prints a markdown table. See
# README.md for the settings.
#
#   benchmarks/saved-model.sh
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"

texts=$ALIGNER_DATA/bitext

# training NAME: the pairs that a model is trained on.
training() {
  case $1 in
    hansards-5k) zcat "$texts/hansards-100k.en-fr.gz" | sed -n '1,5000p;5000q' ;;
    hansards-100k) zcat "$texts/hansards-100k.en-fr.gz" | sed -n '1,100000p;100000q' ;;
    newstest-5k) zcat "$texts/newstest.en-cs.gz" | sed -n '1,5000p;5000q' ;;
    dermit-5k) zcat "$texts/dermit.de-rm.gz" | sed -n '601,5600p;5600q' ;;
  esac
}

# measure NAME SET
measure() {
  local gold=$ALIGNER_DATA/gold/$2
  local text=(-s "$gold/src.txt" -t "$gold/tgt.txt" --threads "$threads" --quiet --overwrite)
  training "$1" > "$scratch/training" || true
  aligner train "$scratch/training" -o "$scratch/model" --threads "$threads" --quiet --overwrite
  aligner align "${text[@]}" -o "$scratch/saved" --model "$scratch/model"
  aligner align "${text[@]}" -o "$scratch/fast" --model "$scratch/model" --no-encoder
  aligner align "${text[@]}" -o "$scratch/alone"
  aligner align "${text[@]}" -o "$scratch/priors" --priors "$scratch/model"
  local scores
  mapfile -t scores < <(aer "$gold/gold.txt" "$scratch"/{saved,fast,alone,priors})
  row "$1" "$2" "${scores[@]}"
}

row "AER %" "aligned" "align --model" "… --no-encoder" "align" "align --priors"
row --- --- ---: ---: ---: ---:
measure hansards-5k wpt03-en-fr-test
measure newstest-5k czenali-en-cs-a
measure dermit-5k dermit-de-rm
measure hansards-100k wpt03-en-fr-test
