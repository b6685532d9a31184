#!/usr/bin/env bash
# clang-tidy on the lines of sources that differ from the merge base with main, the most changed file first; a file that
# only moved, or whose includes alone changed, is as it was.   .ci/tidy_changed.sh [BASE]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
budget=150  # seconds; what is left then is named

base="${1:-$(git merge-base HEAD origin/main 2>/dev/null || true)}"
if [[ -z "$base" || "$base" == "$(git rev-parse HEAD)" ]]; then base="$(git rev-parse HEAD~1 2>/dev/null || true)"; fi
if [[ -z "$base" ]]; then
    echo "skipped: there is no commit to compare with"
    exit 0
fi
lists="$(mktemp -d)"
trap 'rm -rf "$lists"' EXIT

# For each source the lines that are new, as clang-tidy wants them, behind their number.
git diff -M -U0 "$base" HEAD -- sim models analysis app | awk '
    function done() {
        if (file ~ /\.cpp$/ && ranges != "")
            print lines "\t" file "\t[{\"name\":\"" file "\",\"lines\":[" ranges "]}]"
        ranges = ""; lines = 0
    }
    /^diff / { done(); file = "" }
    /^\+\+\+ / { file = substr($0, 7) }
    /^@@ / { split($3, at, ","); first = substr(at[1], 2); n = at[2] == "" ? 1 : at[2]; next_line = first }
    /^\+[^+]/ && file != "" {
        if ($0 !~ /^\+ *#(include|pragma once)/) {
            ranges = ranges (ranges == "" ? "" : ",") "[" next_line "," next_line "]"
            ++lines
        }
        ++next_line
    }
    /^\+$/ { ++next_line }
    END { done() }' | sort -rn >"$lists/changed"
if [[ ! -s "$lists/changed" ]]; then
    echo "no source differs from $(git rev-parse --short "$base")"
    exit 0
fi

cmake --preset tidy >/dev/null
cmake --build --preset tidy --target weefsel_provenance generated/report_page.hpp >/dev/null
all="$(wc -l <"$lists/changed")"
echo "$all sources differ from $(git rev-parse --short "$base")"
export lists
judge() {
    local file="$1" filter="$2"
    if (($(date +%s) > deadline)); then echo "$file" >>"$lists/left"; return; fi
    echo "$file" >>"$lists/judged"
    clang-tidy --quiet -p build/tidy --line-filter="$filter" "$file" 2>/dev/null >"$lists/$$.log" || {
        cat "$lists/$$.log"
        echo "$file" >>"$lists/wrong"
    }
}
export -f judge
deadline=$(($(date +%s) + budget))
export deadline
cut -f2,3 "$lists/changed" | tr '\t\n' '\0\0' | xargs -0 -n2 -P "$(nproc)" bash -c 'judge "$1" "$2"' _
echo "$(wc -l <"$lists/judged") of $all judged"
if [[ -e "$lists/left" ]]; then sed "s/^/not judged in $budget s: /" "$lists/left"; fi
[[ ! -e "$lists/wrong" ]]
