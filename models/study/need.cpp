#include "models/study/need.hpp"

#include "models/process/wellbeing/wellbeing.hpp"

namespace weefsel {

std::uint64_t need_of(const Residents& r) {
    constexpr float parts = 4.0F, thousandths = 1000.0F;
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who]) continue;
        const float need =
            r.insecurity[who] + r.distress[who] + r.frailty[who] + r.loneliness[who] / top_of_loneliness;
        sum += static_cast<std::uint64_t>(need / parts * thousandths + 0.5F);
    }
    return sum;
}

std::vector<double> shares_of_need(const std::vector<Neighbourhood>& neighbourhoods) {
    std::vector<std::uint64_t> need;
    std::uint64_t all = 0;
    for (const auto& n : neighbourhoods) {
        need.push_back(need_of(n.residents));
        all += need.back();
    }
    std::vector<double> shares;
    for (const auto here : need)
        shares.push_back(all == 0 ? 1.0 / static_cast<double>(need.size())
                                  : static_cast<double>(here) / static_cast<double>(all));
    return shares;
}

}  // namespace weefsel
