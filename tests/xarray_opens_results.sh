#!/bin/bash
# A result file opens in Python's xarray, each group by itself, with names, labels and units.
build=${2:?usage: $0 BINARY BUILD SOURCE}
python=/usr/bin/python3
if ! "$python" -c 'import xarray, h5netcdf' 2>/dev/null; then
    echo "python3-xarray and python3-h5netcdf are not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
folder=$(mktemp -d) || exit 1
trap 'rm -rf "$folder"' EXIT
export WEEFSEL_EXAMPLE_FILE="$folder/results.h5"
"$build/tests/weefsel_sim_tests" "[example]" >/dev/null || { echo "no example was written"; exit 1; }
"$python" - "$WEEFSEL_EXAMPLE_FILE" <<'PYTHON'
import sys
import warnings

import numpy as np
import xarray

warnings.simplefilter("error")
path = sys.argv[1]


def group(name):
    return xarray.open_dataset(path, group=name, engine="h5netcdf")


root = xarray.open_dataset(path, engine="h5netcdf")
assert root.attrs["title"] == "Another herd €", root.attrs
assert root.attrs["format_version"] == 2
assert {"version", "commit", "tree_clean", "compiler", "flags", "created"} <= set(root.attrs)

with group("indicators") as data:
    milk = data["milk"]
    assert milk.dims == ("option", "draw", "replicate", "month"), milk.dims
    assert milk.dtype == np.float32
    assert milk.attrs == {"units": "L", "long_name": "Milk given", "better": "higher"}, milk.attrs
    assert list(data.coords["option"].values) == ["nothing", "projecté"]
    assert data.coords["month"].values.tolist() == list(range(1, 25))
    assert data.coords["month"].dtype == np.int64
    assert data.coords["month"].attrs["units"] == "month"
    assert np.isnan(milk.values[0, 0, 0, 5]) and np.isnan(milk.encoding["_FillValue"])
    assert float(milk.sel(option="projecté", replicate=2, month=24)) == 143
    assert set(data.data_vars) == {"milk", "cream"}
with group("by_group/age") as data:
    assert data["milk"].dims == ("option", "draw", "replicate", "year", "group")
    assert list(data.coords["group"].values) == ["0-17", "18-64", "65+"]
    assert data.coords["year"].values.tolist() == [0.5, 1.5]
with group("money") as data:
    assert data["spent"].dims == ("option", "payer")
    assert data["spent"].attrs["units"] == "EUR"
with group("scenario/parameters") as data:
    assert float(data["value"].sel(name="a.two")) == 2
    assert data["source"].values.tolist() == ["", "measured"]
with group("ledger/none") as data:
    assert data["postponed"].shape == (0,)
print("xarray", xarray.__version__, "opens every group")
PYTHON
