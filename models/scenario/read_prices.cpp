#include <fmt/format.h>

#include <algorithm>

#include "models/question/scenario_names.hpp"
#include "models/scenario/scenario_parts.hpp"
#include "sim/enum_name.hpp"
#include "sim/file_aside.hpp"

namespace weefsel::scenario_parts {
namespace {

constexpr int first_price_year = 1990, last_price_year = 2100;
constexpr auto payer_names = sim::enum_names<Payer>();

std::vector<std::string> tariff_names() {
    std::vector<std::string> names;
    for (const auto& t : tariffs_declared) names.emplace_back(t.parameter);
    return names;
}

/// The text under `key` must be what the model has; anything else would be a note that is not true.
void must_be(sim::TableReader& reader, const std::string& what, std::string_view key,
             std::string_view known) {
    if (!reader.needed(key)) return;
    const auto found = reader.text(key, std::string(known));
    if (found != known)
        reader.problem(key, fmt::format("{}: {}: found \"{}\", allowed is \"{}\"", what, key, found, known));
}

void read_tariff(const sim::Value& row, std::size_t nth, const sim::ParameterTable& table, PriceList& prices,
                 std::vector<bool>& given, Problems& problems) {
    const auto* word = row.find("name");
    const auto* name = word != nullptr ? std::get_if<std::string>(&word->data) : nullptr;
    const std::string what = name != nullptr ? "tariff " + *name : fmt::format("tariff {}", nth);
    sim::TableReader reader(row, what, problems);
    if (reader.needed("name")) static_cast<void>(reader.text("name", ""));
    const auto names = tariff_names();
    const auto at =
        name != nullptr
            ? static_cast<std::size_t>(std::find(names.begin(), names.end(), *name) - names.begin())
            : names.size();
    if (at == names.size()) {
        if (name != nullptr)
            reader.problem("name",
                           fmt::format("{} is not a tariff{}", *name, sim::did_you_mean(*name, names)));
        for (const char* key : {"euro", "unit", "payer", "price_year", "source"})
            static_cast<void>(reader.raw(key));
        reader.finish();
        return;
    }
    if (given[at]) reader.problem("name", *name + " is given twice");
    given[at] = true;
    const auto& parameter = *table.find(names[at]);
    auto& price = prices.rows[at];
    if (reader.needed("euro")) price.euro = reader.number("euro", *parameter.value, parameter.range);
    must_be(reader, what, "unit", parameter.unit);
    must_be(reader, what, "payer", payer_names[static_cast<std::size_t>(tariffs_declared[at].payer)]);
    if (reader.needed("price_year") &&
        reader.whole("price_year", prices.price_year, first_price_year, last_price_year) != prices.price_year)
        reader.problem("price_year",
                       fmt::format("{}: price_year differs from that of the list, {} (bring the "
                                   "amount to that year, and say how under source)",
                                   what, prices.price_year));
    if (reader.needed("source")) {
        price.source = reader.text("source", "-");
        if (price.source.empty()) reader.problem("source", what + ": source is empty");
    }
    reader.finish();
}

void read_list(const sim::Value& list, const std::string& what, Scenario& out, Problems& problems) {
    const auto table = table_of(out.parameters);
    const std::size_t before = problems.size();
    sim::TableReader reader(list, what, problems);
    PriceList prices;
    prices.rows.resize(tariffs_declared.size());
    if (reader.needed("price_year"))
        prices.price_year = static_cast<int>(
            reader.whole("price_year", default_price_year, first_price_year, last_price_year));
    const auto& discount = *table.find(discount_parameter);
    prices.discount_rate = reader.number("discount_rate", *discount.value, discount.range);
    std::vector<bool> given(tariffs_declared.size(), false);
    std::size_t nth = 0;
    for (const auto* row : reader.rows("tariff")) read_tariff(*row, ++nth, table, prices, given, problems);
    if (problems.size() == before) {  // a misspelt name says enough
        for (std::size_t k = 0; k < given.size(); ++k)
            if (!given[k])
                problems.push_back(
                    {list.at, fmt::format("{}: tariff {} is missing (a list has every tariff, so "
                                          "that all are of one year)",
                                          what, tariffs_declared[k].parameter)});
    }
    reader.finish();
    if (problems.size() == before) {
        apply_prices(prices, table);
        out.prices = std::move(prices);
    }
}

}  // namespace

void read_prices(const sim::Value& given, const std::string& file, Scenario& out, Problems& problems) {
    if (given.is_table()) {
        read_list(given, "[prices]", out, problems);
        return;
    }
    const auto* name = std::get_if<std::string>(&given.data);
    if (name == nullptr) {
        problems.push_back({given.at, "prices: found " + given.described() +
                                          ", allowed is the path of a file of prices, or a table [prices]"});
        return;
    }
    const bool from_file = given.at.file.rfind("--", 0) != 0;
    const std::string path = beside(from_file ? given.at.file : file, *name);
    if (!sim::is_regular_file(path)) {
        problems.push_back({given.at, "prices: there is no file " + path});
        return;
    }
    try {
        read_list(sim::read_toml_file(path), "the prices", out, problems);
    } catch (const sim::InputError& error) {
        problems.insert(problems.end(), error.problems().begin(), error.problems().end());
    }
}

sim::Value value_of_prices(const PriceList& prices, const sim::ParameterTable& table) {
    const auto text = [](std::string_view word) { return sim::Value{std::string(word), {}}; };
    sim::Array rows;
    for (std::size_t k = 0; k < prices.rows.size(); ++k) {
        const auto& declared = tariffs_declared[k];
        sim::Table row;
        row.emplace_back("name", text(declared.parameter));
        row.emplace_back("euro", sim::Value{prices.rows[k].euro, {}});
        row.emplace_back("unit", text(table.find(declared.parameter)->unit));
        row.emplace_back("payer", text(payer_names[static_cast<std::size_t>(declared.payer)]));
        row.emplace_back("price_year", sim::Value{std::int64_t{prices.price_year}, {}});
        row.emplace_back("source", text(prices.rows[k].source));
        rows.push_back({std::move(row), {}});
    }
    sim::Table list;
    list.emplace_back("price_year", sim::Value{std::int64_t{prices.price_year}, {}});
    list.emplace_back("discount_rate", sim::Value{prices.discount_rate, {}});
    list.emplace_back("tariff", sim::Value{std::move(rows), {}});
    return {std::move(list), {}};
}

void apply_prices(const PriceList& prices, const sim::ParameterTable& table) {
    *table.find(discount_parameter)->value = prices.discount_rate;
    for (std::size_t k = 0; k < prices.rows.size(); ++k)
        *table.find(tariffs_declared[k].parameter)->value = prices.rows[k].euro;
}

}  // namespace weefsel::scenario_parts
