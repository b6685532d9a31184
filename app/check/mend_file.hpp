#pragma once
#include <string>
#include <vector>

#include "app/terminal/speech.hpp"
#include "models/question/scenario.hpp"
#include "models/study/mend_money.hpp"

namespace weefsel::app {

/// One number that was written into a scenario file.
struct MendedNumber {
    std::string option, line;
    int at_line = 1;  ///< of the file, before
    double before = 0, after = 0;
    bool was_there = false;  ///< euro_year stood in the file; else it was priced from what the line buys
};

/// A scenario file with the euros that make its options equal.
struct MendedFile {
    std::string text;
    std::vector<MendedNumber> numbers;  ///< empty: nothing needed to change
};

/// Puts `euro_year` of the lines in the text of the scenario's own file: the number in its place where it
/// stands there, else a new line before `buys`; remarks and layout stay. Throws sim::InputError, and changes
/// nothing, where a line stands in a file that this one extends. `say`: language of the remark behind a new
/// line.
MendedFile mended_file(const std::string& text, const Scenario& scenario,
                       const std::vector<MendedLine>& lines, const Speech& say);

/// What was changed, a line each.
std::string mended_text(const std::string& file, const MendedFile& mended, const Speech& say);

}  // namespace weefsel::app
