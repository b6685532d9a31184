# For the tests of the command line: a folder of their own, a scenario that runs in a second, and
# checks that say what was expected.   source cli_helpers.bash BINARY
weefsel=$(realpath "$1")
export WEEFSEL_CACHE=off  # nothing that an earlier test kept
export LC_ALL=C.UTF-8  # what is printed follows the language of the environment
folder=$(mktemp -d) || exit 1
outputs=$(mktemp -d) || exit 1
trap 'rm -rf "$folder" "$outputs"' EXIT
cd "$folder" || exit 1
wrong=0

fail() { echo "FAIL: $*"; wrong=$((wrong + 1)); }

# expect CODE COMMAND...: runs it, keeps its output in files out and err, checks the exit code.
expect() {
    local code=$1 got
    shift
    "$@" >"$outputs/out" 2>"$outputs/err"
    got=$?
    if [ "$got" -ne "$code" ]; then
        fail "exit code $got, expected $code: $*"
        tail -5 "$outputs/err"
    fi
}
says() { grep -qF -- "$1" "$outputs/err" || { fail "no message '$1' on standard error; it says:"; head -5 "$outputs/err"; }; }
prints() { grep -qF -- "$1" "$outputs/out" || { fail "no '$1' on standard output; it says:"; head -5 "$outputs/out"; }; }
absent() { for path in "$@"; do [ -e "$path" ] && fail "$path should not be there"; done; }
there() { for path in "$@"; do [ -e "$path" ] || fail "$path should be there"; done; }

# small_scenario FILE [CHANGE...]: writes it; each CHANGE is a sed expression.
small_scenario() {
    local file=$1
    shift
    cat >"$file" <<'TOML'
title = "Small"
years = 2
warmup_years = 1
replicates = 4
seed = 7
reference = "projects"
equal_money = false

[neighbourhood]
name = "Example"
residents = 300
age_0_14 = 45
age_15_24 = 40
age_25_44 = 85
age_45_64 = 75
age_65_over = 55
households = 145
single = 60
without_children = 42
with_children = 43

[[option]]
name = "projects"
  [[option.line]]
  name = "work"
  form = "project"
  buys = [ { role = "opbouwwerker", fte = 0.5 }, { place = "buurthuis", hours_week = 10 } ]

[[option]]
name = "structural"
  [[option.line]]
  name = "work"
  form = "structural"
  buys = [ { role = "opbouwwerker", fte = 0.5 }, { place = "buurthuis", hours_week = 10 } ]
TOML
    for change in "$@"; do sed -i "$change" "$file"; done
}

finish() {
    [ "$wrong" -eq 0 ] || { echo "$wrong checks failed"; exit 1; }
    exit 0
}
