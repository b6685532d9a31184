#include "models/scenario/size_purchases.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "models/scenario/household_plan.hpp"
#include "models/scenario/study_map.hpp"

namespace weefsel {
namespace {

/// Dwellings and parks of some neighbourhoods, counted when they are first needed: each takes a plan of
/// households.
class Counts {
public:
    Counts(const Scenario& scenario, std::vector<const NeighbourhoodFigures*> sites)
        : s_(scenario), sites_(std::move(sites)) {}

    double dwellings() {
        if (!dwellings_) {
            dwellings_ = 0;
            for (const auto* figures : sites_)
                *dwellings_ += population::plan_dwellings(*figures, s_.parameters.population);
        }
        return *dwellings_;
    }
    [[nodiscard]] double parks() const {
        const auto stated = std::count_if(s_.places.begin(), s_.places.end(), [](const PlaceSpec& place) {
            return place.kind == PlaceKind::park;
        });
        double all = 0;
        for (const auto* figures : sites_)
            all += places_of_its_own(PlaceKind::park, figures->residents) + static_cast<double>(stated);
        return all;
    }
    double squares(const std::optional<double>& share) {
        if (!share) return static_cast<double>(sites_.size());
        return *share * dwellings() / s_.parameters.funding.square_dwellings;
    }

private:
    const Scenario& s_;
    std::vector<const NeighbourhoodFigures*> sites_;
    std::optional<double> dwellings_;
};

/// Those of the whole study, and of each municipality that has lines of its own.
class StudyCounts {
public:
    explicit StudyCounts(const Scenario& scenario) : s_(scenario) {}

    Counts& of(const std::string& municipality) {
        const auto found = counts_.find(municipality);
        if (found != counts_.end()) return found->second;
        std::vector<const NeighbourhoodFigures*> sites;
        const auto identities = identities_of(s_.neighbourhoods);
        for (std::size_t i = 0; i < identities.size(); ++i)
            if (municipality.empty() || identities[i] == municipality) sites.push_back(&s_.neighbourhoods[i]);
        return counts_.try_emplace(municipality, s_, std::move(sites)).first->second;
    }

private:
    const Scenario& s_;
    std::map<std::string, Counts> counts_;
};

void size(std::vector<FundingLine>& lines, StudyCounts& study) {
    for (auto& line : lines)
        for (auto& purchase : line.buys) {
            if (purchase.kind != Purchase::Kind::public_space) continue;
            auto& counts = study.of(line.municipality);
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
