#!/bin/bash
# A damaged result file is refused with a reason by every command that reads one, and ends none of them; what a
# run or a sweep that goes on finds damaged it makes again.
source "$(dirname "$0")/cli_helpers.bash" "$1"
small_scenario small.toml
expect 0 "$weefsel" compare small.toml -o one --replicates 2 --quiet --threads 2
file=one/results.h5

# Copies with one byte changed, in attributes, lists and texts and everywhere between; cut off; and of 0.1.
/usr/bin/python3 - "$file" <<'PYTHON'
import re
import sys
whole = open(sys.argv[1], "rb").read()
marks = rb"title|format_version|commit|scenario_sha256|units|long_name|DIMENSION_LIST|REFERENCE_LIST|GCOL|TREE|FRHP"
structure = [found.start() + 9 for found in re.finditer(marks, whole)]
places = {f"damaged-at-{at}": at for at in structure[:: len(structure) // 24]}
places |= {f"damaged-part-{n}": n * len(whole) // 12 for n in range(1, 12)}
places |= {"first-byte": 0, "last-byte": len(whole) - 1}
for name, at in places.items():
    open(f"{name}.h5", "wb").write(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1:])
for n in range(1, 5): open(f"cut-{n}.h5", "wb").write(whole[: n * len(whole) // 5])
open("of-0.1.h5", "wb").write(re.sub(rb"\nweefsel sha256 \w{64}\n$", b"", whole))
PYTHON
[ "$(find . -name 'damaged-at-*.h5' | wc -l)" -ge 24 ] || fail "too few copies with a damaged structure"

refused() {
    expect 2 "$weefsel" report "$1" -o there.html; says "$1"; says "$2"; absent there.html
    expect 2 "$weefsel" trace "$file" "$1"; says "$1"; says "$2"
    expect 2 "$weefsel" resident "$1"; says "$1"; says "$2"
}
for copy in damaged-*.h5 last-byte.h5; do refused "$copy" "its checksum does not match"; done
refused first-byte.h5 "this is no result file (HDF5)"
for copy in cut-*.h5; do refused "$copy" "was cut off"; done
refused of-0.1.h5 "made by weefsel 0.1"
expect 0 "$weefsel" trace "$file" "$file"
# The place of an old or damaged file is not taken without being asked.
cp of-0.1.h5 one/results.h5
expect 2 "$weefsel" compare small.toml -o one --replicates 2 --quiet; says "made by weefsel 0.1"

cat >design.toml <<'TOML'
scenario = "small.toml"
[design]
kind = "lhs"
points = 3
replicates = 2
[uncertainties]
"network.halflife_friend" = { low = 6, high = 18 }
[outputs]
indicators = ["lonely"]
years = [2]
TOML
# turn FILE: changes the byte in its middle.
turn() { /usr/bin/python3 -c 'import sys; b = bytearray(open(sys.argv[1], "rb").read()); b[len(b) // 2] ^= 255
open(sys.argv[1], "wb").write(b)' "$1"; }
expect 0 "$weefsel" sweep design.toml -o swept --quiet
cp swept/sweep.h5 sweep.h5; cp swept/shards/000001.h5 shard.h5
turn swept/sweep.h5
expect 2 "$weefsel" sensitivity swept; says "swept/sweep.h5"; says "its checksum does not match"
rm swept/sweep.h5; turn swept/shards/000001.h5
export SOURCE_DATE_EPOCH=1655112600
expect 0 "$weefsel" sweep design.toml -o swept --quiet
/usr/bin/python3 - <<'PYTHON' || fail "a damaged shard was not made again"
import xarray
for name in ("sweep.h5", "shards/000001.h5"):
    old = {"sweep.h5": "sweep.h5", "shards/000001.h5": "shard.h5"}[name]
    assert xarray.load_dataset(f"swept/{name}", engine="h5netcdf").equals(xarray.load_dataset(old, engine="h5netcdf"))
PYTHON
finish
