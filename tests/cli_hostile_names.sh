#!/bin/bash
# Titles, names, keys and paths of others do nothing to the terminal or the log that shows them, and a file with
# endless mistakes does not flood it.
source "$(dirname "$0")/cli_helpers.bash" "$1"

# calm: no control characters but line breaks and tabs, and nothing that is no UTF-8, on either output.
calm() {
    python3 - "$outputs/out" "$outputs/err" <<'PY' || fail "control characters: $1"
import sys, unicodedata
for path in sys.argv[1:]:
    text = open(path, "rb").read().decode()  # throws on what is no UTF-8
    assert not [c for c in text if unicodedata.category(c) == "Cc" and c not in "\n\t"], path
PY
}

small_scenario bad.toml 's/^title = .*/title = "red \\u001b[31m bell \\u0007 \\u009b del \\u007f"/' 's/"Example"/"E\\u001b]0;x\\u0007"/' \
    's/^reference = .*/reference = "a\\u001bc"/' 's/^name = "projects"/name = "a\\u001bc"/'
expect 0 "$weefsel" check bad.toml; prints 'red \u001b[31m bell \u0007 \u009b del \u007f'; calm check
expect 0 "$weefsel" check bad.toml --json; calm "check --json"
python3 -c 'import json, sys; assert json.load(open(sys.argv[1]))["title"] == "red \x1b[31m bell \x07 \x9b del \x7f"' "$outputs/out" ||
    fail "JSON lost the title"
expect 0 "$weefsel" compare bad.toml -o there; calm compare
small_scenario bad.toml '1s/^/"k\\u001bey\\u009b" = 1\n/'
expect 2 "$weefsel" check bad.toml; calm "a key"
expect 2 "$weefsel" check $'no\e[31m\x9b.toml'; says 'no\u001b[31m'; calm "a path"
expect 2 "$weefsel" check bad.toml --set $'a\eb'; calm "a setting"
expect 2 "$weefsel" check bad.toml $'--no\efl\x9bag'; calm "a flag"
expect 2 "$weefsel" $'co\emmand'; calm "a command"
small_scenario small.toml
expect 2 "$weefsel" run small.toml --option $'a\eb'; calm "an option"

# Text that is no UTF-8 is refused before anything is simulated; names of files may be bytes of any kind.
expect 2 "$weefsel" compare small.toml --set $'title=a\xff' -o lost; calm "a title in another encoding"
[ ! -e lost ] || fail "something was written for a title that is no text"
cp small.toml $'caf\xe9.toml'
expect 0 "$weefsel" compare $'caf\xe9.toml' -o $'men\xfa' --replicates 2 --json; calm "a file name in another encoding"
[ -s $'men\xfa/report.html' ] || fail "no report in a folder whose name is no UTF-8"
expect 0 "$weefsel" check $'caf\xe9.toml' --json; calm "check --json of such a file"
expect 0 "$weefsel" resident $'men\xfa/results.h5'; calm "resident"

# A table for programs keeps every byte.
printf '[design]\nkind = "grid"\n[levers]\na = ["x\\u0007", "y"]\n' >d.toml
expect 0 "$weefsel" design d.toml
[ "$(cat "$outputs/out")" = $'a\nx\a\ny' ] || fail "a table was changed on its way to a program"

# Endless mistakes.
{ for i in $(seq 30000); do echo "unknown$i = 1"; done; cat small.toml; } >many.toml
expect 2 "$weefsel" check many.toml
[ "$(wc -l <"$outputs/err")" -eq 21 ] || fail "$(wc -l <"$outputs/err") lines for a file with 30000 mistakes"
says "many.toml:20:1: unknown20"; says "and 29980 more"
finish
