#!/usr/bin/env bash
# Looks at the form of the sources, builds Weefsel on a Debian 12 machine and runs every test: all of them as users run
# the program, then the unit tests once more under the address and undefined-behaviour sanitizers.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
cores="$(nproc)"
# Tests run side by side: a thread that waits gives its core away.
export OMP_WAIT_POLICY=passive

cmake/install_packages.sh test

echo "== Format"
git ls-files '*.cpp' '*.hpp' | xargs clang-format --dry-run -Werror
echo "== The arrows of the house"
tests/architecture.sh

echo "== Building (release) in build/release"
cmake --preset release -DWEEFSEL_TESTS=ON -DWEEFSEL_BENCHMARKS=ON
cmake --build --preset release
echo "== Every test"
ctest --preset release -j "$cores"

echo "== Building (address and undefined-behaviour sanitizers) in build/asan"
cmake --preset asan
cmake --build --preset asan --target unit_tests
echo "== The unit tests under the sanitizers"
ctest --preset asan -j "$cores" -R '_tests(_on_data)?$'
