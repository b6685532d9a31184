#!/bin/bash
# One answer, printed five times: the terminal, --json, summary.csv, the report and Python say the same of a study with
# four options and one that does nothing.   cli_one_answer.sh BINARY BUILD SOURCE
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"

small_scenario small.toml 's/^replicates = .*/replicates = 3/' 's/^equal_money = .*/equal_money = true/'
for name in steady rush; do
    cat >>small.toml <<TOML
[[option]]
name = "$name"
label = { nl = "Optie $name", en = "Option $name" }
  [[option.line]]
  name = "work"
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 0.5 }, { place = "buurthuis", hours_week = 10 } ]
TOML
done
printf '[[option]]\nname = "nothing"\n' >>small.toml
set_to=(--draws 1 --quiet --noticeable participation=0.02 --set equal_money=false)
expect 0 "$weefsel" compare small.toml -o out "${set_to[@]}"
cp "$outputs/out" terminal.txt
expect 0 "$weefsel" compare small.toml -o again "${set_to[@]}" --json
cp "$outputs/out" answer.json
PYTHONPATH="$source_folder/analysis/python" /usr/bin/python3 - <<'PYTHON' || fail "the five do not say the same"
import csv, json, re
import weefsel

told = json.load(open("answer.json"))
terminal = " ".join(open("terminal.txt").read().split())
rows = {(r["option"], r["indicator"], r["horizon_years"]): r for r in csv.DictReader(open("out/summary.csv"))}
page = re.search(r'<script type="application/json" id="data">(.*?)</script>', open("out/report.html").read(), re.S)[1]
report = json.loads(page)
tables = {t["name"]: {c["name"]: c["values"] for c in t["columns"]} for t in report["tables"]}
options = [o["name"] for o in report["options"]]
with weefsel.open_results("out") as results:
    python = {language: results.answer(language) for language in ("nl", "en")}
    comparison = results.comparison

assert len(told["answer"]) == 4 and len(options) == 5, options
verdicts = set()
for answer in told["answer"]:
    option = answer["option"]
    # The sentence.
    assert answer["sentence"]["en"] in terminal, answer["sentence"]["en"]
    line = tables["answer"]["option"].index(option)
    for language in ("nl", "en"):
        assert tables["answer"][f"sentence_{language}"][line] == answer["sentence"][language]
        assert python[language][option] == answer["sentence"][language]
    # What it is made of.
    assert len(answer["indicators"]) == 3
    for part in answer["indicators"]:
        row = rows[option, part["indicator"], str(answer["horizon_years"])]
        verdicts.add(part["verdict"])
        assert row["verdict"] == part["verdict"], (row, part)
        assert part["said"]["en"] in answer["sentence"]["en"] and part["margin"]["nl"] in answer["sentence"]["nl"]
# Every row of the table.
for row in told["comparison"]:
    key = row["option"], row["indicator"], str(row["horizon_years"])
    assert rows.pop(key)["verdict"] == row["verdict"], row
    shown = [r for r in report["comparison"]
             if (options[r["option"]], r["indicator"], str(r["horizon"])) == key]
    assert [r["verdict"] for r in shown] == [row["verdict"]], (row, shown)
    frame = comparison[(comparison.option == key[0]) & (comparison.indicator == key[1])
                       & (comparison.horizon_years == row["horizon_years"])]
    assert list(frame.verdict) == [row["verdict"]], row
assert not rows, rows
# More than one thing was said, or nothing was compared.
assert len({row["verdict"] for row in told["comparison"]}) > 2, verdicts
PYTHON
finish
