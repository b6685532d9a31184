#!/usr/bin/env bash
# Makes a Debian package of the program: out/weefsel_VERSION_amd64.deb, for machines on which nothing is compiled.
#   ./package.sh            builds on Debian 12 (minutes), as root or with sudo where packages are missing
#   apt install ./out/weefsel_*.deb        installs it there, with the libraries it needs
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cmake/install_packages.sh package
cmake --preset package
cmake --build --preset package --target weefsel
mkdir -p out
(cd build/package && cpack)
mv build/package/weefsel_*.deb out/
ls -l out/weefsel_*.deb
