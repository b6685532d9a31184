#!/bin/bash
# The installed package serves a project outside this one.   consumer.sh BINARY BUILD SOURCE
source "$(dirname "$0")/cli_helpers.bash" "$1"
build=$(realpath "$2") source=$(realpath "$3")

expect 0 cmake --install "$build" --prefix "$folder/prefix"
expect 0 cmake -S "$source/tests/consumer" -B build -G Ninja -DCMAKE_PREFIX_PATH="$folder/prefix" -DCMAKE_BUILD_TYPE=Release
expect 0 cmake --build build
[ "$wrong" -eq 0 ] || { cat "$outputs/out"; finish; }
expect 0 build/consumer
if grep -rlF -e "$source" -e "$build" prefix/lib*/cmake prefix/lib/*/cmake 2>/dev/null; then
    fail "the installed package names folders of the build (above)"
fi

expect 0 prefix/bin/weefsel --version
small_scenario small.toml
expect 0 prefix/bin/weefsel run small.toml --option structural --plugin build/consumer_plugin.so -o small.h5 --quiet
there small.h5 prefix/share/weefsel/scenarios/first-look.toml
finish
