#include "sim/progress.hpp"

#include <catch2/catch.hpp>

namespace weefsel::test_progress {
using namespace weefsel::sim;

namespace {

struct Page final : Progress::Sink {
    bool terminal = false;
    std::string text;
    void write(const std::string& more) override { text += more; }
    [[nodiscard]] bool is_terminal() const override { return terminal; }
};

}  // namespace

TEST_CASE("durations are said as people say them") {
    CHECK(duration_text(0.4) == "0 s");
    CHECK(duration_text(45) == "45 s");
    CHECK(duration_text(80) == "1 min 20 s");
    CHECK(duration_text(7500) == "2 h 5 min");
    CHECK(duration_text(273'600) == "3 d 4 h");
    CHECK(duration_text(-1) == "0 s");
}

TEST_CASE("on a terminal a bar shows how far the work is, and ends with its line") {
    Page page;
    page.terminal = true;
    Progress progress("herds", 4, &page);
    progress.advance();
    progress.already_done();
    progress.finish();
    CHECK(page.text.find("herds [>                   ] 0/4") != std::string::npos);
    CHECK(page.text.find("herds [==========>         ] 2/4  ") != std::string::npos);
    CHECK(page.text.back() == '\n');
    const std::string before = page.text;
    progress.finish();
    progress.advance(100);
    CHECK(page.text == before);
}

TEST_CASE("elsewhere short work is silent, and without a sink all work is") {
    Page page;
    {
        Progress progress("herds", 2, &page);
        progress.advance(2);
    }
    CHECK(page.text.empty());
    Progress silent("herds", 2, nullptr);
    silent.advance();
}

TEST_CASE("the bar moves on within one long item, by its ticks") {
    Page page;
    page.terminal = true;
    Progress progress("herds", 2, &page, 4);
    progress.already_done();
    progress.tick();
    progress.tick();
    progress.finish();  // stopped half way through the second
    CHECK(page.text.find("herds [===============>    ] 1/2  ") != std::string::npos);
}

TEST_CASE(
    "what is said in between has lines of its own, does nothing to a terminal, and the bar comes back") {
    Page page, log;
    page.terminal = true;
    Progress progress("herds", 4, &page), plain("herds", 4, &log);
    progress.advance();
    progress.note("so far \x1b[31mred");
    const auto said = page.text.find("so far \\u001b[31mred\n");
    REQUIRE(said != std::string::npos);
    CHECK(page.text.find("1/4", said) != std::string::npos);
    plain.note("so far");
    CHECK(log.text == "so far\n");
    progress.finish();
    const auto before = page.text;
    progress.note("too late");
    CHECK(page.text == before);
}

}  // namespace weefsel::test_progress
