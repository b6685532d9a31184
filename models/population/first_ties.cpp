#include <array>
#include <cmath>

#include "models/population/draft.hpp"
#include "models/world/tie_state.hpp"

namespace weefsel::population {
namespace {

constexpr float most_hours = 400;   // MODEL 5.4: the cap of a tie's strength
constexpr float casual_hours = 50;  // layers after Hall (2018)
constexpr float friend_layer_hours = 90;
constexpr float close_hours = 200;
constexpr float quarters_per_hour = 4;
constexpr double weakest_tie = 2;         // h, MODEL 5.4: below it a tie is gone
constexpr std::uint32_t candidates = 24;  // looked at for each friendship begun
constexpr int tries_for_kin = 12;
constexpr int generation = 20;  // least years between parent and child

/// Who lives here and the ring of birth numbers: whoever stands next on the ring after a random number is the
/// candidate of that random number, so one resident more takes over some random numbers of one other and no
/// more.
struct Ring {
    explicit Ring(const Residents& residents) {
        for (const auto who : residents.ids()) {
            stops.push_back({sim::mix64(residents.birth_number[who]), who});
        }
        std::sort(stops.begin(), stops.end(), [](const Stop& a, const Stop& b) { return a.at < b.at; });
        first.resize((std::size_t{1} << bits) + 1);
        std::size_t next = 0;
        for (std::size_t b = 0; b < first.size(); ++b) {
            while (next < stops.size() && (stops[next].at >> shift) < b) ++next;
            first[b] = next;
        }
    }
    [[nodiscard]] ResidentId at(std::uint32_t random_word) const {
        const std::uint64_t where = sim::mix64(random_word);
        std::size_t i = first[where >> shift];
        while (i < stops.size() && stops[i].at < where) ++i;
        return stops[i == stops.size() ? 0 : i].who;
    }

private:
    static constexpr unsigned bits = 12, shift = 64 - bits;
    struct Stop {
        std::uint64_t at;
        ResidentId who;
    };
    std::vector<Stop> stops;
    std::vector<std::size_t> first;
};

struct TieMaker {
    Population& all;
    const PopulationParameters& p;
    const sim::RandomSource& draws;

    [[nodiscard]] bool tied(ResidentId a, ResidentId b) const {
        const TieRow& row = all.ties.row[a];
        for (std::size_t k = 0; k < all.ties.count[a]; ++k)
            if (row.other(k) == b.value) return true;
        return false;
    }
    bool tie(ResidentId a, ResidentId b, TieKind kind, double hours) {
        auto& ties = all.ties;
        if (a == b || ties.count[a] >= ties_kept || ties.count[b] >= ties_kept || tied(a, b)) return false;
        const TieHours steps = to_tie_hours(std::clamp(static_cast<float>(hours), 0.0F, most_hours));
        const auto put = [&](ResidentId from, ResidentId to) {
            const std::size_t k = ties.count[from]++;
            ties.row[from].other(k) = to.value;
            ties.row[from].hours(k) = steps;
            ties.row[from].kind(k) = kind;
        };
        put(a, b);
        put(b, a);
        return true;
    }
    [[nodiscard]] sim::Block pair_words(ResidentId a, ResidentId b, DrawIndex random_word) const {
        const auto& number = all.residents.birth_number;
        return block_of(draws, Stream::population_tie, sim::pair_number(number[a], number[b]), random_word);
    }

    /// Partners, parents and children, brothers and sisters of one dwelling.
    void households() {
        const auto& r = all.residents;
        for (const auto dwelling : all.dwellings.ids()) {
            const auto& member = all.dwellings.member[dwelling];
            const std::size_t n = all.dwellings.members[dwelling];
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t j = i + 1; j < n; ++j) {
                    const int gap = std::abs(int{r.age[member[i]]} - int{r.age[member[j]]});
                    const bool children =
                        r.activity[member[i]] == Activity::pupil || r.age[member[i]] < adult_age;
                    if (r.partner[member[i]] == member[j])
                        tie(member[i], member[j], TieKind::partner, p.partner_hours);
                    else if (gap >= generation - 2)
                        tie(member[i], member[j], TieKind::kin, p.parent_child_hours);
                    else if (children || related(dwelling, i, j))
                        tie(member[i], member[j], TieKind::kin, p.sibling_hours);
                    else
                        tie(member[i], member[j], TieKind::friend_, p.friend_hours_low + p.friend_hours_mean);
                }
            }
        }
    }
    /// Two grown-up members of one age are brother and sister when both are a generation younger
    /// than the head; else they share the dwelling as friends.
    [[nodiscard]] bool related(DwellingId dwelling, std::size_t i, std::size_t j) const {
        const auto& member = all.dwellings.member[dwelling];
        const int head = all.residents.age[member[0]];
        return head - all.residents.age[member[i]] >= generation - 2 &&
               head - all.residents.age[member[j]] >= generation - 2;
    }

