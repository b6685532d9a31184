#include "models/process/professional/voice.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "models/world/ages.hpp"
#include "models/world/loneliness_scale.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

constexpr std::uint8_t grown = adult_age, middle_aged = 35, old = 65;
constexpr float fine = 1024.0F;      // parts of a unit of need, so that sums are of whole numbers
constexpr std::uint8_t groups = 12;  // three ages, low income or not, origin Netherlands or not

std::uint32_t count_residents(const Residents& r) {
    std::uint32_t residents = 0;
    const std::uint8_t* present = r.present.data();
    const std::size_t n = r.rows();
#pragma omp simd reduction(+ : residents)
    for (std::size_t i = 0; i < n; ++i) residents += present[i];
    return residents;
}

/// Which group everybody belongs to, per row; `groups` for who does not count: children, and who is not at
/// home.
std::vector<std::uint8_t> groups_of(const Residents& r) {
    const std::size_t n = r.rows();
    std::vector<std::uint8_t> out(n);
    const std::uint8_t *present = r.present.data(), *age = r.age.data();
    const auto* dwelling = r.dwelling.data();
    const auto* income = r.income.data();
    const auto* origin = r.origin.data();
    std::uint8_t* group = out.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const int by_age = (age[i] >= middle_aged) + (age[i] >= old);
        const int at = 4 * by_age + 2 * (income[i] == Income::low) + (origin[i] != Origin::netherlands);
        const bool counts =
            (present[i] != 0) & (age[i] >= grown) & (dwelling[i].value != DwellingId::none_value);
        group[i] = static_cast<std::uint8_t>(counts ? at : static_cast<int>(groups));
    }
    return out;
}

/// Everybody's need in whole parts: sums do not depend on their order.
std::vector<std::uint32_t> parts_of_need(const Residents& r) {
    const std::size_t n = r.rows();
    std::vector<std::uint32_t> out(n);
    const float *loneliness = r.loneliness.data(), *distress = r.distress.data(),
                *insecurity = r.insecurity.data(), *frailty = r.frailty.data();
    std::uint32_t* parts = out.data();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i)
        parts[i] = static_cast<std::uint32_t>(static_cast<std::int32_t>(
            fine * (loneliness[i] * per_point_of_loneliness + distress[i] + insecurity[i] + frailty[i])));
    return out;
}

}  // namespace

Reaching reaching(const Posts& posts, const FundingLines& lines, const Residents& residents,
                  const ProfessionalParameters& p, double trust_referral) {
    constexpr float thousand = 1000.0F;  // voice_hours are per so many residents
    float hours = 0.0F;
    for (std::size_t k = 0; k < posts.rows(); ++k) {
        const PostId post{static_cast<std::uint8_t>(k)};
        if (posts.direct_hours[post] > 0.0F)
            hours += posts.direct_hours[post] * lines.voice[posts.line[post]];
    }
    Reaching out;
    const auto people = static_cast<float>(std::max(1U, count_residents(residents)));
    out.voice = 1.0F - sim::exp_of(-thousand * hours / people / static_cast<float>(p.voice_hours));
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

std::vector<float> redivision(const Residents& r, const std::vector<float>& by_themselves, float v,
                              double most_times) {
    const auto most = static_cast<float>(most_times);
    std::vector<float> factor(r.rows(), 1.0F);
    if (v >= 1.0F) return factor;
    const auto group = groups_of(r);
    const auto parts = parts_of_need(r);
    std::array<std::uint64_t, groups + 1> need{}, heard{};
    const std::uint8_t* signal = r.signal.data();
    for (std::size_t i = 0; i < parts.size(); ++i) {
        need[group[i]] += parts[i];
        if (signal[i] >= standing_from)
            heard[group[i]] += static_cast<std::uint64_t>(fine * by_themselves[i]);
    }
    std::uint64_t all_need = 0, all_heard = 0;
    for (std::size_t g = 0; g < groups; ++g) {
        all_need += need[g];
        all_heard += heard[g];
    }
    if (all_heard == 0 || all_need == 0) return factor;
    std::array<float, groups + 1> of_group{};
    for (std::size_t g = 0; g < groups; ++g) {
        const float share_of_need = static_cast<float>(need[g]) / static_cast<float>(all_need),
                    share_heard = static_cast<float>(heard[g]) / static_cast<float>(all_heard);
        const float ratio = share_of_need > 0.0F ? share_heard / share_of_need : 1.0F;
        of_group[g] = sim::exp_of((1.0F - v) * sim::log_of(std::clamp(ratio, 1.0F / most, most)));
    }
    for (std::size_t i = 0; i < factor.size(); ++i) factor[i] = of_group[group[i]];
    return factor;
}

}  // namespace weefsel
