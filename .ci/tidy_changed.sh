#!/usr/bin/env bash
# clang-tidy on the sources whose content differs from the merge base with main; a file that only moved, or whose
# includes alone changed, is as it was.   .ci/tidy_changed.sh [BASE]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
budget=600  # seconds; what is left then is named, and judged at the next change

base="${1:-$(git merge-base HEAD origin/main 2>/dev/null || true)}"
if [[ -z "$base" || "$base" == "$(git rev-parse HEAD)" ]]; then base="$(git rev-parse HEAD~1 2>/dev/null || true)"; fi
if [[ -z "$base" ]]; then
    echo "skipped: there is no commit to compare with"
    exit 0
fi

code_of() { git show "$1:$2" | grep -vE '^ *#(include|pragma once)' || true; }
changed=()
while IFS=$'\t' read -r status from to; do
    [[ "$status" == D* ]] && continue
    file="${to:-$from}"
    [[ "$file" =~ ^(sim|models|analysis|app)/.*\.cpp$ ]] || continue
    if [[ "$status" != A* ]] && cmp -s <(code_of "$base" "$from") <(code_of HEAD "$file"); then continue; fi
    changed+=("$file")
done < <(git diff -M --name-status "$base" HEAD)
if [[ ${#changed[@]} -eq 0 ]]; then
    echo "no source differs from $(git rev-parse --short "$base")"
    exit 0
fi

cmake --preset tidy >/dev/null
cmake --build --preset tidy --target weefsel_provenance >/dev/null
log="$(mktemp)"
trap 'rm -f "$log"' EXIT
echo "${#changed[@]} sources differ from $(git rev-parse --short "$base")"
begin=$SECONDS
judge() { clang-tidy --quiet -p build/tidy "$1" 2>/dev/null || echo "WRONG $1"; }
export -f judge
checked=0
for ((i = 0; i < ${#changed[@]}; i += 8)); do
    if ((SECONDS - begin > budget)); then break; fi
    printf '%s\0' "${changed[@]:i:8}" | xargs -0 -n1 -P "$(nproc)" bash -c 'judge "$1"' _ >>"$log"
    checked=$((i + 8 < ${#changed[@]} ? i + 8 : ${#changed[@]}))
done
cat "$log"
echo "$checked of ${#changed[@]} judged"
for ((i = checked; i < ${#changed[@]}; ++i)); do echo "not judged in $budget s: ${changed[i]}"; done
! grep -q '^WRONG' "$log"
