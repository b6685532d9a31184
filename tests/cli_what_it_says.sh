#!/bin/bash
# What the terminal says of a comparison follows from its numbers: equal money only between options that have
# money, ties as ties, amounts with their margin, and in which sense they are equal.
source "$(dirname "$0")/cli_helpers.bash" "$1"

# A third option that is the first under another name, and one without lines.
small_scenario small.toml 's/^equal_money = .*/equal_money = true/' 's/^replicates = .*/replicates = 2/' \
    's/form = "structural"/form = "project"/'
cat >>small.toml <<'TOML'
[[option]]
name = "again"
  [[option.line]]
  name = "work"
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 0.5 }, { place = "buurthuis", hours_week = 10 } ]

[[option]]
name = "nothing"
TOML
# Sentences are wrapped: a text may stand on two lines.
one_line() { tr -s '\n ' '  ' <"$outputs/out" >"$outputs/line"; }
sentence() { grep -qF -- "$1" "$outputs/line" || fail "no '$1' on standard output"; }
no_sentence() { grep -qiE -- "$1" "$outputs/line" && fail "'$1' on standard output"; }

expect 0 "$weefsel" compare small.toml -o out --draws 1 --quiet --all
one_line
sentence 'The options with lines cost the same within 1 % in present value'
sentence '"nothing" has no lines: a difference from an option with lines may be that of money.'
no_sentence 'The options cost the same'
# Two numbers that seem to contradict each other say what they are.
sentence 'In the 2 years simulated the municipality paid '
sentence ', on average and not discounted; the difference is '
grep -qE 'the difference is -[0-9.]+ \(margin -[0-9.]+ to [-+]?[0-9.]+\)' "$outputs/line" ||
    fail "what nothing saves has no margin"
# Who was counted per 1000 can work out how many that are.
grep -qE 'per 1000 of the [0-9]+ residents of month 0 \(times 0\.[0-9]+ for all of them\)' "$outputs/line" ||
    fail "the ledger does not say how many residents there are"
# What is best together is best together.
grep -qE 'The largest regret is smallest: in social cohesion (equally with every option|with "[a-z]+"(,| and))' \
    "$outputs/line" || fail "the same option under three names is not said to be regretted as little: $(
        grep -oE 'The largest regret.*points of 10\)' "$outputs/line")"
no_sentence 'luck'
no_sentence 'pair of worlds'
no_sentence 'none can fade'
no_sentence ' -0\.0 years'

# Of two worlds a margin is wide; no share of it lies outside what a share can be.
python3 - out/summary.csv <<'PYTHON' || fail "a margin of summary.csv lies outside what can be"
import csv, sys
shares = {"lonely", "severely_lonely", "participation", "volunteering", "residents_reached",
          "same_worker_after_3_years", "clustering", "informal_care", "carers_overloaded"}
seen = 0
for row in csv.DictReader(open(sys.argv[1])):
    top = 1 if row["indicator"] in shares else 10 if row["indicator"] == "social_cohesion" else None
    if top is None or row["lower"] == "": continue
    seen += 1
    assert 0 <= float(row["lower"]) <= float(row["mean"]) <= float(row["upper"]) <= top, row
    assert -top <= float(row["difference_lower"]) and float(row["difference_upper"]) <= top, row
assert seen > 20
PYTHON
# How sure it is, is told of every headline: what is clear may be the third.
expect 0 "$weefsel" compare small.toml -o sure --draws 3 --replicates 1 --stopped-after 0 --quiet --all
one_line
for headline in 'social cohesion' 'severe loneliness' 'participation'; do
    sentence "sets of assumptions \"nothing\" is better than \"projects\" in $headline"
done
finish
