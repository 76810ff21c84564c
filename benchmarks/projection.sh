#!/usr/bin/env bash
# What links are for, measured: labels projected to translations that people labeled (exact-span F1), the lexicon of
# 100,000 pairs against a plain recount, and the memory and time of a phrase table. Prints markdown tables.
#
#   SETS="en-es.test en-fr.test" METHODS="auto statistical sim" PAIRS=100000 benchmarks/projection.sh
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
read -ra sets <<< "${SETS:-en-es.train en-es.test en-fr.train en-fr.test en-tr.train}"
read -ra methods <<< "${METHODS:-auto}"
pairs=${PAIRS:-100000}
projection=$ALIGNER_DATA/projection

describe_machine
echo
row "F1 %" "${sets[@]}"
row --- "${sets[@]/*/---:}"
for method in "${methods[@]}"; do
  cells=()
  for set in "${sets[@]}"; do
    mapfile -t options < <(method_options "$method" "$set")
    cells+=("$(aligner project -q "$projection/$set.source.tsv" --gold "$projection/$set.gold.tsv" --json \
      "${options[@]}" --threads "$threads" | awk -F '[:,]' '/"f1"/ { printf "%.1f", 100 * $2; exit }')")
  done
  row "$method" "${cells[@]}"
done

# The links of a fast method do: what is measured is what is done with them.
head -n "$pairs" <(zcat "$ALIGNER_DATA/bitext/hansards-100k.en-fr.gz") > "$scratch/text"
aligner align -q "$scratch/text" --method ibm2 --threads "$threads" -o "$scratch/links"

/usr/bin/time -f '%e %M' -o "$scratch/time" dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" \
  lexicon -q "$scratch/text" --links "$scratch/links" -o "$scratch/lexicon"
paste -d '\t' <(sed 's/ ||| /\t/' "$scratch/text") "$scratch/links" | awk -F '\t' -v OFS='\t' '
  {
    split($1, source, /[ \t]+/); split($2, target, /[ \t]+/); count = split($3, links, " ")
    for (k = 1; k <= count; k++) {
      split(links[k], link, "-"); s = source[link[1] + 1]; t = target[link[2] + 1]
      both[s OFS t]++; from[s]++; to[t]++
    }
  }
  END {
    for (key in both) {
      split(key, words, OFS)
      printf "%s\t%d\t%.12g\t%.12g\n", key, both[key], both[key] / from[words[1]], both[key] / to[words[2]]
    }
  }' > "$scratch/recount"
tail -n +2 "$scratch/lexicon" > "$scratch/counted"

# Six digits of the probabilities are printed.
differences=$(awk -F '\t' '
  function differ(x, y) { return (x > y ? x - y : y - x) > 1e-5 * y }
  NR == FNR { count[$1 FS $2] = $3; forward[$1 FS $2] = $4; reverse[$1 FS $2] = $5; next }
  { key = $1 FS $2; seen++ }
  count[key] != $3 || differ($4, forward[key]) || differ($5, reverse[key]) { wrong++ }
  END { print wrong + (length(count) - seen) }' "$scratch/recount" "$scratch/counted")
read -r seconds kilobytes < "$scratch/time"
echo
row "Use" Pairs Lines Differences Seconds MiB
row --- ---: ---: ---: ---: ---:
row "lexicon, against a recount" "$pairs" "$(wc -l < "$scratch/counted")" \
  "$differences" "$seconds" "$((kilobytes / 1024))"

TMPDIR=${TMPDIR:-$scratch} /usr/bin/time -f '%e %M' -o "$scratch/time" \
  dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" \
  phrases -q "$scratch/text" --links "$scratch/links" -o "$scratch/table"
read -r seconds kilobytes < "$scratch/time"
row phrases "$pairs" "$(wc -l < "$scratch/table")" "" "$seconds" "$((kilobytes / 1024))"
