#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/study/reach_log.hpp"

namespace weefsel {

/// What a resident of month 0 is compared with others by, as they were then: three ages (18-49, 50-74, 75 and
/// over), three incomes, lonely (3 or more of 11) or not. Children have none and are not compared.
inline constexpr std::uint8_t no_cell = 255;
inline constexpr std::size_t twin_cells = 18;
/// In the order of `founders`; `neighbourhoods` as the burn-in left them.
std::vector<std::uint8_t> cells_of(const std::vector<sim::BirthNumber>& founders,
                                   const std::vector<Neighbourhood>& neighbourhoods);

/// Differences between residents in one option and the same residents in another (their twins: same birth
/// number, same realisation), for those grown up in month 0 who are there in both at the end of the year.
struct ClassEffects {
    std::array<std::int64_t, reach_classes> n{};
    std::array<std::int64_t, reach_classes> sum{};  ///< of the differences, in steps
    std::array<double, reach_classes> raw{};        ///< mean difference; NaN: nobody
    /// The mean difference that the class would show with the mix of all: means by cell, weighted by the
    /// cell's share of all who are compared; over the cells that the class has, NaN where these hold less
    /// than half of all.
    std::array<double, reach_classes> standardised{};
};
/// By the class that residents are in under `option`, in a kept year.
ClassEffects effects_by_class(const ReachHistories& option, const ReachHistories& other,
                              const std::vector<std::uint8_t>& cells, std::size_t kept,
                              std::size_t indicator);

/// Residents by which of two options met them in the year before.
enum class ReachStratum : std::uint8_t { both, only_option, only_reference, neither, count };
inline constexpr std::size_t reach_strata = static_cast<std::size_t>(ReachStratum::count);

/// The difference between two options, taken apart by whom they met. Each resident is in one stratum and is
/// compared with the own twin: strata add up to the difference over all, exactly.
struct StratumEffects {
    std::array<std::int64_t, reach_strata> n{};
    std::array<std::int64_t, reach_strata> sum{};  ///< of the differences, in steps
    float steps = 1;
    [[nodiscard]] std::int64_t all() const;
    [[nodiscard]] std::int64_t sum_of_all() const;
    /// Mean difference in a stratum; NaN: nobody.
    [[nodiscard]] double effect(std::size_t stratum) const;
    /// What it contributes to the mean difference over all.
    [[nodiscard]] double part(std::size_t stratum) const;
    [[nodiscard]] double total() const;
};
StratumEffects effects_by_stratum(const ReachHistories& option, const ReachHistories& reference,
                                  const std::vector<std::uint8_t>& cells, std::size_t kept,
                                  std::size_t indicator);

/// Residents grown up in month 0 who are not there in both.
std::int64_t lost_in_either(const ReachHistories& option, const ReachHistories& other,
                            const std::vector<std::uint8_t>& cells, std::size_t kept);

}  // namespace weefsel
