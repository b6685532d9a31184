#include "models/process/provision/provisions.hpp"

#include <cmath>

namespace weefsel {
namespace {

bool is_provision(Purchase::Kind kind) {
    switch (kind) {
        case Purchase::Kind::public_space:
        case Purchase::Kind::adapted_dwellings:
        case Purchase::Kind::transport:
        case Purchase::Kind::network_leaders:
        case Purchase::Kind::pay:
        case Purchase::Kind::innovation:
        case Purchase::Kind::by_street:
            return true;
        default:
            return false;
    }
}

double amount_of(const Purchase& purchase) {
    return purchase.kind == Purchase::Kind::public_space ? purchase.quality * purchase.units
                                                         : purchase.amount;
}

/// Whole things among so many, rounded; a sum that is whole but for its last bits is whole.
double whole(double things) {
    constexpr double last_bits = 1e-9;
    return std::floor(things + 0.5 + last_bits);
}

double scale_of(const Provisions& p, ProvisionId row, const FundingLines& lines, double effects) {
    return static_cast<double>(lines.scale[p.line[row]]) * effects;
}

void add_row(Provisions& p, LineId line, const Purchase& purchase, double before) {
    const auto row = static_cast<ProvisionId::rep>(p.rows());
    p.visit([row](const char*, auto& column) { column.resize(row + std::size_t{1}); });
    const ProvisionId id{row};
    p.line[id] = line;
    p.kind[id] = purchase.kind;
    p.space[id] = purchase.space;
    p.amount[id] = amount_of(purchase);
    p.before[id] = p.amount[id] * before;
    const bool is_street = purchase.space == PublicSpace::street;
    p.share[id] = purchase.share ? static_cast<float>(*purchase.share)
                  : is_street    ? 1.0F
                                 : Provisions::one_square;
}

}  // namespace

void begin_provisions(Provisions& provisions, const Policy& policy) {
    if (policy.lines.empty()) return;
    provisions = {};
    for (std::size_t i = 0; i < policy.lines.size(); ++i) {
        const auto& line = policy.lines[i];
        for (const auto& purchase : line.buys)
            if (is_provision(purchase.kind))
                add_row(provisions, LineId{static_cast<LineId::rep>(i)}, purchase,
                        line.share_before / line.share);
    }
}

double supplied(const Provisions& p, ProvisionId row, const FundingLines& lines, double effects) {
    return p.amount[row] * scale_of(p, row, lines, effects);
}

double agreed(const Provisions& p, LineId line, Purchase::Kind kind) {
    for (const auto row : p.ids())
        if (p.line[row] == line && p.kind[row] == kind) return p.amount[row];
    return 0;
}

int supplied_whole(const Provisions& p, ProvisionId row, const FundingLines& lines, double effects,
                   double share) {
    const double scale = scale_of(p, row, lines, effects) * share;
    return static_cast<int>(whole((p.before[row] + p.amount[row]) * scale) - whole(p.before[row] * scale));
}

}  // namespace weefsel
