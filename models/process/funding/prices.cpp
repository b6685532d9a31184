#include "models/process/funding/prices.hpp"

namespace weefsel {

namespace {

constexpr double weeks_per_year = 365.25 / 7;

}  // namespace

double cost_of_fte(Role role, const FundingParameters& p) { return p.*declared(role).cost; }

double cost_of_place_hour(PlaceKind kind, const FundingParameters& p) {
    return declared(kind).open_air ? p.cost_outdoor_hour : p.cost_building_hour;
}

double price_of(const Purchase& purchase, const FundingParameters& p) {
    switch (purchase.kind) {
        case Purchase::Kind::post:
            return purchase.fte * cost_of_fte(purchase.role, p);
        case Purchase::Kind::place:
            return purchase.hours_week * weeks_per_year * cost_of_place_hour(purchase.place, p);
        case Purchase::Kind::support:
            return purchase.hours_week * weeks_per_year * p.cost_support_hour;
    }
    return 0;
}

double price_of(const FundingLine& line, const FundingParameters& p) {
    double price = 0;
    for (const auto& purchase : line.buys) price += price_of(purchase, p);
    return price;
}

}  // namespace weefsel
