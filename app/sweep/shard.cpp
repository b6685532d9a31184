#include "app/sweep/shard.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "sim/error.hpp"

namespace weefsel::app {
namespace {

constexpr std::string_view stem = "status", ending = ".jsonl";
constexpr std::size_t most = 1'000'000;

/// `i` and `n` around a text between them; none where that is not what stands there.
std::optional<Shard> shard_in(std::string_view text, std::string_view between) {
    const auto at = text.find(between);
    if (at == std::string_view::npos) return std::nullopt;
    const auto whole_number = [](std::string_view digits, std::size_t& out) {
        const char* end = digits.data() + digits.size();
        const auto [stopped, error] = std::from_chars(digits.data(), end, out);
        return error == std::errc() && stopped == end;
    };
    Shard shard;
    if (!whole_number(text.substr(0, at), shard.number) ||
        !whole_number(text.substr(at + between.size()), shard.of) || shard.number < 1 ||
        shard.number > shard.of || shard.of > most)
        return std::nullopt;
    return shard;
}

}  // namespace

Shard read_shard(const std::string& text) {
    if (const auto shard = shard_in(text, "/")) return *shard;
    throw sim::InputError({"--shard", 1, 1},
                          fmt::format("must be i/n with i from 1 to n, as 2/3; found \"{}\"", text));
}

std::optional<std::size_t> first_in_common(const Shard& one, const Shard& other, std::size_t batches) {
    for (std::size_t batch = one.number - 1; batch < batches; batch += one.of)
        if (other.has(batch)) return batch;
    return std::nullopt;
}

std::string status_name(const Shard& shard) {
    return shard.whole() ? fmt::format("{}{}", stem, ending)
                         : fmt::format("{}-{}of{}{}", stem, shard.number, shard.of, ending);
}

std::optional<Shard> shard_of_status(const std::string& name) {
    const std::string_view text = name;
    if (text.size() < stem.size() + ending.size() || text.substr(0, stem.size()) != stem ||
        text.substr(text.size() - ending.size()) != ending)
        return std::nullopt;
    const auto middle = text.substr(stem.size(), text.size() - stem.size() - ending.size());
    if (middle.empty()) return Shard{};
    return middle.front() == '-' ? shard_in(middle.substr(1), "of") : std::nullopt;
}

}  // namespace weefsel::app
