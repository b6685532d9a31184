#pragma once
#include <cstdint>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/line_terms.hpp"
#include "models/world/place_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/provision_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Part of a line that falls to one neighbourhood, 0..1, by the way in which the line is divided.
struct PotShare {
    double by_residents = 1;
    double by_need = 1;
    double residents_before = 0;  ///< share of all neighbourhoods that stand before this one
    double need_before = 0;
    PotShare(double both) : by_residents(both), by_need(both) {}  // NOLINT: a plain share will do
    PotShare(double residents, double need) : by_residents(residents), by_need(need) {}
    [[nodiscard]] double of(Divide divide) const { return divide == Divide::need ? by_need : by_residents; }
    [[nodiscard]] double before(Divide divide) const {
        return divide == Divide::need ? need_before : residents_before;
    }
};

/// What a neighbourhood has of lines for the whole study and of those for its municipality alone.
struct SiteShares {
    PotShare study{1};
    PotShare municipality{1};
    std::uint64_t municipality_key = 0;  ///< 0: lines of any municipality are all for this neighbourhood
    SiteShares(double both) : study(both), municipality(both) {}           // NOLINT: a plain share will do
    SiteShares(const PotShare& both) : study(both), municipality(both) {}  // NOLINT
    SiteShares(const PotShare& of_study, const PotShare& of_municipality, std::uint64_t key)
        : study(of_study), municipality(of_municipality), municipality_key(key) {}
};

/// What tells one neighbourhood's posts and lines from another's, of any of their keys; the low bits are left
/// free.
constexpr std::uint64_t site_of(std::uint64_t key) {
    constexpr unsigned local_bits = 24;
    return key >> local_bits << local_bits;
}

/// A list of lines made ready to run in one neighbourhood: lines without money or for another municipality
/// dropped, purchases scaled to that neighbourhood's share, terms neutral when `funding.form_effects` is 0.
/// Lines and what each buys stand in an order that follows from what is bought, so that neither names,
/// form nor the order in a file leave a trace.
struct Policy {
    std::vector<FundingLine> lines;
    double follow = 1;
    std::uint64_t site =
        0;  ///< key of the neighbourhood: the staff and contracts of each have their own chance
};

/// What tells purchases of one kind apart: role, kind of place, or kind of public space.
std::uint8_t which_of(const Purchase& purchase);

Policy policy_of(const std::vector<FundingLine>& lines, double follow, const SiteShares& shares,
                 const Parameters& parameters, std::uint64_t site = 0);

/// Lets `policy` take over at the start of month `now`. Posts with the same role and ordinal keep
/// their incumbents; other posts end. A policy without lines gives notice to the lines that run.
void begin_policy(FundingLines& lines, Posts& posts, const Policy& policy, const Parameters& parameters,
                  const sim::RandomSource& draws, sim::Month now);

/// One month of contracts, money and staff (schedule steps 1 and 2): grants are paid, renewed, cut
/// or ended; professionals leave and are hired; places get the hours that are paid for. `bought`: what lines
/// say of the pay and the work of their posts.
/// `austerity`: share by which a shock cuts every line this month, 0..1.
/// Every cent is accounted for: granted = spent + returned + held.
void pay_and_staff(FundingLines& lines, Posts& posts, Places& places, const Provisions& bought,
                   double austerity, const FundingParameters& funding,
                   const ProfessionalParameters& professional, const sim::RandomSource& draws,
                   sim::Month now);

}  // namespace weefsel
