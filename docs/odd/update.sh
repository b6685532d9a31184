#!/usr/bin/env bash
# Writes the tables that the program itself knows.   update.sh [BINARY]
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
binary="${1:-$here/../../build/release/weefsel}"

# page TABLE TITLE SENTENCE...
page() {
    local table="$1" title="$2"
    shift 2
    {
        echo "# $title"
        echo
        echo "Printed by the program (\`docs/odd/update.sh\`); change the declarations, not this page."
        printf '%s\n' "$@"
        echo
        "$binary" parameters --format md --table "$table"
    } >"$here/$table.md.part"
    mv "$here/$table.md.part" "$here/$table.md"
    echo "docs/odd/$table.md: $(($(grep -c '^|' "$here/$table.md") - 2)) rows"
}

page parameters "Parameters" \
    "Evidence: measured, literature, expert or assumption. The first three name a DOI, the address of a page or a page" \
    "of this documentation; an assumption says which of the [studies](studies.md) would settle it. Draws: how far the" \
    "number is varied where there are several parameter draws."
page states "State variables" \
    "Every column of every entity, as the code lists it (\`visit\` in \`models/*/*_state.hpp\`). The name before" \
    "the dot is the entity. Unit \`1\`: a share, count, class or key. Range \`any\`: all that the type holds. A" \
    "row is a reference to another entity."
page schedule "Schedule" \
    "All that happens in a month, in the order in which it happens. A process with parts calls those below it."
page indicators "Indicators" \
    "What is measured, as \`/indicators\` of a result file holds it. Unit \`1\`: a share, mean, score or count." \
    "Better: which direction the summary counts as better."
page streams "Streams of random numbers" \
    "One stream a decision. A number keeps its meaning for ever, so that results stay the same when a process" \
    "is added; drawn by: whose key, the same in every option, a number belongs to."
page mechanisms "Mechanisms by which the form of money matters" \
    "Which form gains by each mechanism at the values that its range allows, or either; numbers without a dot are" \
    "terms of a line, with the value of the structural and of the project bundle. Evidence, range and stated value" \
    "follow the numbers. That a mechanism favours a form says nothing about how much: at the neutral end of its" \
    "range it does nothing."
page studies "Studies that would settle what is assumed" \
    "What to collect, and how many of the [parameters](parameters.md) it would replace. Declared once, in" \
    "\`models/parameters/studies.hpp\`."
page places "Kinds of meeting places" \
    "What a place of each kind is like unless a scenario says otherwise: hours open a week without any funding line" \
    "and when open in full, residents for one place (0: none unless a scenario has it or a line buys it), room in visits a" \
    "month for each resident that it serves, people usually in one session, and fit with the age of a visitor. Going to an" \
    "activity is taking part; elsewhere it is passing by. Worth, price and encounters of each kind are parameters" \
    "(\`meeting_place.attraction_*\`, \`entry_*\`, \`hours_*\`, \`encounters_*\`). Hours and sizes are assumptions."
