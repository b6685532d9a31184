#!/bin/bash
# Trials that lie inside and outside by construction, exit codes, --json, csv, the plot, --inert, and wrong files.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml 's/^replicates = 4/replicates = 2/'
mkdir trials
# trial ID TREATMENT MEASURE...: a file of one trial.
trial() {
    cat >"trials/$1.toml" <<TOML
id = "$1"
title.nl = "Proef $1"
title.en = "Trial <$1>"
source = "made up"
use = "check"
scenario = "../small.toml"
design = "individual"
kind = "${4:-effect}"
[recruit]
age = [18, 120]
[[arm]]
name = "nothing"
[[arm]]
name = "something"
$2
[[measure]]
$3
TOML
}
calls='do = [ { what = "call", hours = 2, a_month = 30, months = 6 } ]'
trial A "$calls" 'what = "djg6"
at_months = 6
published = { value = -1, low = -6, high = -0.01 }'
trial B '' 'what = "djg6"
at_months = 6
published = { value = 0, low = -0.1, high = 0.1 }' null
trial C "$calls" 'what = "ucla3"
at_months = 3
shrink = 0.5
published = { value = 5, band_from = "SD 2.0, N 120 and 120" }'

expect 0 "$weefsel" trials trials -o out
prints "2 of 3 measures of 3 trials lie inside, 1 outside, 0 not measured"
prints "the band follows from SD 2.0, N 120 and 120"
there out/trials.csv out/trials.html
[ "$(wc -l <out/trials.csv)" -eq 4 ] || fail "a row a measure in trials.csv"
for part in '<span lang="nl">Proef A' 'Trial &lt;A&gt;' '<svg aria-hidden' 'scope="row"' 'prefers-color-scheme:dark'; do
    grep -qF "$part" out/trials.html || fail "no $part in trials.html"
done
grep -q '<Trial' out/trials.html && fail "a title is no markup"

expect 1 "$weefsel" trials trials --strict --quiet
expect 0 "$weefsel" trials trials/A.toml trials/B.toml --strict --quiet

# The same for any number of threads and in any order of files.
expect 0 "$weefsel" trials trials --json --quiet --threads 1
grep -v '"seconds"' "$outputs/out" >one
for key in id what kind use target low high middle inside; do
    grep -q "\"$key\"" one || fail "no $key in the JSON"
done
expect 0 "$weefsel" trials trials/C.toml trials/B.toml trials/A.toml --json --quiet --threads 2
grep -v '"seconds"' "$outputs/out" | cmp - one || fail "threads or the order of files change the result"

# With every effect of policy off no effect is left, and the nulls stay.
expect 0 "$weefsel" trials trials --inert --strict --json --quiet
grep -q '"middle": 0.0' "$outputs/out" || fail "an inert trial has no effect"
expect 0 "$weefsel" trials trials --inert
prints "no measure of an effect passes, as it must be"
# Every word at once, in two neighbourhoods side by side: it runs, and threads change nothing.
sed '/^\[neighbourhood\]/,/^$/{s/^\[neighbourhood\]/[[neighbourhood]]/;p};d' small.toml | sed 's/^name = .*/name = "Other"/' >other
sed 's/^\[neighbourhood\]/[[neighbourhood]]/' small.toml >two.toml
cat other >>two.toml
trial E 'do = [ { what = "call" }, { what = "visit", by = "professional", known = false, ends = "interrupted" },
       { what = "group", size = 6, known = false, host = true, a_month = 4, months = 3 }, { what = "connect" },
       { what = "money" }, { what = "practical" }, { what = "counselling" }, { what = "respite" },
       { what = "volunteer", hours = 2 }, { what = "side_by_side", a_month = 8, months = 3 } ]
change = [ { close = "library" }, { enlarge = "library", hours_week = 20 }, { price = 0.0, kind = "shop", age = [6, 12] },
           { public_space = "park", quality = 0.3 }, { public_space = "square", quality = 0.3, share = 0.5 },
           { end_posts = "resigned", share = 0.5, from_month = 2 }, { fte = 0.5, role = "sociaal_werker", goal = "65+" },
           { open = "buurtkamer", within_m = 350 }, { absent = "post", months = 1 }, { travel = 0.0, age = [60, 90] },
           { relocate = "together", n = 80 }, { relocate = "apart", n = 10, from_month = 1 },
           { mix = "origin", kind = "sports_club" }, { euro = 2550, to = "recruited" },
           { buys = [ { support = "park", hours_week = 3 } ], form = "project" } ]' 'what = "djg11_emotional"
at_months = 12
as = "smd"
published = { value = 0, low = -1, high = 1 }'
sed -i 's/small.toml/two.toml/' trials/E.toml
expect 0 "$weefsel" trials trials/E.toml --json --quiet --threads 1 --replicates 1
grep -v '"seconds"' "$outputs/out" >one
grep -q '"middle": -' one || fail "all words together make less lonely"
expect 0 "$weefsel" trials trials/E.toml --json --quiet --threads 2 --replicates 1
grep -v '"seconds"' "$outputs/out" | cmp - one || fail "threads change the result of two neighbourhoods"
rm trials/E.toml

# A fit takes the measures of use "fit" as figures.
sed -i 's/^use = "check"/use = "fit"/' trials/A.toml
cat >targets.toml <<'TOML'
scenario = "small.toml"
[search]
particles = 8
generations = 2
runs = 60
rows = 5
[[trial]]
file = "trials/A.toml"
[free]
"wellbeing.loneliness_contact" = { low = 0.1, high = 0.9 }
TOML
expect 0 "$weefsel" calibrate targets.toml -o fit --quiet
grep -q '^A djg6 6 m,' fit/figures.csv || fail "no figure of the trial in figures.csv"
sed 's/A.toml/no.toml/' targets.toml >no-trial.toml
expect 2 "$weefsel" calibrate no-trial.toml -o no --quiet
says "no.toml"

sed -i 's/what = "call"/what = "cal"/' trials/A.toml
expect 2 "$weefsel" trials trials
says "trials/A.toml:15:"
says "call"
expect 2 "$weefsel" trials nothing-there.toml
says "nothing-there.toml"
expect 2 "$weefsel" trials trials/B.toml trials/B.toml
says "id \"B\" is also that of"
finish
