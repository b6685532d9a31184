#!/bin/bash
# Every command explains itself, data go to standard output and messages to standard error, --json is
# one machine-readable object, and a new scenario can be run.
source "$(dirname "$0")/cli_helpers.bash" "$1"

for command in compare run check new trace resident report parameters trials; do
    expect 0 "$weefsel" $command --help
    prints "Examples:"; prints "--json"; prints "--threads"
    expect 0 "$weefsel" --help; prints "  $command"
    expect 0 "$weefsel" $command --version; prints "weefsel "
done
expect 0 "$weefsel" --version; prints "weefsel "; prints "commit"

expect 0 "$weefsel" new mine
there mine.toml
expect 0 "$weefsel" check mine.toml; prints "structural"; prints "direct hours"; prints "estimated time"; prints "seed"
expect 0 "$weefsel" check mine.toml --json
python=/usr/bin/python3
json() { "$python" -c "import json,sys; d=json.load(open('$outputs/out')); assert $1, d" || fail "the JSON does not hold: $1"; }
json "len(d['neighbourhoods']) == 1 and not d['problems']"

expect 0 "$weefsel" parameters --json; json "len(d) > 20 and all(p['source'] for p in d)"
expect 0 "$weefsel" parameters --format csv
[ "$(wc -l <"$outputs/out")" -gt 20 ] || fail "parameters are missing from the CSV"
expect 0 "$weefsel" parameters; prints '| `funding.form_effects` |'

small_scenario small.toml
expect 0 "$weefsel" compare small.toml -o results --all
prints "seed 7"; prints "After 2 years"; prints "social cohesion (0-10)"; prints "direct hours"; says "results/results.h5"
[ "$("$python" -c "print(max(len(l.rstrip('\n')) for l in open('$outputs/out')))")" -le 100 ] || fail "lines wider than 100"
head -1 results/summary.csv | grep -qx 'option,reference,indicator,unit,horizon_years,mean,lower,upper,difference,difference_lower,difference_upper,probability_better,pairs,verdict' ||
    fail "the header of summary.csv"
expect 0 "$weefsel" compare small.toml -o results --json
says "seed 7"
json "d['seed'] == 7 and [o['name'] for o in d['options']] == ['projects', 'structural', 'nothing'] and d['files']['results'] == 'results/results.h5'"
json "d['files']['report'] == 'results/report.html'"; there results/report.html
json "d['files']['reached'] == 'results/reached.csv'"; there results/reached.csv
json "all(r['difference'] == 0 for r in d['comparison'] if r['option'] == d['reference'] and r['mean'] is not None)"

# What is worth noticing can be set: it changes what is said, no number.
expect 0 "$weefsel" compare small.toml -o set --all --noticeable social_cohesion=9 --noticeable participation=0.0125 --noticeable care_cost_state=1
prints "was set: social cohesion 9 points of 10, participation 1.25"; prints "care cost state 1 euro."
cmp results/summary.csv set/summary.csv || fail "a difference worth noticing changed a number"
grep -qF '"noticeable":0.0125' set/report.html || fail "the report does not know what was set"
grep -qF '"noticeable":' results/report.html && fail "a report has differences worth noticing that nobody set"
expect 0 "$weefsel" compare small.toml -o set --json --noticeable participation=0.0125
json "d['noticeable'] == {'participation': 0.0125}"

# One pair gives no interval, and says so; one option has nothing to be compared with.
expect 0 "$weefsel" compare small.toml -o single --replicates 1; prints "without a margin"
expect 0 "$weefsel" compare small.toml --json -o single --replicates 1; json "d['comparison'][0]['lower'] is None"

# The default place, and numbers that do not depend on the command line's order.
expect 0 "$weefsel" compare small.toml --quiet; there out/small/results.h5
expect 0 "$weefsel" run small.toml --option structural; there out/small-structural.h5

# The reader's own tool opens it.
if "$python" -c 'import h5py' 2>/dev/null; then
    "$python" - <<'PYTHON' || fail "results.h5 is not as the contract says"
import h5py
f = h5py.File("results/results.h5")
for name in ("title", "seed", "version", "commit", "scenario_sha256", "command", "created", "tree_clean", "compiler",
             "flags", "format_version"):
    assert name in f.attrs, name
assert f["indicators/social_cohesion"].shape == (3, 1, 4, 24)
assert f["by_neighbourhood/lonely"].shape == (3, 1, 4, 2, 1)
assert f["money/granted"].shape[:4] == (3, 1, 4, 2)
assert [d.label for d in f["money/granted"].dims] or True
assert len(f["comparison/mean"]) == len(open("results/summary.csv").readlines()) - 1
for name in ("toml", "resolved", "parameters/name", "parameters/value", "parameters/unit", "parameters/source"):
    assert "scenario/" + name in f, name
PYTHON
fi
finish
