#!/bin/bash
# Interventions and analyzers of one's own: the same bits from Python and C++ and from any number of threads; named in the
# results; what goes wrong in a hook is one world's error; a folder made with another plugin is refused.
build=$(realpath "$2") source=$(realpath "$3")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
so=$build/examples/walking_group.so py=$source/examples/hooks/walking_group.py
small_scenario small.toml
equal() { expect 0 "$weefsel" trace "$1" "$2"; prints "no difference"; }
own() { # own FILE NAME: the values of an indicator of a plugin
    "$python" -c 'import sys, xarray; print(xarray.open_dataset(sys.argv[1], group="own", engine="h5netcdf")[sys.argv[2]].values.tolist())' "$@"
}

# Without plugins nothing of Python is loaded, and the program is not linked to it.
ldd "$weefsel" | grep -q libpython && fail "the program is linked to Python"

# C++.
if [ -e "$so" ]; then
    expect 0 "$weefsel" run small.toml --option structural --digests -o plain.h5 --quiet
    expect 0 "$weefsel" run small.toml --option structural --digests -o cpp.h5 --plugin "$so" --threads 1
    says "walking_group.so: "; says "in its hooks"
    expect 0 "$weefsel" trace plain.h5 cpp.h5; prints "parts in month 1"
    # An option in which it does not act is as ever: twins stay twins.
    expect 0 "$weefsel" run small.toml --option projects --digests -o plain2.h5 --quiet
    expect 2 "$weefsel" run small.toml --option projects --digests -o plain2.h5 --plugin "$so" --quiet
    says "holds results with no plugin, not with walking_group.so $(sha256sum "$so" | cut -c1-64)"
    expect 0 "$weefsel" run small.toml --option projects --digests -o cpp2.h5 --plugin "$so" --quiet
    equal plain2.h5 cpp2.h5
    cp "$so" copy.so
    expect 2 "$weefsel" run small.toml --option projects --plugin "$so" --plugin copy.so
    says "copy.so:1:1: has an indicator lonely_65 of which there is one already"; says "is given twice"
fi

# What is no plugin.
expect 2 "$weefsel" run small.toml --option structural --plugin none.py; says "none.py"
echo "text" >text.txt
expect 2 "$weefsel" run small.toml --option structural --plugin text.txt; says "allowed are FILE.py and FILE.so"
echo "text" >text.so
expect 2 "$weefsel" run small.toml --option structural --plugin text.so; says "cannot be loaded"
absent out

# A program beside which there is no library with Python says what to do.
cp "$weefsel" alone
expect 2 ./alone run small.toml --option structural --plugin "$py"; says "pybind11-dev"

if [ ! -e "$build/libweefsel_python_plugin.so" ]; then
    echo "built without Python: its plugins were not tested"
    finish
    exit
fi

# Python: the same bits as C++, whatever the threads.
expect 0 "$weefsel" run small.toml --option structural --digests -o py1.h5 --plugin "$py" --threads 1 --quiet
expect 0 "$weefsel" run small.toml --option structural --digests -o py2.h5 --plugin "$py" --threads 2 --quiet
equal py1.h5 py2.h5
if [ -e "$so" ]; then
    equal cpp.h5 py1.h5
    if "$python" -c 'import xarray, h5netcdf' 2>/dev/null; then
        [ "$(own cpp.h5 lonely_65)" = "$(own py1.h5 lonely_65)" ] || fail "analyzers in C++ and Python measure differently"
        own py1.h5 lonely_65 | grep -q '0\.[0-9]' || fail "nothing was measured"
    fi
fi
if "$python" -c 'import h5py' 2>/dev/null; then
    "$python" - py1.h5 "walking_group.py $(sha256sum "$py" | cut -c1-64)" <<'PY' || fail "the plugin is not named in the results"
import sys, h5py
with h5py.File(sys.argv[1]) as f:
    named = f.attrs["plugins"]
    assert (named.decode() if isinstance(named, bytes) else named) == sys.argv[2], named
    own = f["own/lonely_65"]
    assert own.shape == (1, 1, 4, 24), own.shape
    assert "65" in str(own.attrs["long_name"])
PY
fi

# A comparison; a world that fails is named with its reason, and the others are kept.
cat >fails.py <<'PY'
indicators = {"anything": "Something"}
def helper(x):
    return 1 / x
def intervention(month, state, random):
    if month == 3 and random.uniform("fails", 1, once=True) < 0.5:
        helper(0)
def analyzer(month, state):
    return {"anything": month}
PY
expect 1 "$weefsel" compare small.toml -o fails --plugin fails.py --replicates 8 --stopped-after 0
says "ZeroDivisionError"; says "line 3, in helper"; says "month 3): Traceback"; says "the results hold the others"
there fails/results.h5 fails/plugin-1.py
cmp -s fails.py fails/plugin-1.py || fail "the plugin is not kept beside the results"
grep -q '"plugin-1.py".*"alternateName":"fails.py"' fails/ro-crate-metadata.json || fail "the provenance does not name the plugin"
grep -q '^structural,[^,]*,anything,1,' fails/summary.csv || fail "an indicator of one's own is not in summary.csv"
expect 2 "$weefsel" resident fails/results.h5; says "was made with plugins"

