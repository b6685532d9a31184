#!/bin/bash
# The JSON Schemas: every file that ships holds to its schema, a schema and the program agree on what is wrong, and a
# schema names what the program measures.
source_folder=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3
if ! "$python" -c 'import jsonschema, tomllib' 2>/dev/null; then
    echo "python3-jsonschema is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
small_scenario small.toml
expect 0 "$weefsel" new fresh --quiet
"$python" - "$weefsel" "$source_folder" <<'PY' || fail "a schema says something else than the program"
import json, re, subprocess, sys, tomllib
from pathlib import Path

from jsonschema import Draft202012Validator

program, source = sys.argv[1], Path(sys.argv[2])
scenarios = source / "scenarios"
wrong = []


def check(holds, what):
    if not holds:
        wrong.append(what)


def schema(name):
    read = json.loads((scenarios / f"schema/{name}.schema.json").read_text())
    Draft202012Validator.check_schema(read)
    return Draft202012Validator(read)


def said(*command):
    return subprocess.run([program, *command], capture_output=True, text=True)


scenario, design, targets = schema("scenario"), schema("design"), schema("targets")

# What ships, and what `weefsel new` writes.
shipped = {path: scenario for path in [*scenarios.glob("*.toml"), scenarios / "targets/average.toml", Path("fresh.toml")]}
shipped |= {path: design for path in scenarios.glob("designs/*.toml")}
shipped |= {path: targets for path in scenarios.glob("targets/*.toml") if path not in shipped}
for path, held_to in shipped.items():
    for error in held_to.iter_errors(tomllib.loads(path.read_text())):
        check(False, f"{path}: {error.json_path}: {error.message}")
for path in [*scenarios.glob("designs/*.toml"), scenarios / "targets/nl.toml"]:
    line = path.read_text().splitlines()[0]
    named = re.fullmatch(r"#:schema (\S+)", line)
    check(named and (path.parent / named[1]).is_file(), f"{path} does not name its schema in its first line")


def judge(held_to, text, good, command, name):
    """Whether the schema, and the program, take a text for what it is."""
    check(held_to.is_valid(tomllib.loads(text)) == good, f"the schema takes this for {'wrong' if good else 'right'}:\n{text}")
    if command:
        Path(name).write_text(text)
        code = said(*command, name).returncode
        check(code == (0 if good else 2), f"the program ends with {code} on:\n{text}")


# What a line buys.
small, post = Path("small.toml").read_text(), '{ role = "opbouwwerker", fte = 0.5 }'
for good, buys in [
    (True, '{ public_space = "street", quality = 0.3, share = 0.5 }'), (True, '{ public_space = "square", quality = 0.3 }'),
    (True, '{ public_space = "park", quality = 0 }'), (True, "{ adapted_dwellings = 20 }"), (True, "{ transport = 100 }"),
    (True, "{ training = 40 }"), (True, "{ network_leaders = 0.5 }"), (False, '{ public_space = "road", quality = 0.3 }'),
    (False, '{ public_space = "park", quality = 0.3, share = 0.5 }'), (False, '{ public_space = "street" }'),
    (False, '{ public_space = "street", quality = 1.3 }'), (False, '{ public_space = "street", quality = 0.3, share = -1 }'),
    (True, "{ pay = 0.1 }, { innovation = 0.5 }, { by_street = 2 }"), (False, "{ pay = 1.5 }"), (False, "{ innovation = 0.6 }"),
    (False, "{ by_street = -1 }"), (False, "{ adapted_dwellings = -1 }"), (False, "{ transport = 3, training = 4 }"), (False, "{ network_leaders = true }"),
]:
    assert post in small
    judge(scenario, small.replace(post, f"{post}, {buys}"), good, ["check"], "s.toml")

