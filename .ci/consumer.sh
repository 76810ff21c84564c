#!/usr/bin/env bash
# Compiles and runs the C# sample of README in a project that references the packed packages alone.
#
#   .ci/consumer.sh PACKAGES VERSION SCRATCH
set -euo pipefail
packages=$1 version=$2 folder=$3/consumer
mkdir -p "$folder"
cat > "$folder/Consumer.csproj" << PROJECT
<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <ImplicitUsings>enable</ImplicitUsings>
    <Nullable>enable</Nullable>
    <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
    <RestoreAdditionalProjectSources>$packages</RestoreAdditionalProjectSources>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="Aligner" Version="$version" />
  </ItemGroup>
</Project>
PROJECT
awk '/^```csharp/ { inside = 1; next } /^```/ { inside = 0 } inside' README.md > "$folder/Program.cs"
dotnet build "$folder" -c Release -o "$folder/out"
(cd "$folder" && dotnet out/Consumer.dll) | tee "$folder/output"
[ "$(head -n 1 "$folder/output")" = "0-0 1-1 2-2" ]
[ -s "$folder/corpus.model" ]
