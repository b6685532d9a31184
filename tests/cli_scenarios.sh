#!/bin/bash
# Every scenario that ships is judged without a warning that it does not explain, offers two to five
# options with a label in Dutch and in English, runs, and stands in the list of docs/scenarios.md.
source_folder=$(realpath "$3")
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3

found=0
for file in "$source_folder"/scenarios/*.toml; do
    name=$(basename "$file" .toml)
    found=$((found + 1))
    expect 0 "$weefsel" check "$file"
    # A scenario that must warn says why on a line `# warning: ...` that holds words of the warning.
    while IFS= read -r warning; do
        explained=no
        while IFS= read -r words; do
            [[ "$warning" == *"$words"* ]] && explained=yes
        done < <(sed -n 's/^# warning: //p' "$file")
        [ "$explained" = yes ] || fail "$name does not explain: $warning"
    done < <(grep -F 'warning: ' "$outputs/err")
    grep -qF "($name.toml)" <(sed 's:(../scenarios/:(:g' "$source_folder/docs/scenarios.md") ||
        fail "docs/scenarios.md does not list $name.toml"

    expect 0 "$weefsel" compare "$file" --years 2 --replicates 1 --set warmup_years=1 --set equal_money=false \
        -o "short/$name" --json --quiet
    "$python" - "$outputs/out" <<'PYTHON' || fail "$name: the short run does not hold"
import json, sys
result = json.load(open(sys.argv[1]))
options = result["options"]
assert 2 <= len(options) <= 6, len(options)
for option in options:
    assert option["label"]["nl"] and option["label"]["en"], option
    assert option["name"] not in option["label"].values(), f"no label: {option}"
assert any(row["mean"] is not None for row in result["comparison"]), "nothing was measured"
PYTHON
done
[ "$found" -ge 10 ] || fail "found $found scenarios in $source_folder/scenarios"
finish
