#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/world_result.hpp"

namespace weefsel::analysis {

/// What a cube holds where nothing was measured.
inline constexpr float not_measured = std::numeric_limits<float>::quiet_NaN();

/// How many of each there are; a world is one (draw, replicate).
struct CubeShape {
    std::size_t options = 0;
    std::size_t draws = 0;
    std::size_t replicates = 0;
    [[nodiscard]] std::size_t worlds() const { return draws * replicates; }
};

/// Which pair of runs a ledger compares: an option with the reference, an option with itself under other
/// random priorities for one decision, or with itself under other chance events in everything.
enum class LedgerOf : std::uint8_t { reference, placebo, chance, count };

/// The group of a ledger in a result file.
constexpr std::string_view ledger_group(LedgerOf of) {
    return of == LedgerOf::reference ? "/ledger" : of == LedgerOf::placebo ? "/ledger_sham" : "/ledger_luck";
}

/// All that an ensemble measured, as 32-bit numbers in the form of the result file. Units may be
/// added in any order. What was not measured, and worlds that are missing, are NaN. Not thread safe.
class Cube {
public:
    using Values = std::vector<float>;
    /// The arrays below, each with the indices that it has.
    struct Arrays {
        std::vector<Values> indicator, by_site, fine, money, digest;
        std::vector<std::vector<Values>> by_group;
        std::array<std::vector<Values>, static_cast<std::size_t>(LedgerOf::count)> ledger;
        std::vector<std::vector<Values>> block;
    };
    Cube() = default;
    Cube(sim::ResultLayout layout, CubeShape shape, std::size_t digest_columns = 0);
    /// Of arrays that fit the layout, all worlds complete.
    Cube(sim::ResultLayout layout, CubeShape shape, Arrays arrays);

    /// Throws sim::InvariantError when the unit does not fit the layout or was added before.
    void add(std::size_t draw, std::size_t replicate, const sim::UnitResult& unit);

    [[nodiscard]] const sim::ResultLayout& layout() const { return layout_; }
    [[nodiscard]] const CubeShape& shape() const { return shape_; }
    [[nodiscard]] std::size_t digest_columns() const { return arrays_.digest.size(); }
    /// Worlds that were added.
    [[nodiscard]] std::size_t complete_worlds() const { return complete_; }

    /// (option, draw, replicate, month)
    [[nodiscard]] const Values& indicator(std::size_t observable) const {
        return arrays_.indicator.at(observable);
    }
    /// (option, draw, replicate, year, site): the mean of what was measured in the year
    [[nodiscard]] const Values& by_site(std::size_t observable) const {
        return arrays_.by_site.at(observable);
    }
    /// (option, draw, replicate, year, group)
    [[nodiscard]] const Values& by_group(std::size_t grouping, std::size_t observable) const {
        return arrays_.by_group.at(grouping).at(observable);
    }
    /// (option, draw, replicate, year, fine group) of one of the observables of the fine grouping
    [[nodiscard]] const Values& by_fine_group(std::size_t its_observable) const {
        return arrays_.fine.at(its_observable);
    }
    /// (option, draw, replicate, year, payer), EUR
    [[nodiscard]] const Values& money(std::size_t flow) const { return arrays_.money.at(flow); }
    /// (option, draw, replicate, entry) of one kind of event
    [[nodiscard]] const Values& ledger(LedgerOf of, std::size_t kind) const {
        return arrays_.ledger[static_cast<std::size_t>(of)].at(kind);
    }
    /// Whether anything of it was simulated.
    [[nodiscard]] bool has_ledger(LedgerOf of) const;
    /// (option, draw, replicate, axes of the column) of one column of a block
    [[nodiscard]] const Values& block(std::size_t block, std::size_t column) const {
        return arrays_.block.at(block).at(column);
    }
    /// (option, draw, replicate, month): the high 24 bits of a column's digest, exact as a float
    [[nodiscard]] const Values& digest(std::size_t column) const { return arrays_.digest.at(column); }

private:
    void check(const sim::UnitResult& unit) const;
    void store_months(std::size_t world, const std::vector<sim::WorldResult>& options);
    void store_years(std::size_t world, const std::vector<sim::WorldResult>& options);
    void store_ledgers(std::size_t world, const std::vector<sim::WorldResult>& options);
    void store_blocks(std::size_t world, const std::vector<sim::WorldResult>& options);

    sim::ResultLayout layout_;
    CubeShape shape_;
    std::size_t complete_ = 0;
    std::vector<bool> done_;
    Arrays arrays_;
};

/// Row of an observable or of a flow of money in a layout; none when it is not measured.
std::optional<std::size_t> observable_named(const sim::ResultLayout& layout, std::string_view name);
std::optional<std::size_t> flow_named(const sim::ResultLayout& layout, std::string_view name);
/// Where a column of a block of a group stands; none when it is not kept.
struct BlockColumn {
    std::size_t block, column;
};
std::optional<BlockColumn> block_named(const sim::ResultLayout& layout, std::string_view group,
                                       std::string_view column);

}  // namespace weefsel::analysis
