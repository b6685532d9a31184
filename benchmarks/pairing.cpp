// How much living the same neighbourhood twice buys: the variance of a policy's effect with common chance and
// without, and how far one more visit of one resident spreads.
//     benchmark_pairing [SCENARIO] [REPLICATES]     one neighbourhood, the first two options
//     benchmark_pairing SCENARIO REPLICATES STUDIES what balanced contracts buy, in so many studies of so
//     many worlds
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include "models/measure/indicators.hpp"
#include "models/process/funding/policy.hpp"
#include "models/scenario/read_scenario.hpp"
#include "models/study/begin.hpp"
#include "models/study/month_step.hpp"
#include "models/study/other_chance.hpp"
#include "sim/enum_name.hpp"

namespace {

using namespace weefsel;

constexpr std::array<int, 4> horizons{1, 5, 10, 20};
constexpr std::array<Indicator, 5> headline{Indicator::social_cohesion, Indicator::severely_lonely,
                                            Indicator::lonely, Indicator::participation,
                                            Indicator::volunteering};
/// Values of the headline at the end of each horizon.
using Seen = std::array<std::array<double, headline.size()>, horizons.size()>;

struct World {
    const Scenario& scenario;
    std::uint32_t replicate;
    sim::RandomSource draws;
    Workspace w;
    Neighbourhood warm;

    World(const Scenario& s, std::uint32_t r) : World(s, r, {s.seed, r}) {}
    World(const Scenario& s, std::uint32_t r, const sim::RandomSource& chance)
        : scenario(s), replicate(r), draws(chance) {
        warm = begin(scenario, 0, draws);
        const int burn_in = scenario.warmup_months();
        for (int m = 0; m < burn_in; ++m)
            burn_in_month(warm, scenario.parameters, draws, sim::Month{m}, burn_in, w);
        end_burn_in(warm, scenario.parameters, burn_in);
    }
    [[nodiscard]] Neighbourhood under(std::size_t option, const sim::RandomSource& chance) const {
        auto n = warm;
        const auto& o = scenario.options.at(option);
        begin_policy(n,
                     policy_of(o.lines, o.follow, PotShare{1.0}, scenario.parameters,
                               site_key(scenario.neighbourhoods[0])),
                     scenario.parameters, chance, sim::Month{scenario.warmup_months()});
        return n;
    }
    MonthRecord step(Neighbourhood& n, std::size_t option, const sim::RandomSource& chance, int month) {
        Circumstances circumstances;
        circumstances.follow = scenario.options[option].follow;
        return step_month(n, circumstances, scenario.parameters, chance,
                          sim::Month{scenario.warmup_months() + month}, w);
    }
    /// Lives an option, with the chance of the replicate or another from month 0 on.
    Seen live(std::size_t option, bool other_chance) {
        const auto chance =
            other_chance ? draws_of(OtherChance::everything, scenario.seed, {0, replicate}) : draws;
        auto n = under(option, chance);
        if (other_chance) {
            std::vector<Neighbourhood> all;
            all.push_back(std::move(n));
            draw_thresholds_anew(all, chance);
            n = std::move(all[0]);
        }
        Seen seen{};
        std::vector<Tally> groups;
        const AnsweredLoneliness answered(scenario.parameters.survey);
        for (int month = 0; month < 12 * horizons.back(); ++month) {
            const auto made = step(n, option, chance, month);
            const auto at = std::find(horizons.begin(), horizons.end(), (month + 1) / 12);
            if ((month + 1) % 12 != 0 || at == horizons.end()) continue;
            Tally all;
            observe(n, made, answered, scenario.parameters.survey, chance,
                    sim::Month{scenario.warmup_months() + month}, all, groups);
            for (std::size_t i = 0; i < headline.size(); ++i) {
                const auto k = static_cast<std::size_t>(headline[i]);
                seen[static_cast<std::size_t>(at - horizons.begin())][i] =
                    all.numerator[k] / all.denominator[k];
            }
        }
        return seen;
    }
};

double variance(const std::vector<double>& x) {
    double mean = 0, sum = 0;
    for (const double v : x) mean += v / static_cast<double>(x.size());
    for (const double v : x) sum += (v - mean) * (v - mean);
    return sum / static_cast<double>(x.size() - 1);
}

/// Ties (with whom) and care of everybody, by birth number.
struct Lives {
    std::map<sim::BirthNumber, std::vector<sim::BirthNumber>> ties;
    std::map<sim::BirthNumber, int> care;
};
Lives lives_of(const Neighbourhood& n) {
    Lives lives;
    for (std::size_t i = 0; i < n.residents.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!n.residents.present[who]) continue;
        const auto number = n.residents.birth_number[who];
        auto& mine = lives.ties[number];
        for (std::size_t k = 0; k < n.ties.count[who]; ++k)
            mine.push_back(n.residents.birth_number[ResidentId{n.ties.row[who].other(k)}]);
        std::sort(mine.begin(), mine.end());
        lives.care[number] = n.residents.care_use[who] * 256 + n.residents.care_waiting[who];
    }
    return lives;
}
template <class Of>
double share_different(const std::map<sim::BirthNumber, Of>& a, const std::map<sim::BirthNumber, Of>& b) {
    std::size_t different = 0;
    for (const auto& [who, of] : a)
        if (const auto other = b.find(who); other == b.end() || other->second != of) ++different;
    return 100.0 * static_cast<double>(different) / static_cast<double>(a.size());
}

