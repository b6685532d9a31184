#include "models/process/professional/aim.hpp"

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

}  // namespace weefsel
