#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "sim/world_result.hpp"

namespace weefsel::analysis {

/// How many of each there are; a world is one (draw, replicate).
struct CubeShape {
    std::size_t options = 0;
    std::size_t draws = 0;
    std::size_t replicates = 0;
    std::size_t sites = 0;
    [[nodiscard]] std::size_t worlds() const { return draws * replicates; }
};

/// All that an ensemble measured, as 32-bit numbers in the form of the result file. Units may be
/// added in any order: sites of a world are summed in the order of the sites (numerators and
/// denominators each, of totals the numerators alone), so that the order in which threads finish
/// changes no bit. What was not measured, and worlds of which a site is
/// missing, are NaN. Not thread safe.
class Cube {
public:
    Cube(sim::ResultLayout layout, CubeShape shape, std::size_t digest_columns = 0);

    /// Throws sim::InvariantError when the unit does not fit the layout or was added before.
    void add(std::size_t site, std::size_t draw, std::size_t replicate, sim::UnitResult unit);

    [[nodiscard]] const sim::ResultLayout& layout() const { return layout_; }
    [[nodiscard]] const CubeShape& shape() const { return shape_; }
    [[nodiscard]] std::size_t digest_columns() const { return digest_.size(); }
    /// Worlds of which every site was added.
    [[nodiscard]] std::size_t complete_worlds() const { return complete_; }

    using Values = std::vector<float>;
    /// (option, draw, replicate, month)
    [[nodiscard]] const Values& indicator(std::size_t observable) const { return indicator_.at(observable); }
    /// (option, draw, replicate, year, site): the mean of what was measured in the year
    [[nodiscard]] const Values& by_site(std::size_t observable) const { return by_site_.at(observable); }
    /// (option, draw, replicate, year, group)
    [[nodiscard]] const Values& by_group(std::size_t grouping, std::size_t observable) const {
        return by_group_.at(grouping).at(observable);
    }
    /// (option, draw, replicate, year, payer), EUR
    [[nodiscard]] const Values& money(std::size_t flow) const { return money_.at(flow); }
    /// (option, draw, replicate, month): the high 24 bits of a column's digest, exact as a float
    [[nodiscard]] const Values& digest(std::size_t column) const { return digest_.at(column); }

private:
    /// The sites of one world: summed up to `next_site`, the others waiting for their turn.
    struct Gathering {
        std::size_t next_site = 0;
        std::map<std::size_t, sim::UnitResult> waiting;
        std::vector<sim::WorldResult> sum;
    };
    void check(const sim::UnitResult& unit) const;
    void store_site(std::size_t site, std::size_t world, const sim::UnitResult& unit);
    void sum_up(Gathering& here) const;
    void store_months(std::size_t world, const std::vector<sim::WorldResult>& sum);
    void store_years(std::size_t world, const std::vector<sim::WorldResult>& sum);

    sim::ResultLayout layout_;
    CubeShape shape_;
    std::size_t complete_ = 0;
    std::map<std::size_t, Gathering> gathering_;
    std::vector<bool> done_;
    std::vector<Values> indicator_, by_site_, money_, digest_;
    std::vector<std::vector<Values>> by_group_;
};

}  // namespace weefsel::analysis
