#include <fmt/format.h>

#include <algorithm>

#include "models/question/scenario_names.hpp"
#include "models/scenario/scenario_parts.hpp"

namespace weefsel::scenario_parts {
namespace {

/// The keys that say what is bought: `role, place, .. and network_leaders`.
std::string purchase_keys() {
    std::string keys;
    for (std::size_t k = 0; k < purchases_declared.size(); ++k)
        keys += (k == 0                              ? ""
                 : k + 1 < purchases_declared.size() ? ", "
                                                     : " and ") +
                std::string(purchases_declared[k].key);
    return keys;
}

/// What a row that says nothing known may have meant.
std::string meant(const sim::Value& row) {
    std::vector<std::string> keys;
    for (const auto& d : purchases_declared) keys.emplace_back(d.key);
    std::string out;
    if (row.is_table())
        for (const auto& entry : std::get<sim::Table>(row.data))
            if (out.empty()) out = sim::did_you_mean(entry.first, keys);
    return out;
}

template <class E, std::size_t N>
void read_word(sim::TableReader& reader, std::string_view key, const std::array<std::string_view, N>& names,
               E& value) {
    value = value_of<E>(reader.text_of(key, word_of(value, names), words(names)), names).value_or(value);
}

/// Of the streets; a park is for everybody.
void read_share(sim::TableReader& reader, const std::string& what, Purchase& purchase) {
    if (purchase.space != PublicSpace::park) {
        purchase.share = reader.number_if("share", {0, 1});
    } else if (reader.raw("share") != nullptr) {
        reader.problem("share",
                       what + ": share is of the streets, and a park is for all of them (leave it out)");
    }
}

void read_what(sim::TableReader& reader, const std::string& what, Purchase& purchase) {
    const auto& declared_as = declared(purchase.kind);
    switch (purchase.kind) {
        case Purchase::Kind::post:
            read_word(reader, declared_as.key, role_names, purchase.role);
            break;
        case Purchase::Kind::place:
        case Purchase::Kind::support:
            read_word(reader, declared_as.key, place_names, purchase.place);
            break;
        case Purchase::Kind::public_space:
            read_word(reader, declared_as.key, public_space_names, purchase.space);
            read_share(reader, what, purchase);
            break;
        default:  // its key is that of how much
            break;
    }
    if (reader.needed(declared_as.quantity))
        purchase.*declared_as.much = reader.number(declared_as.quantity, 0, {0, declared_as.most});
}

}  // namespace

Purchase read_purchase(const sim::Value& row, const std::string& what, Problems& problems) {
    sim::TableReader reader(row, what, problems);
    Purchase purchase;
    std::size_t found = 0;
    for (std::size_t k = purchases_declared.size(); k-- > 0;)
        if (reader.has(purchases_declared[k].key)) {
            purchase.kind = static_cast<Purchase::Kind>(k);
            ++found;
        }
    if (found != 1)
        reader.problem("", fmt::format("{}: found {} of {} (must be one of them){}", what, found,
                                       purchase_keys(), found == 0 ? meant(row) : ""));
    if (found > 0) read_what(reader, what, purchase);
    reader.finish();
    return purchase;
}

}  // namespace weefsel::scenario_parts
