#include <catch2/catch.hpp>

#include "sim/error.hpp"
#include "sim/text_encoding.hpp"
#include "sim/utf8.hpp"

namespace weefsel::test_text_encoding {
using namespace weefsel;

TEST_CASE("text in UTF-8 stays as it is, without its byte order mark") {
    CHECK(sim::utf8_text("Caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8C\xB7", "f") ==
          "Caf\xC3\xA9 \xE2\x82\xAC \xF0\x9F\x8C\xB7");
    CHECK(sim::utf8_text("\xEF\xBB\xBFname", "f") == "name");
    CHECK(sim::utf8_text("", "f").empty());
}

TEST_CASE("text in Windows-1252 becomes UTF-8, its euro sign and curly quotes too") {
    CHECK(sim::utf8_text("B\xEAte \x80 \x93x\x94", "f") ==
          "B\xC3\xAAte \xE2\x82\xAC \xE2\x80\x9Cx\xE2\x80\x9D");
    // Every byte that has a meaning there gives well-formed UTF-8.
    for (int byte = 1; byte < 256; ++byte) {
        if (byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D) continue;
        INFO(byte);
        CHECK(sim::is_utf8(sim::utf8_text(std::string("\xE9 ") + static_cast<char>(byte), "f")));
    }
}

TEST_CASE("what is no text is refused, with line and column") {
    const auto refusal = [](std::string bytes) {
        try {
            static_cast<void>(sim::utf8_text(std::move(bytes), "k.csv"));
        } catch (const sim::InputError& e) { return std::string(e.what()); }
        return std::string();
    };
    CHECK(refusal("a,b\nc\x81").find("k.csv:2:2: found byte 0x81") == 0);
    CHECK(refusal(std::string("a\nbc\0d", 6)).find("k.csv:2:3: found a NUL byte") == 0);
    CHECK(refusal(std::string("\xFF\xFEg\0", 4)).find("k.csv:1:1: the file is UTF-16") == 0);
}

TEST_CASE("overlong, cut and surrogate sequences are no UTF-8") {
    for (const char* bad :
         {"\xC0\xAF", "\xE0\x80\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "\x80", "\xC3("})
        CHECK_FALSE(sim::is_utf8(bad));
    CHECK(sim::is_utf8("\xED\x9F\xBF\xEE\x80\x80\xF4\x8F\xBF\xBF"));
}

}  // namespace weefsel::test_text_encoding
