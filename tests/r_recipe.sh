#!/bin/bash
# The recipe for R reads results, finds what summary.csv holds, and draws.
source_folder=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")
source "$(dirname "$0")/cli_helpers.bash" "$1"
if ! Rscript -e 'library(ncdf4)' >/dev/null 2>&1; then
    echo "r-base-core or r-cran-ncdf4 is not installed"
    [ "${CI:-}" = "true" ] && exit 1
    exit 77  # skipped
fi
recipe=$source_folder/analysis/r/recipe.R
small_scenario small.toml
for asked in "--replicates 4" "--draws 3 --replicates 2" "--replicates 1 --years 1"; do
    # shellcheck disable=SC2086
    expect 0 "$weefsel" compare small.toml -o out $asked --quiet --threads 1
    expect 0 Rscript "$recipe" out figures
    prints "social_cohesion"; there figures/differences.png
    # A summary that says something else is noticed.
    sed -i 's/^\(structural,projects,participation,1,[0-9]*,[^,]*,[^,]*,[^,]*,\)[^,]*/\10.5/' out/summary.csv
    expect 1 Rscript "$recipe" out figures; says "same(both\$mean"
    rm -rf out figures
done
expect 0 "$weefsel" run small.toml --option projects -o one/results.h5 --quiet --threads 1
expect 1 Rscript "$recipe" one figures; says "one option only"
finish
