#!/bin/bash
# Every lesson of the page to its end, and a class of three browsers.
source_folder=$(realpath "${3:-$(dirname "$0")/..}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
source "$source_folder/tests/page_in_browser/run.bash" lessons class
