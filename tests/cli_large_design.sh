#!/bin/bash
# A large design says how far it is, ends at Ctrl-C with nothing written, and is refused when it cannot fit.
source "$(dirname "$0")/cli_helpers.bash" "$1"

# design POINTS FACTORS: of free factors.
design() {
    printf '[design]\nkind = "lhs"\npoints = %s\n[uncertainties]\n' "$1"
    for i in $(seq "$2"); do echo "f$i = { low = 0, high = 1 }"; done
}
design 2000000 10 >large.toml
design 100 3 >small.toml

"$weefsel" design large.toml -o large.csv >"$outputs/out" 2>"$outputs/err" &
job=$!
sleep 1
kill -INT "$job"
wait "$job"; code=$?
[ "$code" -eq 3 ] || fail "exit code $code after Ctrl-C, expected 3"
says "Interrupted; nothing was written."
[ "$(ls)" = "$(printf 'large.toml\nsmall.toml')" ] || fail "something was written"

# On a terminal the bar is there, and of a small design none.
expect 0 timeout 100 script -qec "'$weefsel' design small.toml -o small.csv" /dev/null; there small.csv
grep -q "values" "$outputs/out" && fail "a bar for a design that takes no time"
(timeout 2 script -qec "'$weefsel' design large.toml -o large.csv" /dev/null) >"$outputs/out" 2>&1
prints "values made ["

# What cannot fit is said before it is begun.
design 10000000 100 >vast.toml
expect 2 bash -c 'ulimit -v 4000000; exec "$1" design vast.toml -o vast.csv' - "$weefsel"
says "vast.toml:1:1: 10000000 points of 100 factors take about 28.2 GB of memory, of which there are "
absent vast.csv
finish
