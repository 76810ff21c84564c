#!/usr/bin/env bash
# Pairs without English, of texts that have it: where two languages translate the same English sentence, their words are
# linked through its words, p(x, y) = sum over e of p(x, e) p(e, y). Both teachers know more text than the joined pair
# has. Pairs of which too few words find each other stay out, as what English lacks would be taught to have no link.
#
#   WORK=work models/recipe/pivot.sh hun est slv fin …
set -euo pipefail
export LC_ALL=C.UTF-8
cd "${WORK:?the folder that train.sh worked in}"
mkdir -p pivot

english() { # LANGUAGE: lines "English TAB other TAB links English-other"
  local name=eng-$1 turn=0
  [ -e "text/$name.txt" ] || name=$1-eng turn=1
  [ ! -e "links/$name.links" ] || paste "text/$name.txt" "links/$name.links" | awk -F '\t' -v OFS='\t' -v turn=$turn '
    !turn { print $1, $2, $3; next }
    {
      n = split($3, link, " ")
      for (i = 1; i <= n; i++) { split(link[i], p, /[-:]/); link[i] = p[2] "-" p[1] ":" p[3] }
      text = ""
      for (i = 1; i <= n; i++) text = text (i > 1 ? " " : "") link[i]
      print $2, $1, text
    }'
}
for x in "$@"; do
  for y in "$@"; do
    [[ $x < $y ]] && [ ! -e "pivot/$x-$y.links" ] || continue
    awk -F '\t' -v OFS='\t' -v name="$x-$y" -v share="${SHARE:-0.7}" '
      NR == FNR { if (!($1 in other)) { other[$1] = $2; links[$1] = $3 } next }
      ($1 in other) && !(($1, $2) in seen) && other[$1] != $2 {
        seen[$1, $2]
        split("", from); split("", sum); split("", left); split("", right)
        n = split(links[$1], link, " ")
        for (i = 1; i <= n; i++) { split(link[i], p, /[-:]/); from[p[1]] = from[p[1]] " " p[2] ":" p[3] }
        n = split($3, link, " ")
        for (i = 1; i <= n; i++) {
          split(link[i], p, /[-:]/)
          m = split(from[p[1]], way, " ")
          for (k = 1; k <= m; k++) { split(way[k], q, ":"); sum[q[1] "-" p[2]] += q[2] * p[3] }
        }
        text = ""
        for (l in sum) if (sum[l] >= 0.2) {
          split(l, p, "-"); left[p[1]]; right[p[2]]
          text = text (text == "" ? "" : " ") l ":" (sum[l] < 1 ? sum[l] : 1)
        }
        a = b = 0
        for (l in left) a++
        for (l in right) b++
        if (a >= share * split(other[$1], word, " ") && b >= share * split($2, word, " ")) {
          print other[$1], $2 > ("pivot/" name ".txt")
          print text > ("pivot/" name ".links")
        }
      }' <(english "$x") <(english "$y")
    echo "$x-$y: $( (cat "pivot/$x-$y.txt" 2> /dev/null || true) | wc -l) pairs"
  done
done