/// One resident has the full habit of a regular place in month 0: a visit more.
void one_more_visit(Neighbourhood& n) {
    auto& r = n.residents;
    for (std::size_t i = r.rows() / 2; i < r.rows(); ++i) {
        const ResidentId who{static_cast<std::uint16_t>(i)};
        if (!r.present[who] || r.regular[0][who] == 255 || r.habit[0][who] > 0.5F) continue;
        r.habit[0][who] = 1.0F;
        return;
    }
}

void print_variances(const Scenario& scenario, int replicates) {
    std::vector<Seen> a, b, other;
    for (int r = 0; r < replicates; ++r) {
        World world(scenario, static_cast<std::uint32_t>(r));
        a.push_back(world.live(0, false));
        b.push_back(world.live(1, false));
        other.push_back(world.live(0, true));
        std::fprintf(stderr, "\rworlds: %d of %d", r + 1, replicates);
    }
    std::fprintf(stderr, "\n");
    std::printf(
        "Variance of the difference between two options, without common luck to with it\n"
        "(%d replicates; without: same people, other luck from month 0)\n\n%-24s",
        replicates, "year");
    for (const int year : horizons) std::printf("%8d", year);
    std::printf("\n");
    for (std::size_t i = 0; i < headline.size(); ++i) {
        std::printf("%-24s",
                    std::string(sim::enum_names<Indicator>()[static_cast<std::size_t>(headline[i])]).c_str());
        for (std::size_t h = 0; h < horizons.size(); ++h) {
            std::vector<double> paired, unpaired;
            for (std::size_t r = 0; r < a.size(); ++r) {
                paired.push_back(b[r][h][i] - a[r][h][i]);
                unpaired.push_back(b[r][h][i] - other[r][h][i]);
            }
            std::printf("%8.1f", variance(unpaired) / variance(paired));
        }
        std::printf("\n");
    }
}

