#!/bin/bash
# What only looks like a file: a pipe is read once to its end, and nothing waits without end or fills the memory.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml
mkfifo fifo

# ends CODE COMMAND...: as expect, but within half a minute and two gigabytes.
ends() {
    local code=$1
    shift
    expect "$code" timeout 30 bash -c 'ulimit -v 2000000; exec "$@"' ends "$@"
}

# A pipe to which nobody writes, and a device without end, for everything that reads a file.
for what in fifo /dev/zero; do
    ends 2 "$weefsel" check $what; says "$what:1:1: cannot be read"
    ends 2 "$weefsel" serve-runs $what </dev/null; says "no ordinary file"
    ends 2 "$weefsel" design $what; says "$what:1:1: cannot be read"
    ends 2 "$weefsel" sweep $what; says "no ordinary file"
    ends 2 "$weefsel" calibrate $what; says "no ordinary file"
    ends 2 "$weefsel" validate $what; says "$what:1:1: cannot be read"
    ends 2 "$weefsel" trace $what $what; says "no ordinary file"
    ends 2 "$weefsel" report $what; says "no ordinary file"
    ends 2 "$weefsel" resident $what; says "no ordinary file"
    ends 2 "$weefsel" sensitivity --design $what --values small.toml; says "no ordinary file"
    printf 'a,b\n1,2\n3,4\n' >points.csv
    ends 2 "$weefsel" sensitivity --design points.csv --values $what; says "cannot be read"
    sed "s|^title|posterior = \"$PWD/$what\"\ntitle|" small.toml >posterior.toml
    ends 2 "$weefsel" check posterior.toml --draws 3; says "there is no file"
done
sed "s|^residents = 300|kwb = \"fifo\"\ncode = \"BU00010001\"|; /^name = \"Example\"/d; /^age_/d; /^households/d; /^single/d; /^with/d" small.toml >kwb.toml
ends 2 "$weefsel" check kwb.toml; says "cannot be read: nobody writes to this pipe"

# A pipe that ends is a scenario as any other, with all its results; what must be read twice says so.
ends 0 "$weefsel" check /dev/stdin <small.toml
cat small.toml | expect 0 "$weefsel" check /dev/stdin; prints "Small"
expect 0 "$weefsel" check <(sleep 1; cat small.toml); prints "Small"
expect 0 "$weefsel" compare <(cat small.toml) -o piped --quiet
expect 0 "$weefsel" compare small.toml -o filed --quiet
expect 0 "$weefsel" trace piped/results.h5 filed/results.h5; prints "no difference"
sed 's/^equal_money = .*/equal_money = true/' small.toml >equal.toml
expect 2 "$weefsel" check <(cat equal.toml) --years 1; says "it is no ordinary file but a pipe"
[ -z "$(find . -name '*.part' -o -name '.parts')" ] || fail "something half written stayed"
finish
