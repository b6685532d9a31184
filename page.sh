#!/usr/bin/env bash
# Makes out/weefsel.html on a Debian 12 machine: one file in which the engine simulates a neighbourhood twice.
# It opens in any browser, from a disk, without a network.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cmake/install_packages.sh page

echo "Compiling the engine for browsers in build/page ..."
engine="$(page/build_engine.sh)"
node page/pack.mjs page/page.html "$engine" scenarios/posterior.csv out/weefsel.html
echo "The page: $PWD/out/weefsel.html (open it in a browser; it needs no network)."
