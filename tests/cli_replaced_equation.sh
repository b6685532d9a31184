#!/bin/bash
# An equation of the model in a plugin: the model's own, written again, gives the same lives (to the last bit in C++);
# it holds in every command, is named in the results, and what it declares is set and swept as any other parameter.
build=$(realpath "$2") source=$(realpath "$3")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
so=$build/examples/loneliness_again.so hooks=$source/examples/hooks
py=$hooks/loneliness_again.py variant=$hooks/contact_threshold.py
small_scenario small.toml
equal() { expect 0 "$weefsel" trace "$1" "$2"; prints "no difference"; }
run=("$weefsel" run small.toml --option structural --digests --quiet)
with_h5py() { "$python" -c 'import h5py' 2>/dev/null; }

expect 0 "${run[@]}" -o plain.h5
if [ -e "$so" ]; then
    expect 0 "${run[@]}" -o cpp.h5 --plugin "$so" --threads 1
    expect 0 "${run[@]}" -o cpp2.h5 --plugin "$so" --threads 2
    equal plain.h5 cpp.h5
    equal cpp.h5 cpp2.h5
    # Another value of what it declares: other lives, from the first month of the options on, for the warm-up is another.
    expect 0 "${run[@]}" -o slow.h5 --plugin "$so" --set plugin.loneliness_again.pace=0.5
    expect 0 "$weefsel" trace plain.h5 slow.h5; prints "parts in month 1"
    # Kept ends of warm-ups are not mixed up: with the store, in either order, the same as without.
    for first in plugin plain; do
        export WEEFSEL_CACHE=$PWD/cache-$first
        if [ $first = plugin ]; then expect 0 "${run[@]}" -o a.h5 --force --plugin "$so" --set plugin.loneliness_again.pace=0.5
        else expect 0 "${run[@]}" -o a.h5 --force; fi
        expect 0 "${run[@]}" -o kept.h5 --force; equal plain.h5 kept.h5
        expect 0 "${run[@]}" -o kept-slow.h5 --force --plugin "$so" --set plugin.loneliness_again.pace=0.5; equal slow.h5 kept-slow.h5
        expect 0 "${run[@]}" -o kept-slow2.h5 --force --plugin "$so" --set plugin.loneliness_again.pace=0.5; equal slow.h5 kept-slow2.h5
        export WEEFSEL_CACHE=off
    done
    # A place with results of another value is refused.
    expect 2 "${run[@]}" -o slow.h5 --plugin "$so"; says "slow.h5"
    expect 2 "${run[@]}" -o x.h5 --plugin "$so" --set plugin.loneliness_again.pace=3
    says "plugin.loneliness_again.pace"; says "0 to 2"
    expect 2 "${run[@]}" -o x.h5 --plugin "$so" --set plugin.loneliness_again.pase=1
    says "did you mean plugin.loneliness_again.pace?"
    expect 2 "${run[@]}" -o x.h5 --set plugin.loneliness_again.pace=1; says "no plugin is given"
    expect 0 "$weefsel" parameters --plugin "$so"
    prints '| `plugin.loneliness_again.pace` | 1 | 1 | 0 to 2 | How fast'
    [ "$(grep -c '^| `' "$outputs/out")" = 1 ] || fail "parameters --plugin lists more than the plugin declares"
    expect 0 "$weefsel" check small.toml --plugin "$so"; says "loneliness is that of loneliness_again.so"
    # Trials.
    expect 0 "$weefsel" trials "$source/scenarios/trials/r04-choir.toml" --draws 1 --replicates 1 --json --plugin "$so" --quiet
fi

[ -e "$build/libweefsel_python_plugin.so" ] || { echo "built without Python: its equations were not tested"; finish; exit; }

expect 0 "${run[@]}" -o py.h5 --plugin "$py"
expect 0 "$weefsel" run small.toml --option structural -o said.h5 --plugin "$py" --replicates 1
says "the equation of loneliness is that of loneliness_again.py"
if with_h5py; then
    "$python" - plain.h5 py.h5 slow.h5 <<'PY' || fail "the model's own equation in Python does not give the model's numbers"
import sys, h5py, numpy as np
plain, py = (h5py.File(f) for f in sys.argv[1:3])
assert py.attrs["replaced_equations"] == "loneliness by loneliness_again.py", py.attrs["replaced_equations"]
assert "replaced_equations" not in plain.attrs
# One month after the other the two differ by rounding alone; somebody's life may yet turn on it.
close = {"lonely": 0.01, "severely_lonely": 0.01, "distressed": 0.01, "social_cohesion": 0.02, "participation": 0.02}
for name, most in close.items():
    a, b = (f["indicators/" + name][...] for f in (plain, py))
    assert np.nanmax(np.abs(a - b)) <= most, (name, np.nanmax(np.abs(a - b)))
names = [n.decode() for n in py["scenario/parameters/name"][...]]
k = names.index("plugin.loneliness_again.pace")
assert py["scenario/parameters/value"][k] == 1
PY
fi

