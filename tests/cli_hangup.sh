#!/bin/bash
# A terminal that goes ends a run as Ctrl-C does: what is finished is kept, and the same command goes on from there;
# nohup keeps it running.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml 's/^replicates = 4/replicates = 400/'

# begin COMMAND...: in the background, until a first world is kept.
begin() {
    "$@" >"$outputs/out" 2>"$outputs/err" &
    job=$!
    for _ in $(seq 300); do
        [ -n "$(find there -name '*.unit' -print -quit 2>/dev/null)" ] && return
        sleep 0.02
    done
    fail "no world was finished"
}

begin "$weefsel" compare small.toml -o there --threads 1
kill -HUP "$job"; kill -HUP "$job" 2>/dev/null
wait "$job"; code=$?
[ "$code" -eq 3 ] || fail "exit code $code after the terminal went, expected 3"
says "The same command goes on from there"
there there/.parts
rm -r there

begin bash -c 'trap "" HUP; exec "$@"' nohup "$weefsel" compare small.toml -o there --threads 1
kill -HUP "$job"
sleep 0.3
kill -0 "$job" 2>/dev/null || fail "a run under nohup ended with its terminal"
kill -TERM "$job"
wait "$job"; code=$?
[ "$code" -eq 3 ] || fail "exit code $code after SIGTERM, expected 3"
finish
