#!/usr/bin/env bash
# Fits the numbers of the score of filter (NoiseModel): English and seven languages of NTREX-128 with injected noise
# (noise.awk), aligned by auto, two of them by sim too. Prints the weights of the two logistic regressions, and how well
# the score that is built in does on these lines.
#
#   LINES=800 benchmarks/filter-fit.sh
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
lines=${LINES:-800}

# ntrex LANGUAGE: English, tab, the language.
ntrex() {
  xz -dc "$ALIGNER_DATA/multilingual/ntrex128.tsv.xz" | awk -F '\t' -v OFS='\t' -v language="$1" -v most="$lines" '
    $1 == language && $2 == "eng" && n++ < most { print $4, $3 }
    $1 == "eng" && $2 == language && n++ < most { print $3, $4 }'
}

# add LANGUAGE METHOD: aligns the text of the language.
add() {
  aligner align -q "$scratch/$1" --columns 2,3 --units tokens --format jsonl --tokens --scores --method "$2" \
    --threads "$threads" -o "$scratch/$1.$2"
  texts+=("$scratch/$1" "$scratch/$1.$2")
}

benchmarks() {
  dotnet run -c Release --no-build --project "$root/benchmarks/Aligner.Benchmarks" -- "$@"
}

texts=()
dotnet build "$root/benchmarks/Aligner.Benchmarks" -c Release -v quiet >&2
# The second language is a related one, whose translations of the same lines are noise.
for pair in deu:nld fin:est rus:ukr tur:aze-Latn hin:mar spa:por fra:ita; do
  language=${pair%:*}
  paste <(ntrex "$language") <(ntrex "${pair#*:}" | cut -f 2) |
    awk -f "$root/benchmarks/noise.awk" > "$scratch/$language"
  add "$language" auto
done
add fin sim
add spa sim
benchmarks filter-fit "${texts[@]}"

row language method all shuffled swapped truncated language copy untranslated
row --- --- ---: ---: ---: ---: ---: ---: ---:
for ((k = 0; k < ${#texts[@]}; k += 2)); do
  row "$(basename "${texts[k]}")" "${texts[k + 1]##*.}" "$(benchmarks filter-areas "${texts[k]}" "${texts[k + 1]}")"
done
