#!/bin/bash
# What a line can buy besides posts, places and support: `check` prices it and says what it reaches, --set changes it,
# what is wrong is told with its place, and a comparison of it is the same bits on one thread and two.
source "$(dirname "$0")/cli_helpers.bash" "$1"
all='{ role = "opbouwwerker", fte = 0.5 }, { public_space = "street", quality = 0.3, share = 0.5 }, { public_space = '
all+='"park", quality = 0.2 }, { public_space = "square", quality = 0.1 }, { adapted_dwellings = 8 }, { transport = 20 }, '
all+='{ training = 15 }, { network_leaders = 2 }, { pay = 0.1 }, { innovation = 0.2 }, { by_street = 1.5 }'
small_scenario small.toml "0,/buys = .*/s//buys = [ $all ]/"

# Purchases are wrapped: a text may stand on two lines.
checks() {
    expect 0 "$weefsel" check small.toml "$@"
    tr -s '\n ' '  ' <"$outputs/out" >"$outputs/line"
    mv "$outputs/line" "$outputs/out"
}
checks
prints 'public space of 50 % of the streets up by 0.3 ('
prints 'parks up by 0.2 (1)'
prints 'squares up by 0.1 (1)'
prints '8 dwellings made fit for old age'
prints '20 rides a week'
prints '15 hours of training a worker a year'
prints 'support of 2 network leaders'
prints 'pay of its workers 10 % above the tariff'
prints '20 % of their hours for something new each year'
prints 'hours by street, by its need to the power 1.5'
checks --set option.projects.line.1.buys.2.quality=0.1 \
    --set option.projects.line.1.buys.5.adapted_dwellings=12
prints 'of the streets up by 0.1 ('
prints '12 dwellings made fit for old age'

expect 2 "$weefsel" check small.toml --set option.projects.line.1.buys.2.quality=2
says 'quality'
expect 2 "$weefsel" check small.toml --set 'option.projects.line.1.buys=[{ training = 100 }]'
says 'buys no post'
expect 2 "$weefsel" check small.toml --set 'option.projects.line.1.buys=[{ pay = 0.1 }]'
says 'pay is for the workers of the same line'
sed 's/public_space = "street"/public_space = "alley"/' small.toml >wrong.toml
expect 2 "$weefsel" check wrong.toml
says 'wrong.toml:27:'
says 'public_space must be "street", "park" or "square"; found "alley"'

expect 0 "$weefsel" compare small.toml -o one --replicates 2 --threads 1 --digests --quiet
expect 0 "$weefsel" compare small.toml -o two --replicates 2 --threads 2 --digests --quiet
expect 0 "$weefsel" trace one/results.h5 two/results.h5
prints "no difference"
finish
