#!/usr/bin/env bash
# Hashes of what the tool gives: every method and quality with and without probabilities, saved models, an encoder that
# is trained for three steps. Code that moves keeps the bytes, so after a change of form
#
#   benchmarks/golden.sh | diff benchmarks/golden.tsv -
#
# prints nothing on the processor that the first line of golden.tsv names; on another kind, encoders may differ. On the
# samples alone, without ALIGNER_DATA. A change that alters bytes on purpose says so, and writes golden.tsv again.
# TOOL names another build's Aligner.Cli.dll.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tool=${TOOL:-$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
aligner() { dotnet "$tool" "$@" --quiet; }

# hash NAME: of standard input.
hash() { printf '%s\t%s\n' "$(sha256sum | cut -c 1-16)" "$1"; }

dotnet "$tool" --version | sed -n 's/^SIMD: /# /p'

cat "$root/samples/french-english.txt" > "$scratch/samples-fr-en"
cat "$root/samples/german-english.txt" > "$scratch/samples-de-en"
for set in ${ALIGNER_DATA:+wpt03-en-fr-trial xlwa-en-hu-dev wpt03-ro-en-test}; do
  paste "$ALIGNER_DATA/gold/$set/src.txt" "$ALIGNER_DATA/gold/$set/tgt.txt" > "$scratch/$set"
done

cd "$scratch"
for text in samples-* ${ALIGNER_DATA:+wpt03-* xlwa-*}; do
  for method in ibm1 ibm2 hmm bayes 'statistical --quality fast' statistical sim auto 'auto --quality best'; do
    # shellcheck disable=SC2086
    for scores in '' --scores; do
      aligner align "$text" --method $method $scores --seed 1 | hash "$text $method${scores:+ $scores}"
    done
  done
  for rule in product min intersection grow-diag-final-and; do
    aligner align "$text" --method statistical --symmetrize $rule | hash "$text statistical --symmetrize $rule"
  done
  for rule in argmax itermax match softmax entmax ot partial-ot unbalanced-ot; do
    aligner align "$text" --method sim --extract $rule --scores | hash "$text sim --extract $rule"
  done
  for method in ibm1 ibm2 hmm bayes statistical; do
    aligner train "$text" --method $method -o model --overwrite
    hash "$text model of $method" < model
    aligner align samples-fr-en --model model | hash "$text model of $method, samples-fr-en"
  done
  aligner priors model | hash "$text priors of statistical"
  aligner align samples-fr-en --priors model | hash "$text priors of statistical, samples-fr-en"
done

echo '{ "vocabulary_size": 300, "hidden_size": 16, "layers": 1, "heads": 2, "intermediate_size": 32 }' > small.json
aligner finetune samples-fr-en --from-scratch small.json --objectives links tlm consistency=0.5 --steps 3 \
  --threads 1 -o encoder
cat encoder/encoder.onnx* | hash "finetune"
