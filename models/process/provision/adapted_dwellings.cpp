#include "models/process/provision/adapted_dwellings.hpp"

#include <algorithm>
#include <limits>
#include <tuple>
#include <vector>

#include "models/process/provision/provisions.hpp"
#include "models/world/ages.hpp"
#include "models/world/streams.hpp"

namespace weefsel {
namespace {

bool somebody_old(const Dwellings& d, const Residents& r, DwellingId dwelling) {
    for (int k = 0; k < d.members[dwelling]; ++k)
        if (r.age[d.member[dwelling][static_cast<std::size_t>(k)]] >= senior_age) return true;
    return false;
}

/// Dwellings that are not fit yet, in the order in which they are made so.
std::vector<DwellingId> in_order(const Dwellings& d, const Residents& r, const sim::RandomSource& draws) {
    struct Waiting {
        bool young;
        std::uint64_t number;
        DwellingId dwelling;
    };
    std::vector<Waiting> waiting;
    for (const auto dwelling : d.ids())
        if (!d.suited[dwelling])
            waiting.push_back({!somebody_old(d, r, dwelling),
                               draws.priority(Stream::adapted_dwelling, d.number[dwelling], lifelong),
                               dwelling});
    std::sort(waiting.begin(), waiting.end(), [](const Waiting& a, const Waiting& b) {
        return std::tie(a.young, a.number, a.dwelling) < std::tie(b.young, b.number, b.dwelling);
    });
    std::vector<DwellingId> out;
    for (const auto& w : waiting) out.push_back(w.dwelling);
    return out;
}

/// Dwellings that a row still has to have done this month; counts the month.
int due(Provisions& provisions, ProvisionId row, const FundingLines& lines, const FundingParameters& p) {
    auto& months = provisions.months[row];
    if (months < std::numeric_limits<std::uint16_t>::max()) ++months;
    const double part = std::min(1.0, months / p.adapting_months);
    return std::max(0, supplied_whole(provisions, row, lines, p.policy_effects, part) - provisions.made[row]);
}

}  // namespace

void adapt_dwellings(Dwellings& d, const Residents& r, Provisions& provisions, const FundingLines& lines,
                     const FundingParameters& p, const sim::RandomSource& draws) {
    std::vector<DwellingId> order;
    std::size_t next = 0;
    for (const auto row : provisions.ids()) {
        if (provisions.kind[row] != Purchase::Kind::adapted_dwellings) continue;
        if (!lines.running[provisions.line[row]]) continue;
        const int wanted = due(provisions, row, lines, p);
        if (wanted > 0 && order.empty()) order = in_order(d, r, draws);
        for (int k = 0; k < wanted && next < order.size(); ++k) {
            d.suited[order[next++]] = 1;
            ++provisions.made[row];
        }
    }
}

}  // namespace weefsel