hook() { # hook LINES: an intervention of these lines, which must fail
    printf 'import numpy as np\ndef intervention(month, state, random):\n%s\n' "$1" >hook.py
    rm -rf hook.h5*
    expect 1 "$weefsel" run small.toml --option projects --replicates 1 --plugin hook.py -o hook.h5
}
hook '    state.resident.trust[7] = np.nan'; says "resident.trust of row 7 (birth number "; says "is nan; allowed is 0 to 1"; says "month 0"
hook '    state.resident.loneliness[5] = 12'; says "resident.loneliness of row 5 (birth number "; says "is 12; allowed is 0 to 11"
hook '    state.resident.drift[0] = np.inf'; says "allowed is any finite number"
hook '    state.resident.invited[2] = 200'; says "or 255 for none"
hook '    state.resident.present[2] = 0'; says "read-only"
hook '    state.resident.present = 0'; says "resident.present cannot be written"
hook '    state.resident.drfit += 1'; says "there is no column resident.drfit"
hook '    state.residents.drift += 1'; says "the state has no residents"
hook '    global kept; kept = state.resident.trust[3:9]'; says "was kept after the hook had returned (resident.trust)"

# What is well: in place, whole columns, by name, arrays that are wide.
cat >well.py <<'PY'
import numpy as np
def intervention(month, state, random):
    for name in state.columns:
        column = state[name]
        if column.flags.writeable:
            state[name] = column.copy()
    state.resident.trust *= 1
    state.resident.trust = np.clip(state.resident.trust, 0, 1)
    assert state.resident.bond.shape == (len(state.resident.age), 2)
    assert state["resident.habit.1"].dtype == np.float32
    assert state.option == "projects" and state.neighbourhood == "Example" and state.site == 0
    one = random.uniform("x", int(state.resident.birth_number[3]))
    assert one == random.uniform("x", state.resident.birth_number)[3] and 0 <= one < 1
PY
expect 0 "$weefsel" run small.toml --option projects --digests -o well.h5 --plugin well.py --quiet
[ -e "$so" ] && equal plain2.h5 well.h5

refused() { # refused TEXT MESSAGE
    printf '%s\n' "$1" >refused.py
    expect 2 "$weefsel" run small.toml --option projects --plugin refused.py; says "$2"
}
refused 'x = 1' "has neither intervention"
refused 'def intervention(' "SyntaxError"
refused 'def analyzer(month, state): return {}' "declares no indicators"
refused 'options = ["projcts"]
def intervention(month, state, random): pass' 'acts in an option "projcts"'
refused 'indicators = {"a b": "x"}
def analyzer(month, state): return {}' "a name has letters"

# A sweep that was killed goes on with the same plugin and is refused with another.
cat >d.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "lhs"
points = 30
seed = 1
replicates = 2
[uncertainties]
"network.halflife_friend" = { low = 6, high = 18 }
[outputs]
indicators = ["social_cohesion", "lonely_65"]
years = [1]
TOML
sweep=("$weefsel" sweep d.toml --batch 2 --threads 2 --quiet)
cp "$py" mine.py
expect 0 "${sweep[@]}" -o whole --plugin mine.py
setsid "${sweep[@]}" -o killed --plugin mine.py >"$outputs/out" 2>"$outputs/err" &
pid=$!
for _ in $(seq 400); do
    [ "$(find killed/shards -name '*.h5' 2>/dev/null | head -3 | wc -l)" -ge 3 ] && break
    sleep 0.05
done
kill -KILL "$pid"
wait "$pid" 2>/dev/null
[ -e killed/sweep.h5 ] && fail "the sweep was done before it was killed; the test needs a longer one"
expect 2 "${sweep[@]}" -o killed; says "\"lonely_65\" is no indicator"
sed 's/0\.1 /0.2 /' "$py" >mine.py
expect 2 "${sweep[@]}" -o killed --plugin mine.py; says "other plugins"
cp "$py" mine.py
expect 0 "$weefsel" sweep d.toml --batch 2 --threads 2 -o killed --plugin mine.py
grep -q "mine.py $(sha256sum mine.py | cut -c1-64)" killed/manifest.json || fail "the manifest does not name the plugin"
if "$python" -c 'import xarray, h5netcdf' 2>/dev/null; then
    "$python" - <<'PY' || fail "a sweep that was killed and resumed has other data"
import sys, xarray
a, b = (xarray.open_dataset(f + "/sweep.h5", engine="h5netcdf").load() for f in ("whole", "killed"))
sys.exit(0 if a.equals(b) and "mine.py" in a.attrs["plugins"] and a.lonely_65.notnull().all() else 1)
PY
fi

finish
