#include "models/professional/voice.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t grown = 18, middle_aged = 35, old = 65;
constexpr std::size_t groups = 12;  // three ages, low income or not, origin Netherlands or not

std::uint32_t count_residents(const Residents& r) {
    std::uint32_t residents = 0;
    const std::uint8_t* present = r.present.data();
    const std::size_t n = r.rows();
#pragma omp simd reduction(+ : residents)
    for (std::size_t i = 0; i < n; ++i) residents += present[i];
    return residents;
}

std::size_t group_at(const Residents& r, std::size_t row) {
    const ResidentId who{static_cast<std::uint16_t>(row)};
    const auto age = static_cast<std::size_t>((r.age[who] >= middle_aged) + (r.age[who] >= old));
    return age * 4 + static_cast<std::size_t>(r.income[who] == Income::low) * 2 +
           static_cast<std::size_t>(r.origin[who] != Origin::netherlands);
}

}  // namespace

Reaching reaching(const Posts& posts, const FundingLines& lines, const Residents& residents,
                  const ProfessionalParameters& p, double trust_referral) {
    float hours = 0.0F;
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        const PostId post{static_cast<std::uint8_t>(k)};
        if (posts.direct_hours[post] > 0.0F) hours += posts.direct_hours[post] * lines.voice[posts.line[post]];
    }
    Reaching out;
    const auto people = static_cast<float>(std::max(1U, count_residents(residents)));
    out.voice = 1.0F - sim::exp_of(-1000.0F * hours / people / static_cast<float>(p.voice_hours));
    const auto own = static_cast<float>(p.one_pot_voice);
    out.need_exponent = own + (1.0F - own) * out.voice;
    out.passed_on = 1.0F - static_cast<float>(trust_referral) * (1.0F - lines.trust[the_partnership]);
    return out;
}

std::vector<float> reachable_by_themselves(const Residents& r, const Reaching& reaching,
                                           const ProfessionalParameters& p) {
    const std::size_t n = r.rows();
    std::vector<float> out(n);
    const float stands = 1.0F - reaching.voice;
    const float trust = stands * static_cast<float>(p.outreach_trust),
                language = stands * static_cast<float>(p.reach_language),
                income = stands * static_cast<float>(p.reach_income);
    const float* institutional = r.institutional_trust.data();
    const auto* origin = r.origin.data();
    const auto* class_of = r.income.data();
    float* by_themselves = out.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float distance = origin[i] == Origin::outside_europe ? language : 0.0F;
        const float poor = class_of[i] == Income::low ? income : 0.0F;
        by_themselves[i] = sim::exp_of(trust * (institutional[i] - 1.0F) - distance - poor);
    }
    return out;
}

std::vector<float> redivision(const Residents& r, const std::vector<float>& by_themselves, float v) {
    constexpr float fine = 1024.0F, least = 0.25F, most = 4.0F, per_point = 1.0F / 11.0F;
    std::vector<float> factor(r.rows(), 1.0F);
    if (v >= 1.0F) return factor;
    std::array<std::uint64_t, groups> need{}, heard{};
    std::uint64_t all_need = 0, all_heard = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who] || r.age[who] < grown || !r.dwelling[who].exists()) continue;
        const auto group = group_at(r, i);
        // Whole parts of a need or a voice: sums do not depend on their order.
        const auto needs = static_cast<std::uint64_t>(
            fine * (r.loneliness[who] * per_point + r.distress[who] + r.insecurity[who] + r.frailty[who]));
        const auto hears = r.signal[who] >= standing_from
                               ? static_cast<std::uint64_t>(fine * by_themselves[i])
                               : std::uint64_t{0};
        need[group] += needs;
        heard[group] += hears;
        all_need += needs;
        all_heard += hears;
    }
    if (all_heard == 0 || all_need == 0) return factor;
    std::array<float, groups> of_group{};
    for (std::size_t g = 0; g < groups; ++g) {
        const float share_of_need = static_cast<float>(need[g]) / static_cast<float>(all_need),
                    share_heard = static_cast<float>(heard[g]) / static_cast<float>(all_heard);
        const float ratio = share_of_need > 0.0F ? share_heard / share_of_need : 1.0F;
        of_group[g] = sim::exp_of((1.0F - v) * sim::log_of(std::clamp(ratio, least, most)));
    }
    for (std::size_t i = 0; i < factor.size(); ++i) factor[i] = of_group[group_at(r, i)];
    return factor;
}

}  // namespace weefsel
