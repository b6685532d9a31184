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
set_to=(--draws 1 --quiet --noticeable participation=0.02 --set equal_money=false)
expect 0 "$weefsel" compare small.toml -o out "${set_to[@]}" --all
cp "$outputs/out" terminal.txt
# Every table is there in Dutch too, with the same numbers.
expect 0 "$weefsel" compare small.toml -o out "${set_to[@]}" --all --lang nl
cp "$outputs/out" terminal-nl.txt
python3 - <<'PYTHON' || fail "--all does not print the same numbers in both languages"
import re
def numbers(file, dutch):
    text = " ".join(open(file).read().split("\n", 1)[1].split())  # after version and seed
    text = text.replace("points of 10", "points")  # a unit
    found = re.findall(r"\d[\d.,]*\d|\d", text)
    plain = [n.replace(".", "").replace(",", ".") if dutch else n.replace(",", "") for n in found]
    return sorted(plain)
nl, en = numbers("terminal-nl.txt", True), numbers("terminal.txt", False)
assert len(en) > 500 and nl == en, [sorted(set(nl) - set(en))[:20], sorted(set(en) - set(nl))[:20], len(nl), len(en)]
same = set(open("terminal.txt").read().split("\n")[2:]) & set(open("terminal-nl.txt").read().split("\n")[2:])
assert not {line for line in same if re.search(r"[a-z]{4}", line)}, same
PYTHON
expect 0 "$weefsel" compare small.toml -o again "${set_to[@]}" --json
cp "$outputs/out" answer.json
# In short it fits a screen, with all that is said of the run itself; in Dutch it says the same.
for language in en nl; do
    expect 0 "$weefsel" compare small.toml -o "short-$language" "${set_to[@]}" --lang $language --force
    cp "$outputs/out" short-$language.txt
    [ "$(cat "$outputs/out" "$outputs/err" | wc -l)" -le 40 ] || fail "more than 40 lines in $language"
done
expect 0 env LC_ALL=nl_NL.UTF-8 "$weefsel" compare small.toml -o short-nl "${set_to[@]}"
diff <(sed 1d "$outputs/out") <(sed 1d short-nl.txt) || fail "a Dutch environment is not spoken to in Dutch"
expect 0 "$weefsel" compare small.toml -o without "${set_to[@]}" --no-nothing --json
python3 -c "import json; d = json.load(open('$outputs/out'))
assert [o['name'] for o in d['options']] == ['projects', 'structural', 'steady', 'rush'], d['options']
assert {f['question'] for f in d['findings']} == {'form', 'stop'}" || fail "--no-nothing has nothing"
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
# The three questions, in the file, the report and on the screen.
short = {language: " ".join(open(f"short-{language}.txt").read().split()) for language in ("en", "nl")}
asked = [(f["question"], f["option"], f["against"]) for f in told["findings"]]
paid = [o for o in options if o != "nothing"]
assert asked == ([("work", o, "nothing") for o in paid] + [("form", o, "projects") for o in paid if o != "projects"]
                 + [("stop", o, o) for o in paid]), asked
for line, finding in enumerate(told["findings"]):
    for language in ("nl", "en"):
        sentence = finding["sentence"][language]
        assert tables["findings"][f"sentence_{language}"][line] == sentence
        if finding["question"] == "work":
            assert sentence in short[language], sentence
for row in told["missed"]:
    assert row["option"] in paid and " ".join(row["sentence"]["en"].split()) in terminal, row
assert told["enough_worlds"]["en"] in terminal and len(told["decision"]["enough_worlds"]) == 3 * (4 + 4)
assert [r["option"] for r in told["decision"]["risks"]] == paid and [r["option"] for r in told["decision"]["met"]] == paid
# Whom the work met: everybody of month 0 is in a class or lost, and strata add up.
import h5py
import numpy as np

with h5py.File("out/results.h5") as file:
    people = file["reached/residents"][...].sum(axis=-1) + file["reached/lost"][...]
    assert np.all(people == people[:1, ..., :1]) and np.all(people > 0)
    assert np.all(file["reached/residents"][4, ..., -1, 1:] == 0)  # nothing meets nobody
    for name in file["reached_strata"]:
        group = file["reached_strata"][name]
        n, effect, part, total = (group[c][...] for c in ("n", "effect", "part", "total"))
        assert np.allclose(part.sum(axis=-1), total, atol=1e-6), name
        assert np.allclose((n * np.nan_to_num(effect)).sum(axis=-1) / n.sum(axis=-1), total, atol=1e-6), name
        pairs = file["reached_effect"][name]["n"][...].sum(axis=-1)
        assert np.array_equal(pairs[0], n[4].sum(axis=-1)), name  # the reference and nothing, either way round
    # Who got what, and who needed it and was missed: groups add up to all.
    kept = [int(year) - 1 for year in file["missed/year"][...]]
    for name in file["reached_by_group"]:
        group, missed = file["reached_by_group"][name], file["missed_by_group"][name]
        assert np.array_equal(group["residents"][...].sum(axis=-1) + group["under_age"][...],
                              file["reached/residents"][...][..., kept, :]), name
        for column in ("needed", "missed"):
            assert np.array_equal(missed[column][...].sum(axis=-1), file["missed"][column][...]), name
    assert np.array_equal(file["missed/missed"][4, ..., -1, :], file["missed/needed"][4, ..., -1, :])
    staff, bought = (file["staffing"][c][...] for c in ("fte_at_work", "fte_bought"))
    assert staff.shape[-1] == 12 and np.all(staff <= bought + 1e-6) and np.all(bought[4, ..., -1, :] == 0)
tidy = list(csv.DictReader(open("out/reached.csv")))
assert {r["quantity"] for r in tidy} == {"residents", "lost", "n", "raw", "standardised", "effect", "part", "total",
                                         "needed", "missed", "share_missed"}
assert {r["grouping"] for r in tidy} == {"", "age", "income", "origin", "education"}
assert {r["against"] for r in tidy} == {"", "nothing", "projects"}
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
