#!/usr/bin/env bash
# Builds Weefsel on a Debian 12 machine and compares two ways to pay for one neighbourhood.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cmake/install_packages.sh run

echo "Building (release) in build/release ..."
if [[ ! -f build/release/build.ninja ]]; then
    cmake --preset release -DWEEFSEL_TESTS=OFF -DWEEFSEL_BENCHMARKS=OFF
fi
cmake --build --preset release --target weefsel

echo "Running: weefsel compare scenarios/first-look.toml -o out/first-look"
# out/first-look belongs to this demo: results of an earlier demo give way.
build/release/weefsel compare scenarios/first-look.toml -o out/first-look --force

echo "The report: $PWD/out/first-look/report.html (open it in a browser; it needs no network)."
echo "Beside it: summary.csv for a spreadsheet, results.h5 for Python, R or Julia."
echo "For people without the program: ./page.sh makes out/weefsel.html, one file that does this; open it in any browser, it needs no network."
