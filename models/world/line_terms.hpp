#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/parameters/goals.hpp"
#include "models/parameters/place_kinds.hpp"
#include "models/parameters/roles.hpp"
#include "sim/error.hpp"

namespace weefsel {

enum class Pot : std::uint8_t { one, earmark };
enum class Unspent : std::uint8_t { carry, give_back };

/// The numbers that a form of money stands for. Processes read these and nothing else: the word
/// "structural" or "project" is gone once a scenario has been read.
struct LineTerms {
    double term_months = 0;      ///< length of a grant
    double start_up_months = 0;  ///< from the start of a grant to the first hour of a post without incumbent
    double notice_months = 0;    ///< between a decision to cut or end and its effect
    double renewal = 1;          ///< chance that a grant is followed by the next without a gap
    double gap_months = 0;       ///< months without money after a grant that was not renewed
    double indexation = 1;       ///< share of the rise of prices that the grant follows within a term
    double reporting_share = 0;  ///< share of paid hours for bids and accountability
    double cut_hazard = 0;       ///< a year
    double review = 0;           ///< chance a year that the weakest activity is stopped and redrawn
    Pot pot = Pot::one;
    Goal goal = Goal::everyone;
    Unspent unspent = Unspent::carry;

    friend bool operator==(const LineTerms&, const LineTerms&) = default;
};

/// How the money of a line is divided over the neighbourhoods of a study.
enum class Divide : std::uint8_t { residents, need };

enum class PublicSpace : std::uint8_t { street, park, square };

/// What a line buys.
struct Purchase {
    enum class Kind : std::uint8_t {
        post,
        place,
        support,
        public_space,
        adapted_dwellings,
        transport,
        training,
        network_leaders,
        pay,
        innovation,
        by_street,
        count
    } kind = Kind::post;
    Role role = Role::sociaal_werker;         ///< post
    double fte = 0;                           ///< post
    PlaceKind place = PlaceKind::buurthuis;   ///< place opened, or existing place supported
    double hours_week = 0;                    ///< place or support
    PublicSpace space = PublicSpace::street;  ///< public space
    double quality = 0;                       ///< public space: rise of its quality
    std::optional<double>
        share;              ///< street, square: of the streets; absent: all, or one square a neighbourhood
    double units = 0;       ///< public space: dwellings, parks or squares in the whole study (size_purchases)
    double amount = 0;      ///< dwellings, rides a week, hours of training a worker a year, leaders, or of
                            ///< the posts: pay above the tariff, share of hours, power of need
    double euro_a_fte = 0;  ///< post: training a year that the line buys for each fte (policy_of)
    double pay = 0;         ///< post: pay above the tariff, as a share of it (policy_of)

    friend bool operator==(const Purchase&, const Purchase&) = default;
};

/// How a purchase is written: the key that says what it is, and that of how much of it there is, which is the
/// same key where nothing else has to be said.
struct PurchaseDeclared {
    std::string_view key, quantity;
    double Purchase::*much;
    double most;  ///< a limit against slips of the pen
};
/// By Purchase::Kind.
inline constexpr std::array<PurchaseDeclared, static_cast<std::size_t>(Purchase::Kind::count)>
    purchases_declared{{{"role", "fte", &Purchase::fte, 100},
                        {"place", "hours_week", &Purchase::hours_week, 168},
                        {"support", "hours_week", &Purchase::hours_week, 168},
                        {"public_space", "quality", &Purchase::quality, 1},
                        {"adapted_dwellings", "adapted_dwellings", &Purchase::amount, 1e6},
                        {"transport", "transport", &Purchase::amount, 1e6},
                        {"training", "training", &Purchase::amount, 2000},
                        {"network_leaders", "network_leaders", &Purchase::amount, 1e5},
                        {"pay", "pay", &Purchase::amount, 1},
                        {"innovation", "innovation", &Purchase::amount, 0.5},
                        {"by_street", "by_street", &Purchase::amount, 5}}};
constexpr const PurchaseDeclared& declared(Purchase::Kind kind) {
    return purchases_declared[static_cast<std::size_t>(kind)];
}

/// What says how the posts of the same line work, however many these are: it is not scaled with the money.
constexpr bool is_of_posts(Purchase::Kind kind) {
    switch (kind) {
        case Purchase::Kind::training:
        case Purchase::Kind::pay:
        case Purchase::Kind::innovation:
        case Purchase::Kind::by_street:
            return true;
        default:
            return false;
    }
}

/// One funding line of a scenario, its form already expanded into terms.
struct FundingLine {
    std::string name;
    std::string form;              ///< as written; for texts only, read by no process
    bool structural_cover = true;  ///< source of cover; for `check` only
    bool only_incidental = false;  ///< money that cannot be made base funding; for `check` only
    LineTerms terms;
    std::vector<Purchase> buys;
    std::optional<double> euro_year;  ///< absent: priced from `buys`
    std::optional<double> voice;      ///< share of direct hours; absent: professional.voice_share
    int start_months = 0;             ///< from month 0 of the policy to the first grant
    Divide divide = Divide::residents;
    std::string municipality;  ///< code or name: for its neighbourhoods alone; empty: for all of the study
    double teams = 1;          ///< that all buy the same: `buys` and `euro_year` are of all together
    double share = 1;          ///< of one neighbourhood (policy_of)
    double share_before = 0;   ///< of those that stand before it (policy_of)
    sim::Place at;
};

}  // namespace weefsel
