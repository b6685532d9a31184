#!/bin/bash
# Bad input gets a clear message with its place, all problems at once, exit code 2, and nothing is written.
source "$(dirname "$0")/cli_helpers.bash" "$1"

mkdir work && cd work || exit 1
refused() { expect 2 "$weefsel" compare small.toml -o there "$@"; absent there; }

expect 2 "$weefsel" compare absent.toml -o there; says "absent.toml"; absent there
expect 2 "$weefsel" compare . -o there; says "folder"; absent there

small_scenario small.toml 's/^years = 2/years = "two"/'
refused; says "small.toml:2:"; says "years"
small_scenario small.toml 's/^years = 2/yaers = 2/'
refused; says "small.toml:2:1: "; says "did you mean years?"
small_scenario small.toml 's/^years = 2/years = 2000/'
refused; says "small.toml:2:"; says "2000"
small_scenario small.toml 's/^households = 145/households = 900/'
refused; says "households"
small_scenario small.toml 's/^years = 2/years = /'
refused; says "small.toml:2:"

# All problems of a file at once.
small_scenario small.toml 's/^years = 2/yaers = 2/' 's/^seed = 7/seed = "x"/' 's/^reference = .*/reference = "projetcs"/' 's/fte = 0.5/fte = -1/'
refused; says "did you mean years?"; says "seed"; says "projetcs"; says "fte"
[ "$(wc -l <"$outputs/err")" -ge 4 ] || fail "every problem has its own line"

# The command line is judged like the file.
small_scenario small.toml
refused --set parameters.network.halflife_frend=9; says "did you mean"
refused --set years=0
refused --years 0; says "years"
refused --seed=-1; says "seed"
refused --replicates 0; says "replicates"
refused --threads 0; says "--threads"
refused --threads many; says "--threads"
refused --seed x; says "--seed"
refused --noticeable social_cohesoin=0.2 --noticeable severely_lonely=0 --noticeable healthy
says "did you mean social_cohesion?"; says "number above 0"; says "NAME=VALUE"
expect 2 "$weefsel" run small.toml --option structurl -o there.h5; says "did you mean structural?"; absent there.h5
expect 2 "$weefsel" run small.toml -o there.h5; says "--option"; absent there.h5
expect 2 "$weefsel" compair small.toml; says "did you mean compare?"
expect 2 "$weefsel" compare small.toml --fast; says "--fast"
expect 2 "$weefsel"; says "compare"
expect 2 "$weefsel" parameters --format xml; says "xml"

# Options of unequal money, with both figures and the factor; check prints what it read all the same.
small_scenario small.toml 's/^equal_money = .*/equal_money = true/' '0,/fte = 0.5/s//fte = 2.0/'
refused; says "small.toml:"; says "structural"; says "euro"; says "1 %"
expect 2 "$weefsel" check small.toml; prints "factor"; says "1 %"
small_scenario small.toml '0,/fte = 0.5/s//fte = 2.0/'
expect 0 "$weefsel" check small.toml

# A code that is not in the file.
printf 'gwb_code,regio,recs,a_inw\nBU00010001,Somewhere,Buurt,100\n' >kwb.csv
small_scenario small.toml 's/^name = "Example"/kwb = "kwb.csv"\ncode = "BU99999999"/' '/^residents/,/^with_children/d'
refused; says "BU99999999"

# A name that is taken.
expect 0 "$weefsel" new mine --quiet; there mine.toml
echo "# mine" >mine.toml
expect 2 "$weefsel" new mine; says "--force"
[ "$(cat mine.toml)" = "# mine" ] || fail "new replaced a file without --force"
expect 0 "$weefsel" new mine --force --quiet
expect 2 "$weefsel" new nowhere/at/all; says "nowhere"

# Result files that are none.
expect 2 "$weefsel" trace small.toml small.toml; says "small.toml:1:1"
expect 2 "$weefsel" trace absent.h5 absent.h5; says "absent.h5"
[ -z "$(find . -name '*.part' -o -name '.parts')" ] || fail "something half written stayed"
finish
