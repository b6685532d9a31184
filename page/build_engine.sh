#!/usr/bin/env bash
# Compiles the engine to build/page/engine.{js,wasm} with Debian's Emscripten and prints that folder.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
build="$here/../build/page"
mkdir -p "$build/emscripten"
build="$(cd "$build" && pwd)"
exec 9>"$build/lock"
flock 9  # two tests may ask at the same time
# Debian's cache of system libraries cannot be written to; those that it lacks are compiled here, once.
export EM_CACHE="$build/emscripten/cache" EM_FROZEN_CACHE=0 NODE_PATH=/usr/share/nodejs
[[ -d "$EM_CACHE" ]] || cp -r /usr/share/emscripten/cache "$EM_CACHE"
{
    [[ -f "$build/build.ninja" ]] || emcmake cmake -G Ninja -S "$here" -B "$build" -DCMAKE_BUILD_TYPE=Release
    cmake --build "$build" -j "${WEEFSEL_JOBS:-$(nproc)}"
} >&2
echo "$build"
