# Injects noise into a bitext: each kind into a tenth of the lines. Input: source, tab, target, tab, a sentence in
# another language. Output: the kind ("clean" for four tenths), tab, source, tab, target.
BEGIN { FS = OFS = "\t" }
{ source[NR] = $1; target[NR] = $2; other[NR] = $3 }

# The first or second half of a sentence, by words.
function half(text, which,    words, n, k, from, to, result) {
  n = split(text, words, " ")
  from = which == 1 ? 1 : int((n + 1) / 2) + 1
  to = which == 1 ? int((n + 1) / 2) : n
  for (k = from; k <= to; k++) result = result (k == from ? "" : " ") words[k]
  return result
}

# A line that is a share of the text further on.
function far(n, share) { return (n + int(NR * share) - 1) % NR + 1 }

END {
  for (n = 1; n <= NR; n++) {
    kind = n % 10
    if (kind == 0) print "shuffled", source[n], target[far(n, .47)]
    else if (kind == 1) print "swapped", source[n], half(target[n], 1) " " half(target[far(n, .31)], 2)
    else if (kind == 2) print "truncated", source[n], half(target[n], 1)
    else if (kind == 3) print "language", source[n], other[n]
    else if (kind == 4) print "copy", source[n], source[n]
    else if (kind == 5) print "untranslated", source[n], half(target[n], 1) " " half(source[n], 2)
    else print "clean", source[n], target[n]
  }
}
