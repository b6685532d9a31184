#include "analysis/results/cube.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "sim/error.hpp"

namespace weefsel::analysis {
namespace {

float ratio(double numerator, double denominator) {
    return denominator == 0 ? not_measured : static_cast<float>(numerator / denominator);
}

/// A 32-bit float holds 24 bits exactly.
float short_digest(std::uint64_t digest) {
    constexpr unsigned dropped = 64 - 24;
    return static_cast<float>(digest >> dropped);
}

}  // namespace

Cube::Cube(sim::ResultLayout layout, CubeShape shape, std::size_t digest_columns)
    : layout_(std::move(layout)), shape_(shape), done_(shape.worlds(), false) {
    const std::size_t lives = shape.options * shape.worlds();
    const auto months = static_cast<std::size_t>(layout_.months);
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    const auto blank = [&](std::size_t per_life) { return Values(lives * per_life, not_measured); };
    arrays_.indicator.assign(n, blank(months));
    arrays_.by_site.assign(n, blank(years * layout_.sites));
    for (const auto& grouping : layout_.groupings) {
        arrays_.by_group.emplace_back(n, blank(years * grouping.groups.size()));
    }
    arrays_.fine.assign(layout_.fine.observables.size(), blank(years * layout_.fine.groups.size()));
    arrays_.money.assign(layout_.flows.size(), blank(years * layout_.payers.size()));
    arrays_.digest.assign(digest_columns, blank(months));
    for (auto& kinds : arrays_.ledger)
        kinds.assign(layout_.ledger.kinds.size(), blank(layout_.ledger.entries.size()));
    for (const auto& block : layout_.blocks) {
        auto& columns = arrays_.block.emplace_back();
        for (const auto& column : block.columns) columns.push_back(blank(block.values(column)));
    }
}

Cube::Cube(sim::ResultLayout layout, CubeShape shape, Arrays arrays)
    : layout_(std::move(layout)),
      shape_(shape),
      complete_(shape.worlds()),
      done_(shape.worlds(), true),
      arrays_(std::move(arrays)) {}

bool Cube::has_ledger(LedgerOf of) const {
    const auto& kinds = arrays_.ledger[static_cast<std::size_t>(of)];
    return std::any_of(kinds.begin(), kinds.end(), [](const Values& values) {
        return std::any_of(values.begin(), values.end(), [](float v) { return !std::isnan(v); });
    });
}

void Cube::check(const sim::UnitResult& unit) const {
    const auto months = static_cast<std::size_t>(layout_.months);
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    sim::require(unit.options.size() == shape_.options, "a unit has a result for every option");
    for (const auto& r : unit.options) {
        sim::require(r.numerator.size() == months * n && r.denominator.size() == months * n,
                     "a unit measures every observable in every month");
        sim::require(r.group_numerator.size() == years * layout_.groups() * n &&
                         r.group_denominator.size() == r.group_numerator.size(),
                     "a unit measures every observable in every group and year");
        sim::require(r.fine.size() == years * layout_.fine.values_a_year(),
                     "a unit has the values of every fine group in every year");
        sim::require(r.money.size() == years * layout_.flows.size() * layout_.payers.size(),
                     "a unit books every flow for every payer and year");
        sim::require(r.site_mean.size() == years * layout_.sites * n,
                     "a unit measures every observable at every site and in every year");
        sim::require(r.digests.size() == months * arrays_.digest.size(),
                     "a unit has a digest of every column");
        for (const auto* ledger : {&r.ledger, &r.ledger_placebo, &r.ledger_chance})
            sim::require(ledger->size() == layout_.ledger.values(),
                         "a unit has every ledger of every option");
        sim::require(r.blocks.size() == layout_.block_values(), "a unit has the values of every block");
    }
}

void Cube::add(std::size_t draw, std::size_t replicate, const sim::UnitResult& unit) {
    sim::require(draw < shape_.draws && replicate < shape_.replicates, "a unit lies within the ensemble");
    const std::size_t world = draw * shape_.replicates + replicate;
    sim::require(!done_[world], "a unit is added once");
    check(unit);
    done_[world] = true;
    store_months(world, unit.options);
    store_years(world, unit.options);
    store_ledgers(world, unit.options);
    store_blocks(world, unit.options);
    ++complete_;
}

void Cube::store_months(std::size_t world, const std::vector<sim::WorldResult>& options) {
    const auto months = static_cast<std::size_t>(layout_.months);
    const std::size_t n = layout_.observables.size();
    const std::size_t columns = arrays_.digest.size();
    for (std::size_t o = 0; o < shape_.options; ++o) {
        const auto& r = options[o];
        const std::size_t life = o * shape_.worlds() + world;
        for (std::size_t m = 0; m < months; ++m) {
            for (std::size_t i = 0; i < n; ++i) {
                const double d = r.denominator[m * n + i];
                const bool total = layout_.observables[i].total && d != 0;
                arrays_.indicator[i][life * months + m] = ratio(r.numerator[m * n + i], total ? 1.0 : d);
            }
            for (std::size_t c = 0; c < columns; ++c) {
                arrays_.digest[c][life * months + m] = short_digest(r.digests[m * columns + c]);
            }
        }
    }
}

void Cube::store_years(std::size_t world, const std::vector<sim::WorldResult>& options) {
    const auto years = static_cast<std::size_t>(layout_.years());
    const std::size_t n = layout_.observables.size();
    const std::size_t all_groups = layout_.groups();
    const std::size_t payers = layout_.payers.size();
    const std::size_t flows = layout_.flows.size();
    for (std::size_t life_year = 0; life_year < shape_.options * years; ++life_year) {
        const std::size_t o = life_year / years;
        const std::size_t y = life_year % years;
        const auto& r = options[o];
        const std::size_t row = (o * shape_.worlds() + world) * years + y;
        for (std::size_t i = 0; i < n; ++i) {
            for (std::size_t site = 0; site < layout_.sites; ++site) {
                arrays_.by_site[i][row * layout_.sites + site] =
                    r.site_mean[(y * layout_.sites + site) * n + i];
            }
        }
        const std::size_t fine = layout_.fine.groups.size();
        for (std::size_t g = 0; g < fine; ++g)
            for (std::size_t i = 0; i < arrays_.fine.size(); ++i)
                arrays_.fine[i][row * fine + g] = r.fine[(y * fine + g) * arrays_.fine.size() + i];
        std::size_t before = 0;
        for (std::size_t k = 0; k < arrays_.by_group.size(); ++k) {
            const std::size_t size = layout_.groupings[k].groups.size();
            for (std::size_t g = 0; g < size; ++g) {
                const std::size_t from = (y * all_groups + before + g) * n;
                for (std::size_t i = 0; i < n; ++i) {
                    arrays_.by_group[k][i][row * size + g] =
                        ratio(r.group_numerator[from + i], r.group_denominator[from + i]);
                }
            }
            before += size;
        }
        for (std::size_t f = 0; f < flows; ++f) {
            for (std::size_t p = 0; p < payers; ++p) {
                arrays_.money[f][row * payers + p] =
                    static_cast<float>(r.money[(y * flows + f) * payers + p]);
            }
        }
    }
}

void Cube::store_ledgers(std::size_t world, const std::vector<sim::WorldResult>& options) {
    const std::size_t entries = layout_.ledger.entries.size();
    for (std::size_t o = 0; o < shape_.options; ++o) {
        const std::array<const std::vector<double>*, 3> from{&options[o].ledger, &options[o].ledger_placebo,
                                                             &options[o].ledger_chance};
        const std::size_t life = o * shape_.worlds() + world;
        for (std::size_t of = 0; of < arrays_.ledger.size(); ++of)
            for (std::size_t k = 0; k < arrays_.ledger[of].size(); ++k)
                for (std::size_t e = 0; e < entries; ++e)
                    arrays_.ledger[of][k][life * entries + e] =
                        static_cast<float>((*from[of])[k * entries + e]);
    }
}

void Cube::store_blocks(std::size_t world, const std::vector<sim::WorldResult>& options) {
    for (std::size_t o = 0; o < shape_.options; ++o) {
        const std::size_t life = o * shape_.worlds() + world;
        std::size_t from = 0;
        for (std::size_t b = 0; b < layout_.blocks.size(); ++b)
            for (std::size_t c = 0; c < layout_.blocks[b].columns.size(); ++c) {
                const std::size_t n = layout_.blocks[b].values(layout_.blocks[b].columns[c]);
                for (std::size_t i = 0; i < n; ++i)
                    arrays_.block[b][c][life * n + i] = static_cast<float>(options[o].blocks[from + i]);
                from += n;
            }
    }
}

std::optional<std::size_t> observable_named(const sim::ResultLayout& layout, std::string_view name) {
    for (std::size_t i = 0; i < layout.observables.size(); ++i)
        if (layout.observables[i].name == name) return i;
    return std::nullopt;
}

std::optional<BlockColumn> block_named(const sim::ResultLayout& layout, std::string_view group,
                                       std::string_view column) {
    for (std::size_t b = 0; b < layout.blocks.size(); ++b)
        for (std::size_t c = 0; layout.blocks[b].group == group && c < layout.blocks[b].columns.size(); ++c)
            if (layout.blocks[b].columns[c].name == column) return BlockColumn{b, c};
    return std::nullopt;
}

std::optional<std::size_t> flow_named(const sim::ResultLayout& layout, std::string_view name) {
    for (std::size_t i = 0; i < layout.flows.size(); ++i)
        if (layout.flows[i] == name) return i;
    return std::nullopt;
}

}  // namespace weefsel::analysis
