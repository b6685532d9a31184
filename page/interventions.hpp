#pragma once
#include <vector>

#include "models/study/realisation.hpp"
#include "models/world/neighbourhood.hpp"

namespace weefsel::page {

// What a lesson does to one world, to see what comes of it beside the same world without it.

/// A tie of one resident with somebody of another house.
struct Thread {
    ResidentId other;
    TieKind kind;
    float hours;  ///< effective contact hours
};
/// The strongest first; of two that are as strong, the one whose resident was numbered first.
std::vector<Thread> threads_of(const Neighbourhood& n, ResidentId who);
/// Ends so many of them, the strongest first.
void cut_threads(Neighbourhood& n, ResidentId who, int strongest);

/// What a visit left behind: efficacy of the contact, bond with who came, coping. All 0..1.
struct Visit {
    float efficacy, bond, coping;
};
/// One contact of casework of `hours`, apart from the policy. `stranger`: by somebody who was never here, so
/// that no bond is there at its beginning. Throws where no post is filled.
Visit visit(Neighbourhood& n, ResidentId who, float hours, bool stranger, const Realisation& realisation,
            sim::Month now);

/// The filled post with which residents have the most bonds; none where no post is filled.
PostId best_known_post(const Neighbourhood& n);
/// Sum of the bonds of residents with a post.
double bonds_with(const Neighbourhood& n, PostId post);
/// Whoever works there resigns in the coming month, by the rules for those who resign.
void resign(Neighbourhood& n, PostId post);
/// Whoever works there does not resign of their own accord; a post that loses its money ends all the same.
void stay(Neighbourhood& n, PostId post);

}  // namespace weefsel::page
