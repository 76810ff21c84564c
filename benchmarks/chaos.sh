#!/usr/bin/env bash
# Ends every command that writes, at random moments and at its last ones, and looks at what is there afterwards:
#
#   benchmarks/chaos.sh [RUNS]            runs of each command and signal, with and without --overwrite; default 5
#   COMMANDS='train import' benchmarks/chaos.sh 100
#   RENAMES=1 benchmarks/chaos.sh         kills each command at each of its renames instead, by strace
#
# Without --overwrite nothing or all of the output is there; with it, the old one or the new one. After INT, TERM and
# HUP the exit code is 130, or 0 if the command had ended, and nothing else lies beside it. After KILL, what is left
# goes with the next run that writes the same output, which gives the output of a run that nobody ended. STOP and CONT
# change nothing. On the samples alone; the last line tells the totals.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
tool=${TOOL:-$root/src/Aligner.Cli/bin/Release/net10.0/Aligner.Cli.dll}
runs=${1:-5}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch" || exit 1
mkdir input work
RANDOM=1

aligner() { dotnet "$tool" "$@"; }

die() {
  echo "chaos.sh: $*" >&2
  exit 1
}

prepare() {
  head -n 40 "$root/samples/french-english.txt" > input/text
  head -n 40 "$root/samples/french-english.gold" > input/gold
  printf 'one\tibm1\tdefault\t%s\t%s\tfirst\ntwo\tibm1\tdefault\t%s\t%s\tfirst\n' \
    "$scratch/input/text" "$scratch/input/gold" "$scratch/input/text" "$scratch/input/gold" > input/texts.tsv
  echo '{ "vocabulary_size": 150, "hidden_size": 16, "layers": 1, "heads": 2, "intermediate_size": 32 }' \
    > input/small.json
  awk -F ' [|][|][|] ' '{ print "<b>" $1 "</b>" > "input/labels"; print $2 > "input/translations" }' input/text
  aligner train input/text --method hmm -o input/model -q
  aligner align input/text --method ibm1 -o input/links -q
  aligner finetune input/text --from-scratch input/small.json --objectives tlm --steps 2 --threads 1 -o input/encoder -q
  mkdir input/exported
  cp input/encoder/encoder.onnx.data input/encoder/tokenizer.json input/exported
  cp input/encoder/encoder.onnx input/exported/model.onnx
  cat > input/exported/config.json << 'CONFIG'
{ "model_type": "bert", "vocab_size": 150, "hidden_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2,
  "intermediate_size": 32, "max_position_embeddings": 256, "type_vocab_size": 2 }
CONFIG
}

# Commands, without their output.
declare -A commands=(
  [align]='align input/text --method hmm --scores'
  [align-gz]='align input/text --method ibm1'
  [train]='train input/text --method hmm'
  [priors]='priors input/model'
  [symmetrize]='symmetrize input/links input/links --heuristic grow-diag-final-and'
  [convert]='convert input/links --to jsonl'
  [eval]='eval --gold input/gold input/links --json'
  [tokenize]='tokenize input/text --tokenizer unicode'
  [vocabulary]='model vocabulary input/text --size 150'
  [network]='model fit-network input/texts.tsv --depth 1'
  [finetune]='finetune input/text --from-scratch input/small.json --objectives tlm --steps 2 --threads 1'
  [import]='model import input/exported'
  [quantize]='model quantize input/encoder'
  [prune]='model prune input/encoder --bitexts input/text --intermediate-size 16'
  [average]='model average input/encoder input/encoder'
  [stems]="model lexicon input/encoder --bitexts input/text"
  [pack]='model pack input/text --links input/links --vocabulary input/encoder'
  [adapt]='adapt input/text --gold input/gold --method hmm'
  [lexicon]='lexicon input/text --links input/links'
  [phrases]='phrases input/text --links input/links'
  [terms]='terms input/text --links input/links --min-count 1'
  [project]='project input/labels input/translations --links input/links'
  [filter]='filter input/text --links input/links'
  [tags]='tags input/text --links input/links'
  [reorder]='reorder input/text --links input/links'
  [code-switch]='export code-switch input/text --links input/links'
  [instructions]='export instructions input/text --links input/links'
  [guided]='export guided input/text --links input/links'
  [page]='view input/text input/links'
  [report]='eval --gold input/gold input/links'
)
read -ra names <<< "${COMMANDS:-align align-gz train priors symmetrize convert eval tokenize vocabulary network finetune \
import quantize prune average stems pack adapt lexicon phrases terms project filter tags reorder code-switch \
instructions guided page report}"

# The option that names the output.
option() {
  case $1 in
    page | report) echo --html ;;
    *) echo -o ;;
  esac
}

# content PATH: a hash of a file, or of all files of a folder; "none" if nothing is there.
content() {
  if [ -d "$1" ]; then
    (cd "$1" && find . -type f | LC_ALL=C sort | xargs -d '\n' sha256sum) | sha256sum | cut -c 1-16
  elif [ -e "$1" ]; then
    sha256sum < "$1" | cut -c 1-16
  else
    echo none
  fi
}

# others OUTPUT: names beside the output.
others() { (cd work && find . -mindepth 1 -maxdepth 1 ! -name "$1" | tr '\n' ' '); }

# old OUTPUT: something that may be replaced: a model folder for a folder.
old() {
  rm -rf work/"$1"
  case $2 in
    folder) cp -r input/encoder work/"$1" && echo mine > work/"$1"/README ;;
    *) echo old > work/"$1" ;;
  esac
}

now() { date +%s%N; }

faults=0 started=0 hit=0
fault() {
  faults=$((faults + 1))
  echo "FAULT: $*"
}

