#include <catch2/catch.hpp>
#include <numeric>

#include "models/process/funding/prices.hpp"
#include "models/process/meeting_place/attendance.hpp"
#include "models/process/provision/adapted_dwellings.hpp"
#include "models/process/provision/network_leaders.hpp"
#include "models/process/provision/public_space.hpp"
#include "models/process/provision/rides.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/world/new_resident.hpp"
#include "tests/models/small_funding.hpp"
#include "tests/models/small_world.hpp"

namespace weefsel::test_provisions {

// What money can buy besides posts, places and support: what each purchase does, by hand.

namespace {

using Kind = Purchase::Kind;

/// Streets of ten dwellings side by side, 100 m apart, the third in the middle; a park; two residents a
/// dwelling.
struct Town : SmallFunding {
    Streets streets;
    Dwellings dwellings;
    Residents residents;
    static constexpr std::size_t long_as = 10;

    explicit Town(std::size_t n = 5) : SmallFunding(SmallFunding::calm()) {
        streets.visit([&](const char*, auto& column) { column.resize(n); });
        dwellings.visit([&](const char*, auto& column) { column.resize(n * long_as); });
        for (const auto street : streets.ids()) {
            streets.first_dwelling[street] =
                DwellingId{static_cast<DwellingId::rep>(street.index() * long_as)};
            streets.dwellings[street] = long_as;
            streets.space_base[street] = 0.5F;
            streets.sum_up(street);
        }
        for (const auto home : dwellings.ids()) {
            dwellings.number[home] = sim::mix64(home.index() + 1);
            dwellings.street[home] = StreetId{static_cast<StreetId::rep>(home.index() / long_as)};
            dwellings.x[home] = 100.0F * (static_cast<float>(home.index() / long_as) - 2.0F);
            dwellings.member[home].fill(ResidentId::none());
        }
        add_place(PlaceKind::park);
    }
    ResidentId add_resident(int age, DwellingId home) {
        add_row(residents);
        const ResidentId who{static_cast<ResidentId::rep>(residents.rows() - 1)};
        residents.present[who] = 1;
        residents.birth_number[who] = sim::mix64(500 + who.index());
        residents.age[who] = static_cast<std::uint8_t>(age);
        residents.dwelling[who] = home;
        dwellings.member[home][dwellings.members[home]++] = who;
        return who;
    }
    void live(int months) {
        for (int i = 0; i < months; ++i) {
            month();
            build_public_space(streets, places, dwellings, provisions, lines, parameters.funding, draws);
            adapt_dwellings(dwellings, residents, provisions, lines, parameters.funding, draws);
            give_rides(residents, provisions, lines, parameters.funding, parameters.meeting_place, draws);
        }
    }
    /// Streets whose public space has been raised.
    [[nodiscard]] std::vector<bool> raised() const {
        std::vector<bool> out;
        for (const auto street : streets.ids()) out.push_back(streets.space_built[street] > 0.0F);
        return out;
    }
    [[nodiscard]] int fit() const {
        return std::accumulate(dwellings.suited.begin(), dwellings.suited.end(), 0);
    }
    [[nodiscard]] int riders() const {
        return std::accumulate(residents.rides.begin(), residents.rides.end(), 0);
    }
};

constexpr StreetId street0{0};
constexpr PlaceId the_park{0};

}  // namespace

TEST_CASE(
    "what is bought has a price: by dwelling, park, square, ride, leader, and training by the hour of each "
    "worker") {
    const FundingParameters p;
    CHECK(price_of(space_of(PublicSpace::street, 0.3, 100), p) == Approx(0.3 * 100 * 900));
    CHECK(price_of(space_of(PublicSpace::park, 0.5, 2), p) == Approx(0.5 * 2 * 88000));
    CHECK(price_of(space_of(PublicSpace::square, 0.2, 1), p) == Approx(0.2 * 37500));
    CHECK(price_of(amount_of(Kind::adapted_dwellings, 20), p) == Approx(20 * 800));
    CHECK(price_of(amount_of(Kind::transport, 100), p) == Approx(100 * 600));
    auto training = amount_of(Kind::training, 40);
    training.fte = 1.5;
    CHECK(price_of(training, p) == Approx(40 * 1.5 * 80));
    CHECK(price_of(line_of({fte_of(1.5), amount_of(Kind::training, 40)}), p) ==
          Approx(1.5 * 90000 + 40 * 1.5 * 80));
    CHECK(price_of(amount_of(Kind::network_leaders, 5), p) == Approx(5 * 3500));
}

TEST_CASE("all of it is granted and spent month by month, to the cent") {
    Town town;
    town.begin(
        {line_of({fte_of(1), space_of(PublicSpace::street, 0.3, 50), space_of(PublicSpace::park, 0.1, 1),
                  amount_of(Kind::adapted_dwellings, 6), amount_of(Kind::transport, 10),
                  amount_of(Kind::training, 15), amount_of(Kind::network_leaders, 2)})});
    FundingLines::Col<sim::Euros> held;
    for (int month = 0; month < 24; ++month) {
        town.live(1);
        REQUIRE(books_balance(town.lines, held));
        held = town.lines.held;
        CHECK(town.lines.granted[line0].value() ==
              Approx((90000 + 13500 + 8800 + 4800 + 6000 + 1200 + 7000) / 12.0).margin(0.05));
    }
}

TEST_CASE(
    "public space is built within a year, kept up, and half of it is lost eight years after the money") {
    Town town;
    town.begin({line_of({space_of(PublicSpace::street, 0.3, 50)})});
    town.live(6);
    CHECK(town.streets.public_space[street0] == Approx(0.65));
    town.live(6);
    CHECK(town.streets.public_space[street0] == Approx(0.8));
    town.live(12);
    CHECK(town.streets.public_space[street0] == Approx(0.8));
    town.begin({});  // notice: the line ends with the month that comes
    town.live(96);
    CHECK(town.streets.space_built[street0] == Approx(0.15));
    CHECK(town.streets.public_space[street0] == Approx(0.65));
    town.live(100 * 12);
    CHECK(town.streets.public_space[street0] == 0.5F);
}

TEST_CASE("quality of public space has an end") {
    Town town;
    town.streets.space_base[street0] = 0.9F;
    town.begin({line_of({space_of(PublicSpace::street, 0.3, 50)})});
    town.live(12);
    CHECK(town.streets.public_space[street0] == 1.0F);
    CHECK(town.streets.public_space[StreetId{1}] == Approx(0.8));
}

TEST_CASE(
    "a share of the streets is the same streets whatever else is bought, and the rise is what was paid for") {
    Town few, more, other;
    few.begin({line_of({space_of(PublicSpace::street, 0.3, 20, 0.4)})});
    more.begin({line_of({space_of(PublicSpace::street, 0.2, 35, 0.7)})});
    other.begin(
        {line_of({fte_of(2), amount_of(Kind::transport, 3), space_of(PublicSpace::street, 0.3, 20, 0.4)})});
    for (auto* town : {&few, &more, &other}) town->live(12);
    CHECK(few.raised() == other.raised());
    const auto raised = few.raised(), raised_too = more.raised();
    CHECK(std::count(raised.begin(), raised.end(), true) == 2);
    CHECK(std::count(raised_too.begin(), raised_too.end(), true) ==
          4);  // 35 dwellings take four streets of ten
    double bought = 0;
    for (const auto street : more.streets.ids()) {
        if (raised[street.index()]) CHECK(raised_too[street.index()]);
        bought += static_cast<double>(more.streets.space_built[street]) * more.streets.dwellings[street];
    }
    CHECK(bought == Approx(0.2 * 35));
}

TEST_CASE("a square raises the streets nearest to the middle") {
    Town town;
    town.parameters.funding.square_dwellings = 10;
    town.begin({line_of({space_of(PublicSpace::square, 0.3, 1)})});
    town.live(12);
    CHECK(town.raised() == std::vector<bool>{false, false, true, false, false});
    CHECK(town.streets.public_space[StreetId{2}] == Approx(0.8));
    Town wide;
    wide.parameters.funding.square_dwellings = 10;
    wide.begin({line_of({space_of(PublicSpace::square, 0.3, 3, 0.6)})});  // three squares
    wide.live(12);
    CHECK(wide.raised() == std::vector<bool>{false, true, true, true, false});
    CHECK(wide.streets.public_space[StreetId{3}] == Approx(0.8));
}

TEST_CASE("a park is better by what was built there, on top of what is done there") {
    Town town;
    town.add_place(PlaceKind::buurthuis);
    town.begin({line_of({space_of(PublicSpace::park, 0.3, 1)})});
    town.live(12);
    CHECK(town.places.quality[the_park] == Approx(0.3));
    CHECK(town.places.quality[PlaceId{1}] == 0.0F);
    town.live(1);
    CHECK(town.places.quality[the_park] == Approx(0.3));
}

TEST_CASE("dwellings are made fit within a year, where the old live first, and stay so") {
    Town town;
    for (std::size_t k = 0; k < 5; ++k)
        town.add_resident(70, DwellingId{static_cast<DwellingId::rep>(7 * k)});
    town.add_resident(40, DwellingId{3});
    town.begin({line_of({amount_of(Kind::adapted_dwellings, 4)})});
    town.live(6);
    CHECK(town.fit() == 2);
    town.live(18);
    CHECK(town.fit() == 4);
    for (const auto home : town.dwellings.ids())
        if (town.dwellings.suited[home]) CHECK(home.index() % 7 == 0);
    town.begin({});
    town.live(60);
    CHECK(town.fit() == 4);
    town.begin({line_of({amount_of(Kind::adapted_dwellings, 3)})});  // another policy: three more
    town.live(12);
    CHECK(town.fit() == 7);
}

TEST_CASE("a line that begins again after a gap does not have its dwellings done twice") {
    Town town;
    auto terms = project_terms();
    terms.term_months = 12;
    terms.renewal = 0;
    terms.cut_hazard = 0;
    terms.indexation = 1;
    town.begin({line_of({amount_of(Kind::adapted_dwellings, 4)}, terms)});
    town.live(72);
    CHECK(town.lines.grants[line0] > 3);
    CHECK(town.fit() == 4);
}

TEST_CASE("no more dwellings are made fit than there are") {
    Town town(1);
    town.begin({line_of({amount_of(Kind::adapted_dwellings, 40)})});
    town.live(24);
    CHECK(town.fit() == 10);
}

TEST_CASE("rides go to those who get about badly, the same ones month after month, and end with the money") {
    Town town;
    for (std::size_t k = 0; k < 40; ++k) {
        const auto who = town.add_resident(k < 20 ? 75 : 45, DwellingId{static_cast<DwellingId::rep>(k)});
        town.residents.frailty[who] = k % 2 == 0 ? 0.5F : 0.1F;
        town.residents.insecurity[who] = k % 4 == 1 ? 0.8F : 0.0F;  // counts from sixty on
    }
    town.begin({line_of({amount_of(Kind::transport, 10)})});
    town.live(1);
    CHECK(town.riders() == 10);
    const auto rides = town.residents.rides;
    town.live(5);
    CHECK(town.residents.rides == rides);
    town.begin({line_of({amount_of(Kind::transport, 100)})});
    town.live(1);
    for (const auto who : town.residents.ids()) {
        const auto k = who.index();
        CHECK(town.residents.rides[who] == (k % 2 == 0 || (k < 20 && k % 4 == 1) ? 1 : 0));
        CHECK(town.residents.rides[who] >= rides[who]);
    }
    town.begin({});
    town.live(2);
    CHECK(town.riders() == 0);
}

TEST_CASE("who has rides goes out to far places more, and nobody else does") {
    const auto s = read_scenario_text(quick_study("[[option]]\nname = \"a\"\n"), "test.toml");
    const sim::RandomSource draws(s.seed, 0);
    const auto begun = begin(s, 0, draws);
    const auto visits = [&](std::uint8_t rides, double relief) {
        auto n = begun;
        auto p = s.parameters.meeting_place;
        p.rides_relief = relief;
        Workspace w;
        for (const auto who : n.residents.ids()) {
            n.residents.free_hours[who] = 100.0F;
            n.residents.frailty[who] = 0.5F;
            n.residents.rides[who] = rides;
        }
        std::uint64_t sum = 0;
        for (int m = 0; m < 12; ++m) {
            choose_places(n.residents, n.dwellings, n.streets, n.ties, n.places, p, s.parameters.place_kind,
                          draws, sim::Month{m}, w);
            for (const auto v : n.places.visits) sum += v;
        }
        return sum;
    };
    CHECK(visits(1, 0.5) > visits(0, 0.5));
    CHECK(visits(1, 1) > visits(1, 0.5));
    CHECK(visits(1, 0) == visits(0, 0.5));
}

TEST_CASE("with no effects of policy nothing that is bought reaches streets, homes, parks or residents") {
    Town town;
    town.parameters.funding.policy_effects = 0;
    const auto who = town.add_resident(80, DwellingId{0});
    town.residents.frailty[who] = 0.8F;
    town.begin({line_of({space_of(PublicSpace::street, 0.3, 50), space_of(PublicSpace::park, 0.3, 1),
                         space_of(PublicSpace::square, 0.3, 1), amount_of(Kind::adapted_dwellings, 4),
                         amount_of(Kind::transport, 5), amount_of(Kind::network_leaders, 3)})});
    town.live(24);
    CHECK(town.lines.spent[line0].ticks > 0);
    for (const auto street : town.streets.ids()) CHECK(town.streets.public_space[street] == 0.5F);
    CHECK(town.places.quality[the_park] == 0.0F);
    CHECK(town.fit() == 0);
    CHECK(town.riders() == 0);
    CHECK(support_leaders(town.provisions, town.lines, town.residents, town.parameters.funding).longer ==
          1.0F);
}

TEST_CASE("what neighbourhoods get adds up to what was bought, in whole dwellings and residents") {
    const Parameters p;
    const auto line =
        line_of({space_of(PublicSpace::street, 0.3, 100), amount_of(Kind::adapted_dwellings, 20),
                 amount_of(Kind::transport, 7), amount_of(Kind::network_leaders, 5)});
    const std::vector<double> residents{0.11, 0.37, 0.003, 0.29, 0.227};
    std::array<double, 4> amount{};
    int homes = 0, riders = 0;
    double before = 0;
    for (const double share : residents) {
        PotShare part = share;
        part.residents_before = before;
        before += share;
        SmallFunding small;
        const auto policy = policy_of({line}, 1, part, p);
        begin_policy(small.lines, small.posts, policy, p, small.draws, sim::Month{0});
        begin_provisions(small.provisions, policy);
        small.month();
        REQUIRE(small.provisions.rows() == 4);
        for (const auto row : small.provisions.ids()) amount[row.index()] += small.provisions.amount[row];
        homes += supplied_whole(small.provisions, ProvisionId{1}, small.lines, 1);
        riders += supplied_whole(small.provisions, ProvisionId{2}, small.lines, 1);
    }
    CHECK(amount[0] == Approx(30));
    CHECK(amount[1] == Approx(20));
    CHECK(amount[3] == Approx(5));
    CHECK(homes == 20);
    CHECK(riders == 7);
}

}  // namespace weefsel::test_provisions
