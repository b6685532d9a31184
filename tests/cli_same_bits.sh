#!/bin/bash
# The same bits from one thread and two, from a run that was stopped and resumed, and from options in
# another order; another seed parts at once, and trace says where.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml
equal() { expect 0 "$weefsel" trace "$1" "$2"; prints "no difference"; }

expect 0 "$weefsel" compare small.toml -o one --threads 1 --digests --quiet
expect 0 "$weefsel" compare small.toml -o two --threads 2 --digests --quiet
equal one/results.h5 two/results.h5
cmp -s one/summary.csv two/summary.csv || fail "summary.csv depends on the number of threads"

# Options the other way round: the same lives under the same names.
awk '/^\[\[option\]\]/ { n++ } { part[n] = part[n] $0 "\n" } END { printf "%s%s%s", part[""], part[2], part[1] }' \
    small.toml >turned.toml
expect 0 "$weefsel" compare turned.toml -o turned --digests --quiet
equal one/results.h5 turned/results.h5
diff <(sort one/summary.csv) <(sort turned/summary.csv) >/dev/null || fail "the order of options changes the summary"

# One option alone is what it is beside others.
expect 0 "$weefsel" run small.toml --option structural -o alone.h5 --digests --quiet
equal one/results.h5 alone.h5

# Another seed.
expect 0 "$weefsel" compare small.toml --seed 8 -o other --digests --quiet
expect 0 "$weefsel" trace one/results.h5 other/results.h5; prints "parts in month 1 "
expect 0 "$weefsel" trace one/results.h5 other/results.h5 --json; prints '"month": 1'
expect 0 "$weefsel" compare small.toml --years 1 -o short --quiet
expect 2 "$weefsel" trace one/results.h5 short/results.h5; says "12"; says "24"

# Stopped with Ctrl-C, then resumed with the same command. Many worlds, so that it is stopped half way.
long=("$weefsel" compare small.toml --replicates 150 --threads 2 --quiet)
expect 0 "${long[@]}" -o whole
setsid "${long[@]}" -o stopped >"$outputs/out" 2>"$outputs/err" &
pid=$!
for _ in $(seq 200); do
    [ "$(find stopped -name '*.unit' 2>/dev/null | head -3 | wc -l)" -ge 3 ] && break
    sleep 0.05
done
kill -INT "$pid"
wait "$pid"
code=$?
if [ "$code" -eq 0 ]; then
    echo "the run was over before it could be stopped"
else
    [ "$code" -eq 3 ] || fail "exit code $code after Ctrl-C, expected 3"
    says "The same command"
    there stopped/.parts
    absent stopped/results.h5 stopped/summary.csv
    kept=$(find stopped -name '*.unit' | wc -l)
    # A part that is torn is lived again.
    truncate -s 100 "$(find stopped -name '*.unit' | head -1)"
    expect 2 "$weefsel" compare small.toml --seed 9 -o stopped; says "--force"
    expect 0 "${long[@]}" -o stopped --json
    grep -q "\"finished_earlier\": $((kept - 1))" "$outputs/out" || fail "the finished worlds were not used again"
fi
absent stopped/.parts
equal whole/results.h5 stopped/results.h5
cmp -s whole/summary.csv stopped/summary.csv || fail "a resumed run has another summary"
finish
