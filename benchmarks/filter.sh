#!/usr/bin/env bash
# How well filter tells translations from noise: the area under the ROC curve of its score, for all noise and by kind.
# A tenth of the lines each is shuffled, has half of another target, is cut in half, in another language, copied, or
# half left in the source language (noise.awk). Prints a markdown table a method.
#
#   LINES=2000 METHODS="auto model sim" PAIRS="en-fr de-rm" benchmarks/filter.sh
#
# The method "model" is auto trained on TRAINED other, clean lines of the language pair; "sim-score" is the plain score
# of align --method sim --scores.
set -euo pipefail
METHODS=${METHODS:-auto model sim sim-score}
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
lines=${LINES:-2000}
trained=${TRAINED:-2000}
read -ra pairs <<< "${PAIRS:-en-fr de-rm en-cs ro-en da-en he-fi ja-en en-ru en-hi en-tr}"

# gold SET: a gold text as source, tab, target.
gold() {
  paste "$ALIGNER_DATA/gold/$1/src.txt" "$ALIGNER_DATA/gold/$1/tgt.txt"
}

bars() {
  sed 's/ ||| /\t/'
}

# flores LANGUAGE: English, tab, the language.
flores() {
  xz -dc "$ALIGNER_DATA/multilingual/flores200.tsv.xz" |
    awk -F '\t' -v OFS='\t' -v language="$1" '$1 == language && $2 == "eng_Latn" { print $4, $3 }'
}

# ntrex LANGUAGE: the same of NTREX-128.
ntrex() {
  xz -dc "$ALIGNER_DATA/multilingual/ntrex128.tsv.xz" |
    awk -F '\t' -v OFS='\t' -v language="$1" '
      $1 == language && $2 == "eng" { print $4, $3 } $1 == "eng" && $2 == language { print $3, $4 }'
}

# text PAIR: all of the text, source, tab, target.
text() {
  case $1 in
    en-fr) xz -dc "$ALIGNER_DATA/bitext/europarl-300k.en-fr.xz" | bars ;;
    de-rm) gzip -dc "$ALIGNER_DATA/bitext/dermit.de-rm.gz" | bars ;;
    en-cs) gzip -dc "$ALIGNER_DATA/bitext/newstest.en-cs.gz" | bars ;;
    # It begins with captions of pictures, many of which are alike.
    ro-en) gzip -dc "$ALIGNER_DATA/bitext/mixed.ro-en.gz" | tail -n +20001 | bars ;;
    da-en) gold cdt-da-en-a ;;
    he-fi) gold helfi-he-fi-a ;;
    ja-en) gold kftt-ja-en-test ;;
    en-ru) flores rus_Cyrl && ntrex rus ;;
    en-hi) flores hin_Deva && ntrex hin ;;
    en-tr) flores tur_Latn && ntrex tur ;;
    *) die "no text for $1" ;;
  esac
}

# other PAIR: sentences in another language, related to the target where there are some.
other() {
  case $1 in
    en-fr) flores ita_Latn ;;
    de-rm) flores ita_Latn ;;
    en-cs) flores pol_Latn ;;
    ro-en | da-en | ja-en) flores nld_Latn ;;
    he-fi) flores est_Latn ;;
    en-ru) flores ukr_Cyrl ;;
    en-hi) flores mar_Deva ;;
    en-tr) flores azj_Latn ;;
  esac | cut -f 2
}

# area KIND: area under the ROC curve of the scores, clean lines against those of a kind, or against all others.
# Input: kind, tab, score.
area() {
  LC_ALL=C sort -t $'\t' -k 2,2g | awk -F '\t' -v kind="$1" '
    $1 == "clean" || kind == "all" || $1 == kind { label[++n] = $1; score[n] = $2 }
    END {
      for (first = 1; first <= n; first = last + 1) {
        for (last = first; last < n && score[last + 1] == score[first]; last++);
        for (k = first; k <= last; k++) if (label[k] == "clean") { ranks += (first + last) / 2; clean++ }
      }
      noise = n - clean
      printf "%.3f\n", (ranks - clean * (clean + 1) / 2) / (clean * noise)
    }'
}

# scores METHOD: a score a line for noise.tsv.
scores() {
  local options=(--method "$1")
  case $1 in
    model) options=(--model "$scratch/model") ;;
    sim-score)
      aligner align -q "$scratch/noise.tsv" --columns 2,3 --method sim --scores --threads "$threads" | sed 's/.*\t//'
      return
      ;;
  esac
  aligner filter -q "$scratch/noise.tsv" --columns 2,3 "${options[@]}" --print scores --threads "$threads" | cut -f 1
}

kinds=(all shuffled swapped truncated language copy untranslated)
for method in "${methods[@]}"; do
  row "$method" lines "${kinds[@]}"
  row --- ---: "${kinds[@]/*/---:}"
  for pair in "${pairs[@]}"; do
    { text "$pair" || [ $? -eq 141 ]; } | { head -n "$((lines + trained))" || true; } > "$scratch/text"
    used=$(($(wc -l < "$scratch/text") / 2))
    used=$((used < lines ? used : lines))
    paste <(head -n "$used" "$scratch/text") <(other "$pair" | awk -v n="$used" '
      { line[NR] = $0 } END { for (k = 0; k < n; k++) print line[k % NR + 1] }') |
      awk -f "$root/benchmarks/noise.awk" > "$scratch/noise.tsv"
    if [ "$method" = model ]; then
      tail -n "+$((used + 1))" "$scratch/text" | sed 's/\t/ ||| /' |
        aligner train -q --threads "$threads" -o "$scratch/model" --overwrite
    fi
    paste <(cut -f 1 "$scratch/noise.tsv") <(scores "$method") > "$scratch/scores"
    cells=()
    for kind in "${kinds[@]}"; do cells+=("$(area "$kind" < "$scratch/scores")"); done
    row "$pair" "$used" "${cells[@]}"
  done
  echo
done
