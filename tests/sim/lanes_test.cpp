#include <catch2/catch.hpp>
#include <vector>

#include "sim/lanes.hpp"
#include "sim/marked.hpp"
#include "sim/random_source.hpp"

namespace weefsel::test_lanes {
using namespace weefsel::sim;

TEST_CASE("eight numbers side by side are what each would be alone") {
    const std::array<std::uint16_t, lanes> narrow{0, 1, 2, 255, 256, 40000, 65534, 65535};
    const Int8 wide = widen(load<Short8>(narrow.data()));
    std::array<float, lanes> table{};
    for (std::size_t k = 0; k < lanes; ++k) table[k] = 10.0F * static_cast<float>(k);
    const Int8 index{7, 6, 5, 4, 3, 2, 1, 0};
    const Float8 found = look_up(table.data(), index);
    for (std::size_t k = 0; k < lanes; ++k) {
        CHECK(wide[k] == narrow[k]);
        CHECK(found[k] == table[7 - k]);
    }
    CHECK(sum(index) == 28);
    Float8 held;
    for (std::size_t k = 0; k < lanes; ++k) held[k] = table[k];
    const Short8 shorts = narrow_to_short(wide);
    const Byte8 bytes = narrow_to_byte(index);
    for (std::size_t k = 0; k < lanes; ++k) {
        CHECK(look_up(held, index)[k] == found[k]);
        CHECK(shorts[k] == narrow[k]);
        CHECK(bytes[k] == index[k]);
    }
    CHECK(bits_of(index > 4) == 0b0000'0111U);
    CHECK(bits_of(Short8(shorts > 255)) == 0b1111'0000U);
    CHECK(bits_of(Short8(shorts == 255)) == 0b0000'1000U);
    CHECK(any(index == 0));
    CHECK_FALSE(any(index == 8));
    CHECK(truncate(Float8{} + 2.75F)[3] == 2);
}

TEST_CASE("the number of a pair is the same for eight pairs at once, and for both orders") {
    std::array<std::uint32_t, lanes> theirs{};
    for (std::size_t k = 0; k < lanes; ++k) theirs[k] = static_cast<std::uint32_t>(mix64(k));
    const Word8 numbers = pair_word(Word8{} + 12345U, load<Word8>(theirs.data()));
    for (std::size_t k = 0; k < lanes; ++k) {
        CHECK(numbers[k] == pair_word(12345U, theirs[k]));
        CHECK(numbers[k] == pair_word(theirs[k], 12345U));
    }
}

TEST_CASE("every marked row is visited once, in order, and no other") {
    for (const std::size_t n : {0UL, 1UL, 7UL, 8UL, 9UL, 64UL, 131UL}) {
        std::vector<std::uint8_t> marks(n, 0);
        std::vector<std::size_t> expected, visited;
        for (std::size_t i = 0; i < n; ++i)
            if (mix64(i + n) % 3 == 0) {
                marks[i] = static_cast<std::uint8_t>(1 + mix64(i) % 255);
                expected.push_back(i);
            }
        for_each_marked(marks.data(), n, [&](std::size_t i) { visited.push_back(i); });
        CHECK(visited == expected);
    }
}

TEST_CASE("numbers drawn with an index for each are those drawn one by one") {
    const RandomSource draws(2022, 7);
    constexpr std::size_t n = 29;
    std::vector<BirthNumber> who(n);
    std::vector<std::uint32_t> index(n);
    std::array<std::vector<std::uint32_t>, 4> words;
    for (auto& w : words) w.resize(n);
    for (std::size_t i = 0; i < n; ++i) {
        who[i] = mix64(i);
        index[i] = static_cast<std::uint32_t>(mix64(i) >> 40U);
    }
    enum class Stream : std::uint8_t { one = 3 };
    draws.fill(Stream::one, who.data(), index.data(), n, Month{14},
               {words[0].data(), words[1].data(), words[2].data(), words[3].data()});
    for (std::size_t i = 0; i < n; ++i) {
        const auto block = draws.block(Stream::one, who[i], Month{14}, index[i]);
        for (std::size_t w = 0; w < block.size(); ++w) REQUIRE(words[w][i] == block[w]);
    }
}

}  // namespace weefsel::test_lanes
