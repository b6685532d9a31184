#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "models/parameters/parameters.hpp"
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
    double breaks = 0;              ///< grants that ended and were not renewed
    double bonds_broken = 0;        ///< residents in contact with a professional who left, and no more
    double closures = 0;            ///< places that were open a month before and have no hours any more
    double initiatives_lost = 0;    ///< residents' initiatives that ended
    double months_low_quality = 0;  ///< months in which half of the running money or more pays for activities
                                    ///< that are worse than three in four of what is offered
    double contacts = 0;            ///< of professionals with adults
    double contacts_away = 0;  ///< of them, with adults who had none of the needs of `Need` a month before
    double crowded_out = 0;    ///< members of initiatives that ended, times the share of the hazard of ending
                               ///< that comes from work that takes over
};

/// Notes it month by month; it reads what a month made and left, and changes nothing.
class StaffingLog {
public:
    /// `neighbourhoods`: before the first month. `follow`: of the option.
    StaffingLog(const std::vector<Neighbourhood>& neighbourhoods, const Parameters& parameters,
                double follow);
    /// A site's month. Different sites may do so at the same time.
    void note(std::size_t site, const Neighbourhood& n, const MonthRecord& made,
              const Parameters& parameters);
    /// After all sites.
    void sum_up(int month);
    [[nodiscard]] const std::vector<StaffingYear>& years() const { return years_; }

private:
    struct Site {
        std::vector<std::uint8_t> open, alive;  ///< a month before: places, initiatives
        std::vector<std::uint8_t> in_need;      ///< per row of residents, likewise; only where posts are
        double paid = 0, paid_low = 0;          ///< EUR a year that runs, and that pays for what is worse
        StaffingYear month;
    };
    float follow_ = 1;
    std::vector<Site> sites_;
    std::vector<StaffingYear> years_;
};

}  // namespace weefsel
