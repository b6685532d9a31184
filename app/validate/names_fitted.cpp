#include "app/validate/names_fitted.hpp"

#include "sim/settings.hpp"

namespace weefsel::app {

std::vector<NameFitted> names_fitted(const std::string& path) {
    const auto root = sim::read_toml_file(path);
    std::vector<NameFitted> out;
    const auto* rows = root.find("target");
    const auto* all = rows != nullptr ? std::get_if<sim::Array>(&rows->data) : nullptr;
    if (all == nullptr) return out;
    for (const auto& row : *all)
        for (const char* key : {"quantity", "indicator"})
            if (const auto* name = row.find(key))
                if (const auto* text = std::get_if<std::string>(&name->data))
                    out.push_back({*text, row.find("against") != nullptr});
    return out;
}

}  // namespace weefsel::app