# Designs: each difference from a right one that makes it wrong, and some that do not.
lhs = '[design]\nkind = "lhs"\npoints = 4\n[uncertainties]\n"a.b" = { low = 1, high = 2 }\n'
Path("points.csv").write_text("a,b\n1,2\n3,4\n")
listed = '[design]\nkind = "list"\nfile = "points.csv"\n'
for good, before, after in [
    (True, "", ""), (True, "points = 4", "points = 4\nseed = 3\nreplicates = 2"), (True, '"a.b"', "a.b"),
    (True, "{ low = 1, high = 2 }", "[1, 2, 3]"), (True, "{ low = 1, high = 2 }", '["x", "y", true]'),
    (True, "high = 2", 'high = 2, distribution = "loguniform"'), (True, "high = 2", "high = 2, whole = true"),
    (True, "lhs", "sobol"), (True, 'lhs"', 'morris"\nlevels = 6'), (True, "[uncertainties]", "[levers]"),
    (True, 'lhs"\npoints = 4\n[uncertainties]\n"a.b" = {', 'grid"\n[uncertainties]\n"a.b" = { whole = true,'),
    (True, "[design]", '[outputs]\nindicators = ["lonely"]\nyears = [1, 4]\n[design]'),
    (False, "lhs", "halton"), (False, "points = 4\n", ""), (False, "points = 4", "points = 0"),
    (False, "points = 4", "points = 4.5"), (False, "points = 4", "points = 4\nlevels = 4"),
    (False, 'lhs"', 'morris"\nlevels = 5'), (False, "points = 4", 'points = 4\nfile = "points.csv"'),
    (False, "points = 4", 'points = 4\nlevers = ["a"]'), (False, "points = 4", "points = 4\nseed = -1"),
    (False, "points = 4", "points = 4\nreplicates = 0"), (False, "points = 4", "pionts = 4"), (False, 'kind = "lhs"\n', ""),
    (False, '"a.b" = { low = 1, high = 2 }\n', ""), (False, "low = 1, ", ""), (False, "{ low = 1, high = 2 }", "3"),
    (False, "{ low = 1, high = 2 }", "[]"), (False, "{ low = 1, high = 2 }", "[1, 1]"),
    (False, "{ low = 1, high = 2 }", '[1, "x"]'), (False, "low = 1", 'low = "1"'), (False, "low = 1", "low = 0, high_ = 1"),
    (False, "high = 2", 'high = 2, distribution = "normal"'), (False, "low = 1", 'distribution = "loguniform", low = 0'),
    (False, "high = 2", 'high = 2, whole = true, distribution = "loguniform"'), (False, "low = 1", "whole = true, low = 0.5"),
    (False, "low = 1", 'distribution = "posterior", low = 1'), (False, 'lhs"\npoints = 4', 'grid"'),
    (False, 'lhs"\npoints = 4', 'grid"\npoints = 4'), (False, "[design]", "[outputs]\nyears = [0]\n[design]"),
    (False, "[design]", "[outputs]\nmonths = [1]\n[design]"), (False, "[design]", "title = 'x'\n[design]"),
    (False, "[design]", "scenario = 3\n[design]"), (False, "[design]", '[outputs]\nindicators = ["lonely", "lonely"]\n[design]'),
]:
    assert before in lhs, before
    judge(design, lhs.replace(before, after, 1), good, ["design"], "d.toml")
judge(design, listed + 'levers = ["b"]\n', True, ["design"], "d.toml")
judge(design, listed.replace('file = "points.csv"\n', ""), False, ["design"], "d.toml")
judge(design, listed + "points = 4\n", False, ["design"], "d.toml")
judge(design, listed + "[uncertainties]\na = [1, 2]\n", False, ["design"], "d.toml")
judge(design, lhs.replace("{ low = 1, high = 2 }", '{ distribution = "posterior" }'), True, None, "")
sobol = lhs.replace('"lhs"', '"sobol"')
judge(design, sobol.replace("points = 4", "points = 4\nsecond_order = true"), True, None, "")
judge(design, lhs.replace("points = 4", "points = 4\nsecond_order = true"), False, ["design"], "d.toml")
judge(design, lhs.replace("points = 4", "points = 4\nsecond_order = 2"), False, ["design"], "d.toml")
for keep, good in [('["groups", "money", "ledger", "reached"]', True), ("[]", True), ('["months"]', False), ('["money", "money"]', False), ("true", False)]:
    judge(design, lhs + f"[outputs]\nkeep = {keep}\n", good, ["design"], "d.toml")
