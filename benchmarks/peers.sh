# The aligners that corpus.sh compares with, each skipped where it is missing. Sourced, not run.

fast_align=${FAST_ALIGN:-$(command -v fast_align || true)}
atools=${ATOOLS:-$(command -v atools || true)}
eflomal=${EFLOMAL:-$(command -v eflomal || true)}

measure_peers() {
  if [ -z "$atools" ]; then
    echo "skipped fast_align and eflomal: no atools (set ATOOLS)" >&2
    return
  fi
  if [ -n "$fast_align" ]; then
    measure fast_align 2 align_with_fast_align
  else
    echo "skipped fast_align: not found (set FAST_ALIGN)" >&2
  fi
  if [ -n "$eflomal" ]; then
    measure "eflomal, 3 samplers" 1 align_with_eflomal
  else
    echo "skipped eflomal: not found (set EFLOMAL)" >&2
  fi
}

# Both directions at once, a thread each.
align_with_fast_align() {
  OMP_NUM_THREADS=1 timed "$fast_align" -i "$text" -d -o -v > "$scratch/forward" 2> /dev/null &
  local forward=$!
  OMP_NUM_THREADS=1 timed "$fast_align" -i "$text" -d -o -v -r > "$scratch/reverse" 2> /dev/null
  local reverse=$?
  wait "$forward" && [ "$reverse" -eq 0 ] && merge
}

# The eflomal program, driven with the settings of its eflomal-align script, whose work awk does here.
align_with_eflomal() {
  timed awk -v sourceFile="$scratch/source" -v targetFile="$scratch/target" '
    function encode(side, ids, numbers, words, n, k) {
      n = split(tolower(side), words, " ")
      numbers = n
      for (k = 1; k <= n; k++) {
        if (!(words[k] in ids)) ids[words[k]] = vocabulary[kind]++
        numbers = numbers " " ids[words[k]]
      }
      return numbers
    }
    {
      separator = index($0, " ||| ")
      kind = "s"; source[NR] = encode(substr($0, 1, separator - 1), sourceIds)
      kind = "t"; target[NR] = encode(substr($0, separator + 5), targetIds)
    }
    END {
      print NR, vocabulary["s"] > sourceFile
      print NR, vocabulary["t"] > targetFile
      for (k = 1; k <= NR; k++) { print source[k] > sourceFile; print target[k] > targetFile }
    }' "$text" || return
  read -r first second third < <(wc -l < "$text" | awk '{
    third = int(5000 / sqrt($1) + 0.5); if (third < 2) third = 2
    second = int(third / 4); if (second < 1) second = 1
    print (second < 2 ? 2 : second), second, third }')
  timed "$eflomal" -m 3 -s "$scratch/source" -t "$scratch/target" -n 3 -N 0.2 \
    -1 "$first" -2 "$second" -3 "$third" -f "$scratch/forward" -r "$scratch/reverse" 2> /dev/null \
    && merge
}

merge() {
  timed "$atools" -i "$scratch/forward" -j "$scratch/reverse" -c grow-diag-final-and > "$scratch/links"
}