    /// Months for which somebody has simulated here.
    [[nodiscard]] double stay_of(ResidentId who) const { return -all.residents.arrived[who]; }
    /// Mean over heads of households; 1 where all have just come.
    [[nodiscard]] double mean_stay() const {
        double sum = 0, heads = 0;
        for (const auto dwelling : all.dwellings.ids()) {
            if (all.dwellings.members[dwelling] == 0) continue;
            sum += stay_of(all.dwellings.member[dwelling][0]);
            ++heads;
        }
        return sum > 0 ? sum / heads : 1;
    }

    /// Kin elsewhere in the neighbourhood: parent and grown-up child, of one origin; more for who has
    /// simulated here longer.
    void kin(const Ring& ring) {
        const auto& r = all.residents;
        const double usual_stay = mean_stay();
        for (const auto dwelling : all.dwellings.ids()) {
            if (all.dwellings.members[dwelling] == 0) continue;
            const ResidentId head = all.dwellings.member[dwelling][0];
            const double by_stay = 1 - p.kin_by_stay + p.kin_by_stay * stay_of(head) / usual_stay;
            const double mean =
                by_stay *
                (r.origin[head] == Origin::outside_europe ? p.kin_here_outside_europe : p.kin_here) / 2;
            const auto words = block_of(draws, Stream::population_tie, r.birth_number[head], DrawIndex::kin);
            double random_word = static_cast<double>(sim::uniform_of(words[0]));
            for (double left = mean; left > 0 && random_word < left; left -= 1, random_word = 0) {
                for (std::uint32_t t = 0; t < tries_for_kin; ++t) {
                    const auto candidate =
                        ring.at(draws.block(Stream::population_tie, r.birth_number[head],
                                            sim::Month{static_cast<std::int32_t>(DrawIndex::kin)}, t)[1]);
                    const int gap = std::abs(int{r.age[candidate]} - int{r.age[head]});
                    if (r.dwelling[candidate] == dwelling || r.origin[candidate] != r.origin[head] ||
                        r.age[candidate] < adult_age || gap < generation || gap > oldest_mother)
                        continue;
                    tie(head, candidate, TieKind::kin, p.kin_hours);
                    break;
                }
            }
        }
    }

    [[nodiscard]] int life_stage(ResidentId who) const {
        constexpr int teen = 12, young = 30;
        const int age = all.residents.age[who];
        if (age < teen) return 0;
        if (age < adult_age) return 1;
        if (age >= band_start[age_bands - 1]) return 4;
        const auto& member = all.dwellings.member[all.residents.dwelling[who]];
        for (std::size_t k = 0; k < all.dwellings.members[all.residents.dwelling[who]]; ++k)
            if (all.residents.age[member[k]] < adult_age) return 3;
        return age < young ? 2 : 5;
    }

    /// Log of the chance that two residents are friends, up to a constant: latent distance over the
    /// plane, age, education, origin and stage of life. Source: MODEL 5.1.
    [[nodiscard]] float closeness(ResidentId a, ResidentId b, const std::vector<int>& stage) const {
        const auto& r = all.residents;
        const auto& d = all.dwellings;
        const float dx = d.x[r.dwelling[a]] - d.x[r.dwelling[b]];
        const float dy = d.y[r.dwelling[a]] - d.y[r.dwelling[b]];
        const auto gap = [](auto x, auto y) {
            return static_cast<float>(std::abs(static_cast<int>(x) - static_cast<int>(y)));
        };
        return -std::sqrt(dx * dx + dy * dy) / static_cast<float>(p.friend_distance) -
               gap(r.age[a], r.age[b]) / static_cast<float>(p.friend_age_gap) -
               gap(r.education[a], r.education[b]) * static_cast<float>(p.friend_education) -
               (r.origin[a] != r.origin[b] ? static_cast<float>(p.friend_origin) : 0.0F) -
               (stage[a.index()] != stage[b.index()] ? static_cast<float>(p.friend_life_stage) : 0.0F);
    }

    /// Kinds of ties that people choose: how many, with whom, how strong.
    struct Chosen {
        TieKind kind;
        double mean;  ///< a resident
        DrawIndex number, candidate, strength;
        double hours_low, hours_mean;
    };

