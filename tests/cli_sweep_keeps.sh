#!/bin/bash
# A sweep keeps groups, money, the ledger and whom the work reached when its design asks for it: what `weefsel run` measures with
# the point's values, the same data from threads, ranks, shards and a sweep that goes on; without that its data are as ever.
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
"$python" -c 'import xarray, h5netcdf' 2>/dev/null || { echo "xarray is not there; the data cannot be compared"; exit 77; }
small_scenario small.toml
cat >plain.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "lhs"
points = 5
replicates = 2
[uncertainties]
"network.halflife_friend" = { low = 6, high = 18 }
[outputs]
indicators = ["lonely", "population"]
years = [1, 2]
TOML
{ cat plain.toml; echo 'keep = ["money", "groups", "ledger", "reached"]'; } >keep.toml
groups="by_group/age by_group/income by_group/origin by_group/education money ledger reached reached_effect/lonely"

same() { # same A B: the same data in both sweeps, in every group
    "$python" - "$1/sweep.h5" "$2/sweep.h5" $groups <<'PY' || fail "$1 and $2 differ"
import sys, xarray
a, b, *groups = sys.argv[1:]
for g in [None, *groups]:
    x, y = (xarray.open_dataset(f, group=g, engine="h5netcdf").load() for f in (a, b))
    assert x.equals(y), g
PY
}

# How large it gets is said beforehand.
expect 0 "$weefsel" sweep plain.toml --dry-run; prints "Disk:"
if grep -q "Kept besides" "$outputs/out"; then fail "a sweep that keeps indicators only says that it keeps more"; fi
expect 0 "$weefsel" sweep keep.toml --dry-run; prints "Kept besides indicators: groups, money, ledger, reached:"
expect 0 "$weefsel" sweep keep.toml --dry-run --json
"$python" - "$outputs/out" <<'PY' || fail "--dry-run --json does not say how much is kept"
import json, sys
e = json.load(open(sys.argv[1]))["estimate"]
# 3 options (one without lines is added) x: 2 indicators x 14 groups x 2 years, 8 flows x payers x 2 years, ...
assert e["kept_values_a_run"] > e["values_a_run"] == 3 * 2 * 2
PY
estimate=$("$python" -c 'import json,sys; print(json.load(open(sys.argv[1]))["estimate"]["bytes_of_sweep_h5"])' "$outputs/out")

expect 0 "$weefsel" sweep keep.toml -o one --threads 1 --batch 3 --quiet
[ "$(stat -c %s one/sweep.h5)" -le "$estimate" ] || fail "sweep.h5 is larger than --dry-run says: $(stat -c %s one/sweep.h5) and $estimate"
"$python" - <<'PY' || fail "the groups of a sweep do not open as they should"
import numpy as np, xarray
def group(g): return xarray.open_dataset("one/sweep.h5", group=g, engine="h5netcdf")
age = group("by_group/age")
assert age.lonely.dims == ("point", "option", "replicate", "year", "group"), age.lonely.dims
assert list(age.group.values)[-1] == "75+" and set(age.data_vars) == {"lonely", "population"} and age.lonely.attrs["units"] == "1"
money = group("money")
assert money.spent.dims == ("point", "option", "replicate", "year", "payer") and money.spent.attrs["units"] == "EUR"
assert list(money.option.values) == ["projects", "structural", "nothing"]
assert float(money.spent.sel(option="nothing").sum()) == 0 < float(money.spent.sel(option="structural").min("point").sum())
assert {"prevented", "brought_about"} <= set(group("ledger").entry.values)
assert group("reached").residents.dims == ("point", "option", "replicate", "year", "class")
effect = group("reached_effect/lonely")
assert effect.standardised.dims == group("reached").residents.dims and effect.lost.dims == ("point", "option", "replicate", "year")
assert np.nanmax(np.abs(effect.raw.sel(option="projects").values)) > 0
assert all(len(group(g).point) == 5 for g in ("money", "by_group/origin", "ledger"))
PY

