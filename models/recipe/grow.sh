#!/usr/bin/env bash
# Makes a deeper encoder with more pieces of the small one: what was learned stays, and what is added starts at nothing.
# Needs what train.sh leaves in WORK with STOP=links; what is done is kept, and a stage that was stopped goes on from its
# checkpoint.
#
#   WORK=work START=models/multilingual models/recipe/grow.sh
set -euo pipefail
export LC_ALL=C.UTF-8
shopt -s nullglob
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${WORK:?the folder that train.sh worked in}"
START=$(realpath "${START:-$root/models/multilingual}")
aligner() { dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" "$@"; }
cd "$WORK"
mkdir -p bags

# 1. More pieces, the words of dictionaries among them.
[ -e pieces72 ] || aligner model vocabulary pairs/*.txt dict/*.txt --size "${PIECES:-72000}" --coverage 0.9998 --balance 0.6 \
  -o pieces72

# 2. Dictionary entries by the dozen, the translations in another order: word pairs to tell apart, without places. Each
#    comes three times, in other company.
for file in text/*.dict; do
  name=$(basename "$file" .dict)
  [[ $name == *.chars ]] || [ -s "bags/$name.links" ] || awk -F '\t' -v OFS='\t' -v name="$name" '
    function shuffle(list, n,  i, j, x) {
      for (i = n; i > 1; i--) { j = 1 + int(rand() * i); x = list[i]; list[i] = list[j]; list[j] = x }
    }
    function flush(  i, j, k, a, b, at, bt, order, start, links, x, y) {
      if (m >= 3) {
        for (i = 1; i <= m; i++) order[i] = i
        shuffle(order, m)
        b = ""; bt = 0
        for (i = 1; i <= m; i++) {
          k = order[i]; start[k] = bt; b = b (i > 1 ? " " : "") right[k]; bt += split(right[k], part, " ")
        }
        a = ""; at = 0; links = ""
        for (i = 1; i <= m; i++) {
          x = split(left[i], part, " "); y = split(right[i], part, " ")
          for (j = 0; j < x; j++) for (k = 0; k < y; k++)
            links = links (links == "" ? "" : " ") (at + j) "-" (start[i] + k) ":1"
          a = a (i > 1 ? " " : "") left[i]; at += x
        }
        print a, b > ("bags/" name ".txt"); print links > ("bags/" name ".links")
      }
      m = 0
    }
    BEGIN { srand(7) }
    {
      x = split($1, part, " "); y = split($2, part, " ")
      if ($1 ~ /(^|[^ ])-( |$)|(^| )-/ || $2 ~ /(^| )-|-( |$)|[()]/) next
      if (x >= 1 && y >= 1 && x <= 3 && y <= 3 && (x == 1 || y == 1)) entry[++n] = $0
    }
    END {
      for (pass = 0; pass < 3; pass++) {
        shuffle(entry, n)
        for (i = 1; i <= n; i++) {
          split(entry[i], side, "\t"); left[++m] = side[1]; right[m] = side[2]
          if (m == 12) flush()
        }
        flush()
      }
    }' "$file"
done

# 3. Two layers more, on all texts. Languages that align worst are drawn more often than their size says.
stage() { # NAME SHAPE OPTIONS; BAGS is the weight of dictionaries
  local name=$1 shape=$2 texts=() links=() weights=() file language weight
  shift 2
  [ ! -e "$name/.done" ] || return 0
  for file in links/*.links bags/*.links; do
    language=$(basename "$file" .links) weight=1
    [[ ${language%.chars} =~ ^(eng-(hun|est|slv|fin|tur|jpn|zho|kor|hin|ron|swe))$ ]] && weight=2.5
    [[ $language =~ ^(ces-eng|dan-eng|bul-eng|deu-eng|eng-(rus|nld|por|ita|spa|fra)|dan-ita)$ ]] && weight=1.5
    [[ $language == *.chars ]] && weight=1.2
    [[ $file == bags/* ]] && weight=${BAGS:-0.7}
    links+=("$file") weights+=("$weight")
    [[ $file == bags/* ]] && texts+=("bags/$language.txt") || texts+=("text/$language.txt")
  done
  aligner finetune "${texts[@]}" --links "${links[@]}" --weights "${weights[@]}" --balance 0.6 -o "$name" --overwrite \
    --from-scratch "$root/models/recipe/$shape.json" --vocabulary pieces72 --checkpoint "$name.state" -v "$@"
  touch "$name/.done"
}
stage grown four --model "$START" --steps "${STEPS:-1000}" --warm-up "${WARM_UP:-100}" --batch 8192 --learning-rate 0.0007 --seed 21

# 4. What ships: 8-bit weights.
aligner model quantize grown -o grown-small --overwrite --input-bits 8 --table-bits 8
