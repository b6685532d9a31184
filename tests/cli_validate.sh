#!/bin/bash
# Patterns that must pass and fail by construction, exit codes, --json, and files that are wrong.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario sample.toml 's/^years = 2/years = 1/'
cat >patterns.toml <<'TOML'
sample = "sample.toml"
[[pattern]]
id = "sure"
text = { nl = "Een aandeel ligt tussen 0 en 100", en = "A share lies between 0 and 100" }
quantity = "lonely"
low = 0
high = 100
unit = "%"
source = "arithmetic"
use = "validation"
[[pattern]]
id = "same"
text = "An option does not differ from itself"
quantity = "cohesion"
option = "structural"
against = "structural"
low = 0
high = 0
unit = "0-10"
source = "arithmetic"
use = "validation"
[[pattern]]
id = "unseen"
text = "A sample without a rural neighbourhood has no difference with one"
quantity = "cohesion_rural_minus_urban"
low = 0.8
unit = "0-10"
source = "none"
use = "validation"
[[pattern]]
id = "too short"
text = "Seven years do not fit into one"
quantity = "network_change"
low = 0
unit = "%"
source = "arithmetic"
use = "validation"
TOML
sed 's/^low = 0$/low = 101/; s/^high = 100$/high = 102/; s/^high = 0$/high = 102/' patterns.toml >impossible.toml

expect 0 "$weefsel" validate patterns.toml --strict --replicates 2
prints "2 of 4 patterns pass, 0 fail, 2 not measured"
prints "seed 7"
says "simulated"
# What the shipped posterior was fitted to stands apart from what it was not.
prints "Used for fitting"; prints "Of 1 used for fitting 1 pass."; prints "Of 3 not used for fitting 1 pass."
expect 0 "$weefsel" validate patterns.toml --draws 3 --replicates 1
says "come together from the posterior"; prints "simulated (95 % of sets)"; prints "pass, 100 % of sets"
# Of the sixteen that ship, one that the sample sets itself is not fitted.
sed '/^\[neighbourhood\]/i [parameters]\n"cohesion.trust_usual" = 0.5\n' sample.toml >own.toml
sed 's/sample.toml/own.toml/' patterns.toml >own_patterns.toml
expect 0 "$weefsel" validate own_patterns.toml --draws 2 --replicates 1
says "22 parameters come together from the posterior"
expect 0 "$weefsel" validate patterns.toml --draws 2 --prior --replicates 2 --json; says "come from their prior"
python3 - "$outputs/out" <<'PY' || fail "draws are not measured one by one"
import json, sys
sure = json.load(open(sys.argv[1]))["patterns"][0]
assert sure["fitted"] and len(sure["by_draw"]) == 2 and sure["by_draw"][0] != sure["by_draw"][1]
assert abs(sure["value"] - sum(sure["by_draw"]) / 2) < 1e-9
PY
expect 0 "$weefsel" validate impossible.toml --replicates 1 --quiet
prints "FAIL"
expect 1 "$weefsel" validate impossible.toml --replicates 1 --quiet --strict

# One machine-readable result, the same for any number of threads.
for threads in 1 2; do
    expect 0 "$weefsel" validate patterns.toml --json --quiet --threads $threads
    python3 - "$outputs/out" >"$outputs/json$threads" <<'PY' || fail "the result is no JSON of the form that was promised"
import json, sys
result = json.load(open(sys.argv[1]))
assert [p["verdict"] for p in result["patterns"]] == ["pass", "pass", "not measured", "not measured"]
assert result["pass"] == 2 and result["fail"] == 0 and result["not_measured"] == 2
assert result["patterns"][1]["value"] == 0 and result["patterns"][0]["worlds"] == 4
assert "nobody in this sample" in result["patterns"][2]["not_measured"] and result["seed"] == 7
print(result["patterns"])
PY
done
cmp -s "$outputs/json1" "$outputs/json2" || fail "what is measured depends on the number of threads"

