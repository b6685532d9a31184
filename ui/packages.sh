#!/usr/bin/env bash
# Installs the npm packages of the report and the page in build/npm-packages, exactly those of package-lock.json,
# unless they are there, and prints that folder.       ui/packages.sh
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
packages="$here/../build/npm-packages"
mkdir -p "$packages"
packages="$(cd "$packages" && pwd)"
exec 9>"$packages/lock"
flock 9  # two tests may ask at the same time
if ! cmp -s "$here/package-lock.json" "$packages/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$packages/"
    # No scripts of packages are run: all of them ship what they need.
    (cd "$packages" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2)
    cp "$here/package-lock.json" "$packages/installed-lock.json"
fi
echo "$packages"
