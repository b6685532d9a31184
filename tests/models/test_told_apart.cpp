#include <catch2/catch.hpp>

#include "models/population/population.hpp"
#include "models/scenario/figures.hpp"
#include "models/world/new_resident.hpp"
#include "sim/numeric.hpp"
#include "small_world.hpp"

namespace weefsel::test_told_apart {

// What makes neighbourhoods differ: each cause changes what it should, for whom it should, by as much as it
// says.

namespace {

/// One person of 45, whose life begins in an area and a home.
Residents begun(const Area& area, Tenure tenure, const Parameters& p, Origin origin = Origin::netherlands,
                Education education = Education::middle) {
    Residents r;
    add_row(r);
    const ResidentId who{0};
    r.birth_number[who] = 77;
    r.age[who] = 45;
    r.income[who] = Income::middle;
    r.origin[who] = origin;
    r.education[who] = education;
    begin_life(r, who, area, tenure, p, sim::RandomSource{1, 0});
    return r;
}

double insecurity(const Residents& r) {
    return static_cast<double>(sim::logit(r.insecurity_base[ResidentId{0}]));
}

}  // namespace

TEST_CASE("an owned home takes insecurity away, a dear one more, and a let one none") {
    Parameters p;
    p.wellbeing.insecurity_owned = 0.8;
    p.wellbeing.insecurity_wealth = 0.5;
    const Area usual, dear{0, 0, 0.4F};
    const double let = insecurity(begun(usual, Tenure::social_rent, p));
    CHECK(insecurity(begun(dear, Tenure::private_rent, p)) == Approx(let).margin(1e-4));
    CHECK(let - insecurity(begun(usual, Tenure::owned, p)) == Approx(0.8).margin(1e-3));
    CHECK(let - insecurity(begun(dear, Tenure::owned, p)) == Approx(1.0).margin(1e-3));
}

TEST_CASE("an origin outside Europe adds insecurity, one within Europe does not") {
    const Parameters p;
    const double here = insecurity(begun({}, Tenure::social_rent, p));
    CHECK(insecurity(begun({}, Tenure::social_rent, p, Origin::europe)) == Approx(here).margin(1e-4));
    CHECK(insecurity(begun({}, Tenure::social_rent, p, Origin::outside_europe)) - here ==
          Approx(p.wellbeing.insecurity_origin_outside).margin(1e-3));
}

TEST_CASE("in a village people help more and see their kin more; halfway to the city nothing changes") {
    Parameters p, off;
    off.population.help_norm_rural = off.wellbeing.family_rural = 0;
    const ResidentId who{0};
    const Area village{0, 1, 0}, between{0, 0.5F, 0}, city{0, 0, 0};
    const auto norm = [&](const Area& area, const Parameters& with) {
        return static_cast<double>(sim::logit(begun(area, Tenure::owned, with).help_norm[who]));
    };
    CHECK(norm(between, p) == Approx(norm(between, off)).margin(1e-4));
    CHECK(norm(village, p) - norm(city, p) == Approx(p.population.help_norm_rural).margin(1e-3));
    const auto kin = [&](const Area& area, const Parameters& with) {
        return static_cast<double>(begun(area, Tenure::owned, with).family_habit[who]);
    };
    CHECK(kin(between, p) == Approx(kin(between, off)).epsilon(1e-5));
    CHECK(kin(village, p) / kin(city, p) == Approx(std::exp(p.wellbeing.family_rural)).epsilon(1e-4));
}

TEST_CASE("less schooling and more insecurity make frailer by 45, as much as they say") {
    Parameters p;
    p.wellbeing.frailty_insecurity = 0;
    const ResidentId who{0};
    const auto frailty = [&](Education education, Tenure tenure) {
        return static_cast<double>(begun({}, tenure, p, Origin::netherlands, education).frailty[who]);
    };
    const double middle = frailty(Education::middle, Tenure::social_rent);
    CHECK(frailty(Education::low, Tenure::social_rent) / middle ==
          Approx(std::exp(p.demography.frailty_education)).epsilon(1e-4));
    CHECK(frailty(Education::high, Tenure::social_rent) / middle ==
          Approx(std::exp(-p.demography.frailty_education)).epsilon(1e-4));
    CHECK(frailty(Education::middle, Tenure::owned) == Approx(middle).epsilon(1e-6));
    // 25 years at a pace that is faster by 0.25 of what insecurity is above the usual.
    p.wellbeing.frailty_insecurity = 0.25;
    const auto r = begun({}, Tenure::social_rent, p);
    const double above = static_cast<double>(r.insecurity_base[who]) - p.wellbeing.insecurity_usual;
    CHECK(static_cast<double>(r.frailty[who]) / middle ==
          Approx(std::exp(25 * p.demography.frailty_growth * 0.25 * above)).epsilon(1e-4));
}

}  // namespace weefsel::test_told_apart
