#include "app/compare/care_money.hpp"

#include <optional>

#include "models/process/care/care_cost.hpp"
#include "sim/error.hpp"
#include "sim/month.hpp"

namespace weefsel::app {
namespace {

enum class Item : std::uint8_t {
    municipality,
    insurers,
    state,
    contributions,
    own_hours,
    added_life,
    cash_municipality,
    cash_insurers,
    cash_state,
    count
};

/// The flows by world, in euro per resident of that year.
class CareMoney {
public:
    CareMoney(const analysis::Cube& cube, std::size_t reference, const CareParameters& p)
        : cube_(cube), reference_(reference), p_(p) {}

    [[nodiscard]] bool there() const {
        return population() && flow("care_cost") && flow("own_hours") && flow("care_added_life");
    }

    [[nodiscard]] std::vector<double> values(std::size_t item, std::size_t option, int year) const {
        const auto what = static_cast<Item>(item);
        std::vector<double> out(cube_.shape().worlds());
        for (std::size_t w = 0; w < out.size(); ++w) out[w] = value(what, option, w, year);
        return out;
    }

private:
    [[nodiscard]] std::optional<std::size_t> flow(const char* name) const {
        return analysis::flow_named(cube_.layout(), name);
    }
    [[nodiscard]] std::optional<std::size_t> population() const {
        return analysis::observable_named(cube_.layout(), "population");
    }
    [[nodiscard]] double residents(std::size_t option, std::size_t world, int year) const {
        const auto months = static_cast<std::size_t>(cube_.layout().months);
        const auto* month =
            &cube_.indicator(*population())[(option * cube_.shape().worlds() + world) * months];
        double sum = 0;
        for (int m = 0; m < sim::months_per_year; ++m)
            sum += static_cast<double>(month[(year - 1) * sim::months_per_year + m]);
        return sum / sim::months_per_year;
    }
    [[nodiscard]] double money(const char* name, Payer payer, std::size_t option, std::size_t world,
                               int year) const {
        const auto years = static_cast<std::size_t>(cube_.layout().years());
        const std::size_t row =
            (option * cube_.shape().worlds() + world) * years + static_cast<std::size_t>(year - 1);
        const auto euro = cube_.money(*flow(name))[row * payers + static_cast<std::size_t>(payer)];
        return static_cast<double>(euro) / residents(option, world, year);
    }
    /// What an option saves a payer on care, care in added years of life left out.
    [[nodiscard]] double cash(Payer payer, double share, std::size_t option, std::size_t world,
                              int year) const {
        if (option == reference_) return 0;
        std::vector<double> saving;
        for (int y = 1; y <= year; ++y)
            saving.push_back(money("care_cost", payer, reference_, world, y) -
                             money("care_cost", payer, option, world, y) +
                             money("care_added_life", payer, option, world, y));
        return cashed(saving, year, share, p_.cashable_after);
    }
    [[nodiscard]] double value(Item item, std::size_t option, std::size_t world, int year) const {
        const auto of = [&](const char* name, Payer payer) {
            return money(name, payer, option, world, year);
        };
        switch (item) {
            case Item::municipality:
                return of("care_cost", Payer::municipality);
            case Item::insurers:
                return of("care_cost", Payer::insurers);
            case Item::state:
                return of("care_cost", Payer::state);
            case Item::contributions:
                return of("care_cost", Payer::residents) - of("own_hours", Payer::residents);
            case Item::own_hours:
                return of("own_hours", Payer::residents);
            case Item::added_life: {
                double all = 0;
                for (std::size_t k = 0; k < payers; ++k) all += of("care_added_life", static_cast<Payer>(k));
                return all;
            }
            case Item::cash_municipality:
                return cash(Payer::municipality, p_.cashable_municipality, option, world, year);
            case Item::cash_insurers:
                return cash(Payer::insurers, p_.cashable_insurers, option, world, year);
            default:
                return cash(Payer::state, p_.cashable_state, option, world, year);
        }
    }

