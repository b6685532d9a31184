#!/usr/bin/env bash
# The core of the model, built a second time from docs/odd alone, is the program's as a distribution and in its response; and
# a mechanism that one of the two lacks is noticed.   docking.sh BINARY BUILD SOURCE
set -euo pipefail
binary="$1" build="$2" source="${3:?usage: $0 BINARY BUILD SOURCE}"
python=/usr/bin/python3
if ! "$python" -c 'import numpy' 2>/dev/null; then
    echo "python3-numpy is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
exec "$python" "$source/tests/docking/compare.py" "$binary" "$build/tests/weefsel_state_out" --worlds 12 --twins 3 --faults
