#!/usr/bin/env bash
# Builds the page of "view --html" again, compares it with the file that the library embeds, and tests it in a browser.
# Needs the built tool. The last line reads "N passed, N failed, N skipped".
set -uo pipefail
cd "$(dirname "$0")/../src/Aligner.Views.Web"
export CHROMIUM=${CHROMIUM:-/usr/bin/chromium}

passed=0 failed=0 skipped=0
report() { echo "$passed passed, $failed failed, $skipped skipped"; }
skip() {
  echo "skipped: $1"
  skipped=$((skipped + 1))
}

can_install() { command -v apt-get > /dev/null && [ "$(id -u)" -eq 0 ]; }
missing=
command -v npm > /dev/null || missing="nodejs npm"
[ -x "$CHROMIUM" ] || missing="$missing chromium"
if [ -n "$missing" ] && can_install; then
  # shellcheck disable=SC2086
  { apt-get update && apt-get install --yes --no-install-recommends $missing; } > /dev/null 2>&1
fi

# What Vite needs.
recent='const [major, minor] = process.versions.node.split("."); process.exit(major * 100 + +minor >= 2019 ? 0 : 1)'
if ! node -e "$recent" 2> /dev/null; then
  skip "the page is not built: Node.js 20.19 is not installed"
elif ! npm ci > /dev/null 2>&1; then
  skip "the page is not built: npm cannot install what it needs"
else
  built=$(mktemp -d)
  trap 'rm -rf "$built"' EXIT
  if PAGE_FOLDER=$built npm run build && cmp "$built/page.html" ../Aligner.Applications/Views/Pages/page.html; then
    passed=1
  else
    echo "the page is not what its source gives: run 'npm run build' in src/Aligner.Views.Web"
    failed=1
  fi

  if [ -x "$CHROMIUM" ]; then
    tests=$(node --test --test-reporter=tap tests)
    status=$?
    count() { echo "$tests" | sed -nE "s/^# $1 ([0-9]+)$/\1/p" | awk '{ n += $1 } END { print n + 0 }'; }
    broken=$(($(count fail) + $(count cancelled)))
    if [ "$status" -ne 0 ]; then
      echo "$tests"
      [ "$broken" -gt 0 ] || broken=1
    fi
    passed=$((passed + $(count pass))) failed=$((failed + broken))
  else
    skip "the page is not tested: chromium is not installed"
  fi
fi

report
[ "$failed" -eq 0 ]
