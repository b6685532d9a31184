#include "app/serve/door_json.hpp"

#include <fmt/format.h>

#include "app/terminal/json_value.hpp"

namespace weefsel::app {
namespace {

/// A text between quotes: the escapes of JSON are TOML's, which asks for that of one more character.
std::string toml_text_of(const std::string& text) {
    constexpr char deleted = '\x7f';
    std::string out;
    for (const char c : Json(text).dump()) {
        if (c == deleted)
            out += "\\u007f";
        else
            out += c;
    }
    return out;
}

/// On one line. null, which TOML has not, stays as it is and is none there.
std::string toml_of(const Json& value) {
    if (value.is_string()) return toml_text_of(value.get<std::string>());
    if (!value.is_structured()) return value.dump();
    std::vector<std::string> parts;
    for (const auto& [key, part] : value.items())
        parts.push_back((value.is_object() ? toml_text_of(key) + " = " : "") + toml_of(part));
    const std::string inside = fmt::format("{}", fmt::join(parts, ", "));
    return value.is_object() ? "{" + inside + "}" : "[" + inside + "]";
}

/// A value as TOML text; nothing where it has none.
std::optional<std::string> setting_of(const Json& value) {
    if (value.is_object() || value.is_null()) return std::nullopt;
    return toml_of(value);
}

/// What was found, for a message: not endless.
std::string found(const Json& value) {
    constexpr std::size_t longest = 200;
    const std::string all = value.dump();
    return all.size() > longest ? all.substr(0, longest) + "..." : all;
}

/// Whole numbers of a request, within their range.
std::optional<std::int64_t> whole_of(const Json& object, const char* key, std::int64_t low, std::int64_t high,
                                     RunRequest& request) {
    if (!object.contains(key)) return std::nullopt;
    const auto& value = object.at(key);
    if (value.is_number_integer() && value.get<std::int64_t>() >= low && value.get<std::int64_t>() <= high)
        return value.get<std::int64_t>();
    request.problem =
        fmt::format("{}: found {}, allowed is a whole number from {} to {}", key, found(value), low, high);
    return std::nullopt;
}

void read_settings(const Json& object, const char* key, const char* prefix, bool numbers,
                   RunRequest& request) {
    if (!object.contains(key)) return;
    const auto& table = object.at(key);
    if (!table.is_object()) {
        request.problem =
            fmt::format("{}: found {}, allowed is an object of names and values", key, found(table));
        return;
    }
    for (const auto& [name, value] : table.items()) {
        const auto text = numbers && !value.is_number() ? std::nullopt : setting_of(value);
        if (!text)
            request.problem = fmt::format("{}: {}: found {}, allowed is {}", key, name, found(value),
                                          numbers ? "a number" : "a number, a text, true, false or a list");
        else
            request.set.push_back(prefix + name + "=" + *text);
    }
}

}  // namespace

RunRequest read_run_request(const std::string& line) {
    RunRequest request;
    Json object;
    try {
        object = read_json(line);
    } catch (const TooDeep& e) {
        request.problem = e.what();
        return request;
    } catch (const Json::parse_error&) {
        request.problem = "found a line that is no JSON, allowed is an object on one line";
        return request;
    } catch (const Json::out_of_range&) {
        request.problem = "found a number that is too large, allowed is up to 1.8e308";
        return request;
    }
    if (!object.is_object()) {
        request.problem = "found " + found(object) + ", allowed is an object";
        return request;
    }
    if (object.contains("id")) request.id = object.at("id").dump();
    for (const auto& [key, value] : object.items()) {
        const std::vector<std::string> known{"id", "parameters", "set", "replicate", "seed"};
        if (std::find(known.begin(), known.end(), key) == known.end())
            request.problem = fmt::format("{}: found a key that is not known{}; allowed is {}", key,
                                          sim::did_you_mean(key, known), fmt::join(known, ", "));
    }
    read_settings(object, "parameters", "parameters.", true, request);
    read_settings(object, "set", "", false, request);
    constexpr std::int64_t most = 4294967295;
    request.replicate = whole_of(object, "replicate", 1, most, request).value_or(1);
    request.seed = whole_of(object, "seed", 0, most, request);
    return request;
}

std::string json_of_door(const Door& door, const sim::ParameterTable& table) {
    Json out{{"weefsel", made_by()},          {"scenario", door.scenario},     {"seed", door.seed},
             {"options", door.options},       {"indicators", door.indicators}, {"years", door.years},
             {"replicates", door.replicates}, {"parameters", Json::object()}};
    for (const auto& p : table.rows())
        out["parameters"][p.name] = {
            {"value", *p.value}, {"low", p.range.low}, {"high", p.range.high}, {"unit", p.unit}};
    return line_of(out);
}

std::string json_of_answer(const RunRequest& request, const std::vector<AnsweredOption>& options,
                           const std::vector<int>& years) {
    Json out{{"id", Json::parse(request.id)}, {"indicators", Json::object()}};
    for (const auto& option : options) {
        auto& to = out["indicators"][option.name] = Json::object();
        for (const auto& indicator : option.indicators)
            for (std::size_t k = 0; k < years.size(); ++k)
                to[indicator.name][std::to_string(years[k])] = number(indicator.values[k]);
    }
    return line_of(out);
}

std::string json_of_refusal(const RunRequest& request, const std::string& error) {
    return line_of({{"id", Json::parse(request.id)}, {"error", error}});
}

}  // namespace weefsel::app
