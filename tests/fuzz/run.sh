#!/usr/bin/env bash
# Gives every reader of input what nobody would type, until the time is over or one breaks.
#   tests/fuzz/run.sh [SECONDS [TARGET...]]     10 seconds each; targets are the files tests/fuzz/*.cpp
# What teaches something is kept in build/fuzz/grown/TARGET, for the next time; what breaks a reader in
# build/fuzz/found, with the command that shows it again.
set -euo pipefail
source_folder="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
cd "$source_folder/../.."
seconds="${1:-10}"
targets=("${@:2}")
if [[ ${#targets[@]} -eq 0 ]]; then
    for file in tests/fuzz/*.cpp; do targets+=("$(basename "$file" .cpp)"); done
fi

build="$PWD/build/fuzz"
cmake --preset fuzz >"$build.log" 2>&1 || { cat "$build.log"; exit 1; }
cmake --build --preset fuzz --target "${targets[@]/#/fuzz_}"
mkdir -p "$build/found" "$build/nothing_here"

# In a folder without files: input that names a file finds none.
fuzz() {
    local name=$1 log="$build/$1.log" dictionary=()
    mkdir -p "$build/grown/$name"
    [[ -e "$source_folder/corpus/$name.dict" ]] && dictionary=("-dict=$source_folder/corpus/$name.dict")
    cd "$build/nothing_here"
    if UBSAN_OPTIONS=print_stacktrace=1 "$build/tests/fuzz/fuzz_$name" -max_total_time="$seconds" -timeout=10 \
        -rss_limit_mb=1024 -artifact_prefix="$build/found/$name-" -print_final_stats=1 "${dictionary[@]}" \
        "$build/grown/$name" "$source_folder/corpus/$name" >"$log" 2>&1 </dev/null; then
        echo "$name: nothing found in $(awk '/number_of_executed_units/ { print $2 }' "$log") inputs"
    else
        tail -40 "$log"
        echo "$name: FOUND; again: $build/tests/fuzz/fuzz_$name $(grep -o "$build/found/$name-[^ ]*" "$log" | tail -1)"
        return 1
    fi
}
export -f fuzz
export build source_folder seconds
printf '%s\n' "${targets[@]}" | xargs -P "$(nproc)" -I{} bash -euo pipefail -c 'fuzz "$1"' _ {}
