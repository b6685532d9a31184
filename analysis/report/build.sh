#!/usr/bin/env bash
# Makes page.html, which is committed and which the program holds, from the sources beside this script.
#   analysis/report/build.sh [OUTPUT]       needs node 18 or later and npm
# The types are checked first.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
packages="$("$here/../../ui/packages.sh")"
cat >"$packages/tsconfig.json" <<JSON
{ "extends": "$here/tsconfig.json", "include": ["$here/../../ui/*.ts", "$here/*.ts", "$here/charts/*.ts", "$here/sections/*.ts"],
  "compilerOptions": { "paths": { "*": ["$packages/node_modules/*", "$packages/node_modules/@types/*"] } } }
JSON
"$packages/node_modules/.bin/tsc" -p "$packages/tsconfig.json"
node "$here/build.mjs" "$here" "$packages" "${1:-$here/page.html}"
