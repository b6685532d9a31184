#include "models/study/narrowed.hpp"

#include <algorithm>
#include <optional>

#include "models/study/form_mechanisms.hpp"

namespace weefsel {
namespace {

/// The value at which a parameter is off, as its description says.
std::optional<double> off_value(const sim::Parameter& p) {
    if (p.prose.find("0: off") != std::string::npos) return 0.0;
    if (p.prose.find("1: off") != std::string::npos) return 1.0;
    return std::nullopt;
}

}  // namespace

std::vector<NotNarrowed> not_narrowed(Parameters parameters, const Posterior& fitted) {
    std::vector<NotNarrowed> out;
    const auto table = table_of(parameters);
    for (const auto& mechanism : form_mechanisms())
        for (const auto number : mechanism.numbers) {
            const auto* p = table.find(number);
            if (p == nullptr || p->source.grade != sim::Evidence::assumption) continue;
            const auto off = off_value(*p);
            const bool is_fitted =
                std::find(fitted.names.begin(), fitted.names.end(), p->name) != fitted.names.end();
            if (off && !is_fitted && *p->value != *off) out.push_back({p->name, *off});
        }
    return out;
}

Parameters only_narrowed(Parameters parameters, const Posterior& fitted) {
    const auto all = not_narrowed(parameters, fitted);
    const auto table = table_of(parameters);
    for (const auto& one : all) *table.find(one.parameter)->value = one.off;
    return parameters;
}

}  // namespace weefsel
