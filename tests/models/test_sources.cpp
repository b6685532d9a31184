#include <catch2/catch.hpp>

#include <algorithm>
#include <regex>
#include <set>
#include <string>
#include <vector>

#include "models/parameters/parameters.hpp"
#include "models/process/funding/bundles.hpp"
#include "models/study/odd_tables.hpp"

namespace weefsel::test_sources {

namespace {

/// Names of the parameters whose source is `wrong`.
template <class F>
std::vector<std::string> parameters_where(F&& wrong) {
    Parameters defaults;
    const auto table = table_of(defaults);
    std::vector<std::string> out;
    for (const auto& p : table.rows())
        if (wrong(p.source)) out.push_back(p.name + ": " + std::string(p.source.text));
    return out;
}

/// The same of parameters, and of the terms of a line in both forms of money.
template <class F>
std::vector<std::string> numbers_where(F&& wrong) {
    auto out = parameters_where(wrong);
    for (const auto& term : terms_declared)
        if (wrong(term.source)) out.push_back(std::string(term.name) + ": " + std::string(term.source.text));
    return out;
}

bool assumed(const sim::Source& source) { return source.grade == sim::Evidence::assumption; }

bool can_be_looked_up(std::string_view source) {
    static const std::regex address(R"(doi 10\.\d{4,9}/\S|\b([a-z0-9-]+\.)+[a-z]{2,4}/|\bdocs/[a-z-]+\.md)");
    return std::regex_search(source.begin(), source.end(), address);
}

}  // namespace

TEST_CASE("what is measured, read or judged can be looked up: a DOI, the address of a page, a page of ours") {
    CHECK(can_be_looked_up("Hall 2018, doi 10.1177/0265407518761225"));
    CHECK(can_be_looked_up("net participation (cbs.nl/nl-nl/cijfers/detail/85266NED)"));
    CHECK_FALSE(can_be_looked_up("Hall 2018: a friend by month 11; 10.6 % of residents move/stay"));
    CHECK(numbers_where([](const auto& s) { return !assumed(s) && !can_be_looked_up(s.text); }) ==
          std::vector<std::string>{});
}

TEST_CASE("no number rests on memory, and no source on a paper that is not here") {
    static const std::regex elsewhere(R"(recalled|FACTS|TRIALS|DYNAMICS|seeds|\bMODEL \d)");
    CHECK(numbers_where([](const auto& s) {
              return std::regex_search(s.text.begin(), s.text.end(), elsewhere);
          }) == std::vector<std::string>{});
}

TEST_CASE("every assumption says which study would settle it, and nothing else needs one") {
    std::set<std::string_view> declared;
    for (const auto& study : studies::all) declared.insert(study.name);
    CHECK(declared.size() == studies::all.size());
    CHECK(numbers_where([&](const auto& s) {
              return assumed(s) ? declared.count(s.settled_by.name) == 0 : !s.settled_by.name.empty();
          }) == std::vector<std::string>{});
}

TEST_CASE("every study that is declared would settle something, and together they settle all assumptions") {
    const auto table = table_of_studies();
    REQUIRE(table.rows.size() == studies::all.size());
    std::size_t settled = 0;
    for (const auto& row : table.rows) {
        INFO(row[0]);
        CHECK(std::stoul(row[1]) > 0);
        settled += std::stoul(row[1]);
    }
    CHECK(settled == parameters_where(assumed).size());
}

}  // namespace weefsel::test_sources
