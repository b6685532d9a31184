#include "analysis/report/report_money.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>

#include "analysis/decision/net_present_value.hpp"
#include "analysis/results/values_by_run.hpp"
#include "sim/month.hpp"

namespace weefsel::analysis {
namespace {

constexpr std::array rates{nominal_rates.costs, public_investment_rates.costs, health_care_rates.costs};

/// The flows of a cube; those that it lacks are empty and count as zero.
struct Flows {
    ValuesByRun granted, returned, care, own_hours, added_life, youth;
    std::size_t payers = 0, years = 0;

    [[nodiscard]] double of(const ValuesByRun& flow, std::size_t o, std::size_t w, std::size_t year,
                            std::size_t payer) const {
        return flow.values.empty() ? 0 : flow.at(o, w, year * payers + payer);
    }
    [[nodiscard]] double net_granted(std::size_t o, std::size_t w, std::size_t y, std::size_t payer) const {
        return of(granted, o, w, y, payer) - of(returned, o, w, y, payer);
    }
    [[nodiscard]] double paid_care(std::size_t o, std::size_t w, std::size_t y, std::size_t payer) const {
        return of(care, o, w, y, payer) - of(own_hours, o, w, y, payer);
    }
};

Interval negated(const Interval& i) { return {-i.mean, -i.upper, -i.lower, i.n}; }

/// What share of a saving becomes cash, and after how many years.
struct Cash {
    double share = 0, lag = 0;
};

/// All that one payer gains by one option.
class Balancing {
public:
    Balancing(const Flows& flows, std::size_t option, std::size_t reference, std::size_t payer, Cash cash)
        : flows_(flows), option_(option), reference_(reference), payer_(payer), cash_(cash) {}

    [[nodiscard]] ReportData::Balance balance() const {
        ReportData::Balance out;
        for (const double rate : rates)
            out.present_value.push_back(gain(flows_.years, [&](auto o, auto w, auto y) {
                return discount_factor(static_cast<int>(y) + 1, rate) * paid(o, w, y);
            }));
        out.granted = gain(flows_.years, granted());
        out.care = gain(flows_.years, care());
        out.saved = gain(flows_.years, [&](auto o, auto w, auto y) {
            return flows_.paid_care(o, w, y, payer_) - flows_.of(flows_.added_life, o, w, y, payer_);
        });
        out.own_hours = gain(flows_.years, [&](auto o, auto w, auto y) {
            return flows_.of(flows_.own_hours, o, w, y, payer_);
        });
        out.added_life = gain(flows_.years, [&](auto o, auto w, auto y) {
            return flows_.of(flows_.added_life, o, w, y, payer_);
        });
        out.cash = cash();
        for (std::size_t year = 0; year < flows_.years; ++year) {
            if (!flows_.youth.values.empty()) {
                out.youth_by_year.push_back(gain_of_year(year, youth()));
                out.youth_paid.push_back(paid_in(year, youth()));
            }
            out.granted_paid.push_back(paid_in(year, granted()));
            out.care_paid.push_back(paid_in(year, care()));
            out.granted_by_year.push_back(gain_of_year(year, granted()));
            out.care_by_year.push_back(gain_of_year(year, care()));
            out.cumulative.push_back(gain(year + 1, [&](auto o, auto w, auto y) { return paid(o, w, y); }));
        }
        out.verdict = verdict_of(out.present_value.front(), 0);
        out.own_hours_verdict = verdict_of(out.own_hours, 0);
        break_even(out);
        return out;
    }

private:
    /// The first year from which the sum stays at 0 or above until the end, where it ends clearly above.
    static void break_even(ReportData::Balance& out) {
        const auto verdict = out.cumulative.empty() ? Verdict::unknown : verdict_of(out.cumulative.back(), 0);
        const bool from = verdict == Verdict::higher;
        out.break_even = from ? "from" : verdict == Verdict::lower ? "never" : name_of(verdict);
        if (!from) return;
        auto year = out.cumulative.size();
        while (year > 0 && out.cumulative[year - 1].mean >= 0) --year;
        out.break_even_year = year + 1;
    }
    using YearFlow = std::function<double(std::size_t option, std::size_t world, std::size_t year)>;

