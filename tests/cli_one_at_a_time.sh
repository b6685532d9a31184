#!/bin/bash
# Two commands in one place: one works and the other is refused, and takes nothing away; who was killed leaves
# nothing that stays for ever.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml
small_scenario other.toml 's/^seed = 7/seed = 8/'
small_scenario long.toml 's/^replicates = 4/replicates = 20000/'

# Begins a long command and waits until it works.
begin() {
    "$@" --threads 1 --quiet >/dev/null 2>"$outputs/long" &
    long=$!
    for _ in $(seq 100); do
        [ -n "$(find . -name '*.unit' -print -quit)" ] && return
        sleep 0.1
    done
    fail "the long command does not begin: $*"
    cat "$outputs/long"
}
end() { kill -9 "$long"; wait "$long" 2>/dev/null; }

begin "$weefsel" compare long.toml -o new/place
for force in "" --force; do
    expect 2 timeout 30 "$weefsel" compare long.toml -o new/place $force
    says "new/place:1:1: another process works here; wait for it, or choose another place with -o"
done
expect 2 timeout 30 "$weefsel" compare other.toml -o new/place --force; says "another process works here"
[ -n "$(find new/place/.parts -name '*.unit')" ] || fail "a refused command took away worlds of the one that works"
expect 0 "$weefsel" run small.toml --option projects -o new/place/run.h5 --quiet
expect 0 "$weefsel" compare small.toml -o new/beside --quiet
end
# A killed process holds nothing, and half a file of it goes with the next command; a file of somebody else stays.
touch new/place/results.h5.17-42-0.part new/place/summary.csv.17-42-1.part new/place/mine.part new/place/run.h5.17-42-0.part
expect 2 timeout 30 "$weefsel" compare other.toml -o new/place; says "finished worlds of an interrupted run"
expect 0 "$weefsel" compare small.toml -o new/place --force --quiet
absent new/place/results.h5.17-42-0.part new/place/summary.csv.17-42-1.part
there new/place/mine.part new/place/run.h5.17-42-0.part new/place/results.h5

begin "$weefsel" run long.toml --option projects -o runs/a.h5
expect 2 timeout 30 "$weefsel" run long.toml --option projects -o runs/a.h5; says "runs/a.h5.parts:1:1: another process works here"
expect 0 "$weefsel" run small.toml --option projects -o runs/b.h5 --quiet
end
touch runs/a.h5.17-42-0.part runs/b.h5.17-42-0.part
expect 0 "$weefsel" run small.toml --option projects -o runs/a.h5 --force --quiet
absent runs/a.h5.17-42-0.part runs/a.h5.parts
there runs/b.h5.17-42-0.part runs/a.h5 runs/b.h5

# A folder that another holds stays as it was; one that was never needed is not made.
mkdir held && exec 9<held && flock -n 9 || fail "the folder cannot be locked"
expect 2 timeout 30 "$weefsel" compare small.toml -o held; says "another process works here"
[ -z "$(ls -A held)" ] || fail "a refused command wrote something"
exec 9<&-
expect 0 "$weefsel" compare small.toml -o held --quiet
expect 2 timeout 30 "$weefsel" run small.toml --option projects -o /dev/null; says "no ordinary file"
absent /dev/null.parts
finish
