#include <catch2/catch.hpp>

#include "models/story/story_words.hpp"
#include "small_world.hpp"

namespace weefsel::test_life_story {

namespace {

const SurveyParameters usual{};

/// A life of so many months in which nothing happens to a woman of 70.
Life quiet(int months) {
    MonthSeen seen;
    seen.present = true;
    seen.age = 70;
    seen.home = 1;
    Life life;
    life.seen.assign(static_cast<std::size_t>(months) + 1, seen);
    life.hazards.resize(static_cast<std::size_t>(months));
    return life;
}

/// The months [from, until) of a life, to be changed.
template <class F>
void during(Life& life, int from, int until, F&& change) {
    for (int m = from; m < until; ++m) change(life.seen[static_cast<std::size_t>(m + 1)]);
}

std::vector<LifeEvent> told(const Life& life) { return story_of(life, usual); }

constexpr auto nursing = static_cast<std::uint8_t>(CareLine::district_nursing);

}  // namespace

TEST_CASE("of a life in which nothing happens nothing is told") { CHECK(told(quiet(24)).empty()); }

TEST_CASE("what happens is told in the month in which it happens, in order") {
    auto life = quiet(60);
    during(life, -1, 10, [](MonthSeen& s) { s.partner = 5; });
    during(life, 10, 11, [](MonthSeen& s) { s.widowed = true; });
    during(life, 3, 9, [](MonthSeen& s) { s.volunteers = s.volunteers_here = true; });
    during(life, 20, 60, [](MonthSeen& s) { s.home = 2; });
    during(life, 30, 34, [](MonthSeen& s) { s.care_waiting = 1; });
    during(life, 34, 40, [](MonthSeen& s) { s.care_use = 1; });
    during(life, 41, 44, [](MonthSeen& s) { s.care_use = 1; });
    during(life, 50, 60, [](MonthSeen& s) { s.site = 1; });
    const std::vector<LifeEvent> expected{
        {-1, Told::start_partner, 0, 0},      {3, Told::volunteer_begins_at, 0, 0},
        {9, Told::volunteer_stops, 0, 0},     {10, Told::partner_dies, 0, 0},
        {20, Told::moves_house, 0, 0},        {30, Told::care_waits, nursing, 0},
        {34, Told::care_begins, nursing, 4},  {40, Told::care_ends, nursing, 0},
        {41, Told::care_at_once, nursing, 0}, {44, Told::care_ends, nursing, 0},
        {50, Told::moves_within, 0, 1}};
    CHECK(told(life) == expected);
}

TEST_CASE("a partner who is gone has died only when the other is widowed that month") {
    auto life = quiet(12);
    during(life, -1, 6, [](MonthSeen& s) { s.partner = 5; });
    during(life, 8, 12, [](MonthSeen& s) { s.partner = 6; });
    const std::vector<LifeEvent> expected{
        {-1, Told::start_partner, 0, 0}, {6, Told::partners_part, 0, 0}, {8, Told::partner_comes, 0, 0}};
    CHECK(told(life) == expected);
}

TEST_CASE("a story ends with a death or with leaving, and nothing is told of what would have ended later") {
    auto life = quiet(24);
    during(life, 4, 12, [](MonthSeen& s) { s.loneliness = 9.5F; });
    during(life, 12, 24, [](MonthSeen& s) { s = {}; });
    const LifeEvent lonely{4, Told::severe_loneliness_begins, 0, 0};
    CHECK(told(life) == std::vector<LifeEvent>{lonely, {12, Told::moves_away, 0, 0}});
    life.died = 12;
    CHECK(told(life) == std::vector<LifeEvent>{lonely, {12, Told::dies, 0, 70}});
}

TEST_CASE("a state is told when it lasts three months, and a break of two does not end it") {
    auto life = quiet(40);
    const auto lonely = [](MonthSeen& s) { s.loneliness = 9.0F; };
    during(life, 2, 4, lonely);
    CHECK(told(life).empty());
    during(life, 10, 13, lonely);
    during(life, 15, 20, lonely);
    CHECK(told(life) == std::vector<LifeEvent>{{10, Told::severe_loneliness_begins, 0, 0},
                                               {20, Told::severe_loneliness_ends, 0, 0}});
    during(life, -1, 41 - 1, [](MonthSeen& s) { s.age = 17; });
    CHECK(told(life).empty());  // the score is of adults
}

TEST_CASE("a regular place is told by habit, and its closing only to who went there") {
    auto life = quiet(30);
    const auto goes = [](float habit, bool open) {
        return [=](MonthSeen& s) { s.regular[0] = {77, PlaceKind::buurthuis, habit, open}; };
    };
    during(life, 2, 5, goes(0.1F, true));
    during(life, 5, 12, goes(0.5F, true));
    during(life, 12, 15, goes(0.4F, false));
    during(life, 15, 18, goes(0.1F, false));
    constexpr auto buurthuis = static_cast<std::uint8_t>(PlaceKind::buurthuis);
    CHECK(told(life) == std::vector<LifeEvent>{{5, Told::regular_begins, buurthuis, 0},
                                               {12, Told::place_closes, buurthuis, 0},
                                               {15, Told::regular_stops, buurthuis, 0}});
}

TEST_CASE("a professional who was known well leaves, or contact with one who stays is lost") {
    auto life = quiet(60);
    const auto knows = [](std::uint32_t person, float bond, bool works) {
        return [=](MonthSeen& s) { s.known[0] = {person, Role::jongerenwerker, bond, works}; };
    };
    during(life, 3, 6, knows(8, 0.1F, true));
    during(life, 6, 10, knows(8, 0.3F, true));
    during(life, 9, 10, knows(8, 0.3F, false));
    during(life, 30, 33, knows(9, 0.25F, true));
    during(life, 40, 50, knows(11, 0.1F, true));  // never well
    constexpr auto role = static_cast<std::uint8_t>(Role::jongerenwerker);
    CHECK(told(life) == std::vector<LifeEvent>{{6, Told::professional_known, role, 0},
                                               {10, Told::professional_leaves, role, 0},
                                               {30, Told::professional_known, role, 0},
                                               {33, Told::professional_lost, role, 0}});
}

TEST_CASE("a request that nobody meets is told once in two years, and counted each time") {
    auto life = quiet(60);
    for (const int m : {5, 20, 40}) during(life, m, m + 2, [](MonthSeen& s) { s.signal = standing_from; });
    CHECK(told(life) == std::vector<LifeEvent>{{5, Told::signal_stands, 0, 0}});
    CHECK(summary_of(life).unmet_requests == 3);
}

TEST_CASE("the summary counts months and contacts while somebody is there") {
    auto life = quiet(24);
    during(life, 0, 12, [](MonthSeen& s) { s.gp_contacts = 1; });
    during(life, 0, 3, [](MonthSeen& s) { s.loneliness = 10.0F, s.volunteers = true, s.care_waiting = 2; });
    during(life, 12, 24, [](MonthSeen& s) { s = {}; });
    const auto s = summary_of(life);
    CHECK(s.months_here == 12);
    CHECK(s.gp_contacts_a_year == Approx(12.0));
    CHECK(s.severely_lonely_months == 3);
    CHECK(s.volunteer_months == 3);
    CHECK(s.waiting_months == 3);
}

TEST_CASE("every kind of event, place, role, care line, hazard and term has words in both languages") {
    const auto life = quiet(1);
    const std::vector<std::string> sites{"North", "South"};
    for (const auto l : {Language::nl, Language::en}) {
        const auto& w = story_words(l);
        for (std::size_t k = 0; k < told_kinds; ++k) {
            const auto text = told_text({0, static_cast<Told>(k), 1, 1}, {life, sites}, l);
            INFO(name_of(static_cast<Told>(k)));
            CHECK(text.size() > 8);
            CHECK(text.back() == '.');
            CHECK(text.find_first_of("{}<>*_") == std::string::npos);
        }
        const auto all_filled = [](const auto& table) {
            for (const auto& text : table)
                if (text.empty()) return false;
            return true;
        };
        CHECK(all_filled(w.place));
        CHECK(all_filled(w.role));
        CHECK(all_filled(w.line));
        CHECK(all_filled(w.event));
        CHECK(all_filled(w.term));
        CHECK(all_filled(w.person));
    }
    CHECK(told_text({3, Told::care_begins, nursing, 1}, {life, sites}, Language::nl) ==
          "Zij krijgt wijkverpleging, na 1 maand wachten.");
    CHECK(told_text({3, Told::moves_within, 0, 1}, {life, sites}, Language::en) == "She moves to South.");
    CHECK(when_text(25, Language::en) == "year 3, month 2");
}

}  // namespace weefsel::test_life_story