# check NAME SIGNAL CODE OUTPUT BEFORE WHOLE
check() {
  local after left
  after=$(content work/"$4")
  left=$(others "$4")
  if [ "$after" != "$5" ] && [ "$after" != "$6" ]; then fault "$1 $2: the output is neither the old nor the new one"; fi
  case $2 in
    INT | TERM | HUP)
      [ "$3" -eq 130 ] || [ "$3" -eq 0 ] || fault "$1 $2: exit code $3"
      [ -z "$left" ] || fault "$1 $2: $left is left"
      [ "$3" -ne 0 ] || [ "$after" = "$6" ] || fault "$1 $2: exit code 0 without the output"
      ;;
    STOP)
      [ "$3" -eq 0 ] || fault "$1 $2: exit code $3"
      [ "$after" = "$6" ] || fault "$1 $2: another output"
      [ -z "$left" ] || fault "$1 $2: $left is left"
      ;;
  esac
}

# again NAME OUTPUT WHOLE WORDS…: what a killed run left does not keep the next one from its output, and goes.
again() {
  local name=$1 output=$2 whole=$3
  shift 3
  local mode=${modes[1]:-}
  if [ -z "$mode" ]; then rm -rf work/"$output"; fi
  # shellcheck disable=SC2086
  aligner "$@" "$out" work/"$output" $mode -q > log 2>&1 || fault "$name after KILL: $(head -n 1 log)"
  [ "$(content work/"$output")" = "$whole" ] || fault "$name after KILL: another output"
  [ -z "$(others "$output")" ] || fault "$name after KILL: $(others "$output") is left"
}

# end NAME SIGNAL OVERWRITE LAST: one run; LAST chooses its last moments.
end() {
  local name=$1 signal=$2 mode=$3 before=none delay code
  rm -rf work && mkdir work
  if [ "$mode" = --overwrite ]; then old "$output" "$kind"; before=$(content work/"$output"); fi
  if [ "$4" = last ]; then delay=$((duration * (75 + RANDOM % 30) / 100)); else delay=$((duration * (RANDOM % 100) / 100)); fi
  # shellcheck disable=SC2086
  dotnet "$tool" "${words[@]}" "$out" work/"$output" $mode -q > log 2>&1 &
  local process=$!
  sleep "$(printf '%d.%09d' $((delay / 1000000000)) $((delay % 1000000000)))"
  started=$((started + 1))
  if kill "-$signal" "$process" 2> /dev/null; then hit=$((hit + 1)); fi
  if [ "$signal" = STOP ]; then sleep 0.1; kill -CONT "$process" 2> /dev/null; fi
  wait "$process" 2> /dev/null
  code=$?
  # A signal before the runtime has begun ends it as it ends any process.
  if [ "$code" -gt 128 ] && [ "$code" -ne 137 ] && [ -z "$(others "$output")" ]; then code=130; fi
  local target=$whole
  if [ "$mode" = --overwrite ]; then target=$replaced; fi
  check "$name $mode" "$signal" "$code" "$output" "$before" "$target"
  if [ "$signal" = KILL ]; then again "$name" "$output" "$target" "${words[@]}"; fi
}

# renames NAME: kills a command at its first, second and third rename or link.
renames() {
  local call mode before target
  for mode in "${modes[@]}"; do
    for call in 1 2 3; do
      rm -rf work && mkdir work
      before=none target=$whole
      if [ -n "$mode" ]; then old "$output" "$kind"; before=$(content work/"$output"); target=$replaced; fi
      # shellcheck disable=SC2086
      strace -f -qq -o trace --seccomp-bpf -e trace=rename,renameat,renameat2,link,linkat \
        -e inject=rename,renameat,renameat2,link,linkat:signal=KILL:when=$call \
        dotnet "$tool" "${words[@]}" "$out" work/"$output" $mode -q > log 2>&1
      [ $? -eq 0 ] || hit=$((hit + 1))
      started=$((started + 1))
      check "$1 $mode rename $call" KILL 137 "$output" "$before" "$target"
      again "$1 rename $call" "$output" "$target" "${words[@]}"
    done
  done
}

prepare || die "the inputs cannot be made"
for name in "${names[@]}"; do
  read -ra words <<< "${commands[$name]}"
  output=$name.out kind=file out=$(option "$name")
  case $name in
    align-gz) output=$name.gz ;;
    vocabulary | finetune | import | quantize | prune | average | stems | pack) kind=folder ;;
  esac
  modes=('' --overwrite)
  case $name in vocabulary | pack) modes=('') ;; esac
  rm -rf work && mkdir work
  begun=$(now)
  aligner "${words[@]}" "$out" work/"$output" -q > log 2>&1 || die "$name: $(cat log)"
  duration=$(($(now) - begun))
  whole=$(content work/"$output")
  if [ ${#modes[@]} -gt 1 ]; then
    old "$output" "$kind"
    aligner "${words[@]}" "$out" work/"$output" --overwrite -q > log 2>&1 || die "$name --overwrite: $(cat log)"
    replaced=$(content work/"$output")
  fi
  if [ -n "${RENAMES:-}" ]; then
    renames "$name"
  else
    for ((run = 0; run < runs; run++)); do
      for signal in KILL TERM INT HUP STOP; do
        for mode in "${modes[@]}"; do
          if ((run % 2 == 0)); then end "$name" $signal "$mode" any; else end "$name" $signal "$mode" last; fi
        done
      done
    done
  fi
  echo "$name: $started runs so far, $hit of them running when the signal came, $faults faults"
done
echo "${#names[@]} commands, $started runs, $hit hit a running process, $faults faults"
[ "$faults" -eq 0 ]
