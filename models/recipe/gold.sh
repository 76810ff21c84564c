#!/usr/bin/env bash
# The last stage: links by people, of the gold sets whose licences allow it, beside those of the teacher, so that nothing
# is forgotten. Each of their annotators is left out once, to be measured on; the model that ships learns from all.
#
#   GOLD=…/gold WORK=work MODEL=grown SHAPE=four models/recipe/gold.sh
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${GOLD:?the folder with the gold sets}" "${WORK:?the folder that grow.sh worked in}"
MODEL=${MODEL:-grown} SHAPE=${SHAPE:-four}
aligner() { dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" "$@"; }
cd "$WORK"
mkdir -p gold
sets='helfi-grc-fi-a helfi-he-fi-a cdt-da-en-a cdt-da-it-a czenali-en-cs-a alibi-fr-en-a kftt-ja-en-test'

# Sure links count 1, possible ones 1/2.
for set in $sets; do
  [ -s "gold/$set.txt" ] || paste "$GOLD/$set/src.txt" "$GOLD/$set/tgt.txt" > "gold/$set.txt"
  awk '{ for (i = 1; i <= NF; i++) if (!sub(/p/, "-", $i)) $i = $i ":1"; else $i = $i ":0.5"; print }' \
    "$GOLD/$set/gold.txt" > "gold/$set.links"
done

# About as many gold pairs are drawn as others: languages with English that have the most text.
replay=$(wc -l text/*eng*.txt | awk '$2 != "total" { print $1, $2 }' | sort -rn | sed -n 's/.*text.//; s/.txt$//; 1,40p')
tune() { # NAME ANNOTATOR_TO_LEAVE_OUT
  local texts=() links=() weights=() name
  [ ! -e "$1/.done" ] || return 0
  for name in $sets; do
    [[ $name == $2* ]] || { texts+=("gold/$name.txt"); links+=("gold/$name.links"); weights+=(12); }
  done
  for name in $replay; do
    [ ! -e "links/$name.links" ] || { texts+=("text/$name.txt"); links+=("links/$name.links"); weights+=(1); }
  done
  aligner finetune "${texts[@]}" --links "${links[@]}" --weights "${weights[@]}" --balance 0.6 -o "$1" --overwrite \
    --from-scratch "$root/models/recipe/$SHAPE.json" --model "$MODEL" --vocabulary "$MODEL" \
    --steps "${STEPS:-300}" --batch 8192 --learning-rate "${RATE:-0.0002}" --seed 31 \
    --checkpoint "$1.state" -v
  touch "$1/.done"
}
rate() { # MODEL SET: AER of sim
  aligner align "gold/$2.txt" --model "$1" --method sim -q |
    aligner eval --gold "$GOLD/$2/gold.txt" --bootstrap 0 --json - | grep -o '"aer": *[0-9.]*'
}
for annotator in ${LEAVE_OUT-helfi cdt czenali alibi kftt}; do
  tune "gold-without-$annotator" "$annotator"
  for set in $sets; do
    [[ $set != $annotator* ]] || echo "$set before, by one that has not seen it:" \
      "$(rate "$MODEL" "$set")" "$(rate "gold-without-$annotator" "$set")"
  done
done
tune gold-all none
