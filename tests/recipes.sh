#!/bin/bash
# The recipes for other tools do what they say: those in Python with a stand-in that takes the documented
# arguments, that of OpenMOLE command by command as it starts them, and that of HyperQueue with a stand-in for hq.
source_folder=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
if ! "$python" -c 'import pandas, scipy' 2>/dev/null; then
    echo "python3-pandas or python3-scipy is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
recipes=$source_folder/docs/guides/calibration
mkdir bin && ln -s "$weefsel" bin/weefsel
export PATH="$PWD/bin:$PATH" PYTHONDONTWRITEBYTECODE=1
small_scenario my.toml 's/^years = 2/years = 8/'
with_stand_ins() { PYTHONPATH="$source_folder/tests/stand_ins" "$@"; }

# Processes that another tool forks do not share a door.
PYTHONPATH=$recipes "$python" - <<'PY' || fail "two processes share a door"
import multiprocessing
from door import door

def opened(_):
    return door("my.toml").process.pid

own = opened(0)
with multiprocessing.get_context("fork").Pool(1) as pool:
    assert own == opened(0) and pool.map(opened, [0]) != [own]
PY

# pyABC: the posterior has rows of equal weight and full names, and a scenario draws from it.
expect 0 with_stand_ins "$python" "$recipes/fit_pyabc.py" my.toml
[ "$(wc -l <posterior.csv)" -eq 151 ] || fail "the posterior of pyABC has not 150 sets"
[ "$(head -1 posterior.csv)" = "wellbeing.loneliness_contact,care.wmo_level" ] || fail "the posterior has other names"
expect 0 "$weefsel" compare my.toml -o drawn --years 1 --draws 3 --replicates 1 --set posterior=posterior.csv --quiet
"$python" - <<'PY' || fail "the draws are no sets of the posterior of pyABC"
import numpy, pandas, xarray
sets = pandas.read_csv("posterior.csv")
drawn = xarray.open_dataset("drawn/results.h5", group="scenario/draws", engine="h5netcdf").value
for values in drawn.sel(parameter=list(sets.columns)).values:
    assert numpy.isclose(values, sets, rtol=1e-6).all(axis=1).any(), values
PY

# EMA Workbench: a row an experiment, within the ranges of the parameters.
expect 0 with_stand_ins "$python" "$recipes/explore_ema.py" my.toml
"$python" - <<'PY' || fail "the experiments of EMA Workbench are not what was simulated"
import pandas
table = pandas.read_csv("experiments.csv")
assert len(table) == 4 and table.difference.notna().all() and table.difference.nunique() > 1, table
assert table.network__halflife_friend.between(3, 120).all()
PY

# OpenMOLE: the command, word by word, in a folder with the resources alone: one number out, and the process ends.
"$python" - "$recipes" <<'PY' || fail "the command of OpenMOLE does not do what its recipe says"
import pathlib, re, shlex, shutil, subprocess, sys
recipes = pathlib.Path(sys.argv[1])
recipe = (recipes / "explore.oms").read_text()
command = re.search(r'command = Seq\("(.+)"\)', recipe)[1]
resources = re.findall(r'resources \+= \(workDirectory / "(.+)"\)', recipe)
low, high = map(float, re.search(r"friend in \(([\d.]+) to ([\d.]+) by [\d.]+\)", recipe).groups())
assert set(re.findall(r"\$\{(\w+)\}", command)) == {"friend", "replicate"}

def life(folder, friend, replicate):
    place = pathlib.Path(folder)
    place.mkdir()
    for name in resources:
        shutil.copy(name if name.endswith(".toml") else recipes / name, place)
    words = shlex.split(command.replace("${friend}", str(friend)).replace("${replicate}", str(replicate)))
    words[0] = "/usr/bin/python3"
    return subprocess.run(words, cwd=place, capture_output=True, text=True, timeout=60)

said = {}
for i, (friend, replicate) in enumerate([(low, 1), (low, 2), (high, 1), (low, 1)]):
    run = life(f"life{i}", friend, replicate)
    assert run.returncode == 0 and run.stdout.count("\n") == 1, run
    said[i] = float(run.stdout.strip())
assert said[0] == said[3] and len({said[0], said[1], said[2]}) > 1, said
wrong = life("wrong", 1e6, 1)
assert wrong.returncode != 0 and wrong.stdout == "" and "from 3 to 120" in wrong.stderr, wrong
PY

# HyperQueue: parts and a merge; a run that fails is no reason to stop, and other parts go on with what is there.
small_scenario small.toml 's/^years = 2/years = 1/'
printf 'network.halflife_friend,network.halflife_fellow_member\n9,3\n9,-5\n12,3\n' >points.csv
cat >d.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "list"
file = "points.csv"
replicates = 2
[outputs]
indicators = ["social_cohesion"]
TOML
ln -s "$source_folder/tests/stand_ins/hq" bin/hq
expect 1 bash "$source_folder/docs/guides/sweeps/hyperqueue.sh" d.toml swept 3
says "2 of 6 runs failed"; there swept/sweep.h5 swept/status-3of3.jsonl
rm swept/shards/000002.h5
expect 1 bash "$source_folder/docs/guides/sweeps/hyperqueue.sh" d.toml swept 2
there swept/shards/000002.h5
finish
