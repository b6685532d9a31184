#!/usr/bin/env bash
# Makes a site of docs/ in out/site, without a network.   site.sh
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
if ! command -v mkdocs >/dev/null; then
    echo "site.sh needs mkdocs: sudo apt-get install mkdocs" >&2
    exit 1
fi
mkdocs build --clean --quiet --strict
echo "Open out/site/index.html"
