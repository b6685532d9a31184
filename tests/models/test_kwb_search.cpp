#include <catch2/catch.hpp>

#include "models/scenario/kwb_search.hpp"

namespace weefsel::test_kwb_search {

namespace {

KwbFile towns() {
    std::string text = "gwb_code_10,regio,gm_naam,a_inw\n";
    for (const char* row : {"GM0344,Utrecht,Utrecht", "WK034401,Binnenstad,Utrecht",
                            "BU03440101,Centrum,Utrecht", "BU03440102,Leidsche Rijn-Centrum,Utrecht",
                            "BU03440103,Zambesidreef en omgeving,Utrecht", "GM0014,Groningen,Groningen",
                            "BU00140001,Centrum,Groningen", "GM1900,Súdwest-Fryslân,Súdwest-Fryslân",
                            "BU19000001,Sneek,Súdwest-Fryslân", "BU17830001,'s-Gravenzande,Westland",
                            "BU03630001,Bilderdijkkade,Amsterdam", "BU03630002,Curaçaostraat,Amsterdam"})
        text += std::string(row) + ",100\n";
    return read_kwb_text(text, "k.csv");
}
std::vector<std::string> codes(const std::vector<const KwbFile::Row*>& rows) {
    std::vector<std::string> out;
    for (const auto* row : rows) out.push_back(row->code);
    return out;
}
std::vector<std::string> find(const std::string& text, const std::string& municipality = "") {
    return codes(found_in(towns(), {text, municipality}).rows);
}
using Codes = std::vector<std::string>;

}  // namespace

TEST_CASE("a folded text has small letters, no diacritics and no punctuation") {
    CHECK(folded("'s-Gravenzande") == "s gravenzande");
    CHECK(folded("Súdwest-Fryslân") == "sudwest fryslan");
    CHECK(folded("  CURAÇAO / straat ") == "curacao straat");
    CHECK(folded("").empty());
    CHECK_NOTHROW(folded("\xFF\xC3"));
}

TEST_CASE("capitals, diacritics, hyphens and apostrophes do not matter") {
    CHECK(find("ZAMBESIDREEF") == Codes{"BU03440103"});
    CHECK(find("s gravenzande") == Codes{"BU17830001"});
    CHECK(find("'s-Gravenzande") == Codes{"BU17830001"});
    CHECK(find("sudwest") == Codes{"GM1900"});
    CHECK(find("Súdwest") == Codes{"GM1900"});
    CHECK(find("curacao") == Codes{"BU03630002"});
    CHECK(find("bilderdijk") == Codes{"BU03630001"});
}

TEST_CASE("the whole name comes before a part of it, and a municipality chooses between equal names") {
    CHECK(find("centrum") == Codes{"BU00140001", "BU03440101", "BU03440102"});
    CHECK(found_in(towns(), {"centrum", ""}).whole == 2);
    CHECK(find("Centrum, Utrecht") == Codes{"BU03440101", "BU03440102"});
    CHECK(find("Centrum Utrecht").front() == "BU03440101");
    CHECK(found_in(towns(), {"Centrum Utrecht", ""}).whole == 1);
    CHECK(find("Centrum", "GM0014") == Codes{"BU00140001"});
    CHECK(find("Centrum", "groningen") == Codes{"BU00140001"});
    CHECK(find("rijn utrecht") == Codes{"BU03440102"});
    CHECK(find("utrecht").front() == "GM0344");
    CHECK(find("Centrum", "Ede").empty());
}

TEST_CASE("a code is found as well as a name") {
    CHECK(find("bu03440101") == Codes{"BU03440101"});
    CHECK(find("03440101") == Codes{"BU03440101"});
    CHECK(find("WK034401") == Codes{"WK034401"});
    CHECK(find("BU99999999").empty());
}

TEST_CASE("what was typed with an error is near a name, and what is far from all of them is not") {
    const auto near = [](const std::string& text) { return codes(nearest_in(towns(), {text, ""}, 3)); };
    CHECK(near("Bilderdijkade").front() == "BU03630001");
    CHECK(near("zambezidreef").front() == "BU03440103");
    CHECK(near("Cnetrum Utrecht").front() == "BU03440101");
    CHECK(near("Snek").front() == "BU19000001");
    CHECK(near("qqqqqqqqqq").empty());
    CHECK(near("").empty());
}

}  // namespace weefsel::test_kwb_search
