#!/bin/bash
# The arrows of the house: sim <- models, sim <- analysis (never models), app on all, page on sim, models and analysis. Says every breach
# with file and line; fails when there is one.
cd "${3:-$(dirname "$0")/..}" || exit 1
shopt -s lastpipe  # so that breaches counted at the end of a pipe stay counted
breaches=0

breach() {  # breach RULE: lines of `file:line:text` on standard input
    local line
    while IFS= read -r line; do
        echo "$line  <- $1"
        breaches=$((breaches + 1))
    done
}

sources() { find "$@" \( -name '*.cpp' -o -name '*.hpp' \) 2>/dev/null | sort; }
in_files() { local pattern=$1; shift; sources "$@" | xargs -r grep -HnE "$pattern"; }

# Who may include whom.
in_files '^ *# *include "(models|analysis|app|tests)/' sim | breach "sim includes nothing but sim"
in_files '^ *# *include "(analysis|app|tests)/' models | breach "models include sim and models only"
in_files '^ *# *include "(models|app|tests)/' analysis | breach "analysis includes sim and analysis only"
in_files '^ *# *include "(app|tests)/' page | grep -v '"app/compare/terms.hpp"' |
    breach "the page's engine includes sim, models, analysis, and what tells analysis of a study"
in_files '^ *# *include "(models|analysis|app|page|tests)/' examples | grep -vE '^examples/hooks/.*"models/hook/plugin\.hpp"' |
    breach "examples stand on sim alone, plugins on models/hook/plugin.hpp"
in_files '^ *# *include "(analysis|app|page|tests)/' python | breach "what meets Python stands on sim and models"
in_files '^ *# *include "page/' sim models analysis app | breach "nothing includes the page"
in_files '^ *# *include "tests/' app | breach "the program does not include its tests"
# Inside a house arrows run down only: a room may include itself and those before it in its list, but for pairs that do
# not know each other, as `measure:scenario` (what is measured does not read files).
arrows() {  # arrows HOUSE "ROOMS..." "PAIRS..."
    local house="$1" below="" room may pair
    for room in $2; do
        below="${below:+$below|}$room"
        may="$below"
        for pair in $3; do
            [ "${pair%%:*}" = "$room" ] && may="${may/${pair##*:}|/}"
        done
        in_files "^ *# *include \"$house/" "$house/$room" | grep -vE "\"$house/($may)/" |
            breach "$house/$room may include $house/ ${may//|/, } only"
    done
    find "$house" -mindepth 1 -maxdepth 1 -type d | grep -vE "^$house/($below|python|r|__pycache__)\$" |
        breach "a room of $house/ that has no place among the others"
    find "$house" -maxdepth 1 -type f | grep -vE '^app/main\.cpp$' | breach "$house/ has rooms and no files of its own"
}
arrows models "parameters world hook question process scenario measure population study trial story" "measure:scenario"
arrows analysis "statistics design results sensitivity calibration decision report" "design:statistics calibration:results calibration:sensitivity decision:calibration report:calibration"
arrows app "terminal plugin neighbourhoods check compare story sweep sensitivity validate trials calibrate serve class commands" "sweep:story sensitivity:story validate:story validate:sweep validate:sensitivity calibrate:story calibrate:sweep calibrate:sensitivity"
# Quoted includes start at a folder of the house.
in_files '^ *# *include "' sim models analysis app |
    grep -vE '"(sim|models|analysis|app)/|"(provenance_values|report_page).hpp"' | breach "a quoted include begins with its folder"

# A library that is met in one place can be replaced in one place.
only_in() {  # only_in HEADER FILE: no other file includes it
    in_files "^ *# *include [<\"]$1" sim models analysis app | grep -v "^$2:" | breach "only $2 includes $1"
}
at_most_one_file() {
    local files
    files=$(in_files "^ *# *include [<\"]$1" sim models analysis app | cut -d: -f1 | sort -u)
    if [ "$(echo "$files" | grep -c .)" -gt 1 ]; then
        echo "$files" | breach "only one file includes $1"
    fi
}
only_in 'hdf5' sim/run_file_library.hpp
only_in 'omp.h' sim/parallel.cpp
only_in 'toml\+\+' sim/toml_text.cpp
only_in "zip.h" sim/zip_archive.cpp
only_in "expat.h" sim/xml_walk.cpp
only_in "zlib.h" sim/gzip.cpp
only_in "utf8proc.h" models/scenario/kwb_search.cpp
at_most_one_file 'mpi.h'
in_files '^ *# *include [<"]CLI/' sim models analysis app | grep -v '^app/commands/' | breach "only app/commands includes CLI11"
at_most_one_file 'nlohmann/'

