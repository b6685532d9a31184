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
cat >small.toml <<'TOML'
years = 1
warmup_years = 0
replicates = 1
seed = 7
reference = "nothing"
[neighbourhood]
name = "Example"
residents = 300
age_0_14 = 45
age_15_24 = 40
age_25_44 = 85
age_45_64 = 75
age_65_over = 55
households = 145
single = 60
without_children = 42
with_children = 43
[[option]]
name = "nothing"
TOML
prefix/bin/weefsel run small.toml --option nothing --plugin build/consumer_plugin.so -o small.h5 --quiet
[[ -f prefix/share/weefsel/scenarios/first-look.toml ]] || { echo "no scenarios installed"; exit 1; }
