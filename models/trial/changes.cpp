#include "models/trial/changes.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

#include "models/process/professional/staffing.hpp"
#include "models/process/provision/provisions.hpp"
#include "models/world/streams.hpp"
#include "sim/numeric.hpp"

namespace weefsel {
namespace {

using Concerned = std::vector<std::size_t>;

/// A number in [0, 1) of a post, a street or a dwelling, for one change.
float chance_of(std::uint64_t number, const ChangeSite& site, const MonthUnderWay& m) {
    return sim::uniform_of(m.draws.block(Stream::trial_dose, number, sim::Month{0}, site.key)[0]);
}

/// Recruits who still live here in a dwelling and are wanted.
template <class Wanted>
Concerned those(const ChangeSite& site, const MonthUnderWay& m, Wanted wanted) {
    Concerned out;
    for (const auto k : site.recruits)
        if (const auto& person = site.people[k]; person.is_in(m.n.residents) &&
                                                 m.n.residents.dwelling[person.id()].exists() &&
                                                 wanted(person.id()))
            out.push_back(k);
    return out;
}
Concerned everybody(const ChangeSite& site, const MonthUnderWay& m) {
    return those(site, m, [](ResidentId) { return true; });
}

template <class Do>
void each_place(Places& places, const std::optional<PlaceKind>& kind, Do act) {
    for (const auto place : places.ids())
        if (!kind || places.kind[place] == *kind) act(place);
}

Concerned other_terms(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    OutingTerms terms;
    terms.every_kind = !change.kind;
    terms.kind = change.kind.value_or(terms.kind);
    const auto age = change.age.value_or(AgeRange{0, 255});
    terms.age_from = age.from;
    terms.age_until = age.to;
    (change.what == ChangeKind::price ? terms.price : terms.travel) = static_cast<float>(change.amount);
    m.made.arranged.outings.push_back(terms);
    return those(site, m, [&](ResidentId who) { return age.holds(m.n.residents.age[who]); });
}

Concerned public_space(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    const auto rise = static_cast<float>(change.amount);
    if (change.space == PublicSpace::park) {  // quality is set anew each month
        each_place(m.n.places, PlaceKind::park, [&](PlaceId place) { m.n.places.quality[place] += rise; });
        return everybody(site, m);
    }
    std::vector<std::uint8_t> raised(m.n.streets.rows(), 0);
    for (const auto street : sim::Ids<StreetId>(m.n.streets.rows())) {
        const auto number = m.n.dwellings.number[m.n.streets.first_dwelling[street]];
        if (chance_of(number, site, m) >= static_cast<float>(change.share)) continue;
        raised[street.index()] = 1;
        if (site.month != change.from_month) continue;
        auto& space = m.n.streets.space_base[street];
        space = sim::clamp01(space + rise);
        m.n.streets.sum_up(street);
    }
    return those(site, m, [&](ResidentId who) {
        const auto home = m.n.residents.dwelling[who];
        return raised[m.n.dwellings.street[home].index()] != 0;
    });
}

/// Residents among the recruits who know a post.
Concerned who_know(const std::vector<std::uint8_t>& posts, const ChangeSite& site, const MonthUnderWay& m) {
    return those(site, m, [&](ResidentId who) {
        const auto& known = m.n.residents.known_post[who];
        return std::any_of(known.begin(), known.end(),
                           [&](std::uint8_t post) { return post != no_row && posts[post] != 0; });
    });
}

Concerned end_posts(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    auto& posts = m.n.posts;
    std::vector<std::uint8_t> ended(posts.rows(), 0);
    const auto& p = m.p.professional;
    const auto trust = static_cast<double>(m.n.lines.trust[the_partnership]);
    for (const auto post : posts.ids()) {
        if (!posts.filled[post] || chance_of(posts.number[post], site, m) >= static_cast<float>(change.share))
            continue;
        ended[post.index()] = 1;
        if (change.end == PostsEnd::planned) {
            begin_work(posts, post, m.draws);
            posts.left[post] = Leaving::planned;
            continue;
        }
        const bool lapsed = change.end == PostsEnd::lapsed;
        const double pay = agreed(m.n.provisions, posts.line[post], Purchase::Kind::pay);
        const double search = vacancy_length(trust, m.p.funding.trust_hiring, pay, p);
        end_work(posts, post, lapsed ? Leaving::lapsed : Leaving::resigned, lapsed ? p.redeployed : 0,
                 m.draws);
        posts.direct_hours[post] = 0.0F;
        posts.vacant_months[post] = static_cast<std::int16_t>(std::lround(search));
        if (lapsed) posts.line[post] = LineId::none();
    }
    return who_know(ended, site, m);
}

/// One post of those filled, the same each month.
Concerned absent(const ChangeSite& site, MonthUnderWay& m) {
    auto& posts = m.n.posts;
    PostId away = PostId::none();
    for (const auto post : posts.ids())
        if (posts.filled[post] && (!away.exists() || chance_of(posts.number[post], site, m) <
                                                         chance_of(posts.number[away], site, m)))
            away = post;
    if (!away.exists()) return {};
    posts.direct_hours[away] = 0.0F;
    std::vector<std::uint8_t> marks(posts.rows(), 0);
    marks[away.index()] = 1;
    return who_know(marks, site, m);
}

/// The households of two dwellings change places. `known`: share of the new street known by face, nothing
/// where the street goes along.
void exchange_homes(MonthUnderWay& m, DwellingId a, DwellingId b, std::optional<float> known) {
    auto& d = m.n.dwellings;
    std::swap(d.member[a], d.member[b]);
    std::swap(d.members[a], d.members[b]);
    std::swap(d.move_left[a], d.move_left[b]);
    for (const auto home : {a, b})
        for (int k = 0; k < d.members[home]; ++k) {
            auto& r = m.n.residents;
            const ResidentId who = d.member[home][static_cast<std::size_t>(k)];
            r.dwelling[who] = home;
            r.arrived[who] = r.moved[who] = static_cast<std::int16_t>(m.now.value);
            if (known) r.known_street[who] = *known;
        }
}

/// Rows in random order, the same in every run. `number` gives the key of each.
template <class IdT, class Number>
std::vector<IdT> shuffled(std::size_t rows, const ChangeSite& site, const MonthUnderWay& m, Number number) {
    std::vector<std::pair<float, IdT>> order;
    for (const auto id : sim::Ids<IdT>(rows)) order.emplace_back(chance_of(number(id), site, m), id);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<IdT> out;
    for (const auto& [chance, id] : order) out.push_back(id);
    return out;
}

/// So many of those that the arm states fall to this neighbourhood.
std::size_t quota(const Change& change, const ChangeSite& site) {
    if (change.n == 0) return site.recruits.size();
    return std::min(site.recruits.size(), static_cast<std::size_t>((change.n + site.sites - 1) / site.sites));
}

Concerned move_apart(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    auto& d = m.n.dwellings;
    const auto others =
        shuffled<DwellingId>(d.rows(), site, m, [&](DwellingId home) { return d.number[home]; });
    std::vector<std::uint8_t> used(d.rows(), 0);
    std::size_t next = 0;
    Concerned moved;
    for (const auto k : everybody(site, m)) {
        if (moved.size() >= quota(change, site)) break;
        const auto home = m.n.residents.dwelling[site.people[k].id()];
        if (!used[home.index()]) {
            const auto fits = [&](DwellingId other) {
                return !used[other.index()] && d.members[other] > 0 && d.street[other] != d.street[home];
            };
            while (next < others.size() && !fits(others[next])) ++next;
            if (next == others.size()) break;
            used[home.index()] = used[others[next].index()] = 1;
            exchange_homes(m, home, others[next], static_cast<float>(m.p.network.known_on_arrival));
        }
        moved.push_back(k);
    }
    return moved;
}

Concerned move_together(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    const auto& streets = m.n.streets;
    const auto& d = m.n.dwellings;
    auto order = shuffled<StreetId>(streets.rows(), site, m,
                                    [&](StreetId s) { return d.number[streets.first_dwelling[s]]; });
    std::stable_sort(order.begin(), order.end(), [&](StreetId a, StreetId b) {
        return streets.dwellings[a] > streets.dwellings[b];  // beside each other: of like length
    });
    std::vector<std::size_t> recruits_in(streets.rows(), 0);
    const auto all = everybody(site, m);
    const auto street_of = [&](std::size_t k) {
        return d.street[m.n.residents.dwelling[site.people[k].id()]].index();
    };
    for (const auto k : all) ++recruits_in[street_of(k)];
    std::vector<std::uint8_t> moves(streets.rows(), 0);
    std::size_t people = 0;
    for (std::size_t s = 0; s + 1 < order.size() && people < quota(change, site); s += 2) {
        const auto a = order[s], b = order[s + 1];
        const std::size_t homes = std::min(streets.dwellings[a], streets.dwellings[b]);
        for (std::size_t k = 0; k < homes; ++k) {
            const auto nth = [&](StreetId street) {
                return DwellingId{static_cast<std::uint16_t>(streets.first_dwelling[street].index() + k)};
            };
            if (d.members[nth(a)] > 0 && d.members[nth(b)] > 0) exchange_homes(m, nth(a), nth(b), {});
        }
        moves[a.index()] = moves[b.index()] = 1;
        people += recruits_in[a.index()] + recruits_in[b.index()];
    }
    return those(site, m, [&](ResidentId who) {
        const auto home = m.n.residents.dwelling[who];
        return moves[d.street[home].index()] != 0;
    });
}

Concerned relocate(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    if (site.month != change.from_month) return {};
    return change.relocation == Relocation::apart ? move_apart(change, site, m)
                                                  : move_together(change, site, m);
}

/// Groups in which origins are spread evenly: those of one origin stand side by side and are dealt out.
Concerned mix(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    auto order = everybody(site, m);
    const auto& r = m.n.residents;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return r.origin[site.people[a].id()] < r.origin[site.people[b].id()];
    });
    const std::size_t groups =
        (order.size() + static_cast<std::size_t>(change.size) - 1) / static_cast<std::size_t>(change.size);
    std::vector<ArrangedGroup> dealt(groups);
    for (std::size_t k = 0; k < order.size(); ++k)
        dealt[k % groups].members.push_back(site.people[order[k]].row);
    for (auto& group : dealt) {
        group.kind = change.kind.value_or(PlaceKind::buurthuis);
        group.times = static_cast<int>(std::lround(change.a_month));
        m.made.arranged.groups.push_back(std::move(group));
    }
    return order;
}

