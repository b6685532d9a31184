#include "analysis/results/json_writer.hpp"

#include <catch2/catch.hpp>
#include <limits>

namespace weefsel::test_json_writer {
using namespace weefsel::analysis;

TEST_CASE("JSON for a page holds no < and no broken character") {
    JsonWriter json;
    json.begin_object();
    json.member("a \"b\"", "</script>\\\n\x01 caf\xC3\xA9 \xFF \xC3");
    json.key("list");
    json.begin_array();
    json.text("");
    json.flag(true);
    json.count(3);
    json.begin_object();
    json.end_object();
    json.end_array();
    json.end_object();
    CHECK(json.str() ==
          "{\"a \\\"b\\\"\":\"\\u003c/script>\\\\\\u000a\\u0001 caf\xC3\xA9 \xEF\xBF\xBD \xEF\xBF\xBD\","
          "\"list\":[\"\",true,3,{}]}");
}

TEST_CASE("a number is written as short as reads back to the same 32 bits, and as null when there is none") {
    JsonWriter json;
    json.begin_array();
    json.number(static_cast<double>(0.1F));
    json.number(-2);
    json.number(1e-10);
    json.number(std::numeric_limits<double>::quiet_NaN());
    json.number(std::numeric_limits<double>::infinity());
    json.end_array();
    CHECK(json.str() == "[0.1,-2,1e-10,null,null]");
}

}  // namespace weefsel::test_json_writer
