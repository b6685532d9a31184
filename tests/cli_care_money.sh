#!/bin/bash
# compare says who pays for care, with own hours, added years of life and cash apart, and the three
# outputs agree with the flows of the result file.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml "s/^years = 2/years = 4/"
expect 0 "$weefsel" compare small.toml -o out --all --quiet --set parameters.care.cashable_state=1 \
    --set parameters.care.cashable_after=12
prints "Care, euro of 2024 a resident in the year"
prints "own hours value"
tr "\n" " " <"$outputs/out" | grep -qF "care that moves to families is no saving" || fail "nothing is said of care that moves to families"
prints "(30, 30 and 100 % for"
cp "$outputs/out" text
grep -q '^structural,projects,care_cost_state,EUR/year,4,' out/summary.csv || fail "care_cost_state is not in summary.csv"
expect 0 "$weefsel" compare small.toml -o again --quiet --json
prints '"price_year": 2024'
prints '"indicator": "care_in_added_life"'

/usr/bin/python3 -c 'import h5py' 2>/dev/null || { echo "no h5py: arithmetic not checked"; finish; }
/usr/bin/python3 - <<'PYTHON' || fail "summary.csv is not the arithmetic of /money"
import csv
import h5py
import numpy as np

rows = {(r["option"], r["indicator"], int(r["horizon_years"])): r for r in csv.DictReader(open("out/summary.csv"))}
with h5py.File("out/results.h5") as f:
    people = f["indicators/population"][:, 0].reshape(-1, 4, 4, 12).mean(axis=3)  # option, replicate, year
    money = {k: f["money/" + k][:, 0] / people[..., None] for k in ("care_cost", "own_hours", "care_added_life")}
projects, structural = 0, 1
municipality, insurers, state, residents = range(4)
cost, hours, added = money["care_cost"], money["own_hours"], money["care_added_life"]


def same(indicator, by_world, option="structural"):
    got = float(rows[option, indicator, 4]["mean"])
    assert np.isclose(got, by_world.mean(), rtol=1e-4, atol=1e-3), (indicator, got, by_world.mean())


last = 3
same("care_cost_municipality", cost[structural, :, last, municipality])
same("care_own_contributions", (cost - hours)[structural, :, last, residents])
same("own_hours_value", hours[structural, :, last, residents])
same("care_in_added_life", added[structural, :, last].sum(axis=1))
saved = cost[projects, :, last - 1, state] - cost[structural, :, last - 1, state] + added[structural, :, last - 1, state]
same("cashable_state", saved)  # the whole, a year later
same("cashable_state", 0 * saved, "projects")
assert not np.any(added[projects])
assert np.all(hours[..., :3] == 0)
PYTHON
finish