Concerned give_euros(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    if (site.month != change.from_month) return {};
    constexpr double thousand = 1000;
    const auto left = static_cast<float>(sim::exp_of(-m.p.funding.euro_relief * change.amount / thousand));
    auto concerned = everybody(site, m);
    for (const auto k : concerned) m.n.residents.insecurity[site.people[k].id()] *= left;
    return concerned;
}

/// The newest place of the kind stands near the dwelling of the recruit who comes first.
Concerned stand_near(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    auto& places = m.n.places;
    PlaceId place = PlaceId::none();
    each_place(places, change.kind, [&](PlaceId of_kind) { place = of_kind; });
    const auto all = everybody(site, m);
    if (!place.exists() || all.empty()) return {};
    const auto& d = m.n.dwellings;
    if (site.month == change.from_month) {
        const auto home = m.n.residents.dwelling[site.people[all.front()].id()];
        places.x[place] = d.x[home];
        places.y[place] = d.y[home];
    }
    return those(site, m, [&](ResidentId who) {
        const auto home = m.n.residents.dwelling[who];
        const float dx = d.x[home] - places.x[place], dy = d.y[home] - places.y[place];
        return dx * dx + dy * dy <= static_cast<float>(change.amount * change.amount);
    });
}

}  // namespace

std::vector<std::size_t> make_change(const Change& change, const ChangeSite& site, MonthUnderWay& m) {
    switch (change.what) {
        case ChangeKind::close:
            each_place(m.n.places, change.kind,
                       [&](PlaceId place) { m.n.places.closed_share[place] = 1.0F; });
            return everybody(site, m);
        case ChangeKind::price:
        case ChangeKind::travel:
            return other_terms(change, site, m);
        case ChangeKind::public_space:
            return public_space(change, site, m);
        case ChangeKind::end_posts:
            return site.month == change.from_month ? end_posts(change, site, m) : Concerned{};
        case ChangeKind::absent:
            return absent(site, m);
        case ChangeKind::relocate:
            return relocate(change, site, m);
        case ChangeKind::mix:
            return mix(change, site, m);
        case ChangeKind::near:
            return stand_near(change, site, m);
        default:
            return give_euros(change, site, m);
    }
}

}  // namespace weefsel
