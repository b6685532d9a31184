#include "sim/parameter.hpp"

namespace weefsel::sim {

std::string_view to_string(Evidence grade) {
    switch (grade) {
        case Evidence::measured:
            return "measured";
        case Evidence::literature:
            return "literature";
        case Evidence::expert:
            return "expert";
        case Evidence::assumption:
            return "assumption";
    }
    return "assumption";
}

const Parameter* ParameterTable::find(std::string_view name) const& {
    for (const auto& row : rows_) {
        if (row.name == name) return &row;
    }
    return nullptr;
}

std::string ParameterTable::with_row(std::string_view text, std::string_view row) {
    constexpr std::string_view place = "{row}";
    std::string full(text);
    if (const auto at = full.find(place); at != std::string::npos) full.replace(at, place.size(), row);
    return full;
}

}  // namespace weefsel::sim
