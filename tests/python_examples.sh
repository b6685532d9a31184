#!/bin/bash
# Every example of the Python package runs as it is, on a small scenario, and draws.
exec "$(dirname "$0")/python_package.sh" "$1" "$2" "${3:?usage: $0 BINARY BUILD SOURCE}" examples_run
