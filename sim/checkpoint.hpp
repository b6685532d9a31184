#pragma once
#include <algorithm>
#include <cstdint>
#include <iosfwd>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include "sim/column.hpp"

namespace weefsel::sim {

/// A state type lists its columns once, by name, in `visit`:
///     template <class V> void visit(V&& v) { v("animal.age", age); ... }
/// (or with an `About` in the place of the name: unit, range and meaning, see about.hpp)
/// and asserts with `sizeof` that none was forgotten. Checkpoints, digests, sizes and the
/// comparison of two runs are all made from that one list. Values must be trivially copyable.

/// Digest of one column's bytes (64-bit, order-sensitive).
std::uint64_t digest_bytes(const void* data, std::size_t bytes, std::uint64_t seed = 0);

struct ColumnDigest {
    std::string name;
    std::uint64_t digest;
};

/// Name and digest of every column of a state.
template <class State>
std::vector<ColumnDigest> digests(State& state) {
    std::vector<ColumnDigest> out;
    state.visit([&](const char* name, auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        out.push_back({name, digest_bytes(column.data(), column.size() * sizeof(T), column.size())});
    });
    return out;
}

/// One number for a whole state.
template <class State>
std::uint64_t digest(State& state) {
    std::uint64_t all = 0;
    for (const auto& d : digests(state)) all = digest_bytes(&d.digest, sizeof d.digest, all);
    return all;
}

/// Bytes held by all columns of a state.
template <class State>
std::size_t bytes_held(State& state) {
    std::size_t sum = 0;
    state.visit([&](const char*, auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        sum += column.size() * sizeof(T);
    });
    return sum;
}

/// One named block of bytes of a checkpoint.
struct SavedColumn {
    std::string name;
    std::uint64_t element_size;
    std::vector<char> bytes;
};

/// Writes blocks with a header and a digest at the end. Throws std::runtime_error on a write error.
void write_checkpoint(std::ostream& out, const std::vector<SavedColumn>& columns);
/// Reads what write_checkpoint wrote; throws InputError when the file is torn or of another version.
std::vector<SavedColumn> read_checkpoint(std::istream& in, const std::string& file);

template <class State>
void save_checkpoint(std::ostream& out, State& state) {
    std::vector<SavedColumn> columns;
    state.visit([&](const char* name, auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        static_assert(std::is_trivially_copyable_v<T>);
        const auto* first = reinterpret_cast<const char*>(column.data());
        columns.push_back({name, sizeof(T), std::vector<char>(first, first + column.size() * sizeof(T))});
    });
    write_checkpoint(out, columns);
}

/// Throws InputError unless column number `at` of a checkpoint has this name and width.
void match_columns(const std::vector<SavedColumn>& saved, const std::string& file, const char* name,
                   std::uint64_t element_size, std::size_t at);
/// Throws InputError unless `read` columns are all that the checkpoint holds.
void match_end(const std::vector<SavedColumn>& saved, const std::string& file, std::size_t read);

/// Fills `state` from a checkpoint; throws InputError when a column is missing, superfluous or of
/// another width (`state` is then partly filled).
template <class State>
void load_checkpoint(std::istream& in, const std::string& file, State& state) {
    const auto saved = read_checkpoint(in, file);
    std::size_t at = 0;
    state.visit([&](const char* name, auto& column) {
        using T = typename std::decay_t<decltype(column)>::value_type;
        match_columns(saved, file, name, sizeof(T), at);
        const auto& bytes = saved[at++].bytes;
        column.resize(bytes.size() / sizeof(T));
        if (!bytes.empty()) std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(column.data()));
    });
    match_end(saved, file, at);
}

}  // namespace weefsel::sim
