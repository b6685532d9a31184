#pragma once
#include <cstdint>

#include "models/world/resident_state.hpp"
#include "models/world/tie_state.hpp"

/// What only the network as a whole shows.
namespace weefsel {

/// Residents in the largest group that hangs together by ties of `least` and more, of all kinds.
std::size_t largest_component_of(const Residents& residents, const Ties& ties, TieHours least);

/// Newman's assortativity is covariance / variance over both ends of ties; kept apart so that several
/// neighbourhoods can be pooled. Source: Newman 2003, Phys. Rev. E 67, 026126, equation 21.
struct Assortativity {
    double covariance = 0;
    double variance = 0;
};

/// Of a whole number of every resident, over the ties of `least` and more outside the family.
template <class ValueOf>
Assortativity assortativity_of(const Ties& ties, TieHours least, ValueOf value_of) {
    std::int64_t ends = 0, sum = 0, squares = 0, products = 0;
    for (std::size_t i = 0; i < ties.count.size(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        const auto& row = ties.row[who];
        for (std::size_t k = 0; k < ties.count[who]; ++k) {
            if (row.hours(k) < least || is_family(row.kind(k))) continue;
            const std::int64_t one = value_of(who), other = value_of(ResidentId{row.other(k)});
            ++ends;
            sum += one;
            squares += one * one;
            products += one * other;
        }
    }
    if (ends == 0) return {};
    const auto mean_square = static_cast<double>(sum) * static_cast<double>(sum) / static_cast<double>(ends);
    return {static_cast<double>(products) - mean_square, static_cast<double>(squares) - mean_square};
}

}  // namespace weefsel
