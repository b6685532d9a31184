#include "sim/checkpoint.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <istream>
#include <ostream>
#include <stdexcept>

#include "sim/error.hpp"
#include "sim/random_source.hpp"

namespace weefsel::sim {
namespace {

static_assert(std::endian::native == std::endian::little,
              "digests and checkpoints are of little-endian bytes");

constexpr std::uint64_t magic = 0x4b43'4c45'5346'4557ULL;  // "WEFSELCK"
constexpr std::uint64_t format_version = 1;
constexpr std::uint64_t golden = 0x9E3779B97F4A7C15ULL;

std::uint64_t load_word(const unsigned char* from) {
    std::uint64_t word = 0;
    std::memcpy(&word, from, sizeof word);
    return word;
}

/// One cheap step of a lane; the thorough mixing comes once, at the end.
std::uint64_t step(std::uint64_t lane, std::uint64_t word) {
    lane = (lane ^ word) * 0xbf58476d1ce4e5b9ULL;
    return lane ^ (lane >> 32U);
}

/// Writes and keeps the digest of what was written.
class Writer {
public:
    explicit Writer(std::ostream& out) : out_(out) {}
    void bytes(const void* data, std::size_t size) {
        out_.write(static_cast<const char*>(data), static_cast<std::streamsize>(size));
        digest_ = digest_bytes(data, size, digest_);
    }
    void number(std::uint64_t value) { bytes(&value, sizeof value); }
    void finish() {
        const std::uint64_t all = digest_;
        number(all);
        out_.flush();
        if (!out_) throw std::runtime_error("a checkpoint cannot be written");
    }

private:
    std::ostream& out_;
    std::uint64_t digest_ = 0;
};

class Reader {
public:
    Reader(std::istream& in, const std::string& file) : in_(in), file_(file) {}
    [[noreturn]] void refuse(const std::string& why) const { throw InputError(Place{file_, 1, 1}, why); }

    /// Grows with what is really there, so that a wrong size in a torn file asks for no memory.
    std::vector<char> bytes(std::uint64_t size) {
        constexpr std::uint64_t piece = 1U << 20U;
        std::vector<char> out;
        while (out.size() < size) {
            const auto want = static_cast<std::size_t>(std::min<std::uint64_t>(piece, size - out.size()));
            const std::size_t had = out.size();
            out.resize(had + want);
            in_.read(out.data() + had, static_cast<std::streamsize>(want));
            if (static_cast<std::size_t>(in_.gcount()) != want)
                refuse("the checkpoint is torn: it ends too soon");
        }
        digest_ = digest_bytes(out.data(), out.size(), digest_);
        return out;
    }
    std::uint64_t number() {
        std::uint64_t value = 0;
        const auto raw = bytes(sizeof value);
        std::memcpy(&value, raw.data(), sizeof value);
        return value;
    }
    void finish() {
        const std::uint64_t expected = digest_;
        if (number() != expected) refuse("the checkpoint is torn: its digest does not match");
    }

private:
    std::istream& in_;
    const std::string& file_;
    std::uint64_t digest_ = 0;
};

}  // namespace

std::uint64_t digest_bytes(const void* data, std::size_t bytes, std::uint64_t seed) {
    constexpr std::size_t word = 8;
    constexpr std::size_t lanes = 4;  // side by side, so that the multiplications overlap
    const auto* at = static_cast<const unsigned char*>(data);
    std::uint64_t lane[lanes];
    for (std::size_t i = 0; i < lanes; ++i) lane[i] = mix64(seed + (i + 1) * golden);
    std::size_t left = bytes;
    for (; left >= lanes * word; left -= lanes * word, at += lanes * word) {
        for (std::size_t i = 0; i < lanes; ++i) lane[i] = step(lane[i], load_word(at + i * word));
    }
    std::uint64_t all = mix64(seed ^ bytes);
    for (const auto l : lane) all = mix64(all * golden + l);
    for (; left >= word; left -= word, at += word) all = mix64(all * golden + load_word(at));
    if (left > 0) {
        std::uint64_t rest = 0;
        std::memcpy(&rest, at, left);
        all = mix64(all * golden + rest);
    }
    return all;
}

void write_checkpoint(std::ostream& out, const std::vector<SavedColumn>& columns) {
    Writer writer(out);
    writer.number(magic);
    writer.number(format_version);
    writer.number(columns.size());
    for (const auto& column : columns) {
        writer.number(column.name.size());
        writer.bytes(column.name.data(), column.name.size());
        writer.number(column.element_size);
        writer.number(column.bytes.size());
        writer.bytes(column.bytes.data(), column.bytes.size());
    }
    writer.finish();
}

std::vector<SavedColumn> read_checkpoint(std::istream& in, const std::string& file) {
    constexpr std::uint64_t longest_name = 256;
    constexpr std::uint64_t max_columns = 100'000;
    Reader reader(in, file);
    if (reader.number() != magic) reader.refuse("this is not a checkpoint");
    if (const auto version = reader.number(); version != format_version) {
        reader.refuse("the checkpoint has format " + std::to_string(version) +
                      "; this program reads format " + std::to_string(format_version));
    }
    const auto count = reader.number();
    if (count > max_columns) reader.refuse("the checkpoint is torn: its number of columns is impossible");
    std::vector<SavedColumn> columns;
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto name_size = reader.number();
        if (name_size > longest_name) reader.refuse("the checkpoint is torn: a name is too long");
        const auto name = reader.bytes(name_size);
        SavedColumn column{std::string(name.begin(), name.end()), reader.number(), {}};
        const auto size = reader.number();
        if (column.element_size == 0 || size % column.element_size != 0) {
            reader.refuse("the checkpoint is torn: the size of " + column.name + " is impossible");
        }
        column.bytes = reader.bytes(size);
        columns.push_back(std::move(column));
    }
    reader.finish();
    return columns;
}

void match_columns(const std::vector<SavedColumn>& saved, const std::string& file, const char* name,
                   std::uint64_t element_size, std::size_t at) {
    const auto refuse = [&](const std::string& found) {
        throw InputError(Place{file, 1, 1}, "the checkpoint is of another version: column " +
                                                std::to_string(at + 1) + " should be " + name + " of " +
                                                std::to_string(element_size) + " bytes each; found " + found);
    };
    if (at >= saved.size()) refuse("none");
    const auto& column = saved[at];
    if (column.name != name || column.element_size != element_size) {
        refuse(column.name + " of " + std::to_string(column.element_size) + " bytes each");
    }
}

void match_end(const std::vector<SavedColumn>& saved, const std::string& file, std::size_t read) {
    if (read == saved.size()) return;
    throw InputError(Place{file, 1, 1}, "the checkpoint is of another version: it holds " +
                                            std::to_string(saved.size()) + " columns; expected " +
                                            std::to_string(read));
}

}  // namespace weefsel::sim
