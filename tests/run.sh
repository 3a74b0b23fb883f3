#!/usr/bin/env bash
# Checks everything that a change must pass: formatting, lock files, a build without warnings, all tests.
# Needs the .NET 10 SDK. The last line is "N passed, N failed, N skipped"; the exit code is 1 when anything failed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 MSBUILDDISABLENODEREUSE=1

# A test project that takes longer than this hangs.
minutes_per_project=20

passed=0
failed=0
skipped=0

finish() {
  local code=$?
  # A command that stopped the script counts as one failure.
  if ((code != 0 && failed == 0)); then
    failed=1
  fi
  printf '%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
  ((failed == 0)) || exit 1
}
trap finish EXIT

step() { printf '\n== %s\n' "$1"; }

# The pages are tested in a browser. Where it cannot be installed, those tests say that it is missing.
install_missing() {
  local packages=()
  command -v chromium >/dev/null || packages+=(chromium)
  command -v sqlite3 >/dev/null || packages+=(sqlite3)
  if ((${#packages[@]} == 0)) || ! command -v apt-get >/dev/null || ((EUID != 0)); then
    return
  fi
  step "Install ${packages[*]}"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "${packages[@]}" >/dev/null ||
    echo "not installed: ${packages[*]}"
}

limited() {
  if command -v timeout >/dev/null; then
    timeout --kill-after=30 "${minutes_per_project}m" "$@"
  else
    "$@"
  fi
}

# The number behind a word of the runner's summary, 0 where it does not name one.
number() {
  local found
  found=$(sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$2")
  echo "${found:-0}"
}

run_tests() {
  local project=$1 log summary code=0 total errors bad left
  log=$(mktemp)
  step "$project"
  limited dotnet "tests/$project/bin/Debug/net10.0/$project.dll" -noLogo -noColor >"$log" 2>&1 || code=$?
  summary=$(grep -E "^ +$project +Total: [0-9]+" "$log" | tail -1 || true)
  total=$(number Total "$summary")
  errors=$(number Errors "$summary")
  bad=$(($(number Failed "$summary") + errors))
  left=$(number Skipped "$summary")
  if ((code != 0 || bad > 0 || total == 0)); then
    cat "$log"
    # The runner itself broke, or the project has no test.
    ((bad > 0)) || bad=1
  else
    grep -E '\[SKIP\]' "$log" || true
    echo "$summary"
  fi
  if ((total > 0)); then
    passed=$((passed + total - $(number Failed "$summary") - left - $(number 'Not Run' "$summary")))
  fi
  failed=$((failed + bad))
  skipped=$((skipped + left))
  rm -f "$log"
}

install_missing

step 'Tools'
dotnet tool restore

step 'Formatting'
dotnet csharpier check . || failed=$((failed + 1))

step 'Packages, exactly as the lock files say'
dotnet restore NKCSI.Web.sln -p:RestoreLockedMode=true -v:minimal

step 'Build, where a warning is an error'
dotnet build NKCSI.Web.sln --no-restore -v:minimal

for folder in tests/*Tests/; do
  run_tests "$(basename "$folder")"
done

echo
