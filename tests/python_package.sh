#!/bin/bash
# The Python package: its own tests (its examples: python_examples.sh).
program=$(realpath "$1")
source_folder=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")
python=/usr/bin/python3
if ! "$python" -c 'import xarray, h5netcdf, matplotlib, scipy' 2>/dev/null; then
    echo "python3-xarray, python3-h5netcdf, python3-matplotlib or python3-scipy is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
export WEEFSEL="$program" PYTHONPATH="$source_folder/analysis/python" PYTHONDONTWRITEBYTECODE=1
export OMP_NUM_THREADS=1 MPLBACKEND=Agg  # other tests run beside this one
MPLCONFIGDIR=$(mktemp -d) || exit 1
export MPLCONFIGDIR
trap 'rm -rf "$MPLCONFIGDIR"' EXIT
cd "$source_folder/analysis/python/tests" || exit 1
"$python" -W error::RuntimeWarning -W error::FutureWarning -m unittest "${@:4}"