# What is kept is what `weefsel run` measures with the point's values.
friend=$(sed -n 4p one/design.csv)
expect 0 "$weefsel" compare small.toml -o compared --quiet --replicates 2 --draws 1 --set "parameters.network.halflife_friend=$friend"
"$python" - $groups <<'PY' || fail "what a sweep keeps is not what weefsel compare measures at the same point"
import sys, numpy as np, xarray
for g in sys.argv[1:]:
    kept = xarray.open_dataset("one/sweep.h5", group=g, engine="h5netcdf").isel(point=2).drop_vars("point")
    whole = xarray.open_dataset("compared/results.h5", group=g, engine="h5netcdf").isel(draw=0)
    for name in kept.data_vars:
        w = whole[name].sel(option=kept.option)
        if "year" in w.dims: w = w.sel(year=kept.year)
        assert np.array_equal(kept[name].values, w.transpose(*kept[name].dims).values, equal_nan=True), (g, name)
PY

# Threads, ranks, shards, and a sweep that goes on.
expect 0 "$weefsel" sweep keep.toml -o two --threads 2 --batch 2 --quiet; same one two
rm two/sweep.h5 two/shards/000002.h5
expect 0 "$weefsel" sweep keep.toml -o two --json; prints '"finished_earlier": 8'; same one two
for i in 1 2; do expect 0 "$weefsel" sweep keep.toml -o shards --batch 1 --quiet --shard $i/2; done
expect 0 "$weefsel" merge shards; same one shards
if command -v mpirun >/dev/null && ldd "$weefsel" | grep -q libmpi; then
    expect 0 timeout 120 env OMPI_ALLOW_RUN_AS_ROOT=1 OMPI_ALLOW_RUN_AS_ROOT_CONFIRM=1 mpirun --oversubscribe -n 2 \
        "$weefsel" sweep keep.toml -o ranks --batch 1 --quiet
    same one ranks
fi

# Asking for more changes no indicator, and is another sweep.
expect 0 "$weefsel" sweep plain.toml -o plain --quiet
"$python" - <<'PY' || fail "keeping more changes an indicator, or a plain sweep keeps more"
import xarray
a, b = (xarray.open_dataset(f"{n}/sweep.h5", engine="h5netcdf").load() for n in ("plain", "one"))
assert a.equals(b.sel(option=a.option))
assert list(a.option.values) == ["projects", "structural"]
import h5py
assert not {"by_group", "money", "ledger", "reached"} & set(h5py.File("plain/sweep.h5"))
PY
expect 2 "$weefsel" sweep plain.toml -o one --quiet; says "holds another sweep"

# A run that fails is empty there too.
printf 'network.halflife_friend\n9\n-5\n' >points.csv
sed -e 's/"lhs"/"list"/; s/^points = 5/file = "points.csv"/; /uncertainties/,/high/d' keep.toml >list.toml
expect 1 "$weefsel" sweep list.toml -o list --quiet
"$python" - <<'PY' || fail "a failed run is not empty in a group"
import xarray
x = xarray.open_dataset("list/sweep.h5", group="money", engine="h5netcdf").spent
assert x.sel(point=2).isnull().all() and x.sel(point=1).notnull().all()
PY

# Wrong wishes.
wrong() { sed "$1" keep.toml >wrong.toml; expect 2 "$weefsel" sweep wrong.toml -o wrong; says "$2"; absent wrong; }
wrong 's/"money"/"mony"/' 'did you mean money?'
wrong 's/"money"/"groups"/' '"groups" is there twice in keep'
wrong 's/\[1, 2\]/[3]/' 'a year must be from 1 to 2'
sed 's/\[1, 2\]/[3]/' keep.toml >wrong.toml
expect 2 "$weefsel" sweep wrong.toml -o wrong --years 6; says "reached: effects are measured in the years 1, 4, 6; add one of them to years (3)"
finish
