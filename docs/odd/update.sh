#!/usr/bin/env bash
# Writes the table of parameters that the program itself knows.   update.sh [BINARY]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
binary="${1:-$here/../../build/release/weefsel}"
{
    echo "# Parameters"
    echo
    echo "Printed by the program (\`docs/odd/update.sh\`); change the declarations, not this page."
    echo "Evidence: measured, literature, expert or assumption."
    echo
    "$binary" parameters --format md
} >"$here/parameters.md.part"
mv "$here/parameters.md.part" "$here/parameters.md"
echo "docs/odd/parameters.md: $(grep -c '^| `' "$here/parameters.md") parameters"
