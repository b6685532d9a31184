#include "sim/plain_text.hpp"

#include <catch2/catch.hpp>

namespace weefsel::test_plain_text {
using namespace weefsel::sim;

TEST_CASE("a text shown on a terminal moves nothing, rings nothing and colours nothing") {
    CHECK(plain_text("a\x1b[31mb\a") == "a\\u001b[31mb\\u0007");
    CHECK(plain_text("a\r\x7f\b") == "a\\u000d\\u007f\\u0008");
    CHECK(plain_text(std::string_view("a\0b", 3)) == "a\\u0000b");
    CHECK(plain_text("\xc2\x9b"
                     "31m") == "\\u009b31m");  // the one-character form of ESC [
    CHECK(plain_text("line\n\tnext: \xc3\xa9 \xe2\x82\xac \xf0\x9f\x8f\xa0 \xc2\xa0") ==
          "line\n\tnext: \xc3\xa9 \xe2\x82\xac \xf0\x9f\x8f\xa0 \xc2\xa0");
}

TEST_CASE("what is no UTF-8 is shown as such") {
    const std::string mark = "\xEF\xBF\xBD";
    CHECK(plain_text("\x9b"
                     "31m") == mark + "31m");
    CHECK(plain_text("\xff\xfe") == mark + mark);
    CHECK(plain_text("\xc3") == mark);  // cut off
    CHECK(plain_text("\xc3(") == mark + "(");
    CHECK(plain_text("\xc0\x9b") == mark + mark);  // a control character in a longer form than it needs
    CHECK(plain_text("\xe0\x80\x9b") == mark + mark + mark);
    CHECK(plain_text("\xed\xa0\x80") == mark + mark + mark);  // half a pair
    CHECK(plain_text("\xf4\x90\x80\x80") == mark + mark + mark + mark);
    CHECK(plain_text("").empty());
}

}  // namespace weefsel::test_plain_text
