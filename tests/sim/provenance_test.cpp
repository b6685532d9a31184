#include "sim/provenance.hpp"

#include <catch2/catch.hpp>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include "tests/sim/temporary_folder.hpp"

namespace weefsel::test_provenance {
using namespace weefsel::sim;

TEST_CASE("SHA-256 gives the published digests") {
    CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a file has the digest of its bytes, however long it is") {
    const TemporaryFolder folder;
    constexpr std::size_t piece = 65536;  // read at once
    for (const std::size_t size :
         {std::size_t{0}, std::size_t{3}, piece - 1, piece, piece + 1, 3 * piece + 57}) {
        std::string text(size, '\0');
        for (std::size_t i = 0; i < size; ++i) text[i] = static_cast<char>(i * 7 % 251);
        std::ofstream(folder.file("a"), std::ios::binary) << text;
        CHECK(sha256_of_file(folder.file("a")) == sha256(text));
    }
    CHECK_THROWS_WITH(sha256_of_file(folder.file("none")), Catch::Matchers::Contains("none: cannot be read"));
    CHECK_THROWS_AS(sha256_of_file(folder.file("")), std::runtime_error);  // a folder
}

TEST_CASE("the program knows what it was built from") {
    const auto& built = provenance();
    CHECK_FALSE(built.version.empty());
    CHECK((built.commit == "unknown" || built.commit.size() == 40));
    CHECK_FALSE(built.compiler.empty());
    CHECK(built.flags.find("-ffp-contract=off") != std::string::npos);
    CHECK(built.format_version >= 1);
}

TEST_CASE("the time can be fixed from outside, so that a result can be made again bit for bit") {
    ::setenv("SOURCE_DATE_EPOCH", "1655112600", 1);
    CHECK(time_now() == "2022-06-13T09:30:00Z");
    ::unsetenv("SOURCE_DATE_EPOCH");
    CHECK(time_now().size() == 20);
}

}  // namespace weefsel::test_provenance
