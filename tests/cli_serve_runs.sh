#!/bin/bash
# A door for other tools: lines of parameters in, lines of indicators out, at once and one for one; a bad line
# gets an error and the door stays open.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml 's/^years = 2/years = 1/'

python3 - "$weefsel" >"$outputs/out" <<'PY' || fail "the door does not keep its promises"
import json, subprocess, sys
door = subprocess.Popen([sys.argv[1], "serve-runs", "small.toml", "--indicators", "social_cohesion,wmo", "--quiet"],
                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

def ask(line):
    door.stdin.write((line if isinstance(line, str) else json.dumps(line)) + "\n")
    door.stdin.flush()
    return json.loads(door.stdout.readline())  # hangs unless each answer is flushed

hello = json.loads(door.stdout.readline())
assert hello["indicators"] == ["social_cohesion", "wmo"] and hello["options"] == ["projects", "structural"]
assert hello["years"] == [1] and hello["weefsel"]["version"] and hello["seed"] == 7
friend = hello["parameters"]["network.halflife_friend"]
assert friend["low"] < friend["value"] < friend["high"] and friend["unit"] == "month"

usual = ask({"id": 1})
assert usual["id"] == 1 and set(usual["indicators"]) == {"projects", "structural"}
assert 0 < usual["indicators"]["projects"]["social_cohesion"]["1"] < 10
# The same question has the same answer; a value of its own is the default said aloud.
assert ask({"id": 1}) == usual
assert ask({"id": 1, "parameters": {"network.halflife_friend": friend["value"]}}) == usual
assert ask({"id": 1, "parameters": {"cohesion.trust_usual": 0.2}}) != usual
assert ask({"id": 1, "replicate": 2}) != usual and ask({"id": 1, "seed": 8}) != usual
assert ask({"id": 1, "set": {"option.structural.line.1.term_months": 48}})["id"] == 1
# A text stays a text, whatever it looks like and holds; a list may hold tables.
for title in ["12", "true", "[1]", "", "two\nlines, \"quoted\" \\ \x7f \u00e9 = # 1", "'"]:
    assert ask({"id": 1, "set": {"title": title}}) == usual, title
assert "found a text (\"2\")" in ask({"id": 1, "set": {"years": "2"}})["error"]
assert ask({"id": 1, "set": {"option.projects.line.1.buys": [
    {"role": "opbouwwerker", "fte": 0.5}, {"place": "buurthuis", "hours_week": 10}]}}) == usual

# Wrong lines: an error with the id, and the door stays open.
for line, words in [("no json", "no JSON"), ("[1]", "an object"), ({"id": "a", "seeed": 1}, "did you mean seed"),
                    ({"id": "a", "parameters": {"network.halflife_frend": 9}}, "did you mean network.halflife_friend"),
                    ({"id": "a", "parameters": {"network.halflife_friend": 1e6}}, "from 3 to 120"),
                    ({"id": "a", "parameters": {"network.halflife_friend": "9"}}, "allowed is a number"),
                    ({"id": "a", "parameters": 3}, "an object of names"), ({"id": "a", "replicate": 0}, "from 1")]:
    answer = ask(line)
    assert words in answer["error"], answer
    assert answer["id"] == ("a" if isinstance(line, dict) else None), answer
# A line that no program can take apart safely, and one without measure: refused before they are read.
deep = 100_000
for line in ["[" * deep, "[" * deep + "]" * deep, '{"a":' * deep + "1" + "}" * deep, '{"id":' + "[" * deep + "]" * deep + "}"]:
    assert "nested too deep, at most 64 levels" in ask(line)["error"], line[:20]
assert "more than 16777216 bytes" in ask("[" * 17_000_000)["error"]
for line in ["1e3081111", '{"id": 1, "seed": 1e999}']:
    assert "too large" in ask(line)["error"], line
wide = ask({"id": 2, "parameters": [1] * deep})
assert "allowed is an object" in wide["error"] and len(wide["error"]) < 1000
nested = 1
for _ in range(40): nested = [nested]
assert ask({"id": 3, "set": {"title": nested}})["id"] == 3
assert ask({"id": 1}) == usual
door.stdin.close()
assert door.wait(timeout=20) == 0 and door.stdout.read() == ""
PY

# A door says for all runs what its command line says, and refuses what it cannot answer.
echo '{"id": 5, "set": {"years": 2}}' | expect 0 "$weefsel" serve-runs small.toml --years 2 --at-years 1,2 --quiet
grep -q '"years":\[1,2\]' "$outputs/out" || fail "the years of the door are not those that were asked for"
expect 2 "$weefsel" serve-runs small.toml --indicators cohesion </dev/null; says "--indicators"
expect 2 "$weefsel" serve-runs small.toml --at-years 9 </dev/null; says "--at-years: found 9"
expect 2 "$weefsel" serve-runs absent.toml </dev/null; says "absent.toml"
expect 0 "$weefsel" serve-runs small.toml </dev/null
finish
