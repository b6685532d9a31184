#include <catch2/catch.hpp>

#include "models/process/meeting_place/hosts.hpp"
#include "models/process/network/encounter.hpp"
#include "models/process/network/sessions.hpp"
#include "small_world.hpp"

namespace weefsel::test_sessions {

namespace {

constexpr std::uint16_t most = 240;

/// A buurthuis where so many of a street come once a month.
struct Gathering {
    SmallWorld s{most};
    PlaceId place{0};

    Gathering() {
        auto& places = s.n.places;
        places.visit([](const char*, auto& column) { column.resize(1); });
        places.kind[place] = PlaceKind::buurthuis;
        places.number[place] = sim::mix64(5);
        places.usual_size[place] = 12.0F;
        places.hours_at_full[place] = 40.0F;
        places.funded_hours[place] = 16.0F;
        places.open[place] = 1;
        s.p.meeting_place.encounters = 3;
    }
    /// Encounters a visitor a month, good and bad, without ties that begin.
    double met(std::uint16_t visitors) {
        constexpr int months = 40;
        std::uint64_t all = 0;
        for (int month = 0; month < months; ++month) {
            Visits visits;
            for (std::uint16_t row = 0; row < visitors; ++row) visits.push_back({0, row, 0, 1});
            TieProposals proposals;
            const auto words = draw_words(s.n.residents, s.n.places, s.draws, sim::Month{month});
            const auto met = meet(s.n.ties, s.n.residents, s.n.places, visits, words, s.p.network,
                                  s.p.meeting_place, s.p.place_kind, proposals);
            for (std::uint16_t row = 0; row < visitors; ++row)
                all += static_cast<std::uint64_t>(met.positive[row] + met.negative[row]);
        }
        return static_cast<double>(all) / visitors / months;
    }
};

}  // namespace

TEST_CASE("sessions are of the usual size up to twice that, however many come") {
    for (std::uint32_t visitors = 1; visitors < 500; ++visitors) {
        const auto sessions = sessions_of(visitors, 12.0F);
        REQUIRE(sessions >= 1);
        if (visitors < 12) REQUIRE(sessions == 1);
        if (visitors >= 12) REQUIRE(visitors / sessions >= 12);
        REQUIRE(visitors < 24 * sessions);
    }
}

TEST_CASE("nobody meets fewer people because more come") {
    Gathering few;
    double before = 0;
    for (const std::uint16_t visitors :
         std::initializer_list<std::uint16_t>{4, 8, 12, 20, 23, 24, 36, 60, 120, 240}) {
        const double met = few.met(visitors);
        INFO(visitors << " visitors meet " << met << ", fewer met " << before);
        CHECK(met > 0.94 * before);  // chance
        before = std::max(before, met);
    }
    CHECK(before == Approx(3).epsilon(0.08));
}

TEST_CASE("more hours open never mean fewer encounters a visitor, and more hosts mean more") {
    Gathering one;
    const double without = one.met(120);
    one.s.n.places.funded_hours[one.place] = 40.0F;
    CHECK(one.met(120) == without);
    double before = without;
    for (const float hours : {20.0F, 80.0F, 320.0F, 1280.0F}) {
        one.s.n.places.paid_host_hours[one.place] = hours;
        const double met = one.met(120);
        CHECK(met > before);
        before = met;
    }
}

TEST_CASE("paid hosts and volunteers add to each other, each hour less than the one before") {
    Gathering of;
    auto& places = of.s.n.places;
    const auto& p = of.s.p.meeting_place;
    CHECK(host_at(places, of.place, p) == 0.0F);
    places.paid_host_hours[of.place] = 100.0F;
    const float paid = host_at(places, of.place, p);
    places.paid_host_hours[of.place] = 200.0F;
    const float twice = host_at(places, of.place, p);
    CHECK((twice > paid && twice < 2.0F * paid));
    places.volunteer_host_hours[of.place] = 200.0F;
    const float both = host_at(places, of.place, p);
    places.paid_host_hours[of.place] = 0.0F;
    const float volunteers = host_at(places, of.place, p);
    CHECK(both == Approx(1.0F - (1.0F - twice) * (1.0F - volunteers)));
    places.paid_host_hours[of.place] = places.volunteer_host_hours[of.place] = 1e6F;
    CHECK(host_at(places, of.place, p) < 1.0F);
}

}  // namespace weefsel::test_sessions