# Between neighbourhoods: figures and a monitor named together.
{
    echo "gwb_code_10,gm_naam,regio,a_inw,a_00_14,a_15_24,a_25_44,a_45_64,a_65_oo,a_hh,g_hhgro,ste_mvs"
    for i in 1 2 3 4; do echo "BU0000000$i,Stad,Buurt $i,300,50,40,80,70,60,140,2.1,$i"; done
} >figures.csv
{
    echo "age,gwb_code_10,year,lonely,severely_lonely"
    for i in 1 2 3; do echo "18+,BU0000000$i,2016,4$i,1$i"; done
} >monitor.csv
expect 0 "$weefsel" validate patterns.toml --replicates 1 --quiet --monitor monitor.csv --figures figures.csv
prints "3 neighbourhoods (BU) also in the monitor of 2016 (left out: 1"
prints "2 of 4 patterns pass"; prints "buurt and wijk rows judge order only"
# Without a file of patterns the monitor is all there is; the same for any number of threads.
between() { expect 0 "$weefsel" validate --replicates 1 --quiet --set warmup_years=1 --monitor monitor.csv --figures figures.csv "$@"; }
for threads in 1 2; do
    between --json --table "table$threads.csv" --threads $threads
    python3 - "$outputs/out" "table$threads.csv" <<'PY' || fail "the comparison is not what was promised"
import csv, json, sys
result = json.load(open(sys.argv[1]))
assert "patterns" not in result
between = result["between_neighbourhoods"]
assert [c["column"] for c in between["columns"]] == ["lonely", "severely_lonely"]
assert between["columns"][0]["neighbourhoods"] == 3 and len(between["columns"][0]["by_urbanity"]) == 3
assert between["by_neighbourhood"][0]["lonely"]["published"] == 41 and between["by_neighbourhood"][0]["volunteer"]["published"] is None
rows = list(csv.DictReader(open(sys.argv[2])))
assert len(rows) == 6 and rows[0]["municipality_code"] == "GM0000" and float(rows[0]["simulated"]) > 0 and float(rows[0]["residents"]) == 300
PY
done
cmp -s table1.csv table2.csv || fail "the comparison depends on the number of threads"
gzip -k monitor.csv
expect 0 "$weefsel" validate --replicates 1 --quiet --set warmup_years=1 --monitor monitor.csv.gz --figures figures.csv
prints "3 neighbourhoods (BU)"
between --at-most 2; prints "They are 2 of 3, chosen by a hash"
printf 'code,municipality\nGM0000,Stad\n' >held.csv
between --held-out held.csv; prints "Only municipalities of held.csv"
expect 2 "$weefsel" validate --monitor monitor.csv --figures figures.csv --held-out held.csv --not-held-out; says "in the municipalities chosen"
printf 'code\nStad\n' >held.csv
expect 2 "$weefsel" validate --monitor monitor.csv --figures figures.csv --held-out held.csv; says 'held.csv:2:1: found "Stad"'
expect 2 "$weefsel" validate --monitor monitor.csv --figures figures.csv --rows wk; says "no row WK"
expect 2 "$weefsel" validate --monitor monitor.csv --figures figures.csv --year 2020; says "in 2020"
expect 2 "$weefsel" validate patterns.toml --monitor monitor.csv; says "--figures"
sed 's/4[123]/x/' monitor.csv >bad.csv
expect 2 "$weefsel" validate patterns.toml --monitor bad.csv --figures figures.csv; says 'bad.csv:2:1: lonely: found "x"'

# Wrong input: every place at once, exit code 2, nothing run.
sed 's/"lonely"/"lonley"/; s/option = "structural"/option = "structral"/' patterns.toml >wrong.toml
expect 2 "$weefsel" validate wrong.toml; says "wrong.toml:5:1"; says "did you mean lonely?"
sed 's/option = "structural"/option = "structral"/' patterns.toml >wrong.toml
expect 2 "$weefsel" validate wrong.toml; says "wrong.toml:11:1"; says "did you mean structural?"
sed 's/sample.toml/nowhere.toml/' patterns.toml >wrong.toml
expect 2 "$weefsel" validate wrong.toml; says "wrong.toml:1:1: sample: there is no file nowhere.toml"
expect 2 "$weefsel" validate absent.toml; says "absent.toml"
sed -i 's/^residents = 300/residents = -3/' sample.toml
expect 2 "$weefsel" validate patterns.toml; says "sample.toml:"

# The files that ship are found from anywhere, and a sample is a scenario.
expect 0 "$weefsel" check "$3/scenarios/validation/sample.toml" --json
expect 2 "$weefsel" validate --set parameters.network.nothing=1; says "--set"
finish
