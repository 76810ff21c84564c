#!/usr/bin/env bash
# Aligns a sample, draws two of its pairs, and scores all links against those that people made.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet build src/Aligner.Cli -c Release -v quiet >&2

links=$(mktemp)
trap 'rm -f "$links"' EXIT
aligner() {
  dotnet src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll "$@"
}

aligner align samples/german-english.txt --lowercase > "$links"
for line in 6 9; do
  aligner view samples/german-english.txt "$links" --gold samples/german-english.gold --line "$line"
  echo
done
aligner eval --gold samples/german-english.gold - < "$links"
