#include "analysis/results/parts.hpp"

#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <type_traits>
#include <utility>

#include "sim/checkpoint.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::analysis {
namespace {

namespace fs = std::filesystem;

template <class T>
sim::SavedColumn column(std::string name, const std::vector<T>& values) {
    const auto* first = reinterpret_cast<const char*>(values.data());
    return {std::move(name), sizeof(T), std::vector<char>(first, first + values.size() * sizeof(T))};
}

/// Fills `values` (already of the right size) from a column; false when it has another size.
template <class T>
bool fill(std::vector<T>& values, const sim::SavedColumn& from) {
    if (from.element_size != sizeof(T) || from.bytes.size() != values.size() * sizeof(T)) return false;
    if (!from.bytes.empty()) std::memcpy(values.data(), from.bytes.data(), from.bytes.size());
    return true;
}

/// The columns of a world's result, in the order of the file.
template <class Result, class V>
bool each_column(Result& r, V&& v) {
    return v("numerator", r.numerator) && v("denominator", r.denominator) &&
           v("group_numerator", r.group_numerator) && v("group_denominator", r.group_denominator) &&
           v("fine", r.fine) && v("money", r.money) && v("site_mean", r.site_mean) &&
           v("digests", r.digests) && v("ledger", r.ledger) && v("ledger_sham", r.ledger_placebo) &&
           v("ledger_luck", r.ledger_chance) && v("blocks", r.blocks);
}

[[noreturn]] void fail(const std::string& path, const std::string& reason) {
    throw std::runtime_error(path + ": cannot be written: " + reason);
}

}  // namespace

Parts::Parts(std::string root, std::string fingerprint, sim::ResultLayout layout, std::size_t options,
             std::size_t digest_columns)
    : root_(std::move(root)),
      fingerprint_(std::move(fingerprint)),
      layout_(std::move(layout)),
      options_(options),
      digest_columns_(digest_columns) {
    constexpr std::size_t digits = 16;
    folder_ = (fs::path(root_) / fingerprint_.substr(0, digits)).string();
}

void Parts::make() const {
    std::error_code error;
    fs::create_directories(folder_, error);
    if (error) fail(folder_, error.message());
    const std::string probe = folder_ + "/probe";
    sim::write_whole(probe, "can be written\n");
    fs::remove(probe, error);
}

std::string Parts::path(std::size_t draw, std::size_t replicate) const {
    return folder_ + "/draw" + std::to_string(draw + 1) + "-replicate" + std::to_string(replicate + 1) +
           ".unit";
}

std::string Parts::within(const std::string& name) const { return folder_ + "/" + name; }

std::optional<sim::UnitResult> Parts::load(std::size_t draw, std::size_t replicate) const {
    const std::string file = path(draw, replicate);
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    std::vector<sim::SavedColumn> saved;
    try {
        saved = sim::read_checkpoint(in, file);
    } catch (const sim::InputError&) {
        return std::nullopt;  // torn: simulated again
    }
    const auto n = layout_.observables.size();
    const auto months = static_cast<std::size_t>(layout_.months);
    const auto years = static_cast<std::size_t>(layout_.years());
    std::size_t at = 0;
    std::vector<char> found(fingerprint_.size());
    if (saved.empty() || !fill(found, saved[at++]) ||
        std::string(found.begin(), found.end()) != fingerprint_) {
        return std::nullopt;
    }
    sim::UnitResult unit;
    for (std::size_t o = 0; o < options_; ++o) {
        sim::WorldResult r;
        r.numerator.resize(months * n);
        r.denominator.resize(months * n);
        r.group_numerator.resize(years * layout_.groups() * n);
        r.group_denominator.resize(years * layout_.groups() * n);
        r.fine.resize(years * layout_.fine.values_a_year());
        r.money.resize(years * layout_.flows.size() * layout_.payers.size());
        r.site_mean.resize(years * layout_.sites * n);
        r.digests.resize(months * digest_columns_);
        for (auto* ledger : {&r.ledger, &r.ledger_placebo, &r.ledger_chance})
            ledger->resize(layout_.ledger.values());
        r.blocks.resize(layout_.block_values());
        const bool whole = each_column(r, [&](const char* name, auto& values) {
            return at < saved.size() && saved[at].name == name && fill(values, saved[at++]);
        });
        if (!whole) return std::nullopt;
        unit.options.push_back(std::move(r));
    }
    if (at != saved.size()) return std::nullopt;
    return unit;
}

void Parts::save(std::size_t draw, std::size_t replicate, const sim::UnitResult& unit) const {
    std::vector<sim::SavedColumn> columns;
    columns.push_back(column("fingerprint", std::vector<char>(fingerprint_.begin(), fingerprint_.end())));
    for (const auto& r : unit.options) {
        each_column(r, [&](const char* name, const auto& values) {
            columns.push_back(column(name, values));
            return true;
        });
    }
    std::ostringstream out;
    sim::write_checkpoint(out, columns);
    sim::write_whole(path(draw, replicate), out.str());
}

bool Parts::others() const {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root_, error)) {
        if (entry.path() != fs::path(folder_) && entry.is_directory(error)) return true;
    }
    return false;
}

void Parts::remove_others() const {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(root_, error)) {
        if (entry.path() != fs::path(folder_)) fs::remove_all(entry.path(), error);
    }
}

void Parts::remove_if_empty() const {
    std::error_code error;
    for (const auto& folder : {folder_, root_}) {
        if (fs::is_directory(folder, error) && fs::is_empty(folder, error)) fs::remove(folder, error);
    }
}

void Parts::remove() const {
    std::error_code error;
    fs::remove_all(root_, error);
}

}  // namespace weefsel::analysis
