#include "models/process/professional/aim.hpp"

#include <algorithm>
#include <cstdint>

#include "models/world/loneliness_scale.hpp"
#include "sim/numeric.hpp"

namespace weefsel {

void aim_at_need(const Residents& r, float aim, const ProfessionalParameters& p, std::vector<float>& weight) {
    if (aim <= 0.0F) return;
    constexpr float none_at_all = 1e-6F;
    const auto usual = static_cast<float>(p.need_usual) + none_at_all;
    const float *loneliness = r.loneliness.data(), *distress = r.distress.data(),
                *insecurity = r.insecurity.data(), *frailty = r.frailty.data();
    float* w = weight.data();
    const std::size_t n = r.rows();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) {
        const float need =
            usual + loneliness[i] * per_point_of_loneliness + distress[i] + insecurity[i] + frailty[i];
        w[i] *= sim::exp_of(aim * sim::log_of(need));
    }
}

std::vector<float> need_of_streets(const Residents& r, const Dwellings& d, const ProfessionalParameters& p) {
    constexpr double fine = 1048576;  // whole parts, so that the order of rows leaves no trace
    std::uint64_t all = 0, people = 0;
    std::vector<std::uint64_t> need, here;
    const auto street_of = [&](ResidentId who) {
        return r.present[who] != 0 && r.dwelling[who].exists() ? d.street[r.dwelling[who]] : StreetId::none();
    };
    for (const auto who : r.ids()) {
        const auto street = street_of(who);
        if (!street.exists()) continue;
        const auto parts = static_cast<std::uint64_t>(
            fine *
            (p.need_usual + static_cast<double>(r.loneliness[who] * per_point_of_loneliness +
                                                r.distress[who] + r.insecurity[who] + r.frailty[who])));
        if (street.index() >= need.size()) {
            need.resize(street.index() + 1);
            here.resize(street.index() + 1);
        }
        need[street.index()] += parts;
        ++here[street.index()];
        all += parts;
        ++people;
    }
    std::vector<float> of_row(r.rows(), 0.0F);
    if (all == 0) return of_row;
    std::vector<float> of_street(need.size(), 0.0F);
    const double mean = static_cast<double>(all) / static_cast<double>(people);
    for (std::size_t s = 0; s < need.size(); ++s)
        if (here[s] > 0)
            of_street[s] =
                static_cast<float>(sim::log_of(static_cast<double>(std::max<std::uint64_t>(need[s], 1)) /
                                               static_cast<double>(here[s]) / mean));
    for (const auto who : r.ids())
        if (const auto street = street_of(who); street.exists())
            of_row[who.index()] = of_street[street.index()];
    return of_row;
}

void favour_streets(const std::vector<float>& street_need, float power, std::vector<float>& weight) {
    if (power <= 0.0F || street_need.empty()) return;
    const float* need = street_need.data();
    float* w = weight.data();
    const std::size_t n = street_need.size();
#pragma omp simd
    for (std::size_t i = 0; i < n; ++i) w[i] *= sim::exp_of(power * need[i]);
}

}  // namespace weefsel
