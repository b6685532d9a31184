#pragma once
#include <cstdint>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/parameters/parameters.hpp"
#include "models/process/care/care_cost.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"
#include "sim/world_result.hpp"

namespace weefsel {

enum class MoneyFlow : std::uint8_t {
    granted,
    spent,
    returned,
    held,
    care_cost,
    own_hours,
    care_added_life,
    youth_care,
    count
};
inline constexpr std::size_t money_flows = static_cast<std::size_t>(MoneyFlow::count);

/// Schedule step 10 for one option's life: measures each neighbourhood, and sums them month by month in
/// the order in which a municipality keeps them, so that neither threads nor the order in the
/// scenario change a bit.
class Recorder {
public:
    /// `place[site]`: where the results of the municipality's site belong in the scenario's order.
    /// `first_street`: of each neighbourhood in the scenario's order, among the streets of the layout, and
    /// their number at the end; empty where none are kept.
    /// `digest_columns`: digests recorded of every site and month, 0: none. `survey`: how people answer.
    Recorder(const sim::ResultLayout& layout, std::vector<std::size_t> place, std::size_t digest_columns,
             const std::vector<std::size_t>& first_street, const SurveyParameters& survey);

    /// Measures one site. Different sites may be measured at the same time.
    void measure(std::size_t site, Neighbourhood& n, const Parameters& p, const sim::RandomSource& draws,
                 sim::Month now, const MonthRecord& made);
    /// Digests of this month's state of a site, in the order of its columns.
    void note_digests(std::size_t site, std::vector<std::uint64_t> digests);
    /// Sums what was measured of all sites; `month` counts from month 0 of the options.
    void sum_up(int month);

    /// What of the cost of care falls in years of life that this option adds to the reference.
    void set_added_life_apart(const Recorder& reference);

    sim::WorldResult take();
    /// How people answer, for who asks them one by one.
    [[nodiscard]] const AnsweredLoneliness& answered() const { return answered_; }
    /// What is known so far: months not summed up yet are zero.
    [[nodiscard]] const sim::WorldResult& so_far() const { return result_; }

private:
    /// What is known of one site: of this month, and of the year so far.
    struct Site {
        Tally all;
        std::vector<Tally> groups;
        std::size_t first_street = 0;        ///< among those of the layout
        std::vector<float> streets;          ///< [street][of street_indicators], of this year's end
        std::vector<double> money;           ///< [flow][payer], of the year
        std::vector<double> mean;            ///< [observable], sum of the year's values
        std::vector<std::int32_t> measured;  ///< [observable], months of the year
        std::vector<std::uint64_t> digests;
        std::vector<LifeMonth> lives;  ///< by month
    };
    static void add_money(Site& site, const Neighbourhood& n, const CareParameters& p);
    void end_year(std::size_t year);

    const sim::ResultLayout* layout_;
    std::vector<std::size_t> place_;
    std::size_t columns_;
    sim::WorldResult result_;
    std::vector<Site> sites_;
    AnsweredLoneliness answered_;
};

}  // namespace weefsel
