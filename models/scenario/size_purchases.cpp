#include "models/scenario/size_purchases.hpp"

#include <algorithm>
#include <optional>

#include "models/scenario/household_plan.hpp"

namespace weefsel {
namespace {

/// Dwellings and parks of a study, counted when they are first asked for: each takes a plan of households.
class StudyCounts {
public:
    explicit StudyCounts(const Scenario& scenario) : s_(scenario) {}

    double dwellings() {
        if (!dwellings_) {
            dwellings_ = 0;
            for (const auto& figures : s_.neighbourhoods)
                *dwellings_ += population::plan_dwellings(figures, s_.parameters.population);
        }
        return *dwellings_;
    }
    [[nodiscard]] double parks() const {
        const auto stated = std::count_if(s_.places.begin(), s_.places.end(), [](const PlaceSpec& place) {
            return place.kind == PlaceKind::park;
        });
        double all = 0;
        for (const auto& figures : s_.neighbourhoods)
            all += places_of_its_own(PlaceKind::park, figures.residents) + static_cast<double>(stated);
        return all;
    }
    double squares(const std::optional<double>& share) {
        if (!share) return static_cast<double>(s_.neighbourhoods.size());
        return *share * dwellings() / s_.parameters.funding.square_dwellings;
    }

private:
    const Scenario& s_;
    std::optional<double> dwellings_;
};

void size(std::vector<FundingLine>& lines, StudyCounts& counts) {
    for (auto& line : lines)
        for (auto& purchase : line.buys) {
            if (purchase.kind != Purchase::Kind::public_space) continue;
            switch (purchase.space) {
                case PublicSpace::street:
                    purchase.units = purchase.share.value_or(1) * counts.dwellings();
                    break;
                case PublicSpace::park:
                    purchase.units = counts.parks();
                    break;
                case PublicSpace::square:
                    purchase.units = counts.squares(purchase.share);
                    break;
            }
        }
}

}  // namespace

void size_purchases(Scenario& scenario) {
    StudyCounts counts(scenario);
    size(scenario.present, counts);
    for (auto& option : scenario.options) size(option.lines, counts);
}

}  // namespace weefsel