for sets, good in [('{ sets = "all" }', True), ('{ sets = 50, file = "posterior.csv" }', True), ("{ sets = 1 }", False), ('{ sets = "some" }', False), ('{ sets = "all", low = 1 }', False)]:
    judge(design, lhs.replace("[uncertainties]\n", f"[uncertainties]\nposterior = {sets}\n"), good, None if good else ["design"], "d.toml")
judge(design, '[outputs]\nindicators = ["lonly"]\n' + lhs, False, None, "")

# Targets; of right ones the program would begin a fit.
fit = """scenario = "small.toml"
[search]
particles = 20
[[target]]
quantity = "lonely"
value = 46
tolerance = 1.5
unit = "%"
source = "a survey"
[free]
"cohesion.trust_usual" = {}
"""
for good, before, after in [
    (True, "", ""), (True, "scenario", 'title = "x"\nscenario'), (True, "[search]\nparticles = 20\n", ""),
    (True, "particles = 20", "generations = 3\nquantile = 0.5\nminimal_acceptance = 0.05\nruns = 100\nrows = 10"),
    (True, '"lonely"', '"cohesion"'), (True, "{}", '{ low = 0.1, high = 0.9, scale = "logit" }'), (True, "{}", "{ spread = 0.3 }"),
    (True, 'quantity = "lonely"', 'indicator = "wmo"'),
    (False, 'scenario = "small.toml"\n', ""), (False, "scenario", "tittle = 'x'\nscenario"), (False, "20", "1"),
    (False, "particles = 20", "quantile = 0.99"), (False, "particles = 20", "minimal_acceptance = 0"),
    (False, "particles = 20", "rows = 0"), (False, "particles = 20", "waves = 3"), (False, "lonely", "lonly"),
    (False, 'quantity = "lonely"\n', ""), (False, 'quantity = "lonely"', 'quantity = "lonely"\nindicator = "wmo"'),
    (False, 'quantity = "lonely"', 'indicator = "wmoo"'), (False, "value = 46\n", ""), (False, "tolerance = 1.5\n", ""),
    (False, "tolerance = 1.5", "tolerance = -1"), (False, 'unit = "%"\n', ""), (False, 'source = "a survey"\n', ""),
    (False, "46", '"46"'), (False, '[free]\n"cohesion.trust_usual" = {}\n', ""), (False, '"cohesion.trust_usual" = {}\n', ""),
    (False, "{}", "0.5"), (False, "{}", "{ mean = 3 }"), (False, "{}", '{ scale = "square" }'), (False, "{}", "{ spread = 0 }"),
    (False, '"cohesion.trust_usual"', "cohesion.trust_usual"), (True, "[[target]]", "[target]"), (False, "[[target]]", "[[targets]]"),
]:
    assert before in fit, before
    judge(targets, fit.replace(before, after, 1), good, None if good else ["calibrate"], "t.toml")

# What can be measured is what the schemas name.
indicators = [row.split(",")[0] for row in said("parameters", "--table", "indicators", "--format", "csv").stdout.splitlines()[1:]]
figure = targets.schema["$defs"]["target"]["properties"]
check(design.schema["properties"]["outputs"]["properties"]["indicators"]["items"]["enum"] == indicators,
      f"design.schema.json names other indicators than the program: {indicators}")
check(figure["indicator"]["enum"] == indicators, f"targets.schema.json names other indicators than the program: {indicators}")
Path("t.toml").write_text(fit.replace("lonely", "lonly"))
quantities = re.search(r"allowed is one of (.+)", said("calibrate", "t.toml").stderr)[1].split(", ")
check(figure["quantity"]["enum"] == quantities, f"targets.schema.json names other quantities than the program: {quantities}")

for line in wrong:
    print("FAIL:", line)
sys.exit(1 if wrong else 0)
PY
finish
