#!/usr/bin/env bash
# Feeds mutated inputs to every reader, in stages, so that what a stage finds does not keep the others from running:
#
#   benchmarks/fuzz.sh                        a million cases a reader
#   benchmarks/fuzz.sh 50000                  so many
#   READERS='priors graph' FIRST=2001 benchmarks/fuzz.sh 10000
#   MINUTES=30 benchmarks/fuzz.sh             stops after the first stage that ends later
#
# A case is a seed: FIRST (default 1) is that of the first one. Prints a row for each reader: cases, those that the
# reader took as valid, and faults. Faults go to standard error with their seeds; "--verbose" after reader, seed and 1
# runs one alone:
#
#   dotnet run -c Release --project tests/Aligner.Fuzzing -- priors 17 1 --verbose
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
cases=${1:-1000000}
first=${FIRST:-1}
stage=2000
begun=$SECONDS

if [ -z "${FUZZER:-}" ]; then
  dotnet build "$root/tests/Aligner.Fuzzing" -c Release -v quiet >&2 || exit 1
  FUZZER=$root/tests/Aligner.Fuzzing/bin/Release/net10.0/Aligner.Fuzzing.dll
fi
read -ra readers <<< "${READERS:-$(dotnet "$FUZZER" | tr '\n' ' ')}"

declare -A ran accepted faults
for reader in "${readers[@]}"; do ran[$reader]=0 accepted[$reader]=0 faults[$reader]=0; done
for ((start = 0; start < cases; start += stage)); do
  count=$((cases - start < stage ? cases - start : stage))
  for reader in "${readers[@]}"; do
    output=$(dotnet "$FUZZER" "$reader" $((first + start)) "$count" 2>&1)
    totals=$(tail -n 1 <<< "$output")
    if [[ $totals == "$reader"$'\t'* ]]; then
      IFS=$'\t' read -r _ _ taken wrong <<< "$totals"
    else
      # It ended the process, so that nobody counted.
      taken=0 wrong=1
    fi
    if [ "$wrong" -gt 0 ]; then sed "s/^/$reader from seed $((first + start)): /" <<< "$output" >&2; fi
    ran[$reader]=$((${ran[$reader]} + count))
    accepted[$reader]=$((${accepted[$reader]} + taken))
    faults[$reader]=$((${faults[$reader]} + wrong))
  done
  if [ -n "${MINUTES:-}" ] && [ $((SECONDS - begun)) -gt $((60 * MINUTES)) ]; then break; fi
done

total=0 wrong=0
echo '| reader | cases | taken as valid | faults |'
echo '| --- | ---: | ---: | ---: |'
for reader in "${readers[@]}"; do
  echo "| $reader | ${ran[$reader]} | ${accepted[$reader]} | ${faults[$reader]} |"
  total=$((total + ${ran[$reader]})) wrong=$((wrong + ${faults[$reader]}))
done
echo "| all ${#readers[@]} | $total | | $wrong |"
[ "$wrong" -eq 0 ]
