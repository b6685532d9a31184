#!/usr/bin/env bash
# The documentation lists the parameters as the program has them.   odd_tables.sh BINARY BUILD SOURCE
set -euo pipefail
binary="$1" page="$3/docs/odd/parameters.md"
if ! diff <(sed -n '/^| parameter /,$p' "$page") <("$binary" parameters --format md) >/dev/null; then
    echo "docs/odd/parameters.md differs from what the program prints; run docs/odd/update.sh:"
    diff <(sed -n '/^| parameter /,$p' "$page") <("$binary" parameters --format md) | head -20
    exit 1
fi
