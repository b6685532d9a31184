#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "models/world/care_state.hpp"

namespace weefsel {

/// Price level of the declared defaults, and of `scenarios/prices/nl-2024.toml`, which holds the same.
inline constexpr int default_price_year = 2024;

/// A tariff is a parameter in euros; who pays it is part of the model, not of a file of prices.
struct TariffDeclared {
    std::string_view parameter;  ///< full name
    Payer payer;
};
inline constexpr std::array tariffs_declared{
    TariffDeclared{"care.price_gp_contact", Payer::insurers},
    TariffDeclared{"care.price_nursing", Payer::insurers},
    TariffDeclared{"care.price_mental", Payer::insurers},
    TariffDeclared{"care.price_hospital", Payer::insurers},
    TariffDeclared{"care.price_wmo", Payer::municipality},
    TariffDeclared{"care.price_youth", Payer::municipality},
    TariffDeclared{"care.price_residential", Payer::state},
    TariffDeclared{"care.own_wmo", Payer::residents},
    TariffDeclared{"care.own_residential", Payer::residents},
    TariffDeclared{"care.price_informal_hour", Payer::residents},
    TariffDeclared{"care.price_volunteer_hour", Payer::residents},
    TariffDeclared{"funding.cost_opbouwwerker", Payer::municipality},
    TariffDeclared{"funding.cost_jongerenwerker", Payer::municipality},
    TariffDeclared{"funding.cost_maatschappelijk_werker", Payer::municipality},
    TariffDeclared{"funding.cost_sociaal_werker", Payer::municipality},
    TariffDeclared{"funding.cost_buurtsportcoach", Payer::municipality},
    TariffDeclared{"funding.cost_connector", Payer::municipality},
    TariffDeclared{"funding.cost_building_hour", Payer::municipality},
    TariffDeclared{"funding.cost_outdoor_hour", Payer::municipality},
    TariffDeclared{"funding.cost_support_hour", Payer::municipality},
    TariffDeclared{"funding.cost_street_space", Payer::municipality},
    TariffDeclared{"funding.cost_square", Payer::municipality},
    TariffDeclared{"funding.cost_park", Payer::municipality},
    TariffDeclared{"funding.cost_adapted_dwelling", Payer::municipality},
    TariffDeclared{"funding.cost_transport", Payer::municipality},
    TariffDeclared{"funding.cost_training_hour", Payer::municipality},
    TariffDeclared{"funding.cost_network_leader", Payer::municipality},
};
inline constexpr std::string_view discount_parameter = "funding.discount_rate";

/// A file of prices as it was read; every tariff has one row, in the order of `tariffs_declared`.
struct PriceList {
    int price_year = default_price_year;
    double discount_rate = 0;  ///< real, a year
    struct Row {
        double euro = 0;
        std::string source;
    };
    std::vector<Row> rows;
};

}  // namespace weefsel