    [[nodiscard]] YearFlow granted() const {
        return [this](auto o, auto w, auto y) { return flows_.net_granted(o, w, y, payer_); };
    }
    [[nodiscard]] YearFlow care() const {
        return [this](auto o, auto w, auto y) { return flows_.paid_care(o, w, y, payer_); };
    }
    [[nodiscard]] YearFlow youth() const {
        return [this](auto o, auto w, auto y) { return flows_.of(flows_.youth, o, w, y, payer_); };
    }
    [[nodiscard]] double paid(std::size_t o, std::size_t w, std::size_t y) const {
        return flows_.net_granted(o, w, y, payer_) + flows_.paid_care(o, w, y, payer_);
    }
    /// Of the first `years` years together.
    [[nodiscard]] Interval gain(std::size_t years, const YearFlow& flow) const {
        const ValueOfRun sum = [&](std::size_t o, std::size_t w) {
            double all = 0;
            for (std::size_t y = 0; y < years; ++y) all += flow(o, w, y);
            return all;
        };
        return negated(difference_of(sum, option_, reference_, flows_.granted.shape));
    }
    [[nodiscard]] double gain_of_year(std::size_t year, const YearFlow& flow) const {
        const ValueOfRun one = [&](std::size_t o, std::size_t w) { return flow(o, w, year); };
        return -difference_of(one, option_, reference_, flows_.granted.shape).mean;
    }

    [[nodiscard]] double paid_in(std::size_t year, const YearFlow& flow) const {
        const ValueOfRun one = [&](std::size_t o, std::size_t w) { return flow(o, w, year); };
        return level_of(one, option_, flows_.granted.shape).mean;
    }
    /// Of what is saved on care, care in added years of life left out.
    [[nodiscard]] Interval cash() const {
        if (std::isnan(cash_.share)) return {cash_.share, cash_.share, cash_.share, 0};
        const ValueOfRun sum = [&](std::size_t o, std::size_t w) {
            std::vector<double> saved;
            for (std::size_t y = 0; y < flows_.years; ++y)
                saved.push_back(flows_.of(flows_.added_life, o, w, y, payer_) -
                                flows_.paid_care(o, w, y, payer_));
            const auto free = cashable(saved, cash_.share, cash_.lag);
            return std::accumulate(free.begin(), free.end(), 0.0);
        };
        return difference_of(sum, option_, reference_, flows_.granted.shape);
    }

    const Flows& flows_;
    std::size_t option_, reference_, payer_;
    Cash cash_;
};

std::optional<Flows> flows_of(const Cube& cube) {
    const auto& layout = cube.layout();
    if (layout.payers.empty() || !flow_named(layout, "granted") || !flow_named(layout, "returned"))
        return std::nullopt;
    const auto of = [&](const char* name) {
        const auto flow = flow_named(layout, name);
        return flow ? ValuesByRun(cube, cube.money(*flow)) : ValuesByRun();
    };
    return Flows{of("granted"),         of("returned"),
                 of("care_cost"),       of("own_hours"),
                 of("care_added_life"), of("youth_care"),
                 layout.payers.size(),  static_cast<std::size_t>(layout.years())};
}

/// Stated value of a parameter; NaN where there is none of that name.
double stated(const Results& results, const std::string& name) {
    const auto* table = table_named(results.record.tables, "/scenario/parameters");
    if (table == nullptr) return std::nan("");
    const auto& names = table->text("name");
    const auto at = std::find(names.begin(), names.end(), name);
    return at == names.end() ? std::nan("")
                             : table->kept("value", static_cast<std::size_t>(at - names.begin()));
}

}  // namespace

ReportData::Money money_of(const Results& results) {
    ReportData::Money out;
    const auto flows = flows_of(results.cube);
    if (!flows) return out;
    out.payers = results.cube.layout().payers;
    out.rates.assign(rates.begin(), rates.end());
    out.cash_after = stated(results, "care.cashable_after");
    for (const auto& payer : out.payers) out.cash_share.push_back(stated(results, "care.cashable_" + payer));
    for (std::size_t option = 0; option < results.cube.shape().options; ++option) {
        auto& mine = out.balances.emplace_back();
        for (std::size_t payer = 0; payer < out.payers.size(); ++payer)
            mine.push_back(Balancing(*flows, option, results.names.reference, payer,
                                     {out.cash_share[payer], out.cash_after / sim::months_per_year})
                               .balance());
    }
    return out;
}

}  // namespace weefsel::analysis
