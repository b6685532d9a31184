#include "models/process/funding/prices.hpp"

#include "models/world/place_kinds.hpp"

namespace weefsel {

namespace {

constexpr double weeks_per_year = 365.25 / 7;

}  // namespace

double cost_of_fte(Role role, const FundingParameters& p) {
    switch (role) {
        case Role::opbouwwerker:
            return p.cost_opbouwwerker;
        case Role::jongerenwerker:
            return p.cost_jongerenwerker;
        case Role::maatschappelijk_werker:
            return p.cost_maatschappelijk_werker;
        case Role::sociaal_werker:
            return p.cost_sociaal_werker;
        case Role::buurtsportcoach:
            return p.cost_buurtsportcoach;
        case Role::connector:
            return p.cost_connector;
        case Role::count:
            break;
    }
    return 0;
}

double cost_of_place_hour(PlaceKind kind, const FundingParameters& p) {
    return in_open_air(kind) ? p.cost_outdoor_hour : p.cost_building_hour;
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
