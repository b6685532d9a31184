#!/bin/bash
# Neighbourhoods that live together: the same bits on one thread and two, stopped and resumed, listed in
# another order; results by neighbourhood; codes of a wijk mean all its buurten.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario one.toml
equal() { expect 0 "$weefsel" trace "$1" "$2"; prints "no difference"; }

# The one neighbourhood of the small scenario three times, under names of their own.
rewrite() { # rewrite NAME...
    awk -v names="$*" '
        /^\[neighbourhood\]/ { inside = 1; next }
        /^\[\[option\]\]/ && inside { inside = 0
            n = split(names, name, " ")
            for (i = 1; i <= n; i++) print "[[neighbourhood]]\nname = \"" name[i] "\"\n" figures
        }
        inside { if ($0 !~ /^name/) figures = figures $0 "\n"; next }
        { print }' one.toml
}
rewrite North East South >three.toml
rewrite South North East >turned.toml

expect 0 "$weefsel" compare three.toml -o one --replicates 1 --threads 1 --digests --quiet
expect 0 "$weefsel" compare three.toml -o two --replicates 1 --threads 2 --digests --quiet
equal one/results.h5 two/results.h5
cmp -s one/summary.csv two/summary.csv || fail "summary.csv depends on the number of threads"

# Threads over neighbourhoods of one world, or over worlds: the same worlds.
expect 0 "$weefsel" compare three.toml -o side --threads 2 --digests --quiet
expect 0 "$weefsel" compare three.toml -o serial --threads 1 --digests --quiet
equal side/results.h5 serial/results.h5

expect 0 "$weefsel" compare turned.toml -o turned --replicates 1 --digests --quiet
equal one/results.h5 turned/results.h5
cmp -s one/summary.csv turned/summary.csv || fail "summary.csv depends on the order of neighbourhoods"

# Worlds kept from an interrupted run are used again.
long=("$weefsel" compare three.toml --replicates 30 --threads 2 --quiet)
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
    absent stopped/results.h5
    expect 0 "${long[@]}" -o stopped
fi
equal whole/results.h5 stopped/results.h5
cmp -s whole/summary.csv stopped/summary.csv || fail "a resumed run has another summary"

# A wijk is all its buurten; by neighbourhood they stand under their names and add up.
data="$3/../shared/data/kwb-2023-utrecht.csv"
python=/usr/bin/python3
if "$python" -c 'import xarray' 2>/dev/null; then
    "$python" - <<'PY' || fail "results by neighbourhood do not add up"
import sys, xarray
by = xarray.open_dataset("one/results.h5", group="by_neighbourhood")
all_ = xarray.open_dataset("one/results.h5", group="indicators")
assert list(by["population"].dims) == ["option", "draw", "replicate", "year", "neighbourhood"]
assert list(by["neighbourhood"].values) == ["North", "East", "South"]
sums = by["population"].sum("neighbourhood").values[0, 0, 0]
months = all_["population"].values[0, 0, 0]
for year, total in enumerate(sums):
    assert abs(total - months[12 * year:12 * year + 12].mean()) < 0.01 * total
PY
fi
if [ -f "$data" ]; then
    sed -e '/^\[neighbourhood\]/,/^$/c [neighbourhood]\nkwb = "'"$data"'"\ncode = "WK034401"\n' one.toml >wijk.toml
    expect 0 "$weefsel" check wijk.toml; prints "$(grep -c '^BU034401' "$data") neighbourhoods"
fi
finish
