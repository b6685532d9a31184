#pragma once
#include <string>
#include <vector>

namespace weefsel {

/// A table of the documentation (ODD), made from the declarations in the code.
struct OddTable {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    /// Columns whose cells are names from the code.
    std::vector<std::size_t> code;
};

/// Every column of every entity: name, type, unit, range, meaning.
OddTable table_of_states();
/// The steps and processes of a month, in order.
OddTable table_of_schedule();
OddTable table_of_indicators();
/// Streams of random numbers: what each decides.
OddTable table_of_streams();
/// The studies that would settle what is assumed, with how many parameters each would settle.
OddTable table_of_studies();
/// Kinds of meeting places: what one is like unless a scenario says otherwise.
OddTable table_of_places();

}  // namespace weefsel