    /// Each resident begins a keyed number of such ties with the best of keyed candidates: log chance plus
    /// Gumbel noise, which is a draw in proportion to the chance.
    void chosen_ties(const Ring& ring) {
        const auto& r = all.residents;
        std::vector<int> stage(r.rows());
        for (std::size_t i = 0; i < r.rows(); ++i)
            stage[i] = life_stage(ResidentId{static_cast<ResidentId::rep>(i)});
        const std::array<Chosen, 2> kinds{
            {{TieKind::friend_, p.friends_here, DrawIndex::friends, DrawIndex::friend_candidate,
              DrawIndex::friend_hours, p.friend_hours_low, p.friend_hours_mean},
             {TieKind::fellow_member, p.fellow_members_here, DrawIndex::fellow_members,
              DrawIndex::fellow_member_candidate, DrawIndex::fellow_member_hours, weakest_tie,
              p.fellow_member_hours - weakest_tie}}};
        for (const auto& chosen : kinds)
            for (const auto who : r.ids()) {
                if (r.age[who] < p.friends_from_age) continue;
                const auto words =
                    block_of(draws, Stream::population_tie, r.birth_number[who], chosen.number);
                const double wanted = static_cast<double>(sim::exponential_of(words[0])) * chosen.mean / 2;
                const auto begun =
                    static_cast<std::uint32_t>(wanted + static_cast<double>(sim::uniform_of(words[1])));
                for (std::uint32_t f = 0; f < begun; ++f) begin_chosen(who, f, chosen, ring, stage);
            }
    }
    void begin_chosen(ResidentId who, std::uint32_t nth, const Chosen& chosen, const Ring& ring,
                      const std::vector<int>& stage) {
        const auto& r = all.residents;
        ResidentId best;
        float best_score = -std::numeric_limits<float>::max();
        for (std::uint32_t c = 0; c < candidates; c += 2) {
            const auto words =
                draws.block(Stream::population_tie, r.birth_number[who],
                            sim::Month{static_cast<std::int32_t>(chosen.candidate)}, nth * candidates + c);
            for (std::size_t k = 0; k < 2; ++k) {
                const ResidentId other = ring.at(words[2 * k]);
                if (r.dwelling[other] == r.dwelling[who] || r.age[other] < p.friends_from_age ||
                    tied(who, other))
                    continue;
                const float noise = -sim::log_of(sim::exponential_of(words[2 * k + 1]) + 1e-30F);
                const float score = closeness(who, other, stage) + noise;
                if (score > best_score) {
                    best_score = score;
                    best = other;
                }
            }
        }
        if (!best.exists()) return;
        const auto words = pair_words(who, best, chosen.strength);
        tie(who, best, chosen.kind,
            chosen.hours_low + static_cast<double>(sim::exponential_of(words[0])) * chosen.hours_mean);
    }

    /// The heads of dwellings next to each other, and across the street, know each other or not.
    void neighbours() {
        for (std::size_t s = 0; s < all.streets.rows(); ++s) {
            const StreetId street{static_cast<StreetId::rep>(s)};
            const std::size_t first = all.streets.first_dwelling[street].index();
            const std::size_t n = all.streets.dwellings[street];
            for (std::size_t i = 0; i < n; ++i) {
                for (std::size_t step = 1; step <= 2 && i + step < n; ++step) {
                    const DwellingId here{static_cast<DwellingId::rep>(first + i)};
                    const DwellingId there{static_cast<DwellingId::rep>(first + i + step)};
                    if (all.dwellings.members[here] == 0 || all.dwellings.members[there] == 0) continue;
                    const ResidentId a = all.dwellings.member[here][0];
                    const ResidentId b = all.dwellings.member[there][0];
                    const auto words = pair_words(a, b, DrawIndex::neighbour);
                    if (static_cast<double>(sim::uniform_of(words[0])) >= p.neighbour_share) continue;
                    tie(a, b, TieKind::neighbour,
                        p.neighbour_hours_low + (p.neighbour_hours_high - p.neighbour_hours_low) *
                                                    static_cast<double>(sim::uniform_of(words[1])));
                }
            }
        }
    }

    /// What the passes over ties would have measured last month.
    void measure() {
        auto& ties = all.ties;
        for (const auto who : all.residents.ids()) {
            float contact = 0;
            const auto& row = ties.row[who];
            for (std::size_t k = 0; k < ties.count[who]; ++k) {
                const float h = from_tie_hours(row.hours(k));
                const auto& house = all.residents.dwelling;
                const bool casual = h >= casual_hours,
                           outside = house[who] != house[ResidentId{row.other(k)}];
                ties.casual[who] = static_cast<std::uint8_t>(ties.casual[who] + casual);
                ties.casual_outside[who] =
                    static_cast<std::uint8_t>(ties.casual_outside[who] + (casual && outside));
                ties.friends[who] = static_cast<std::uint8_t>(ties.friends[who] + (h >= friend_layer_hours));
                ties.close[who] = static_cast<std::uint8_t>(ties.close[who] + (h >= close_hours));
                if (casual && outside) contact += h * static_cast<float>(p.contact_per_tie_hour);
            }
            ties.contact[who] = static_cast<std::uint16_t>(contact * quarters_per_hour);
            ties.budget_share[who] = 1;
        }
    }
};

}  // namespace

void first_ties(Population& population, const Parameters& parameters, const sim::RandomSource& draws) {
    const std::size_t n = population.residents.rows();
    auto& ties = population.ties;
    ties.count.resize(n);
    ties.row.resize(n, TieRow{});
    ties.contact.resize(n);
    ties.casual.resize(n);
    ties.casual_outside.resize(n);
    ties.friends.resize(n);
    ties.close.resize(n);
    ties.budget_share.resize(n);
    ties.started.assign(1, 0);
    ties.ended.assign(1, 0);
    TieMaker maker{population, parameters.population, draws};
    const Ring ring(population.residents);
    maker.households();
    maker.kin(ring);
    maker.chosen_ties(ring);
    maker.neighbours();
    maker.measure();
}

}  // namespace weefsel::population
