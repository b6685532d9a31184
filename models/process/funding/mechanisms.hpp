#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/world/line_terms.hpp"
#include "sim/enum_name.hpp"

namespace weefsel {

/// Ways in which two forms of the same work differ, each with the numbers of a line that carry it. What
/// projects can do better acts through these numbers and has none of its own: the effort and the aim of a new
/// grant and one-off volunteering come with its term, renewal by merit and slack with the chance of renewal,
/// the choice among bids with the tenders that follow a gap, accounting with the reporting share.
enum class Mechanism : std::uint8_t {
    hours,   ///< what a euro buys: euro a year, reporting, indexation, what happens to unspent money
    tenure,  ///< how long one can count on it, and how often it begins anew (effort, aim): term, notice, cuts
    gaps,    ///< months without work, renewal by merit, slack: renewal, gap, start-up
    selection,  ///< stopping what does not work: review
    focus,      ///< for whom: pot, goal
    count
};
inline constexpr std::size_t mechanisms = static_cast<std::size_t>(Mechanism::count);
using Mechanisms = std::array<bool, mechanisms>;

/// A line with the numbers of `to` for the mechanisms in `taken`, and those of `from` for all others.
FundingLine mixed(const FundingLine& from, const FundingLine& to, const Mechanisms& taken);

/// Why two lists of lines cannot be taken apart by mechanism: they are not the same work in another form.
/// Lines are held against each other in their order. Nothing when they can.
std::optional<std::string> not_one_work(const std::vector<FundingLine>& from,
                                        const std::vector<FundingLine>& to);

/// Mechanisms in whose numbers two lists of lines of the same work differ.
Mechanisms differing(const std::vector<FundingLine>& from, const std::vector<FundingLine>& to);

}  // namespace weefsel
