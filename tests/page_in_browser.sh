#!/bin/bash
# What a browser shows of the page, and that its numbers are those of the command line.
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
source "$source_folder/tests/page_in_browser/run.bash" numbers own_place access_and_paper firefox memory
