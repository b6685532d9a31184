#!/bin/bash
# A place that cannot be written is said before anything runs (or when the disk turns out to be full),
# with exit code 2; results of another scenario are not replaced unasked.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml

# Below an ordinary file there can be no folder, not even for root.
echo text >file
expect 2 "$weefsel" compare small.toml -o file/below; says "cannot be written"
expect 2 "$weefsel" compare small.toml -o file; says "file"
[ "$(cat file)" = text ] || fail "a file was replaced by a folder"
expect 2 "$weefsel" compare small.toml -o /proc/weefsel; says "/proc/weefsel"
expect 2 "$weefsel" run small.toml --option projects -o file/below.h5; says "cannot be written"
expect 2 "$weefsel" run small.toml --option projects -o /dev/null; says "no ordinary file"
[ -c /dev/null ] || fail "/dev/null was replaced"
expect 2 "$weefsel" run small.toml --option projects -o .; says "no ordinary file"
expect 2 "$weefsel" new file/below; says "cannot be written"

# Standard output that is full.
"$weefsel" parameters >/dev/full 2>"$outputs/err"
[ $? -eq 2 ] || fail "a full standard output is not noticed"
says "standard output"

# A full disk: a limit on the size of a file stands for it everywhere, a small disk where root may mount one.
(ulimit -f 8; exec "$weefsel" compare small.toml -o limited) >"$outputs/out" 2>"$outputs/err"
[ $? -eq 2 ] || fail "exit code 2 was expected when files cannot grow"
says "cannot be written"
absent limited/results.h5 limited/summary.csv limited/report.html
[ -z "$(find . -name '*.part')" ] || fail "half a file stayed"
mkdir disk
if mount -t tmpfs -o size=64k tmpfs disk 2>/dev/null; then
    expect 2 "$weefsel" compare small.toml -o disk/out; says "No space left"
    absent disk/out/results.h5 disk/out/summary.csv disk/out/report.html
    [ -z "$(find disk -name '*.part')" ] || fail "half a file stayed on the full disk"
    head -c 1M /dev/zero >disk/filler 2>/dev/null
    expect 2 "$weefsel" compare small.toml -o disk/again; says "disk/again"
    umount disk
else
    echo "no small disk could be mounted: that part is skipped"
fi

# Results of another scenario.
expect 0 "$weefsel" compare small.toml -o results --quiet
there results/results.h5 results/summary.csv results/report.html
absent results/.parts
expect 0 "$weefsel" compare small.toml -o results --quiet
before=$(sha256sum results/results.h5)
expect 2 "$weefsel" compare small.toml --seed 8 -o results; says "another scenario"; says "--force"
[ "$before" = "$(sha256sum results/results.h5)" ] || fail "results were replaced without --force"
expect 0 "$weefsel" compare small.toml --seed 8 -o results --quiet --force
[ "$before" = "$(sha256sum results/results.h5)" ] && fail "--force did not replace the results"
echo "not a result" >results/results.h5
expect 2 "$weefsel" compare small.toml -o results; says "cannot be read as results"
finish
