#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "models/question/trial.hpp"
#include "models/study/realisation.hpp"

namespace weefsel {

/// Somebody who is followed through a trial: found again by row while the birth number is the same.
struct Person {
    std::size_t site = 0;  ///< as in the map of the study
    std::uint16_t row = 0;
    sim::BirthNumber birth = 0;

    /// Whether the person still lives in that neighbourhood.
    [[nodiscard]] bool is_in(const Residents& r) const {
        const ResidentId who{row};
        return who.index() < r.rows() && r.present[who] && r.birth_number[who] == birth;
    }
    [[nodiscard]] ResidentId id() const { return ResidentId{row}; }
};

/// Who takes part in a trial, in the order of their random priority.
struct Recruits {
    std::vector<Person> people;
    std::vector<std::uint8_t> treated;  ///< 1: in the half that the trial itself would treat
    std::vector<std::size_t> partner;   ///< place among `people` of the other of the pair, or `alone`
    static constexpr std::size_t alone = static_cast<std::size_t>(-1);
};

/// Whether the recruits of a trial are joined in pairs: by its design, or for what is done side by side.
bool in_pairs(const Trial& trial);

/// Key of a trial's random numbers, from its id: neither the order of files nor other trials matter.
std::uint32_t key_of_trial(std::string_view id);

/// Asks everybody who fulfils all criteria at the end of the burn-in; who consents takes part, up to `n` by
/// random priority. Half are treated in the trial's own estimate: by person, by pair, or (`by_site`) by
/// neighbourhood. Pairs are neighbours in the order of priority within a neighbourhood.
Recruits recruit(const Trial& trial, const Realisation& realisation, bool by_site);

/// Whether one resident fulfils every criterion.
bool fulfils(const Recruitment& wanted, const Neighbourhood& n, ResidentId who, const Parameters& p,
             const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
