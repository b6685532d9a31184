#!/bin/bash
# The core of the model, built a second time from docs/odd alone, is equal to the program as distributions and in the response
# to two options; a twin with one rule off is not (docs/docking.md).
program=$(realpath "$1")
state_out=$(realpath "$2")/tests/weefsel_state_out
source_folder=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")
python=/usr/bin/python3
if ! "$python" -c 'import numpy, tomllib' 2>/dev/null; then
    echo "python3-numpy, or Python 3.11 or later, is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
export PYTHONDONTWRITEBYTECODE=1 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1  # other tests run beside this one
"$python" -W error::RuntimeWarning "$source_folder/tests/docking/compare.py" "$program" "$state_out" --faults
