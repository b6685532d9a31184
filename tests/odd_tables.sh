#!/usr/bin/env bash
# The documentation lists parameters, states, schedule, indicators, streams, mechanisms, studies and
# kinds of places as the program has them, and the schedule is what the code calls.   odd_tables.sh BINARY BUILD SOURCE
set -euo pipefail
binary="$1" source="$3"
failed=0
for table in parameters states schedule indicators streams mechanisms studies places; do
    page="$source/docs/odd/$table.md"
    if ! diff <(sed -n '/^|/p' "$page") <("$binary" parameters --format md --table "$table") >/dev/null; then
        echo "docs/odd/$table.md differs from what the program prints; run docs/odd/update.sh:"
        diff <(sed -n '/^|/p' "$page") <("$binary" parameters --format md --table "$table") | head -20
        failed=1
    fi
done
if ! diff <("$binary" parameters) <("$binary" parameters --table parameters --format md) >/dev/null; then
    echo "without --table the parameters are listed"
    failed=1
fi

# calls_of FUNCTION FILE NAMES...: which of these names the body of a function calls, in order of the first call.
calls_of() {
    local function="$1" file="$2"
    shift 2
    awk -v f="$function" -v names="$*" '
        BEGIN { n = split(names, name, " ") }
        $0 ~ "^[A-Za-z:]+ (Study::)?" f "\\(" { on = 1; next }
        !on { next }
        /^}/ { exit }
        { for (i = 1; i <= n; i++) if (!seen[i] && $0 ~ "(^|[^A-Za-z_.])" name[i] "\\(") { seen[i] = 1; print name[i] } }
    ' "$source/models/$file"
}
# agree WHAT EXPECTED FOUND
agree() {
    [ "$2" = "$3" ] && return
    echo "the schedule of $1 differs from the code:"
    diff <(echo "$2") <(echo "$3") | head -20
    failed=1
}
rows="$("$binary" parameters --format csv --table schedule | tail -n +2)"
whole() { awk -F, '$3 == "" { print $2 }' <<<"$rows"; }
# A row of the month runs the process that it names.
agree "the month" "$(whole | grep -v -e shocks_of -e observe -e exchange)" \
    "$(awk '/^ *\{[0-9]+, "/ { split($0, said, "\""); name = said[2]; runs = 0 }
        /MonthUnderWay& m/ { runs = 1 }
        runs && $0 ~ "[^a-z_]" name "\\(" { print name; runs = 0 }' "$source/models/study/schedule.cpp")"
while read -r process file; do
    parts="$(awk -F, -v p="$process" '$3 == p { print $2 }' <<<"$rows")"
    [ -z "$parts" ] && continue
    # shellcheck disable=SC2086
    agree "$process" "$parts" "$(calls_of "$process" "$file" $parts)"
done < <(awk -F, '$3 == "" { print $2, $4 }' <<<"$rows")
while read -r process file; do
    grep -qE "^[A-Za-z_0-9:<>]+ $process\(" "$source/models/$file" ||
        { echo "the schedule says that $process is in models/$file, but it is not"; failed=1; }
done < <(awk -F, '{ print $2, $4 }' <<<"$rows")

# A stream that says what it decides is drawn from, and one that is kept free is not.
while IFS=, read -r _ stream key _; do
    drawn=no
    grep -rqE "Stream::$stream\b" --include='*.cpp' --include=event.hpp --include=help.hpp "$source/models" && drawn=yes
    [ "$drawn" = "$([ -n "$key" ] && echo yes || echo no)" ] ||
        { echo "stream $stream: drawn from: $drawn, drawn by: \"$key\""; failed=1; }
done < <("$binary" parameters --format csv --table streams | tail -n +2 | sed 's/"[^"]*"/quoted/g')

# The ten steps of the ODD description are those of the program.
agree "docs/odd/README.md" "$(cut -d, -f1 <<<"$rows" | uniq | sed 's/ /. /')" \
    "$(sed -n 's/^\([0-9]*\)\. \*\*\([a-z ]*\)\*\*.*/\1. \2/p' "$source/docs/odd/README.md")"
exit "$failed"