    const analysis::Cube& cube_;
    std::size_t reference_;
    const CareParameters& p_;
};

}  // namespace

const std::vector<sim::Observable>& care_money_observables() {
    using enum sim::Better;
    using enum sim::Measured;
    constexpr std::string_view unit = "EUR/year";
    static const std::vector<sim::Observable> list{
        sim::Observable{"care_cost_municipality", unit, lower, yearly, "Care paid by the municipality",
                        "Zorg betaald door de gemeente", "Wmo support and youth care, own contributions off",
                        "Wmo-ondersteuning en jeugdhulp, zonder eigen bijdragen"}
            .as(sim::Scale::money),
        sim::Observable{"care_cost_insurers", unit, lower, yearly, "Care paid by insurers",
                        "Zorg betaald door verzekeraars", "GP, district nursing, mental care, hospital",
                        "huisarts, wijkverpleging, ggz, ziekenhuis"}
            .as(sim::Scale::money),
        sim::Observable{"care_cost_state", unit, lower, yearly, "Care paid by the state",
                        "Zorg betaald door het Rijk", "residential care, own contributions off",
                        "verpleeghuiszorg, zonder eigen bijdragen"}
            .as(sim::Scale::money),
        sim::Observable{"care_own_contributions", unit, lower, yearly, "Own contributions to care",
                        "Eigen bijdragen aan zorg", "paid by residents for Wmo support and residential care",
                        "wat inwoners zelf betalen voor Wmo-ondersteuning en verpleeghuiszorg"}
            .as(sim::Scale::money),
        sim::Observable{"own_hours_value", unit, neither, yearly, "Residents' own hours, valued",
                        "Eigen uren van bewoners, in geld",
                        "hours of informal care and volunteering at their tariffs; no money changes hands",
                        "uren mantelzorg en vrijwilligerswerk tegen hun tarief; er gaat geen geld om"}
            .as(sim::Scale::money),
        sim::Observable{
            "care_in_added_life", unit, neither, yearly, "Care in added years of life",
            "Zorg in gewonnen levensjaren",
            "deaths fewer than in the reference times the mean cost of care of residents of 75 and over",
            "minder overlijdens dan in de referentie, maal de gemiddelde zorgkosten van inwoners van 75 jaar "
            "en "
            "ouder"}
            .as(sim::Scale::money),
        sim::Observable{"cashable_municipality", unit, higher, yearly, "Cash for the municipality",
                        "Geld vrij voor de gemeente",
                        "share of the saving on care against the reference that is cash by now, care in "
                        "added years of life "
                        "left out",
                        "deel van de besparing op zorg, vergeleken met de referentie, dat nu vrij "
                        "besteedbaar is; zorg in "
                        "gewonnen levensjaren telt niet mee"}
            .as(sim::Scale::money),
        sim::Observable{"cashable_insurers", unit, higher, yearly, "Cash for insurers",
                        "Geld vrij voor verzekeraars", "the same", "hetzelfde"}
            .as(sim::Scale::money),
        sim::Observable{"cashable_state", unit, higher, yearly, "Cash for the state",
                        "Geld vrij voor het Rijk", "the same", "hetzelfde"}
            .as(sim::Scale::money),
    };
    sim::require(list.size() == static_cast<std::size_t>(Item::count),
                 "every item of care money is declared");
    return list;
}

std::vector<analysis::Comparison> compare_care_money(const analysis::Cube& cube, std::size_t reference,
                                                     const CareParameters& p,
                                                     const std::vector<analysis::Noticeable>& noticeable) {
    const CareMoney money(cube, reference, p);
    if (!money.there()) return {};
    const auto values = [&](std::size_t item, std::size_t option, int year) {
        return money.values(item, option, year);
    };
    return analysis::compare_values(values, care_money_observables(), cube.layout().observables.size(),
                                    cube.shape(), cube.layout().years(), reference, noticeable);
}

}  // namespace weefsel::app
