#include "app/class/room.hpp"

#include <fmt/format.h>
#include <catch2/catch.hpp>

#include "app/class/prediction_word.hpp"
#include "app/class/room_json.hpp"
#include "app/class/room_server.hpp"
#include "sim/error.hpp"

namespace weefsel::app {
namespace {

std::string browser(int n) { return fmt::format("{:016x}", n); }
constexpr auto one_word = "AAAAAA", another_word = "BAAAAM";

}  // namespace

TEST_CASE("A word with one wrong letter is no prediction", "[class]") {
    REQUIRE(is_prediction_word(one_word));
    std::string word = one_word;
    for (auto& letter : word) {
        letter = 'C';
        CHECK_FALSE(is_prediction_word(word));
        letter = 'A';
    }
    CHECK_FALSE(is_prediction_word("AAAAA"));
    CHECK_FALSE(is_prediction_word("YAAAAA"));
    CHECK_FALSE(is_prediction_word("aaaaaa"));
}

TEST_CASE("A pupil who comes back finds the same animal and the same word", "[class]") {
    Room room;
    const auto first = room.come_in(browser(1));
    REQUIRE(first);
    REQUIRE(room.predict(browser(1), 1, one_word) == Taken::yes);
    const auto before = room.view(browser(1));
    const auto second = room.come_in(browser(1));
    REQUIRE(second);
    CHECK_FALSE(room.goes_on(browser(1), *first));
    room.leave(browser(1), *first);  // the old connection ends later: it takes nobody out
    const auto after = room.view(browser(1));
    REQUIRE(after.you);
    CHECK(after.you->animal == before.you->animal);
    CHECK(after.you->word == one_word);
    CHECK(after.here == 1);
}

TEST_CASE("Forty pupils have forty animals, and the teacher sees every word once", "[class]") {
    Room room;
    for (int n = 0; n < 40; ++n) {
        REQUIRE(room.come_in(browser(n)));
        REQUIRE(room.predict(browser(n), 1, one_word) == Taken::yes);
    }
    const auto view = room.view("");
    REQUIRE(view.given.size() == 40);
    for (std::size_t i = 1; i < view.given.size(); ++i)
        CHECK(view.given[i - 1].animal < view.given[i].animal);
    CHECK_FALSE(view.you);
}

TEST_CASE("A full room takes nobody more, until somebody without a prediction has gone", "[class]") {
    Room room;
    const int most = static_cast<int>(Room::most_pupils);
    std::optional<std::uint64_t> last;
    for (int n = 0; n < most; ++n) last = room.come_in(browser(n));
    CHECK_FALSE(room.come_in(browser(most)));
    CHECK(room.predict(browser(most), 1, one_word) == Taken::full);
    room.leave(browser(most - 1), *last);
    CHECK(room.come_in(browser(most)));
}

TEST_CASE("After the reveal no prediction is taken, and a new lesson begins with none", "[class]") {
    Room room;
    REQUIRE(room.predict(browser(1), 1, one_word) == Taken::yes);
    REQUIRE(room.lead(1, Phase::reveal, false) == Taken::yes);
    CHECK(room.predict(browser(1), 1, another_word) == Taken::closed);
    CHECK(room.view("").given.size() == 1);
    REQUIRE(room.lead(2, Phase::predict, false) == Taken::yes);
    CHECK(room.view("").given.empty());
    CHECK(room.predict(browser(1), 1, one_word) == Taken::closed);
    CHECK(room.predict(browser(1), 2, another_word) == Taken::yes);
    CHECK(room.predict(browser(1), 7, one_word) == Taken::wrong);
    CHECK(room.lead(7, Phase::predict, false) == Taken::wrong);
}

TEST_CASE("A pupil is told nothing of the words of others", "[class]") {
    Room room;
    room.predict(browser(1), 1, one_word);
    room.predict(browser(2), 1, another_word);
    const auto said = json_for_pupil({"ABCD", {}}, room.view(browser(1)));
    CHECK(said.find(one_word) != std::string::npos);
    CHECK(said.find(another_word) == std::string::npos);
    CHECK(json_for_teacher({"ABCD", {}}, room.view("")).find(another_word) != std::string::npos);
}

TEST_CASE("What is no JSON object is not read, and members of another kind count as missing", "[class]") {
    CHECK_FALSE(read_sent("{"));
    CHECK_FALSE(read_sent("[1]"));
    CHECK_FALSE(read_sent(std::string(100, '[')));
    const auto sent = read_sent(R"({"me": 7, "lesson": 1e99, "word": ["A"], "anew": "yes"})");
    REQUIRE(sent);
    CHECK(sent->me.empty());
    CHECK(sent->lesson == 0);
    CHECK(sent->word.empty());
    CHECK_FALSE(sent->anew);
}

TEST_CASE("Only a page of this version is given to a class", "[class]") {
    CHECK_THROWS_AS(page_for_class("<html></html>", "some.html"), sim::InputError);
    const auto page =
        page_for_class("connect-src blob: data:; <meta name=\"generator\" content=\"weefsel\">", "page.html");
    CHECK(page.find("connect-src 'self' blob: data:") != std::string::npos);
    CHECK(page.find("weefsel-class") != std::string::npos);
}

}  // namespace weefsel::app
