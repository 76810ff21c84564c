#!/usr/bin/env bash
# How well the probability of a word to have no link tells the words without a gold link: Brier score (0 is best; base
# is that of the share of such words, always given) and area under the ROC curve (1 is best). Each gold set is aligned
# by a model trained on that set's own text alone. Prints a markdown table a method.
#
#   METHODS="auto hmm sim" SETS="czenali-en-cs-a cdt-da-en-a" benchmarks/nulls.sh
set -euo pipefail
METHODS=${METHODS:-auto statistical hmm ibm1 sim}
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
read -ra sets <<< "${SETS:-cdt-da-en-a czenali-en-cs-a wpt03-en-fr-test dermit-de-rm kftt-ja-en-test}"

# figures GOLD JSONL: the share of null words, base, Brier score and area, a line each.
figures() {
  python3 - "$@" << 'END'
import json
import sys

words = []
for gold, line in zip(open(sys.argv[1]), open(sys.argv[2])):
    links = [link.replace('p', '-').split('-') for link in gold.split()]
    pair = json.loads(line)
    for side, name in enumerate(('sourceNulls', 'targetNulls')):
        linked = {int(link[side]) for link in links}
        words += [(p, word not in linked) for word, p in enumerate(pair.get(name, []))]

share = sum(is_null for _, is_null in words) / len(words)
brier = sum((p - is_null) ** 2 for p, is_null in words) / len(words)
words.sort()
ranks = 0
first = 0
while first < len(words):
    end = first
    while end < len(words) and words[end][0] == words[first][0]:
        end += 1
    ranks += (first + 1 + end) / 2 * sum(is_null for _, is_null in words[first:end])
    first = end
nulls = round(share * len(words))
area = (ranks - nulls * (nulls + 1) / 2) / (nulls * (len(words) - nulls))
print(f'{100 * share:.1f}\n{share * (1 - share):.3f}\n{brier:.3f}\n{area:.3f}')
END
}

for method in "${methods[@]}"; do
  row "$method" "null words %" base Brier area
  row --- ---: ---: ---: ---:
  for set in "${sets[@]}"; do
    folder=$ALIGNER_DATA/gold/$set
    mapfile -t options < <(method_options "$method" "$set")
    aligner align --quiet "${options[@]}" --threads "$threads" --format jsonl --scores \
      -s "$folder/src.txt" -t "$folder/tgt.txt" -o "$scratch/links" --overwrite
    mapfile -t cells < <(figures "$folder/gold.txt" "$scratch/links")
    row "$set" "${cells[@]}"
  done
  echo
done
