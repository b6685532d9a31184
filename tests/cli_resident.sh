#!/bin/bash
# Lives of residents: told in both languages, of the world of the file and of no other, by a number that
# does not depend on threads; wrong files and numbers are refused with what is allowed.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml 's/^years = .*/years = 6/'
expect 0 "$weefsel" compare small.toml -o one --quiet
file=one/results.h5

expect 0 "$weefsel" resident $file --lang en
grep -qE '[0-9]\.[0-9]+ (GP|contacts)' "$outputs/out" || fail "English contacts a year have no decimal point"
grep -E '[0-9],[0-9]' "$outputs/out" && fail "an English life has a decimal comma"
prints "Chosen because"; prints "Chosen as an ordinary example"; prints "seed 7"; prints "(numbers 1 to "
expect 0 "$weefsel" resident $file
grep -qE '[0-9],[0-9] contacten met de huisarts' "$outputs/out" || fail "Dutch contacts a year have no decimal comma"
tail -n +2 "$outputs/out" | grep -E '[0-9]\.[0-9]' && fail "a Dutch life has a decimal point"
grep -qE '[-+][0-9]+,[0-9]{4}' "$outputs/out" || fail "there is no Dutch table of terms"
prints "Gekozen omdat"; prints "jaar "; prints "Een regel zonder naam tussen haken"
residents=$(sed -n 's/.*tot en met \([0-9]*\)).*/\1/p' "$outputs/out")
[ "$residents" -gt 250 ] || fail "there are $residents residents"

# The number of a resident: the same person with one thread and two, and in the machine-readable form.
expect 0 "$weefsel" resident $file --id 17 --threads 1
cp "$outputs/out" "$outputs/first"
expect 0 "$weefsel" resident $file --id 17 --threads 2
cmp -s "$outputs/first" "$outputs/out" || fail "the life of resident 17 depends on the number of threads"
prints "Bewoner 17: "
expect 0 "$weefsel" resident $file --id 17 --json
python3 - "$outputs/out" <<'PYTHON' || fail "the machine-readable lives are not as promised"
import json, math, sys
book = json.load(open(sys.argv[1]))
assert [s["id"] for s in book["stories"]] == [17] and book["replicate"] == 1 and book["reference"] == "projects"
assert [o["name"] for o in book["options"]] == ["projects", "structural", "nothing"]
for life in book["stories"][0]["lives"]:
    for event in life["events"]:
        assert event["text_nl"] and event["text_en"] and event["kind"]
        assert event["year"] == (event["month"] + 11) // 12
PYTHON
expect 0 "$weefsel" resident $file --json
python3 - "$outputs/out" <<'PYTHON' || fail "the terms of a parting do not sum"
import json, math, sys
parted = 0
for story in json.load(open(sys.argv[1]))["stories"]:
    for p in story["partings"]:
        if not p["parts"] or not p["same_threshold"]: continue
        parted += 1
        total = sum(s["value"] for s in p["shares"]) + p["not_at_risk"] + p["carried"]
        assert abs(total - p["difference"]) < 1e-12
        assert abs(total - (p["accumulated_option"] - p["accumulated_reference"])) < 1e-4
        for m in p["last_months"]:
            if m["terms"]:
                assert abs(sum(t["difference"] for t in m["terms"]) - math.log(m["hazard_option"] / m["hazard_reference"])) < 1e-4
assert parted > 0
PYTHON
expect 0 "$weefsel" resident $file --replicate 4 --id "$residents" --quiet 

# What is wrong is said, with what is allowed.
expect 2 "$weefsel" resident $file --id 0; says "allowed is 1 to $residents"
expect 2 "$weefsel" resident $file --id 100000; says "found 100000, allowed is 1 to $residents"
expect 2 "$weefsel" resident $file --replicate 5; says "found 5, allowed is 1 to 4"
expect 2 "$weefsel" resident $file --draw 2; says "--draw: found 2, allowed is 1 to 1"
expect 2 "$weefsel" resident $file --lang de; says "--lang"
expect 2 "$weefsel" resident none.h5; says "none.h5"
expect 2 "$weefsel" resident one/summary.csv; says "no result file"
expect 0 "$weefsel" run small.toml --option projects -o alone.h5 --quiet
expect 2 "$weefsel" resident alone.h5; says "holds one option"

# A file whose numbers are not those of the world is refused: its lives would be of somebody else.
if /usr/bin/python3 -c "import h5py" 2>/dev/null; then
    cp $file other.h5
    /usr/bin/python3 - <<'PYTHON'
import hashlib
import re

import h5py
# As a program would that writes such files itself: the checksum is that of the changed file.
whole = open("other.h5", "rb").read()
open("other.h5", "wb").write(re.sub(rb"\nweefsel sha256 \w{64}\n$", b"", whole))
with h5py.File("other.h5", "r+") as f: f["indicators/population"][0, 0, 0, 5] += 1
whole = open("other.h5", "rb").read()
open("other.h5", "ab").write(b"\nweefsel sha256 %s\n" % hashlib.sha256(whole).hexdigest().encode())
PYTHON
    expect 2 "$weefsel" resident other.h5; says "population of option projects in month 6"
fi
# Another set of assumptions is another world, with its own parameters.
expect 0 "$weefsel" compare small.toml --draws 2 --replicates 1 -o drawn --quiet
expect 0 "$weefsel" resident drawn/results.h5 --draw 2 --json
prints '"draw": 2'
expect 0 "$weefsel" resident --help; prints "--id"; prints "--lang"
finish
