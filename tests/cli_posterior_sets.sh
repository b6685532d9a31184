#!/bin/bash
# Whole fitted sets as one factor of a design: what a set says is simulated, beside levers; its folder holds the sets; sensitivity
# counts it as one factor, and boxes are drawn along its parameters.
source=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
"$python" -c 'import xarray, h5netcdf' 2>/dev/null || { echo "xarray is not there; the data cannot be compared"; exit 77; }
small_scenario small.toml 's/^years = 2/years = 1/'
cat >d.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "grid"
replicates = 2
[uncertainties]
posterior = { sets = 3 }
[levers]
"option.structural.line.1.buys.1.fte" = [0.5, 2]
[outputs]
indicators = ["lonely", "population"]
years = [1]
TOML
expect 0 "$weefsel" design d.toml; prints "posterior,option.structural.line.1.buys.1.fte"
[ "$(wc -l <"$outputs/out")" -eq 7 ] || fail "a grid of three sets and two levels has not six points"
expect 0 "$weefsel" sweep d.toml -o swept --quiet
cmp -s swept/posterior.csv "$source/scenarios/posterior.csv" || fail "the folder does not hold the sets"

# The fourth point is the second set with 2 fte: the same as all its parameters by hand.
row=$(grep -v '^#' "$source/scenarios/posterior.csv" | sed -n 3p); names=$(grep -v '^#' "$source/scenarios/posterior.csv" | head -1)
settings=(--set option.structural.line.1.buys.1.fte=2)
IFS=, read -ra name <<<"$names"; IFS=, read -ra value <<<"$row"
for j in "${!name[@]}"; do settings+=(--set "parameters.${name[$j]}=${value[$j]}"); done
expect 0 "$weefsel" run small.toml --option structural -o run.h5 --quiet --replicates 2 "${settings[@]}"
"$python" - "${name[0]}" "${value[0]}" <<'PY' || fail "a point with a set is not what its parameters say"
import sys, numpy as np, xarray
sweep = xarray.open_dataset("swept/sweep.h5", engine="h5netcdf")
run = xarray.open_dataset("run.h5", group="indicators", engine="h5netcdf")
for name in ("lonely", "population"):
    a, b = sweep[name].sel(point=4, option="structural", year=1).values, run[name].isel(option=0, draw=0).mean("month").values
    assert np.allclose(a, b, rtol=1e-6), (name, a, b)
assert list(sweep.posterior.values) == [1, 1, 2, 2, 3, 3]
sets = xarray.open_dataset("swept/sweep.h5", group="posterior_sets", engine="h5netcdf")
assert len(sets.data_vars) == 23 and float(sets[sys.argv[1]].sel(point=4)) == float(sys.argv[2])
assert len(np.unique(sweep.lonely.sel(option="structural", year=1, replicate=1).values)) == 6
PY

# A file of one's own; the design in the folder names the sets there.
{ grep -v '^#' "$source/scenarios/posterior.csv" | head -7; } >mine.csv
sed 's/sets = 3/sets = "all", file = "mine.csv"/' d.toml >own.toml
expect 0 "$weefsel" sweep own.toml -o own --quiet
cmp -s own/posterior.csv mine.csv || fail "the folder does not hold one's own sets"
grep -q 'file = "posterior.csv"' own/design.toml || fail "the design in the folder names sets outside it"
sed -i '3s/^[^,]*/-2.5/' mine.csv
expect 2 "$weefsel" sweep own.toml -o own --quiet; says "holds another sweep"

# Sensitivity: one factor of a Sobol' design, in classes of given data; boxes along parameters.
sed -e 's/"grid"/"sobol"\npoints = 4/' d.toml >sobol.toml
expect 0 "$weefsel" sweep sobol.toml -o sobol --quiet
expect 0 "$weefsel" sensitivity sobol --indicator lonely --option structural --quiet
[ "$(grep -c ',posterior,' sobol/sensitivity.csv)" -eq 4 ] || fail "the sets are not one factor of the indices"
expect 0 "$weefsel" sensitivity sobol --indicator lonely --option structural --method given-data -o given.csv
expect 0 "$weefsel" sensitivity sobol --indicator lonely --option structural --method emulator -o emulated.csv; says "posterior is of names, not of numbers"
middle=$("$python" -c 'import xarray; print(float(xarray.open_dataset("sobol/sweep.h5", engine="h5netcdf").lonely.sel(option="structural").mean("replicate").median()))')
expect 0 "$weefsel" sensitivity sobol --indicator lonely --option structural --prim --above "$middle" --json --quiet
"$python" - "$outputs/out" <<'PY' || fail "boxes are not drawn along the parameters of the sets"
import json, sys
limits = [l["factor"] for b in json.load(open(sys.argv[1]))["boxes"] for l in b["limits"]]
assert limits and "posterior" not in limits, limits
PY

# In a list the column holds numbers of sets; what does not go together is said before anything is written.
printf 'posterior\n2\n200\n' >points.csv
sed -e 's/"grid"/"list"\nfile = "points.csv"/; /uncertainties/,/fte/d' d.toml >list.toml
expect 0 "$weefsel" sweep list.toml -o list --quiet
printf 'posterior\n2\n2.5\n' >points.csv
expect 1 "$weefsel" sweep list.toml -o list --quiet --force; says "posterior must be the number of a set, from 1 to 200; found 2.5"
wrong() { sed "$1" d.toml >wrong.toml; expect 2 "$weefsel" sweep wrong.toml -o wrong; says "$2"; absent wrong; }
wrong 's/^posterior.*/&\n"help.volunteer_start" = [0.01, 0.02]/' 'wrong.toml:7:1: help.volunteer_start is in the sets of posterior already'
wrong 's/sets = 3/sets = 300/' "wrong.toml:6:1: posterior asks for 300 sets"
wrong 's/sets = 3/sets = 3, file = "none.csv"/' "none.csv"
wrong 's/"grid"/"morris"\npoints = 2/' "the sets of posterior have no order"

# What `run` warns of stands at a line of the file, though one option of it is read again.
{ cat small.toml; printf '[[option]]\nname = "nought"\n'; } >lineless.toml
expect 0 "$weefsel" run lineless.toml --option nought -o nought.h5; says "lineless.toml:35:1: option \"nought\" has no lines"

# A program that stands where its fitted sets are not says so, once it needs them.
cp "$weefsel" alone
expect 0 ./alone check small.toml --set draws=2; says "the fitted sets that ship with weefsel are not found"
expect 0 ./alone check small.toml --set draws=2 --lang nl; says "de geijkte waarden die bij weefsel horen zijn niet gevonden"
expect 0 ./alone check small.toml --set draws=1; grep -q "fitted sets" "$outputs/err" && fail "stated values need no fitted sets"
expect 0 "$weefsel" check small.toml --set draws=2; grep -q "fitted sets" "$outputs/err" && fail "fitted sets that are there are said to be missing"
finish
