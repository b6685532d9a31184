#include "models/process/funding/prices.hpp"

namespace weefsel {

namespace {

constexpr double weeks_per_year = 365.25 / 7;

}  // namespace

double cost_of_fte(Role role, const FundingParameters& p) { return p.*declared(role).cost; }

double cost_of_place_hour(PlaceKind kind, const FundingParameters& p) {
    return declared(kind).open_air ? p.cost_outdoor_hour : p.cost_building_hour;
}

double cost_of_space(PublicSpace space, const FundingParameters& p) {
    switch (space) {
        case PublicSpace::street:
            return p.cost_street_space;
        case PublicSpace::park:
            return p.cost_park;
        case PublicSpace::square:
            return p.cost_square;
    }
    return 0;
}

double price_of(const Purchase& purchase, const FundingParameters& p) {
    switch (purchase.kind) {
        case Purchase::Kind::post:
            return purchase.fte * cost_of_fte(purchase.role, p) * (1 + purchase.pay);
        case Purchase::Kind::place:
            return purchase.hours_week * weeks_per_year * cost_of_place_hour(purchase.place, p);
        case Purchase::Kind::support:
            return purchase.hours_week * weeks_per_year * p.cost_support_hour;
        case Purchase::Kind::public_space:
            return purchase.quality * purchase.units * cost_of_space(purchase.space, p);
        case Purchase::Kind::adapted_dwellings:
            return purchase.amount * p.cost_adapted_dwelling;
        case Purchase::Kind::transport:
            return purchase.amount * p.cost_transport;
        case Purchase::Kind::training:
            return purchase.amount * purchase.fte * p.cost_training_hour;
        case Purchase::Kind::network_leaders:
            return purchase.amount * p.cost_network_leader;
        case Purchase::Kind::pay:  // is in the price of the posts
        case Purchase::Kind::innovation:
        case Purchase::Kind::by_street:
        case Purchase::Kind::count:
            break;
    }
    return 0;
}

double workers_of(const FundingLine& line) {
    double fte = 0;
    for (const auto& purchase : line.buys)
        if (purchase.kind == Purchase::Kind::post) fte += purchase.fte;
    return fte;
}

double pay_above_tariff(const FundingLine& line) {
    double pay = 0;
    for (const auto& purchase : line.buys)
        if (purchase.kind == Purchase::Kind::pay) pay += purchase.amount;
    return pay;
}

double price_of(const FundingLine& line, const FundingParameters& p) {
    double price = 0;
    const double pay = pay_above_tariff(line);
    for (auto purchase : line.buys) {
        if (purchase.kind == Purchase::Kind::training) purchase.fte = workers_of(line);
        if (purchase.kind == Purchase::Kind::post) purchase.pay = pay;
        price += price_of(purchase, p);
    }
    return price;
}

}  // namespace weefsel
