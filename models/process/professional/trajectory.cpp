#include "models/process/professional/trajectory.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "models/world/life_event.hpp"
#include "models/world/streams.hpp"
#include "sim/marked.hpp"

namespace weefsel {
namespace {

enum Word : std::size_t { order, rounding, contact, away };  ///< of the block of a month
constexpr std::uint32_t of_month = 0, of_intake = 1, of_handover = 2;

void end_trajectory(Residents& r, ResidentId who) {
    r.trajectory_left[who] = 0;
    r.trajectory_post[who] = no_row;
}

struct Client {
    std::uint32_t word;
    ResidentId who;
};

std::vector<Client> clients_in_order(const Residents& r, const sim::RandomSource& draws, sim::Month now) {
    std::vector<Client> clients;
    sim::for_each_marked<ResidentId>(r.trajectory_left, [&](ResidentId who) {
        clients.push_back({draws.block(Stream::trajectory, r.birth_number[who], now, of_month)[order], who});
    });
    std::sort(clients.begin(), clients.end(), [&](const Client& a, const Client& b) {
        if (a.word != b.word) return a.word < b.word;
        return r.birth_number[a.who] < r.birth_number[b.who];
    });
    return clients;
}

}  // namespace

void follow_trajectories(std::vector<Contacts>& contacts, const Posts& posts, Residents& r,
                         Caseworkers& workers, const SupportParameters& p, const sim::RandomSource& draws,
                         sim::Month now) {
    std::array<Contacts*, 256> of_post{};
    for (auto& c : contacts)
        if (c.mode == WorkMode::casework) of_post[c.post.value] = &c;
    for (const auto& client : clients_in_order(r, draws, now)) {
        const auto who = client.who;
        const PostId post{r.trajectory_post[who]};
        if (!posts.line[post].exists()) {  // it ended with its money, and nobody took over
            end_trajectory(r, who);
            continue;
        }
        auto* time = of_post[post.value];
        if (time == nullptr) continue;
        const auto words = draws.block(Stream::trajectory, r.birth_number[who], now, of_month);
        const int times = static_cast<int>(static_cast<float>(p.pace) + sim::uniform_of(words[rounding]));
        for (int k = 0; k < times && time->left > 0 && r.trajectory_left[who] > 0; ++k) {
            const auto nth = static_cast<std::uint32_t>(k);
            --time->left;
            --r.trajectory_left[who];
            workers.see(*time, who, sim::pair_word(words[contact], nth));
            if (sim::uniform_of(sim::pair_word(words[away], nth)) < static_cast<float>(p.dropout))
                r.trajectory_left[who] = 0;
        }
        if (r.trajectory_left[who] == 0) end_trajectory(r, who);
    }
}

void perhaps_begin_trajectory(Residents& r, ResidentId who, PostId post, const SupportParameters& p,
                              const sim::RandomSource& draws, sim::Month now) {
    if (r.trajectory_left[who] > 0) return;
    constexpr float shortest = 0.75F, half = 0.5F;
    const auto words = draws.block(Stream::trajectory, r.birth_number[who], now, of_intake);
    if (sim::uniform_of(words[0]) >= static_cast<float>(p.accept)) return;
    const float planned = static_cast<float>(p.contacts) * (shortest + half * sim::uniform_of(words[1]));
    r.trajectory_left[who] = static_cast<std::uint8_t>(std::lround(planned) - 1);
    r.trajectory_post[who] = post.value;
    if (r.trajectory_left[who] == 0) end_trajectory(r, who);
}

void hand_over_trajectory(Residents& r, ResidentId who, float bond, float handed_over,
                          const SupportParameters& p, const sim::RandomSource& draws, sim::Month now) {
    if (draws.uniform(Stream::trajectory, r.birth_number[who], now, of_handover) < handed_over) return;
    happen_to(r, who, p.interrupted * static_cast<double>(bond));
    end_trajectory(r, who);
}

}  // namespace weefsel
