#pragma once
#include <optional>
#include <string>
#include <vector>

namespace weefsel::app {

/// A file of the folder `scenarios` that ships, or a folder in it: as seen from here, from the folder that
/// the program was built in, or from where it was installed. Throws sim::InputError that says where it was
/// looked for.
std::string shipped_file(const std::string& name);
/// The same; nothing when it is not found.
std::optional<std::string> shipped_file_if_there(const std::string& name);
/// Where it may lie, in the order in which it is looked for.
std::vector<std::string> places_of_shipped(const std::string& name);

}  // namespace weefsel::app
