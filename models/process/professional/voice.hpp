#pragma once
#include <vector>

#include "models/parameters/professional_parameters.hpp"
#include "models/world/funding_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/resident_state.hpp"

namespace weefsel {

/// How a month's work reaches residents, besides their need.
struct Reaching {
    float voice = 0;          ///< share taken away of what keeps people from being heard, 0..1
    float passed_on = 1;      ///< share of the unmet needs of unknown residents that arrive, 0..1
    float need_exponent = 1;  ///< v of one-pot lines, voice included
    std::vector<float>
        street_need{};  ///< ln of the need of the own street over the mean; empty: not asked for
};

/// Hours that all posts spend on giving a voice, and the trust between municipality and organisation, make
/// the reach of this month: voice = 1 - exp(-hours per 1000 residents / voice_hours), v = v0 + (1 - v0)
/// voice.
Reaching reaching(const Posts& posts, const FundingLines& lines, const Residents& residents,
                  const ProfessionalParameters& parameters, double trust_referral);

/// How likely each resident comes or is found without outreach, 0..1 per row: less with little institutional
/// trust, at a distance of language, with a low income; voice takes its share of that away.
std::vector<float> reachable_by_themselves(const Residents& residents, const Reaching& reaching,
                                           const ProfessionalParameters& parameters);

/// What one-pot lines multiply everybody's need with, per row, so that each group of residents (by age, low
/// income and origin) gets hours in proportion to need^v heard^(1-v) instead of to need. Heard are those
/// whose signals have stood for three months, as far as they are reached. 1 for all where v is 1 or nobody is
/// heard. The two shares count as `most` times one another at most.
std::vector<float> redivision(const Residents& residents, const std::vector<float>& by_themselves, float v,
                              double most);

}  // namespace weefsel