# After one month every score is the model's to four decimals.
small_scenario begin.toml 's/warmup_years = 1/warmup_years = 0/'
for kept in model again; do
    { [ $kept = again ] && cat "$py"
      printf 'import numpy as np\nindicators = {"n": "Residents"}\ndef analyzer(month, state):\n    r = state.resident\n'
      printf '    if month == 0: np.save("%s.npy", r.loneliness[r.present == 1])\n    return {"n": r.present.sum()}\n' $kept
    } >$kept.py
    expect 0 "$weefsel" run begin.toml --option structural --replicates 1 --years 1 --plugin $kept.py -o $kept.h5 --quiet
done
"$python" -c '
import numpy as np
a, b = np.load("model.npy"), np.load("again.npy")
assert a.shape == b.shape and a.size > 200 and a.std() > 0.5
assert np.abs(a - b).max() < 1e-4, np.abs(a - b).max()' || fail "after one month the equation in Python gives other scores"

# Two that replace the same.
cp "$py" other.py; echo "# another" >>other.py
expect 2 "$weefsel" run small.toml --option structural --plugin "$py" --plugin other.py
says "other.py:1:1: replaces the equation of loneliness, which loneliness_again.py replaces already"

refused() { # refused TEXT MESSAGE
    printf '%s\n' "$1" >refused.py
    expect 2 "$weefsel" run small.toml --option projects --plugin refused.py; says "$2"
}
relax='def loneliness(month, state, inputs, parameters, random): pass'
refused "parameters = {'a': {'value': 5, 'low': 0, 'high': 1}}
$relax" "has a parameter a with the value 5; allowed is 0 to 1"
refused "parameters = {'a': {'value': 1, 'low': 0}}
$relax" 'a has no "high"'
refused "parameters = {'a': {'value': 'x', 'low': 0, 'high': 1}}
$relax" "allowed is a number"
refused "parameters = {'a': {'value': 1, 'low': 0, 'high': 1, 'note': ''}}
$relax" 'a has "note"; allowed are value, low, high'
refused "parameters = [1]
$relax" "parameters: allowed is a dict"
refused "options = ['projects']
$relax" "an equation holds in every option"
wrong() { # wrong LINE MESSAGE: an equation of that line fails
    printf 'import numpy as np\ndef loneliness(month, state, inputs, parameters, random):\n    r = state.resident\n    %s\n' "$1" >wrong.py
    rm -rf wrong.h5*
    expect 1 "$weefsel" run small.toml --option projects --replicates 1 --plugin wrong.py -o wrong.h5
    says "wrong.py: loneliness (warm-up, neighbourhood Example, month -12)"; says "$2"
}
wrong 'r.loneliness[4] = 12' "is 12; allowed is 0 to 11"
wrong 'r.emotional_loneliness[:] = np.nan' "resident.emotional_loneliness of row 0 (birth number "
wrong 'r.trust += 0.1' "read-only"
wrong 'r.trust = 0.1' "an equation of loneliness writes"
wrong 'inputs.drift += 1' "read-only"
wrong 'parameters.rate' "there is no parameter rate; the plugin declares none"
wrong 'parameters["wellbeing.loneliness_rat"]' "there is no parameter wellbeing.loneliness_rat"

# A comparison says it, in file, report and terminal; interrupted and resumed it is the same.
expect 0 "$weefsel" compare small.toml -o said --plugin "$variant" --stopped-after 0 --set plugin.contact_threshold.enough=0.5
prints "Note: an equation of the model is replaced (loneliness by contact_threshold.py)."
grep -q 'replaced_equations\\*":\\*"loneliness by contact_threshold.py' said/report.html || fail "the report does not say that an equation was replaced"
grep -q 'plugin.contact_threshold.enough' said/scenario-resolved.toml || fail "the value of a plugin's parameter is not kept"

# A sweep over what a plugin declares.
cat >d.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "grid"
replicates = 1
[uncertainties]
"plugin.contact_threshold.steeper" = [0.5, 1.5, 3.0]
[outputs]
indicators = ["lonely"]
years = [2]
TOML
expect 0 "$weefsel" sweep d.toml -o swept --plugin "$variant" --quiet
if "$python" -c 'import xarray, h5netcdf' 2>/dev/null; then
    "$python" - <<'PY' || fail "a sweep over a parameter of a plugin does not move loneliness"
import xarray
s = xarray.open_dataset("swept/sweep.h5", engine="h5netcdf")
lonely = s.lonely.values.reshape(3, -1).mean(axis=1)
assert len(set(lonely.tolist())) == 3, lonely
assert s.attrs["replaced_equations"] == "loneliness by contact_threshold.py"
PY
fi
sed 's/steeper" = /steper" = /' d.toml >w.toml
expect 2 "$weefsel" sweep w.toml -o w --plugin "$variant"
says "did you mean plugin.contact_threshold.steeper?"

finish
