#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/world/month_record.hpp"
#include "models/world/neighbourhood.hpp"
#include "sim/month.hpp"

namespace weefsel {

/// What can go wrong with bought work, by year of an option, all neighbourhoods together.
struct StaffingYear {
    double months_below_half = 0;  ///< months with less than half of the bought fte at work
    double at_work = 0;            ///< fte-months at work
    double bought = 0;             ///< fte-months bought: of lines that have begun, between two grants too
    std::array<double, sim::months_per_year> at_work_in{}, bought_in{};  ///< fte, by month of the year
    double breaks = 0;            ///< grants that ended and were not renewed
    double bonds_broken = 0;      ///< residents in contact with a professional who left, and no more
    double closures = 0;          ///< places that were open a month before and have no hours any more
    double initiatives_lost = 0;  ///< residents' initiatives that ended
};

/// Notes it month by month; it reads what a month made and left, and changes nothing.
class StaffingLog {
public:
    /// `neighbourhoods`: before the first month.
    explicit StaffingLog(const std::vector<Neighbourhood>& neighbourhoods);
    /// A site's month. Different sites may do so at the same time.
    void note(std::size_t site, const Neighbourhood& n, const MonthRecord& made);
    /// After all sites.
    void sum_up(int month);
    [[nodiscard]] const std::vector<StaffingYear>& years() const { return years_; }

private:
    struct Site {
        std::vector<std::uint8_t> open, alive;  ///< a month before: places, initiatives
        StaffingYear month;
    };
    std::vector<Site> sites_;
    std::vector<StaffingYear> years_;
};

}  // namespace weefsel