# The engine knows nothing of what is simulated.
words='residents?|neighbou?r(s|hoods?|ing)?|municipalit(y|ies)|polic(y|ies)|lonel(y|iness)|fund(s|ing)|households?'
words="$words|professionals?|care|carers?|councils?|buurt|wijk|gemeente|volunteers?|friendships?|social"
sources sim | xargs -r grep -HniE "(^|[^a-z])($words)([^a-z]|$)" | breach "a word of the domain in sim/"

# Names that say nothing, and names that say two things.
sources sim models analysis app |
    grep -E '/(utils?|common|managers?|helpers?|misc)[._/]|_(utils?|manager|helpers?)\.' |
    breach "a file is named after what it does"
sources sim models analysis app | xargs -rn1 basename | sort | uniq -d | breach "two files with one name"

# One name, one type: two different ones under one full name are undefined behaviour wherever both are linked (the
# one-definition rule), and no compiler says so. Anonymous namespaces, members (A::B) and specialisations aside.
types_defined() {
    sources sim models analysis app | xargs -r awk '
        FNR == 1 { depth = 0 }
        /^(inline )?namespace/ && /\{/ {
            name = $0
            sub(/^(inline )?namespace */, "", name)
            sub(/ *\{.*/, "", name)
            space[++depth] = name
            next
        }
        /^\} +\/\/ namespace/ { --depth; next }
        /^(template <.*> *)?(struct|class|enum class|enum|union) +[A-Za-z_0-9]+/ && /\{|:|[A-Za-z_0-9]$/ {
            line = $0
            sub(/^template <.*> */, "", line)
            sub(/^(struct|class|enum class|enum|union) +/, "", line)
            match(line, /^[A-Za-z_0-9]+/)
            name = substr(line, 1, RLENGTH)
            if (substr(line, RLENGTH + 1) ~ /^(::|<)/) next
            path = ""
            for (i = 1; i <= depth; ++i) {
                if (space[i] == "") next
                path = path space[i] "::"
            }
            print path name, FILENAME ":" FNR ":"
        }'
}
types_defined | sort | awk '$1 == last { print $2 " " $1 " is also at " place } { last = $1; place = $2 }' |
    breach "two types of one full name"

# The platform's own functions differ between machines in the last bit: what they decide would not be the same
# everywhere. Words and survey answers live on in nothing.
in_files 'std::(exp|exp2|expm1|log|log2|log10|log1p|pow|sin|cos|tan|atan2?|tanh|cbrt|hypot|erf)\b' models |
    grep -vE '^models/(story|measure/survey)/' | breach "numbers of the model come from sim/numeric.hpp"

# What a process takes the world to be can be set, has a source and is drawn with the rest: a literal other than 0, 1, 2
# and a half has a name at least (`constexpr float decade = 10.0F;`: a unit, a rounding, a limit of a type), and what is
# an assumption is declared in models/parameters. Terms of a line are declared, with range and source, in bundles.hpp.
sources models/process | grep -v '^models/process/funding/bundles\.hpp$' | xargs -r awk '
    {
        line = $0
        gsub(/"([^"\\]|\\.)*"/, "", line)
        sub(/\/\/.*/, "", line)
        if (line ~ /(^|[^A-Za-z_])constexpr [^{}]*[A-Za-z_0-9] = /) next
        while (match(line, /[0-9]+(\.[0-9]*([eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+)[fF]?/)) {
            before = RSTART > 1 ? substr(line, RSTART - 1, 1) : ""
            literal = substr(line, RSTART, RLENGTH)
            line = substr(line, RSTART + RLENGTH)
            if (before ~ /[A-Za-z_0-9.]/ || literal ~ /^([012]\.0*|0\.50*)[fF]?$/) continue
            print FILENAME ":" FNR ":" $0
            next
        }
    }' | breach "a number of the world is a parameter (models/parameters)"

# Nobody but the program prints or ends it.
in_files 'std::(cout|cerr|clog)|\b(std::)?(exit|abort|quick_exit) *\(|\bv?printf *\(|fmt::print' sim models analysis |
    grep -vE ': *//' | breach "libraries neither print nor end the program"

# A hidden test runs nowhere unless somebody asks for it by name.
in_files 'TEST_CASE\(.*"\[(\.|!)|^ +"\[(\.|!)' tests/sim tests/models tests/analysis tests/app | breach "no test is hidden or may fail"

if [ "$breaches" -gt 0 ]; then
    echo "$breaches breaches of the house rules (docs/decisions, tests/architecture.sh)"
    exit 1
fi
echo "the arrows point as they should"
