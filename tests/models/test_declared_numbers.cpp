#include <catch2/catch.hpp>
#include <string>

#include "models/process/household/new_homes.hpp"
#include "models/process/professional/reach.hpp"
#include "models/process/professional/work.hpp"
#include "small_world.hpp"

namespace weefsel::test_declared_numbers {

namespace {

const std::array<std::string, work_modes> mode_names{"casework", "outreach",   "connecting",
                                                     "money",    "collective", "initiatives"};

double& hours_of(Parameters& p, std::size_t role, std::size_t mode) {
    const auto table = table_of(p);
    const auto* found =
        table.find("professional.hours_" + std::string(roles_declared[role].name) + "_" + mode_names[mode]);
    REQUIRE(found != nullptr);
    return *found->value;
}

}  // namespace

TEST_CASE("a part of a role's hours is a part against the sum of the role's six") {
    const auto usual = usual_divisions(usual_hours);
    for (std::size_t role = 0; role < roles; ++role)
        for (std::size_t mode = 0; mode < work_modes; ++mode) {
            Parameters p;
            CHECK(usual[role][mode] == static_cast<float>(hours_of(p, role, mode)));  // the defaults sum to 1
            hours_of(p, role, mode) += 1;
            const auto more = usual_divisions(p.work_hours);
            CHECK(more[role][mode] == Approx((usual[role][mode] + 1) / 2));
            for (std::size_t other = 0; other < work_modes; ++other)
                if (other != mode) CHECK(more[role][other] == Approx(usual[role][other] / 2));
            for (std::size_t other = 0; other < roles; ++other)
                if (other != role) CHECK(more[other] == usual[other]);
        }
}

TEST_CASE("a role of which every part is nothing does nothing") {
    Parameters p;
    for (std::size_t mode = 0; mode < work_modes; ++mode) hours_of(p, 2, mode) = 0;
    CHECK(usual_divisions(p.work_hours)[2] == Division{});
}

TEST_CASE("what is said of a kind of place holds for that kind, in its own column") {
    const std::array<std::pair<std::string, float EncounterKind::*>, 4> columns{
        {{"attraction", &EncounterKind::attraction},
         {"entry", &EncounterKind::entry},
         {"hours", &EncounterKind::hours},
         {"encounters", &EncounterKind::encounters}}};
    const auto usual = encounter_kinds_of(usual_meeting);
    for (std::size_t k = 0; k < place_kinds; ++k)
        for (const auto& [name, column] : columns) {
            Parameters p;
            const auto table = table_of(p);
            const auto* found = table.find("meeting_place." + name + "_" +
                                           std::string(declared(static_cast<PlaceKind>(k)).name));
            REQUIRE(found != nullptr);
            CHECK(usual[k].*column == static_cast<float>(*found->value));
            *found->value += 1;
            const auto changed = encounter_kinds_of(p.place_kind);
            for (std::size_t other = 0; other < place_kinds; ++other)
                for (const auto& [other_name, at] : columns)
                    CHECK((changed[other].*at == usual[other].*at) != (other == k && at == column));
        }
}

TEST_CASE("who is lonely or a carer for a line with that goal is a matter of its own parameters") {
    SmallWorld world(1);
    auto& r = world.n.residents;
    const ResidentId who{0};
    r.age[who] = 50;
    set_loneliness(r, who, 5.0F);
    r.care_given[who] = 8.0F;
    auto& p = world.p.professional;
    CHECK_FALSE(in_group(r, who, Goal::lonely, p));
    CHECK_FALSE(in_group(r, who, Goal::carers, p));
    p.lonely_from = 5;
    CHECK(in_group(r, who, Goal::lonely, p));
    CHECK_FALSE(in_group(r, who, Goal::carers, p));
    p.carers_from = 8;
    CHECK(in_group(r, who, Goal::carers, p));
}

TEST_CASE("a new street lies as far out, and is as wide and as long, as the parameters say") {
    SmallWorld world(1);
    auto& d = world.n.dwellings;
    const auto two_homes = [&](const ShockParameters& p) {
        build_street(world.n.streets, d, 0.5F, world.p.cohesion);
        const auto first = build_home(d, world.n.streets, Edge::north, {1, Tenure::owned, false}, p, {});
        const auto second = build_home(d, world.n.streets, Edge::north, {2, Tenure::owned, false}, p, {});
        return std::array{d.x[second] - d.x[first], d.y[second] - d.y[first], d.y[first]};
    };
    float north = 0;
    for (std::size_t i = 0; i < d.rows(); ++i)
        north = std::max(north, d.y[DwellingId{static_cast<DwellingId::rep>(i)}]);
    ShockParameters p;
    p.new_street_apart = 100;
    p.new_street_across = 30;
    p.new_home_along = 8;
    CHECK(two_homes(p) == std::array{8.0F, 30.0F, north + 100.0F});
}

}  // namespace weefsel::test_declared_numbers
