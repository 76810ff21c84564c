#!/usr/bin/env bash
# AER of auto on text as people have it: raw lines, with punctuation on the words, and lines that are cut into subword
# pieces. Raw lines are made of the gold sets by joining their tokens, and the links of joined tokens are links of the
# words. Pieces are of a Unigram vocabulary that is learned from the text, marked as SentencePiece does; their links are
# scored on words. The text that is cut must be ASCII, since places are counted by awk.
# Text without blanks is made of sets whose source side is Chinese or Japanese, and its links are links of the words of
# the set that they touch. Prints markdown tables. SETS, PIECES and WITHOUT_BLANKS name other gold sets.
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"

read -ra raw <<< "${SETS:-czenali-en-cs-a wpt03-ro-en-test ges-en-sv-dev}"
read -ra cut <<< "${PIECES:-wpt03-en-fr-test}"
read -ra blankless <<< "${WITHOUT_BLANKS:-tsinghua-zh-en-test}"
size=${VOCABULARY:-4000}

# join TOKENS NAME: NAME.txt gets the tokens as raw text, NAME.words the number of the word of each token.
join_tokens() {
  awk -v text="$scratch/$2.txt" -v words="$scratch/$2.words" '
    function joins_left(token) {
      return token ~ /^([.,;:!?%)\]}…]+|»|”|'\'\''|n'\''t|'\''(s|re|ve|ll|d|m))$/
    }
    {
      line = numbers = ""; word = -1; joined = 1; quotes = 0
      for (k = 1; k <= NF; k++) {
        closes = $k == "\"" && quotes++ % 2
        left = k > 1 && (joined || closes || joins_left($k))
        if (!left) { word++; line = line (k > 1 ? " " : "") }
        line = line $k; numbers = numbers word " "
        joined = $k ~ /^([(\[{¿¡]|«|“|„|``)$/ || ($k == "\"" && !closes) || $k ~ /^[[:alpha:]][[:alpha:]]?[[:alpha:]]?[[:alpha:]]?'\''$/
      }
      print line > text; print numbers > words
    }' "$1"
}

# join_gold GOLD SOURCE TARGET: the gold links of tokens as links of joined words; sure if one of them is.
join_gold() {
  paste -d '\t' "$1" "$2.words" "$3.words" | awk -F '\t' '
    {
      split($2, source, " "); split($3, target, " "); count = split($1, links, " "); line = ""
      delete sure; delete order; n = 0
      for (k = 1; k <= count; k++) {
        match(links[k], /[-p?]/); mark = substr(links[k], RSTART, 1)
        pair = source[substr(links[k], 1, RSTART - 1) + 1] " " target[substr(links[k], RSTART + 1) + 1]
        if (!(pair in sure)) { order[++n] = pair; sure[pair] = 0 }
        if (mark == "-") sure[pair] = 1
      }
      for (k = 1; k <= n; k++) {
        split(order[k], words, " "); line = line (k > 1 ? " " : "") words[1] (sure[order[k]] ? "-" : "p") words[2]
      }
      print line
    }'
}

# cut_at TEXT PLACES: the pieces of each line by their places, with a mark before those that begin a word.
cut_at() {
  paste -d '\t' "$1" "$2" | perl -CSD -Mutf8 -F'\t' -lane '
    print join " ", map {
      my ($start, $end) = split /:/;
      ($start == 0 || substr($F[0], $start - 1, 1) eq " " ? "▁" : "") . substr($F[0], $start, $end - $start)
    } split / /, $F[1] // ""'
}

# close_up TOKENS NAME: NAME.txt gets the tokens with blanks between Latin words alone, NAME.words their places.
close_up() {
  perl -CSD -lane '
    BEGIN { open $text, ">:utf8", shift; open $words, ">:utf8", shift }
    my ($line, @places) = ("");
    for my $word (@F) {
      $line .= " " if $line =~ /[\x21-\x7e]$/ && $word =~ /^[\x21-\x7e]/;
      push @places, length($line) . ":" . (length($line) + length $word);
      $line .= $word;
    }
    print $text $line; print $words "@places"' "$scratch/$2.txt" "$scratch/$2.words" "$1"
}

# places_of TOKENS: the places of words between single blanks.
places_of() {
  perl -CSD -lane '
    my $at = 0;
    print join " ", map { my $start = $at; $at += length($_) + 1; "$start:" . ($at - 1) } @F' "$1"
}

# words_at LINKS SOURCE TARGET: links of spans of characters as links of the words at these places.
words_at() {
  paste -d '\t' "$@" | perl -F'\t' -lane '
    my @words = map { [map { [split /:/] } split / /, $_ // ""] } @F[1, 2];
    my %links;
    for (split / /, $F[0]) {
      my ($source, $target) = map { [split /:/] } split /-/;
      my ($i, $j) = map {
        my ($span, $words) = @$_;
        [grep { $words->[$_][0] < $span->[1] && $words->[$_][1] > $span->[0] } 0 .. $#$words]
      } [$source, $words[0]], [$target, $words[1]];
      for my $first (@$i) { $links{"$first-$_"} = 1 for @$j }
    }
    print join " ", sort keys %links'
}

# align_to NAME OPTION…
align_to() { aligner align --quiet --threads "$threads" -o "$scratch/$1" --overwrite "${@:2}"; }

row "raw lines, AER %" words auto "tokens of the set"
row --- ---: ---: ---:
for set in "${raw[@]}"; do
  folder=$ALIGNER_DATA/gold/$set
  join_tokens "$folder/src.txt" source
  join_tokens "$folder/tgt.txt" target
  join_gold "$folder/gold.txt" "$scratch/source" "$scratch/target" > "$scratch/gold"
  files=(-s "$scratch/source.txt" -t "$scratch/target.txt")
  align_to words "${files[@]}" --tokenizer none
  align_to auto "${files[@]}"
  align_to tokens -s "$folder/src.txt" -t "$folder/tgt.txt"
  join_gold "$scratch/tokens" "$scratch/source" "$scratch/target" > "$scratch/joined"
  mapfile -t scores < <(aer "$scratch/gold" "$scratch/words" "$scratch/auto" "$scratch/joined")
  row "$set" "${scores[@]}"
done

echo
row "pieces, AER %" "pieces as words" auto "words of the set"
row --- ---: ---: ---:
for set in "${cut[@]}"; do
  folder=$ALIGNER_DATA/gold/$set
  paste -d '\t' "$folder/src.txt" "$folder/tgt.txt" > "$scratch/bitext"
  rm -rf "$scratch/vocabulary"
  aligner model vocabulary --quiet "$scratch/bitext" --size "$size" -o "$scratch/vocabulary"
  for side in src tgt; do
    aligner tokenize --quiet --tokenizer "$scratch/vocabulary" --offsets "$folder/$side.txt" > "$scratch/places"
    cut_at "$folder/$side.txt" "$scratch/places" > "$scratch/$side"
  done
  files=(-s "$scratch/src" -t "$scratch/tgt")
  align_to uncut "${files[@]}" --tokenizer none
  align_to pieces "${files[@]}"
  align_to whole -s "$folder/src.txt" -t "$folder/tgt.txt"
  for links in uncut pieces; do
    aligner convert --quiet "$scratch/$links" "${files[@]}" --units words -o "$scratch/$links.words" --overwrite
  done
  mapfile -t scores < <(aer "$folder/gold.txt" "$scratch/uncut.words" "$scratch/pieces.words" "$scratch/whole")
  row "$set" "${scores[@]}"
done

echo
row "without blanks, AER %" "by character" "auto (ICU)" "words of the set"
row --- ---: ---: ---:
for set in "${blankless[@]}"; do
  folder=$ALIGNER_DATA/gold/$set
  close_up "$folder/src.txt" source
  places_of "$folder/tgt.txt" > "$scratch/target.words"
  files=(-s "$scratch/source.txt" -t "$folder/tgt.txt" --target-tokenizer none --units characters)
  align_to characters "${files[@]}" --source-tokenizer unicode
  align_to auto "${files[@]}"
  align_to whole -s "$folder/src.txt" -t "$folder/tgt.txt"
  for links in characters auto; do
    words_at "$scratch/$links" "$scratch/source.words" "$scratch/target.words" > "$scratch/$links.words"
  done
  mapfile -t scores < <(aer "$folder/gold.txt" "$scratch/characters.words" "$scratch/auto.words" "$scratch/whole")
  row "$set" "${scores[@]}"
done
