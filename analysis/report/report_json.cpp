#include "analysis/report/report_json.hpp"

#include "analysis/results/json_writer.hpp"

namespace weefsel::analysis {
namespace {

void put(JsonWriter& json, double value) { json.number(value); }
void put(JsonWriter& json, std::size_t value) { json.count(value); }
void put(JsonWriter& json, bool value) { json.flag(value); }
void put(JsonWriter& json, const std::string& value) { json.text(value); }
void put(JsonWriter& json, Verdict value) { json.text(name_of(value)); }

void put(JsonWriter& json, const Interval& interval) {
    json.begin_array();
    for (const double value : {interval.mean, interval.lower, interval.upper}) json.number(value);
    json.end_array();
}

// Said before those below, which find them by name.
template <class T>
void put(JsonWriter& json, const std::vector<T>& list);
template <class Part>
void put(JsonWriter& json, const Part& part);
void put(JsonWriter& json, const ResultTable& table);

template <class T>
void put(JsonWriter& json, const ReportData::OrUnknown<T>& field) {
    put(json, field.value);
}

/// Writes the fields of a part as the members of an object.
struct Members {
    JsonWriter& json;

    template <class T>
    Members& operator()(std::string_view name, const T& value, std::string_view = {}) {
        json.key(name);
        put(json, value);
        return *this;
    }
    template <class T>
    Members& operator()(std::string_view name, const std::optional<T>& value, std::string_view about = {}) {
        return value ? (*this)(name, *value, about) : *this;
    }
};

template <class Part>
void put(JsonWriter& json, const Part& part) {
    Members members{json};
    json.begin_object();
    Part::fields(part, members);
    json.end_object();
}

template <class T>
void put(JsonWriter& json, const std::vector<T>& list) {
    json.begin_array();
    for (const auto& item : list) put(json, item);
    json.end_array();
}

void put(JsonWriter& json, const ResultTable& table) {
    json.begin_object();
    json.member("name", table.name);
    json.key("columns");
    json.begin_array();
    const auto column = [&](const auto& one) {
        json.begin_object();
        json.member("name", one.name);
        json.key("values");
        put(json, one.values);
        json.end_object();
    };
    for (const auto& one : table.texts) column(one);
    for (const auto& one : table.numbers) column(one);
    json.end_array();
    json.end_object();
}

}  // namespace

std::string report_json(const ReportData& data, std::string_view language) {
    JsonWriter json;
    json.begin_object();
    json.member("language", language);
    Members members{json};
    ReportData::fields(data, members);
    json.end_object();
    return json.str();
}

}  // namespace weefsel::analysis
