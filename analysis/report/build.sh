#!/usr/bin/env bash
# Makes page.html, which is committed and which the program holds, from the sources beside this script.
#   analysis/report/build.sh [OUTPUT]       needs node 18 or later and npm
# Packages are installed in build/report-packages, as package-lock.json says, and types are checked.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
packages="${WEEFSEL_REPORT_PACKAGES:-$here/../../build/report-packages}"
mkdir -p "$packages"
packages="$(cd "$packages" && pwd)"
if ! cmp -s "$here/package-lock.json" "$packages/installed-lock.json"; then
    cp "$here/package.json" "$here/package-lock.json" "$packages/"
    (cd "$packages" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
    cp "$here/package-lock.json" "$packages/installed-lock.json"
fi
cat >"$packages/tsconfig.json" <<JSON
{ "extends": "$here/tsconfig.json", "include": ["$here/*.ts", "$here/sections/*.ts"],
  "compilerOptions": { "paths": { "*": ["$packages/node_modules/*", "$packages/node_modules/@types/*"] } } }
JSON
"$packages/node_modules/.bin/tsc" -p "$packages/tsconfig.json"
node "$here/build.mjs" "$here" "$packages" "${1:-$here/page.html}"
