#!/usr/bin/env bash
# Makes Debian packages, for machines on which nothing is compiled: out/weefsel_VERSION_amd64.deb has the program,
# out/weefsel-python_VERSION_amd64.deb plugins in Python and `import weefsel`.
#   ./package.sh                           builds on Debian 12 (minutes), as root or with sudo where packages are missing
#   apt install ./out/weefsel_*.deb        installs the program there, with the libraries it needs
#   apt install ./out/weefsel*.deb         both
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

cmake/install_packages.sh package
cmake --preset package
cmake --build --preset package --target weefsel
mkdir -p out
(cd build/package && cpack)
mv build/package/weefsel*.deb out/
ls -l out/weefsel*.deb
