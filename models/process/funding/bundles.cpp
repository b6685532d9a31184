#include "models/process/funding/bundles.hpp"

namespace weefsel {

std::optional<LineTerms> bundle_of(std::string_view form) {
    const bool structural = form == form_structural;
    if (!structural && form != form_project) return std::nullopt;
    LineTerms terms;
    for (const auto& d : terms_declared) terms.*d.member = structural ? d.structural : d.project;
    terms.pot = structural ? structural_pot : project_pot;
    terms.unspent = structural ? structural_unspent : project_unspent;
    return terms;
}

}  // namespace weefsel