void print_spread(const Scenario& scenario, int replicates) {
    std::array<double, horizons.size()> ties{}, care{};
    for (int r = 0; r < replicates; ++r) {
        World world(scenario, static_cast<std::uint32_t>(r));
        auto one = world.under(0, world.draws), more = one;
        one_more_visit(more);
        for (int month = 0; month < 12 * horizons.back(); ++month) {
            world.step(one, 0, world.draws, month);
            world.step(more, 0, world.draws, month);
            const auto at = std::find(horizons.begin(), horizons.end(), (month + 1) / 12);
            if ((month + 1) % 12 != 0 || at == horizons.end()) continue;
            const auto h = static_cast<std::size_t>(at - horizons.begin());
            const auto x = lives_of(one), y = lives_of(more);
            ties[h] += share_different(x.ties, y.ties) / replicates;
            care[h] += share_different(x.care, y.care) / replicates;
        }
    }
    std::printf("\nResidents whose life differs after one more visit of one of them, %% (%d worlds)\n\n%-24s",
                replicates, "year");
    for (const int year : horizons) std::printf("%8d", year);
    std::printf("\n%-24s", "other ties");
    for (const double share : ties) std::printf("%8.2f", share);
    std::printf("\n%-24s", "other care");
    for (const double share : care) std::printf("%8.2f", share);
    std::printf("\n");
}

/// Mean difference between the options over the worlds of a study, whose contracts are balanced over its
/// realisations or drawn for each by itself.
Seen mean_difference(Scenario scenario, std::uint32_t study, int replicates, bool balanced) {
    scenario.seed += study;
    Seen mean{};
    for (int r = 0; r < replicates; ++r) {
        const auto replicate = static_cast<std::uint32_t>(r);
        const std::uint32_t world = study * static_cast<std::uint32_t>(replicates) + replicate;
        const auto shared =
            balanced ? sim::Realisation::of(scenario.seed, 0, replicate) : sim::Realisation::of(~world, 0, 0);
        World simulated(scenario, replicate, {scenario.seed, replicate, shared});
        const auto a = simulated.live(0, false), b = simulated.live(1, false);
        for (std::size_t h = 0; h < horizons.size(); ++h)
            for (std::size_t i = 0; i < headline.size(); ++i) mean[h][i] += (b[h][i] - a[h][i]) / replicates;
    }
    return mean;
}

void print_balance(const Scenario& scenario, int replicates, int studies) {
    std::array<std::vector<Seen>, 2> means;
    for (int s = 0; s < studies; ++s) {
        for (const bool balanced : {false, true})
            means[balanced ? 1 : 0].push_back(
                mean_difference(scenario, static_cast<std::uint32_t>(s), replicates, balanced));
        std::fprintf(stderr, "\rstudies: %d of %d", s + 1, studies);
    }
    std::printf(
        "\nVariance of the mean difference over %d worlds, contracts of each by itself to balanced (%d "
        "studies)\n\n%-24s",
        replicates, studies, "year");
    for (const int year : horizons) std::printf("%8d", year);
    std::printf("\n");
    for (std::size_t i = 0; i < headline.size(); ++i) {
        std::printf("%-24s",
                    std::string(sim::enum_names<Indicator>()[static_cast<std::size_t>(headline[i])]).c_str());
        for (std::size_t h = 0; h < horizons.size(); ++h) {
            std::array<std::vector<double>, 2> of;
            for (std::size_t kind = 0; kind < of.size(); ++kind)
                for (const auto& mean : means[kind]) of[kind].push_back(mean[h][i]);
            std::printf("%8.2f", variance(of[0]) / variance(of[1]));
        }
        std::printf("\n");
    }
}

}  // namespace

int main(int argc, char** argv) {
    const std::string file = argc > 1 ? argv[1] : WEEFSEL_SOURCE_DIR "/scenarios/first-look.toml";
    const int replicates = argc > 2 ? std::atoi(argv[2]) : 20;
    auto scenario = read_scenario(file);
    if (scenario.options.size() < 2 || scenario.neighbourhoods.size() != 1 || replicates < 3) {
        std::fprintf(stderr, "one neighbourhood, two options and three replicates are needed\n");
        return 2;
    }
    if (argc > 3) {
        print_balance(scenario, replicates, std::max(3, std::atoi(argv[3])));
        return 0;
    }
    print_variances(scenario, replicates);
    print_spread(scenario, std::max(3, replicates / 4));
}
