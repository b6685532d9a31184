#!/bin/bash
# compare writes a report, `weefsel report` makes the same one, and a browser shows what it should.
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"

expect 0 "$weefsel" compare "$source_folder/scenarios/pandemic.toml" --no-nothing -o out --replicates 3 --quiet --threads 2
there out/report.html out/results.h5 out/summary.csv
expect 0 "$weefsel" report out/results.h5 -o again.html
expect 0 "$weefsel" compare "$source_folder/scenarios/pandemic.toml" --no-nothing -o stated --draws 1 --replicates 2 --stopped-after 0 --quiet
cp stated/report.html stated.html
cmp out/report.html again.html || fail "report does not make the page that compare wrote"
expect 0 "$weefsel" report out/results.h5 -o english.html --lang en --json; prints '"report": "english.html"'
expect 2 "$weefsel" report out/results.h5 -o out/summary.csv; says "no report of weefsel"
expect 2 "$weefsel" report out/results.h5 -o out/results.h5 --force; says "result file itself"
expect 2 "$weefsel" report out/summary.csv; says "no result file"
expect 2 "$weefsel" report nowhere.h5; says "no such file"
expect 0 "$weefsel" run "$source_folder/scenarios/pandemic.toml" --option structural -o one.h5 --replicates 2 --quiet
expect 0 "$weefsel" report one.h5; there one.html
small_scenario hostile.toml 's/^title = .*/title = "<\/script><img src=x onerror=\\"document.title=1\\">"/'
expect 0 "$weefsel" compare hostile.toml --no-nothing -o hostile --quiet
# One with the option in which nothing is bought: whom the work met, and what it did to them.
small_scenario small.toml
expect 0 "$weefsel" compare small.toml -o small --quiet
[ "$(stat -c %s out/report.html)" -lt 3000000 ] || fail "the report is larger than 3 MB"

[ "$wrong" -eq 0 ] || finish
browser=$(command -v chromium || command -v chromium-browser || command -v google-chrome)
if [ -z "$browser" ] || ! command -v npm >/dev/null; then
    echo "skipped: what a browser shows; chromium, node or npm is not installed"
    exit 77
fi
if ! packages=$("$source_folder/ui/packages.sh"); then
    echo "skipped: what a browser shows; the npm packages cannot be installed"
    exit 77
fi
node "$source_folder/tests/report_in_browser.mjs" "$packages" "$browser" "$folder" || fail "what the browser shows"
finish
