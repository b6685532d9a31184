#pragma once
#include <cstdint>
#include <vector>

#include "models/world/neighbourhood.hpp"

namespace weefsel {

/// People here whom somebody knows at least by face, per row: of the others in the street the share known by
/// face; of a session of usual size at each regular place (or of those who go there, where they are fewer)
/// the share that the habit of going there says, as far as they are not known from the street; no fewer than
/// the own ties of 50 h and more, who are among them. Nobody counts twice, and who is no longer a friend is
/// still one person.
std::vector<std::uint16_t> people_known(const Neighbourhood& n);

}  // namespace weefsel
