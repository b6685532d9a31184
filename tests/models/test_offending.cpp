#include <catch2/catch.hpp>
#include <cmath>

#include "models/process/care/care.hpp"
#include "small_world.hpp"

namespace weefsel::test_offending {

namespace {

constexpr float weeks = 52.0F / 12.0F;

/// Somebody of 18 for whom a youth centre, open 10 hours a week, is a regular place.
struct Regular {
    SmallWorld s{0};
    ResidentId who = s.add_resident(18, Sex::male);
    PlaceId place{0};

    explicit Regular(PlaceKind kind = PlaceKind::youth_centre) {
        auto& places = s.n.places;
        places.visit([](const char*, auto& column) { column.resize(1); });
        places.kind[place] = kind;
        places.audience[place] = declared(kind).audience;
        places.funded_hours[place] = 10.0F;
        places.open[place] = 1;
        s.n.residents.regular[0][who] = 0;
        s.n.residents.habit[0][who] = 0.6F;
    }
    /// Hazard of offending in a month.
    double hazard() {
        auto& left = s.n.residents.left(EventKind::offending)[who];
        left = 1.0F;
        offend(s.n.residents, s.n.ties, s.n.places, s.n.dwellings, s.n.streets, s.p.care, s.draws, s.w);
        return 1.0 - static_cast<double>(left);
    }
};

}  // namespace

TEST_CASE("a young person is reached as far as a host is there during a visit") {
    Regular young;
    young.s.p.care.offending_level = 1.2;
    young.s.p.care.offending_reach = 0.35;
    CHECK(young.hazard() == Approx(0.1).epsilon(1e-4));  // nobody hosts
    const auto reached = [](double hosts) {
        return 0.1 * std::exp(-0.35 * (1 - std::exp(-hosts)) * (0.5 + 0.5 * 0.6));
    };
    for (const double hosts : {0.5, 1.0, 4.0}) {  // a second host at the same hours adds less than the first
        young.s.n.places.youth_host_hours[young.place] = static_cast<float>(hosts) * 10.0F * weeks;
        CHECK(young.hazard() == Approx(reached(hosts)).epsilon(1e-4));
    }
}

TEST_CASE("a place for the old reaches the young less, and a closed one not at all") {
    Regular at_a_buurtkamer(PlaceKind::buurtkamer);
    auto& s = at_a_buurtkamer.s;
    s.p.care.offending_level = 1.2;
    s.p.care.offending_reach = 0.35;
    s.n.places.youth_host_hours[at_a_buurtkamer.place] = 10.0F * weeks;
    CHECK(at_a_buurtkamer.hazard() ==
          Approx(0.1 * std::exp(-0.35 * 0.2 * (1 - std::exp(-1.0)) * (0.5 + 0.5 * 0.6))).epsilon(1e-4));
    s.n.places.open[at_a_buurtkamer.place] = 0;
    CHECK(at_a_buurtkamer.hazard() == Approx(0.1).epsilon(1e-4));
}

}  // namespace weefsel::test_offending
