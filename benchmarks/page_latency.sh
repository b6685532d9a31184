#!/bin/bash
# How soon the page answers in Chromium after a slider was moved, for 1,000 and for 3,000 residents.
#   benchmarks/page_latency.sh [PROGRAM]        build the program first
source_folder=$(realpath "$(dirname "$0")/..")
source "$source_folder/tests/cli_helpers.bash" "$(realpath "${1:-$source_folder/build/release/weefsel}")"
source "$source_folder/tests/page_in_browser/run.bash" latency
