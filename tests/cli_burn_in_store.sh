#!/bin/bash
# How warm-ups ended is kept between commands, and nobody's results hang on it.
source "$(dirname "$0")/cli_helpers.bash" "$1"

export WEEFSEL_CACHE=$folder/cache
kept() { find "$WEEFSEL_CACHE" -name '*.burn-in' 2>/dev/null | wc -l; }
same_table() { cmp -s "$1/summary.csv" "$2/summary.csv" || fail "$1 and $2 differ: $3"; }

small_scenario small.toml
expect 0 "$weefsel" compare small.toml -o anew --no-cache --quiet
[ "$(kept)" -eq 0 ] || fail "--no-cache kept $(kept) burn-ins"
expect 0 "$weefsel" compare small.toml -o first
says "So far, 2 of 4 worlds, after 2 years:"
says "compared with"
[ "$(kept)" -eq 4 ] || fail "a study of four worlds kept $(kept) burn-ins, not 4"
expect 0 "$weefsel" compare small.toml -o second --quiet
[ "$(kept)" -eq 4 ] || fail "the same study kept its burn-ins twice"
same_table anew first "the burn-ins were written"
same_table anew second "the burn-ins were read"

# Another option begins from the same burn-ins.
small_scenario other.toml 's/fte = [0-9.]*/fte = 3/'
expect 0 "$weefsel" compare other.toml -o other --quiet
[ "$(kept)" -eq 4 ] || fail "another option made burn-ins of its own: $(kept)"
expect 0 "$weefsel" compare other.toml -o other_anew --no-cache --quiet
same_table other other_anew "another option on burn-ins that were read"
# Another warm-up does not.
expect 0 "$weefsel" compare small.toml -o longer --set warmup_years=2 --quiet
[ "$(kept)" -eq 8 ] || fail "a longer warm-up was taken from a shorter one: $(kept)"

# A torn file counts as none; a folder that cannot be made keeps nothing and stops nobody.
for file in $(find "$WEEFSEL_CACHE" -name '*.burn-in'); do truncate -s 1000 "$file"; done
expect 0 "$weefsel" compare small.toml -o torn --quiet
same_table anew torn "the burn-ins were torn"
echo "a file" >nowhere
WEEFSEL_CACHE=$folder/nowhere expect 0 "$weefsel" compare small.toml -o unkept --quiet
same_table anew unkept "the burn-ins could not be kept"
WEEFSEL_CACHE=off expect 0 "$weefsel" compare small.toml -o off --quiet
absent off/cache "$folder/off.burn-in"
finish
