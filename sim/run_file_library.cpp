#include "sim/run_file_library.hpp"

#include <string_view>

namespace weefsel::sim::run_file {
namespace {

std::recursive_mutex& library_lock() {
    static std::recursive_mutex mutex;
    return mutex;
}

}  // namespace

Library::Library() : lock_(library_lock()) { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

std::string innermost_reason() {
    std::string reason;
    H5Ewalk2(
        H5E_DEFAULT, H5E_WALK_UPWARD,
        [](unsigned n, const H5E_error2_t* error, void* out) -> herr_t {
            if (n == 0 && error->desc != nullptr) *static_cast<std::string*>(out) = error->desc;
            return 0;
        },
        &reason);
    constexpr std::string_view marker = "error message = '";
    if (const auto at = reason.find(marker); at != std::string::npos) {
        const auto from = at + marker.size();
        reason = reason.substr(from, reason.find('\'', from) - from);
    }
    return reason.empty() ? "the HDF5 library gave no reason" : reason;
}

Handle text_type() {
    Handle type(good(H5Tcopy(H5T_C_S1), "text type"), H5Tclose);
    good(H5Tset_size(type.get(), H5T_VARIABLE), "text type");
    good(H5Tset_cset(type.get(), H5T_CSET_UTF8), "text type");
    return type;
}

Handle scalar_space() { return {good(H5Screate(H5S_SCALAR), "scalar"), H5Sclose}; }

bool has_link(hid_t group, const std::string& name) {
    return H5Lexists(group, name.c_str(), H5P_DEFAULT) > 0;
}

std::vector<std::string> parts_of(const std::string& path) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : path + "/") {
        if (c != '/') {
            part += c;
        } else if (!part.empty()) {
            parts.push_back(std::exchange(part, {}));
        }
    }
    return parts;
}

std::size_t length_of(hid_t dataset) {
    const Handle space(good(H5Dget_space(dataset), "shape"), H5Sclose);
    return static_cast<std::size_t>(good(H5Sget_simple_extent_npoints(space.get()), "shape"));
}

}  // namespace weefsel::sim::run_file
