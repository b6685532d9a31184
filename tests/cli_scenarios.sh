#!/bin/bash
# Every scenario that ships is judged without a warning that it does not explain, offers at most five
# options with a label in Dutch and in English, and runs.
scenarios=$(realpath "$3")/scenarios
source "$(dirname "$0")/cli_helpers.bash" "$1"
python=/usr/bin/python3

found=0
for file in "$scenarios"/*.toml; do
    name=$(basename "$file" .toml)
    found=$((found + 1))
    expect 0 "$weefsel" check "$file"
    prints "weefsel compare"
    # A scenario that must warn says why on a line that begins with "# warning:" and quotes the words of the warning.
    while IFS= read -r warning; do
        explained=no
        while IFS= read -r words; do
            [[ "$warning" == *"$words"* ]] && explained=yes
        done < <(sed -n 's/^# warning: //p' "$file")
        [ "$explained" = yes ] || fail "$name: $warning"
    done < <(grep -F 'warning: ' "$outputs/err")

    expect 0 "$weefsel" compare "$file" --years 2 --replicates 1 --set warmup_years=1 --set equal_money=false \
        -o "short/$name" --json --quiet
    "$python" - "$outputs/out" "$name" <<'PYTHON' || fail "$name: the short run does not hold"
import json, sys
result = json.load(open(sys.argv[1]))
options = result["options"]
assert 2 <= len(options) <= 5, len(options)
assert any(row["mean"] is not None for row in result["comparison"]), "nothing was measured"
PYTHON
done
[ "$found" -ge 10 ] || fail "found $found scenarios in $scenarios"
finish
