#!/bin/bash
# The committed page of the report is what its sources make, to the byte, and stays small.
source_folder=${3:-$(dirname "$0")/..}
page=$source_folder/analysis/report/page.html

size=$(stat -c %s "$page")
[ "$size" -lt 1000000 ] || { echo "FAIL: page.html has $size bytes; it should stay under 1 MB"; exit 1; }
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
"$source_folder/analysis/report/build.sh" "$made" || exit 1
cmp "$made" "$page" && exit 0
echo "FAIL: analysis/report/page.html is not what its sources make: run analysis/report/build.sh and commit it"
exit 1
