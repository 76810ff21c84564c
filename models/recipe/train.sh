#!/usr/bin/env bash
# Makes the model in models/multilingual again: bitexts by language pair, a vocabulary, a teacher's links, two stages of
# training, 8-bit weights. Needs the built tool, xz and awk, and hours on two cores; each step that is done is kept.
#
#   MULTILINGUAL=…/multilingual EUROPARL=…/europarl-300k.en-fr.xz WORK=work models/recipe/train.sh
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${MULTILINGUAL:?the folder with the .tsv.xz files}" "${EUROPARL:?the English-French Europarl}" "${WORK:?a folder to work in}"
aligner() { dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/aligner.dll" "$@"; }
mkdir -p "$WORK"/{pairs,text}
cd "$WORK"

# Languages that put no spaces between words: their teacher reads subword pieces, and single characters too.
no_spaces='zho|jpn|yue|wuu|lzh|tha|khm|lao|mya|bod|dzo|shn'

# 1. A file for each language pair, both codes ISO 639-3 in alphabetical order, no pair of sentences twice. The last 447
#    pairs of Europarl are the test set of WPT 2003, and stay out.
if [ ! -e pairs/.done ]; then
  { for file in "$MULTILINGUAL"/*.tsv.xz; do xz -dc "$file"; done
    xz -dc "$EUROPARL" | head -n -447 | awk -F ' [|][|][|] ' -v OFS='\t' 'NF == 2 { print "eng", "fra", $1, $2 }'
  } | awk -F '\t' -v OFS='\t' -v codes="$root/models/recipe/codes.txt" '
    BEGIN { while ((getline line < codes) > 0) { split(line, part, " "); code[part[1]] = part[2] } }
    function of(name) { sub(/[-_].*/, "", name); return name in code ? code[name] : name }
    NF >= 4 {
      s = of($1); t = of($2); a = $3; b = $4
      if (s > t) { x = s; s = t; t = x; x = a; a = b; b = x }
      if (s != t && a != "" && b != "" && !seen[s t a b]++) print a, b > ("pairs/" s "-" t ".txt")
    }'
  touch pairs/.done
fi

# 2. A vocabulary for all of them.
[ -e pieces ] || aligner model vocabulary pairs/*.txt --size 48000 --coverage 0.9998 --balance 0.6 -o pieces

# 3. Words and the teacher's links, for language pairs with 1,000 pairs or more (200 without spaces).
split() { # FILE TOKENIZER_OF_SOURCE TOKENIZER_OF_TARGET OUTPUT
  paste <(cut -f1 "$1" | aligner tokenize --tokenizer "$2") <(cut -f2 "$1" | aligner tokenize --tokenizer "$3") > "$4.part"
  [ "$(wc -l < "$4.part")" = "$(wc -l < "$1")" ]
  mv "$4.part" "$4"
}
for file in pairs/*.txt; do
  name=$(basename "$file" .txt) least=1000 source=unicode target=unicode
  [[ ${name%-*} =~ ^($no_spaces)$ ]] && source=pieces least=200
  [[ ${name#*-} =~ ^($no_spaces)$ ]] && target=pieces least=200
  [ "$(wc -l < "$file")" -ge $least ] || continue
  [ -s "text/$name.txt" ] || split "$file" $source $target "text/$name.txt"
  if [[ $name =~ zho|jpn|yue|lzh ]] && [ ! -s "text/$name.chars.txt" ]; then
    split "$file" unicode unicode "text/$name.chars.txt"
  fi
done
teach() { # FOLDER OPTIONS
  local folder=$1 file name quality
  shift
  mkdir -p "$folder"
  for file in text/*.txt; do
    name=$(basename "$file" .txt) quality=best
    [ "$(wc -l < "$file")" -le 150000 ] || quality=default
    [ -s "$folder/$name.links" ] || aligner align "$file" "$@" --quality $quality --scores --threshold 0.2 \
      --max-length 200 -q -o "$folder/$name.links"
  done
}
teach links --method statistical --no-inflections

# 4. First what each piece means, then what its sentence adds.
stage() { # NAME LINKS OPTIONS
  local name=$1 links=$2
  shift 2
  [ -e "$name/.done" ] && return
  aligner finetune text/*.txt --links "$links"/*.links --balance 0.6 -o "$name" --overwrite \
    --checkpoint "$name.state" -v "$@"
  touch "$name/.done"
}
stage static links --from-scratch "$root/models/recipe/static.json" --vocabulary pieces --steps 6000 --batch 16384 \
  --learning-rate 0.004
stage context links --from-scratch "$root/models/recipe/context.json" --vocabulary pieces --model static \
  --steps 9500 --warm-up 200 --batch 8192 --learning-rate 0.001 --seed 2

# 5. What the encoder has learned helps its teacher, which teaches it once more.
aligner model quantize context -o pupil --overwrite --block-size 0 --table-bits 8
teach better --method auto --model pupil
stage again better --model context --steps 3200 --warm-up 200 --batch 8192 --learning-rate 0.0007 --seed 5

# 6. Half way between both, the encoder differs more from the statistical aligner that it helps. That is what ships.
aligner model average context again -o between --overwrite
aligner model quantize between -o multilingual --overwrite --block-size 0 --table-bits 8
