#!/bin/bash
# A whole city lives together: 110 neighbourhoods and 368,000 residents, in which rare things happen every month.
source "$(dirname "$0")/cli_helpers.bash" "$1"
figures=$(realpath "${3:?usage: $0 BINARY BUILD SOURCE}")/../shared/data/kwb-2023-utrecht.csv
if [ ! -d "$(dirname "$figures")" ]; then
    echo "skipped: no data beside the project, so no $(basename "$figures")"
    exit 77
fi

# The policy of the first scenario.
expect 0 "$weefsel" run "$3/scenarios/first-look.toml" --option projects --years 1 --draws 1 --replicates 1 \
    --set warmup_years=1 --set equal_money=false --set "neighbourhood.kwb=$figures" --set neighbourhood.code=GM0344 \
    --seed 20220613 -o city.h5 --quiet
[ -s city.h5 ] || fail "there are no results"
finish
