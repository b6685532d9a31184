#pragma once
#include "models/parameters/parameters.hpp"
#include "models/question/scenario.hpp"
#include "models/world/initiative_state.hpp"
#include "models/world/place_state.hpp"
#include "models/world/professional_state.hpp"
#include "models/world/resident_state.hpp"
#include "sim/month.hpp"
#include "sim/random_source.hpp"

namespace weefsel {

/// Kinds of places that are reorganised in a month of the options.
PlaceKinds reorganised_in(const Option& option, int month);

/// A reorganisation from above, which merges or replaces what exists at places of some kinds: of habits
/// there a share is lost, initiatives there end with that chance (keyed), and so much of the bonds with
/// professionals who work there is broken, with the trust that a leaver costs. Nothing for no kinds.
void reorganise(Residents& residents, const Posts& posts, const Places& places, Initiatives& initiatives,
                const PlaceKinds& kinds, const FundingParameters& funding,
                const ProfessionalParameters& professional, const sim::RandomSource& draws, sim::Month now);

}  // namespace weefsel
