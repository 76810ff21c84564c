#!/usr/bin/env bash
# How long "aligner serve --http" takes for a pair of 20 to 30 words at a steady rate. Prints a markdown table.
#
#   benchmarks/serve.sh [RATE [SECONDS [OPTIONS OF serve…]]]     default 50 a second for 60 seconds
set -euo pipefail
# shellcheck source=benchmarks/common.sh
source "$(dirname "$0")/common.sh"
rate=${1:-50} seconds=${2:-60}

paste -d '\t' "$ALIGNER_DATA"/gold/wpt03-en-fr-test/{src,tgt}.txt |
  awk -F '\t' '{ n = split($1, words, " "); if (n >= 20 && n <= 30) print $1 " ||| " $2 }' > "$scratch/pairs"
dotnet "$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll" serve --http 0 "${@:3}" 2> "$scratch/messages" &
service=$!
until grep -q http: "$scratch/messages"; do sleep 0.2; done
port=$(grep -o '[0-9]*$' "$scratch/messages")
python3 "$root/benchmarks/serve.py" "$port" 20 5 "$scratch/pairs" > "$scratch/warm" # code is compiled meanwhile
python3 "$root/benchmarks/serve.py" "$port" "$rate" "$seconds" "$scratch/pairs"
kill "$service"
wait "$service"
