#!/bin/bash
# Equal money on the command line: what check says and mends, in both languages.
#   cli_equal_money.sh BINARY BUILD SOURCE
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"

# Every scenario that ships and asks for equal money: with more fte in an option it is refused, mended and then passes.
# The rest of the file stays as it is, and mending it again changes nothing.
mkdir scenarios
cp -r "$source_folder"/scenarios/. scenarios/
cd scenarios || exit 1
mended=0
for file in *.toml; do
    "$weefsel" check "$file" >/dev/null 2>&1 || { fail "$file does not pass as it ships"; continue; }
    cp "$file" ../before.toml
    expect 0 "$weefsel" check "$file" --fix --quiet
    cmp -s "$file" ../before.toml || fail "$file was equal and --fix changed it"
    # The last option that is not the reference and has a number of fte: three times as much, and no euros said.
    python3 - "$file" <<'PYTHON' || continue
import re, sys
text = open(sys.argv[1]).read()
if not re.search(r"^equal_money\s*=\s*(true|\"net\"|\"budget\")", text, re.M):
    sys.exit(1)
reference = re.search(r'^reference\s*=\s*"([^"]*)"', text, re.M)
if reference is None:  # one that extends another
    sys.exit(1)
reference = reference[1]
parts = re.split(r"(?m)^(?=\[\[option\]\])", text)
for k in range(len(parts) - 1, 0, -1):
    name = re.search(r'^\s*name\s*=\s*"([^"]*)"', parts[k], re.M)[1]
    if name == reference or "fte = " not in parts[k]:
        continue
    parts[k] = re.sub(r"(?m)^\s*euro_year\s*=.*\n", "", parts[k])
    parts[k] = re.sub(r"fte = ([0-9.]+)", lambda m: f"fte = {3 * float(m[1]):.2f}", parts[k])
    open(sys.argv[1], "w").write("".join(parts))
    sys.exit(0)
sys.exit(1)
PYTHON
    expect 2 "$weefsel" check "$file"; says "weefsel check --fix does"
    cp "$file" ../disturbed.toml
    expect 0 "$weefsel" check "$file" --fix; prints "Changed in $file:"; prints "euro_year absent, price"
    diff ../disturbed.toml "$file" | grep '^<' && fail "--fix took away a line of $file"
    diff ../disturbed.toml "$file" | grep '^>' | grep -vq 'euro_year = [0-9.]*  # as much money as' && fail "--fix wrote more than euros into $file"
    expect 0 "$weefsel" check "$file"
    cp "$file" ../mended.toml
    expect 0 "$weefsel" check "$file" --fix --lang nl; prints "Aan $file hoefde niets te veranderen."
    cmp -s "$file" ../mended.toml || fail "--fix mended $file twice"
    mended=$((mended + 1))
done
[ "$mended" -ge 10 ] || fail "only $mended of the scenarios that ship could be disturbed"
cd ..

# A number that stands there is changed in its place; --json says what changed; --set is not for a file to be written.
small_scenario small.toml 's/^equal_money = .*/equal_money = "budget"/' '0,/form = "structural"/s//form = "structural"\n  euro_year = 20000   # agreed/'
expect 2 "$weefsel" check small.toml; says "(granted, present value)"
expect 2 "$weefsel" check small.toml --lang nl; says "(toegekend, contante waarde)"; prints "gevraagd: toegekend geld binnen 1 % gelijk"
expect 2 env LC_ALL=nl_NL.UTF-8 "$weefsel" check small.toml; prints "beleid van nu"
expect 2 env LC_ALL=nl_NL.UTF-8 "$weefsel" check small.toml --lang en; prints "present policy"
expect 2 "$weefsel" check small.toml --fix --set years=3; says "--fix:1:1"
chmod 640 small.toml
expect 0 "$weefsel" check small.toml --fix --json
python3 -c "import json; d = json.load(open('$outputs/out'))
assert d['equal_money'] == 'budget' and not d['problems'], d
(c,) = d['changed']; assert c['option'] == 'structural' and c['before'] == 20000 and c['after'] > 25000 and c['was_there'], c
granted = [m['granted'] for m in d['expected_money']]; assert abs(granted[0] / granted[1] - 1) < 0.01, granted" || fail "--json does not say what changed"
grep -qE '^  euro_year = [0-9]+   # agreed$' small.toml || fail "the number is not in its place: $(grep euro_year small.toml)"
[ "$(stat -c %a small.toml)" = 640 ] || fail "--fix changed who may read the file"
expect 0 "$weefsel" check small.toml; says "This scenario can be run."
expect 0 "$weefsel" compare small.toml -o out --quiet --lang nl; prints "een even groot budget"
grep -q 'equal_money = "budget"' out/scenario-resolved.toml || fail "the resolved scenario does not ask for an equal budget"
small_scenario wrong.toml 's/^equal_money = .*/equal_money = "gross"/'
expect 2 "$weefsel" check wrong.toml; says 'wrong.toml:7:1: equal_money: found a text ("gross"), allowed is "net"'
# What cannot be mended stays as it is, and says why.
small_scenario base.toml
cat >own.toml <<'TOML'
extends = "base.toml"
equal_money = true
TOML
cp own.toml before.toml
expect 2 "$weefsel" check own.toml --fix; says "stands in another file than own.toml"
cmp -s own.toml before.toml || fail "a file that cannot be mended was changed"
expect 0 "$weefsel" check base.toml --fix; prints "Nothing in base.toml needed to change."
finish
