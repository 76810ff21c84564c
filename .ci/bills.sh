#!/usr/bin/env bash
# Fails unless each package in a folder has a bill of materials (CycloneDX) that names the packages it is made of.
#
#   .ci/bills.sh PACKAGES
set -euo pipefail
for package in "$1"/*.nupkg; do
  unzip -p "$package" bom.json | grep -q '"bomFormat": "CycloneDX"' || { echo "$package has no bom.json" >&2; exit 1; }
done
unzip -p "$1"/Aligner.Neural.*.nupkg bom.json | grep -q 'pkg:nuget/Microsoft.ML.OnnxRuntime@'
