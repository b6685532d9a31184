#!/usr/bin/env bash
# The installed package serves a project outside this one.   consumer.sh BINARY BUILD SOURCE
set -euo pipefail
build="$2" source="$3"
here="$(mktemp -d)"
trap 'rm -rf "$here"' EXIT
cd "$here"

cmake --install "$build" --prefix "$here/prefix" >install.log || { cat install.log; exit 1; }
cmake -S "$source/tests/consumer" -B build -G Ninja -DCMAKE_PREFIX_PATH="$here/prefix" \
    -DCMAKE_BUILD_TYPE=Release >configure.log || { cat configure.log; exit 1; }
cmake --build build >build.log || { cat build.log; exit 1; }
build/consumer

if grep -rlF -e "$source" -e "$build" prefix/lib*/cmake prefix/lib/*/cmake 2>/dev/null; then
    echo "the installed package names folders of the build (above)"
    exit 1
fi
prefix/bin/weefsel --version
[[ -f prefix/share/weefsel/scenarios/first-look.toml ]] || { echo "no scenarios installed"; exit 1; }
