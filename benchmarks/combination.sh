#!/usr/bin/env bash
# Fits the network that decides about links to gold sets, each trained on its own text, and to a larger text: all.json.
# For each group of sets by the same annotators it fits another, to the other groups alone: GROUP.json. By default it
# takes only gold sets whose terms allow what is fitted to them to ship. See README.md.
#
#   benchmarks/combination.sh FOLDER
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"

output=${1:?the folder for the networks}
free="helfi-grc-fi-a helfi-he-fi-a cdt-da-en-a cdt-da-it-a czenali-en-cs-a alibi-fr-en-a kftt-ja-en-test"
read -ra sets <<< "${SETS:-$free}"
gold=$ALIGNER_DATA/gold
manifest=$scratch/manifest

# use METHOD QUALITY TEXT SET WHERE: a line of the manifest. Of the 15,000 gold pairs of the HELFI Bibles, some are
# enough.
use() {
  local most=-0
  if [[ $4 == helfi-* ]]; then most=1000; fi
  head -n "$most" "$gold/$4/gold.txt" > "$scratch/$4.gold"
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$(group "$4")" "$1" "$2" "$3" "$scratch/$4.gold" "$5" >> "$manifest"
}

# lower: as Europarl writes words.
lower() {
  LC_ALL=C.UTF-8 sed "s/.*/\L&/; s/’/'/g"
}

# full: French words that have lost their vowel, in full.
full() {
  sed -E ": next; s/(^| )(l|d|qu|n|s|j|m|t|c|lorsqu|puisqu|jusqu)'( |\$)/\1\2e\3/; t next"
}

printf '# group\tmethod\tquality\tbitext\tgold\tplace\n' > "$manifest"
for set in "${sets[@]}"; do
  paste "$gold/$set/src.txt" "$gold/$set/tgt.txt" > "$scratch/$set"
  use auto default "$scratch/$set" "$set" first
  use statistical default "$scratch/$set" "$set" first
  use statistical fast "$scratch/$set" "$set" first
done

# A text of 10,000 pairs and more, of which auto lets the encoder read only uncertain ones: 20,000 pairs of Europarl,
# then those of ALIBI, with its words made like those of Europarl.
if [[ " ${sets[*]} " == *" alibi-fr-en-a "* ]]; then
  {
    xz -dc "$ALIGNER_DATA/bitext/europarl-300k.en-fr.xz" | sed -n '200001,220000s/\(.*\) ||| \(.*\)/\2\t\1/p'
    paste <(lower < "$gold/alibi-fr-en-a/src.txt" | full) <(lower < "$gold/alibi-fr-en-a/tgt.txt")
  } > "$scratch/europarl"
  use auto default "$scratch/europarl" alibi-fr-en-a last
  use statistical default "$scratch/europarl" alibi-fr-en-a last
fi

# Saved models: gold pairs that are new to a model of other pairs, of the same domain where there are some.
# new SET COUNT: the last COUNT gold pairs of a set; pairs of more text come on standard input.
new() {
  tail -n "$2" "$gold/$1/gold.txt" > "$scratch/$1.new.gold"
  cat - <(tail -n "$2" "$scratch/$1") > "$scratch/$1.new"
  local method
  for method in auto statistical; do
    printf '%s\t%s\tdefault\t%s\t%s\tnew\n' "$(group "$1")" "$method" "$scratch/$1.new" "$scratch/$1.new.gold" \
      >> "$manifest"
  done
}

for set in "${sets[@]}"; do
  case $set in
    helfi-*) tail -n 6000 "$scratch/$set" | head -n -1000 | new "$set" 1000 ;;
    cdt-da-en-a) head -n -1000 "$scratch/$set" | new "$set" 1000 ;;
    czenali-en-cs-a) zcat "$ALIGNER_DATA/bitext/newstest.en-cs.gz" | sed -n '1,5000s/ ||| /\t/p' | new "$set" 1000 ;;
    alibi-fr-en-a) head -n 20000 "$scratch/europarl" | new "$set" 260 ;;
    *) head -n -300 "$scratch/$set" | new "$set" 300 ;;
  esac
done

mkdir -p "$output"
aligner model fit-network "$manifest" -o "$output/all.json" --hold-out "$output" --threads "$threads" --overwrite -v
