#!/bin/bash
# The committed part of the page is what its sources make, to the byte.
source_folder=${3:-$(dirname "$0")/..}
page=$source_folder/page/page.html

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "skipped: node and npm are not installed"
    exit 77
fi
if ! "$source_folder/ui/packages.sh" >/dev/null; then
    echo "skipped: the npm packages of ui/package-lock.json cannot be installed"
    exit 77
fi
made=$(mktemp) || exit 1
trap 'rm -f "$made"' EXIT
"$source_folder/page/build.sh" "$made" || exit 1
cmp "$made" "$page" && exit 0
echo "FAIL: page/page.html is not what its sources make: run page/build.sh and commit it"
exit 1
