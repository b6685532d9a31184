#!/bin/bash
# Predictions as words, and a class of forty in one room: what the program takes, and what it refuses.
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"

if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    echo "skipped: node and npm are not installed"
    exit 77
fi
if ! packages=$("$source_folder/ui/packages.sh"); then
    echo "skipped: the npm packages cannot be installed"
    exit 77
fi
node "$source_folder/tests/page_words.mjs" "$packages" "$source_folder" || fail "predictions as words"
# The engine is not needed: what a room hands out is the page as it is.
cp "$source_folder/page/page.html" "$folder/page.html"
node "$source_folder/tests/class_room.mjs" "$weefsel" "$folder/page.html" || fail "a class in one room"

"$weefsel" class --page "$folder/none.html" 2>"$folder/err" && fail "a page that is not there is taken"
grep -q "page.sh" "$folder/err" || fail "it does not say how to make the page"
"$weefsel" class --page "$folder/err" 2>"$folder/err2" && fail "another file is taken for the page"
"$weefsel" class --port 99999 --page "$folder/page.html" 2>"$folder/err" && fail "port 99999 is taken"
grep -q "allowed is 1 to 65535" "$folder/err" || fail "it does not say which ports there are"
finish
