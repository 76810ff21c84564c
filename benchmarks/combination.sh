#!/usr/bin/env bash
# Fits the network that decides about links to all gold sets and the larger texts that have gold links: all.json. For
# each group of sets by the same annotators it fits another, to the other groups alone: GROUP.json. Takes some 20
# minutes. See README.md.
#
#   benchmarks/combination.sh FOLDER
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"

output=${1:?the folder for the networks}
gold=$ALIGNER_DATA/gold
bitext=$ALIGNER_DATA/bitext
manifest=$scratch/manifest

# text SET: the pairs of a gold set, TAB between their sides.
text() {
  paste "$gold/$1/src.txt" "$gold/$1/tgt.txt"
}

# joint: pairs with ||| between their sides, with TAB instead.
joint() {
  sed 's/ ||| /\t/'
}

# use METHOD QUALITY TEXT SET WHERE: a line of the manifest. Of the 15,000 gold pairs of the HELFI Bibles, some are
# enough.
use() {
  local most=-0
  if [[ $4 == helfi-* ]]; then most=1000; fi
  head -n "$most" "$gold/$4/gold.txt" > "$scratch/$4.gold"
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$(group "$4")" "$1" "$2" "$3" "$scratch/$4.gold" "$5" >> "$manifest"
}

for set in $(grep -v '^#' "$root/benchmarks/gold-alone.tsv" | cut -f 1) \
  helfi-grc-fi-a helfi-he-fi-a bicici-de-en golden-en-fr-100 wpt05-en-hi-trial-sure; do
  text "$set" > "$scratch/$set"
  use auto default "$scratch/$set" "$set" first
  use statistical default "$scratch/$set" "$set" first
  use statistical fast "$scratch/$set" "$set" first
done

gzip -dc "$bitext/hansards-100k.en-fr.gz" | joint > "$scratch/hansards"
use statistical default "$scratch/hansards" wpt03-en-fr-test last
use auto default "$scratch/hansards" wpt03-en-fr-test last
xz -dc "$bitext/europarl-300k.en-fr.xz" | joint > "$scratch/europarl-300k"
sed -n '1,100000p' "$scratch/europarl-300k" > "$scratch/europarl"
tail -n 447 "$scratch/europarl-300k" >> "$scratch/europarl"
use statistical default "$scratch/europarl" wpt03-en-fr-test last
use auto default "$scratch/europarl" wpt03-en-fr-test last
gzip -dc "$bitext/dermit.de-rm.gz" | joint > "$scratch/dermit"
use statistical default "$scratch/dermit" dermit-de-rm first
use auto default "$scratch/dermit" dermit-de-rm first
head -n 10000 "$scratch/dermit" > "$scratch/dermit-10k"
use statistical default "$scratch/dermit-10k" dermit-de-rm first
use auto default "$scratch/dermit-10k" dermit-de-rm first
{ gzip -dc "$bitext/mixed.ro-en.gz" | joint; text wpt03-ro-en-test; } > "$scratch/mixed"
use statistical default "$scratch/mixed" wpt03-ro-en-test last
use auto default "$scratch/mixed" wpt03-ro-en-test last
{ gzip -dc "$bitext/newstest.en-cs.gz" | joint; text czenali-en-cs-a; } > "$scratch/newstest"
use statistical default "$scratch/newstest" czenali-en-cs-a last
use auto default "$scratch/newstest" czenali-en-cs-a last

dotnet run --project "$root/benchmarks/Aligner.Benchmarks" -c Release -- combination "$manifest" "$output"
