#!/usr/bin/env bash
# Makes page.html, which is committed, from the sources beside this script: all of the page but the engine, which
# pack.mjs puts in.      page/build.sh [OUTPUT]       needs node 18 or later and npm
# The types are checked first.
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
packages="$("$here/../ui/packages.sh")"
cat >"$packages/tsconfig-page.json" <<JSON
{ "extends": "$here/tsconfig.json", "include": ["$here/../ui/*.ts", "$here/*.ts", "$here/cards/*.ts", "$here/lessons/*.ts", "$here/town/*.ts",
                                            "$here/views/*.ts"],
  "compilerOptions": { "paths": { "*": ["$packages/node_modules/*", "$packages/node_modules/@types/*"] } } }
JSON
"$packages/node_modules/.bin/tsc" -p "$packages/tsconfig-page.json"
node "$here/build.mjs" "$here" "$packages" "${1:-$here/page.html}"
