#!/usr/bin/env bash
# Makes the model in models/multilingual again: bitexts by language pair, a vocabulary, a teacher's links, four stages
# of training, 8-bit weights, a lexicon. Needs the built tool, xz and awk, and hours on two cores; what is done is kept.
#
#   MULTILINGUAL=…/multilingual EUROPARL=…/europarl-300k.en-fr.xz GOLD=…/gold WORK=work models/recipe/train.sh
#
# With STOP=links it ends where grow.sh begins: with the teacher's links.
set -euo pipefail
export LC_ALL=C.UTF-8
root=$(cd "$(dirname "$0")/../.." && pwd)
: "${MULTILINGUAL:?the folder with the .tsv.xz files}" "${EUROPARL:?the English-French Europarl}" "${WORK:?a folder to work in}"
: "${GOLD:?the folder with the gold sets, whose sentences stay out}"
aligner() { dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" "$@"; }
mkdir -p "$WORK"/{pairs,dict,text}
cd "$WORK"

# Languages that put no spaces between words: their teacher reads subword pieces, and single characters too.
no_spaces='zho|jpn|yue|wuu|lzh|tha|khm|lao|mya|bod|dzo|shn'

# 1. A file for each language pair, both codes ISO 639-3 in alphabetical order, no pair of sentences twice, and none that
#    a gold set has, whatever its spaces, case and punctuation, unless it is too short to be anybody's. The last 447
#    pairs of Europarl are the test set of WPT 2003, and stay out. Dictionaries go to a folder of their own.
by_language() { # FOLDER SENTENCES_TO_KEEP_OUT
  awk -F '\t' -v OFS='\t' -v codes="$root/models/recipe/codes.txt" -v folder="$1" -v out="$2" '
    function key(text) { gsub(/[][ -\/:-@^_`{-~\\]/, "", text); return tolower(text) }
    BEGIN {
      while ((getline line < codes) > 0) { split(line, part, " "); code[part[1]] = part[2] }
      while (out != "" && (getline line < out) > 0) if (length(k = key(line)) >= 20) gold[k]
    }
    function of(name) { sub(/[-_@].*/, "", name); return name in code ? code[name] : name }
    NF >= 4 {
      s = of($1); t = of($2); a = $3; b = $4
      if (s > t) { x = s; s = t; t = x; x = a; a = b; b = x }
      if (s == t || a == "" || b == "" || ((s t a b) in seen)) next
      seen[s t a b]
      if (out == "" || !((key(a) in gold) || (key(b) in gold))) print a, b > (folder "/" s "-" t ".txt")
    }'
}
if [ ! -e pairs/.done ]; then
  cat "$GOLD"/*/src.txt "$GOLD"/*/tgt.txt > gold.sentences
  { for file in "$MULTILINGUAL"/*.tsv.xz; do [[ $file == *wiktionary* ]] || xz -dc "$file"; done
    xz -dc "$EUROPARL" | head -n -447 | awk -F ' [|][|][|] ' -v OFS='\t' 'NF == 2 { print "eng", "fra", $1, $2 }'
  } | by_language pairs gold.sentences
  xz -dc "$MULTILINGUAL/wiktionary.tsv.xz" | by_language dict ""
  touch pairs/.done
fi

# 2. A vocabulary for all of them.
[ -e pieces ] || aligner model vocabulary pairs/*.txt --size "${PIECES:-48000}" --coverage 0.9998 --balance 0.6 -o pieces

# 3. Words and the teacher's links, for language pairs with 1,000 pairs or more (200 without spaces). What a dictionary
#    has of single words is its prior. The links are posteriors: the network that decides by default has seen gold links.
split() { # FILE TOKENIZER_OF_SOURCE TOKENIZER_OF_TARGET OUTPUT
  paste <(cut -f1 "$1" | aligner tokenize --tokenizer "$2") <(cut -f2 "$1" | aligner tokenize --tokenizer "$3") > "$4.part"
  [ "$(wc -l < "$4.part")" = "$(wc -l < "$1")" ]
  mv "$4.part" "$4"
}
words() { # LANGUAGE_PAIR TOKENIZER_OF_SOURCE TOKENIZER_OF_TARGET NAME
  [ -s "text/$4.txt" ] || split "pairs/$1.txt" "$2" "$3" "text/$4.txt"
  [ ! -e "dict/$1.txt" ] || [ -s "text/$4.dict" ] || split "dict/$1.txt" "$2" "$3" "text/$4.dict"
}
for file in pairs/*.txt; do
  name=$(basename "$file" .txt) least=1000 source=unicode target=unicode
  [[ ${name%-*} =~ ^($no_spaces)$ ]] && source=pieces least=200
  [[ ${name#*-} =~ ^($no_spaces)$ ]] && target=pieces least=200
  [ "$(wc -l < "$file")" -ge $least ] || continue
  words "$name" $source $target "$name"
  if [[ $name =~ zho|jpn|yue|lzh ]]; then words "$name" unicode unicode "$name.chars"; fi
done
teach() { # FOLDER_OF_LINKS FOLDER_OF_TEXT OPTIONS
  local links=$1 text=$2 file name quality priors
  shift 2
  mkdir -p "$links"
  for file in "$text"/*.txt; do
    name=$(basename "$file" .txt) quality=${QUALITY:-best} priors=()
    [ "$(wc -l < "$file")" -le 150000 ] || quality=${QUALITY:-default}
    if [ -s "text/$name.dict" ]; then
      awk -F '\t' '$1 !~ / / && $2 !~ / / && $1 != "" && $2 != ""' "text/$name.dict" > "text/$name.one"
      priors=(--priors "text/$name.one")
    fi
    [ -s "$links/$name.links" ] || aligner align "$file" "$@" --quality "$quality" --symmetrize mean --scores \
      --threshold 0.2 --max-length 200 -q ${priors[@]+"${priors[@]}"} -o "$links/$name.links"
  done
}
teach links text --method statistical --no-inflections
[ "${STOP:-}" != links ] || exit 0

# 4. First what each piece means, then what its sentence adds.
stage() { # NAME FOLDER_OF_LINKS OPTIONS
  local name=$1 texts=() file
  for file in "$2"/*.links; do
    file=$(basename "$file" .links).txt
    [ -e "text/$file" ] && texts+=("text/$file") || texts+=("joined/$file")
  done
  [ -e "$name/.done" ] && return
  aligner finetune "${texts[@]}" --links "$2"/*.links --balance 0.6 -o "$name" --overwrite \
    --checkpoint "$name.state" -v "${@:3}"
  touch "$name/.done"
}
stage static links --from-scratch "$root/models/recipe/static.json" --vocabulary pieces --steps 6000 --batch 16384 \
  --learning-rate 0.004
stage context links --from-scratch "$root/models/recipe/context.json" --vocabulary pieces --model static \
  --steps 9500 --warm-up 200 --batch 8192 --learning-rate 0.001 --seed 2

# 5. What the encoder has learned helps its teacher, which teaches it once more. Half way between both, the encoder
#    differs more from the statistical aligner that it helps.
small() { aligner model quantize "$1" -o "$2" --overwrite --input-bits 8 --table-bits 8; }
small context pupil
teach better text --method auto --model pupil
stage again better --model context --steps 3200 --warm-up 200 --batch 8192 --learning-rate 0.0007 --seed 5
aligner model average context again -o between --overwrite

# 6. Language pairs without English: the translations of one English sentence, in texts that have many.
if [ ! -e joined/.done ]; then
  mkdir -p joined
  for name in flores200 ntrex128; do
    xz -dc "$MULTILINGUAL/$name.tsv.xz" | awk -F '\t' -v OFS='\t' -v name=$name '
      { sub(/[-_].*/, "", $1); sub(/[-_].*/, "", $2) }
      $1 == "eng" { print name "\t" $3, $2, $4; next }
      { print name "\t" $4, $1, $3 }'
  done | awk -F '\t' -v OFS='\t' -v list="$root/models/recipe/joined.txt" '
    BEGIN { while ((getline line < list) > 0) { split(line, part, " "); first[++n] = part[1]; second[n] = part[2] } }
    { key = $1 OFS $2; if (!(key in seen)) { seen[key]; keys[++k] = key }
      if ($4 != "" && !((key, $3) in text)) text[key, $3] = $4 }
    END {
      for (i = 1; i <= n; i++) for (j = 1; j <= k; j++) {
        a = keys[j] SUBSEP first[i]; b = keys[j] SUBSEP second[i]
        if (a in text && b in text) print text[a], text[b] > ("joined/" first[i] "-" second[i] ".raw")
      }
    }'
  for file in joined/*.raw; do split "$file" unicode unicode "${file%.raw}-joined.txt"; done
  touch joined/.done
fi
small between tutor
teach last joined --method auto --model tutor
cp better/*.links last

# 7. Words misspelled, so that it reads related languages and dialects too.
stage noisy last --model between --noise 0.35 --steps 6000 --warm-up 200 --batch 8192 --learning-rate 0.0007 --seed 9

# 8. Faster: without the neurons that others replace, and with narrow attention heads.
[ -e narrow ] || aligner model prune noisy -o narrow --bitexts text/*.txt --intermediate-size 640 --head-size 24
small narrow small

# 9. The words that were linked, for short texts: what the encoder has no room for. That is what ships.
texts=() known=()
for file in links/*.links; do
  [[ $file == *.chars.links ]] && continue
  known+=("$file") texts+=("text/$(basename "$file" .links).txt")
done
aligner model lexicon small -o multilingual --overwrite --entries 3150000 --bitexts "${texts[@]}" --links "${known[@]}"
