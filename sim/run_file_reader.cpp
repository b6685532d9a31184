#include "sim/run_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <stdexcept>

#include "sim/checksum_line.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "sim/run_file_library.hpp"

namespace weefsel::sim {

using namespace run_file;

namespace {

bool is_text(hid_t dataset) {
    const Handle type(good(H5Dget_type(dataset), "type"), H5Tclose);
    return H5Tget_class(type.get()) == H5T_STRING;
}

/// Reads texts of variable length with `read`, which fills an array of pointers.
template <class Read>
std::vector<std::string> read_pointers(std::size_t n, const Handle& space, Read read) {
    const Handle type = text_type();
    std::vector<char*> pointers(n, nullptr);
    if (n > 0) good(read(type.get(), pointers.data()), "text");
    std::vector<std::string> texts;
    for (const char* pointer : pointers) texts.emplace_back(pointer != nullptr ? pointer : "");
    if (n > 0) H5Dvlen_reclaim(type.get(), space.get(), H5P_DEFAULT, pointers.data());
    return texts;
}

std::vector<std::string> read_texts(hid_t dataset) {
    const Handle space(good(H5Dget_space(dataset), "shape"), H5Sclose);
    return read_pointers(length_of(dataset), space, [&](hid_t type, char** out) {
        return H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, out);
    });
}

std::string read_attribute(hid_t attribute) {
    const Handle space(good(H5Aget_space(attribute), "attribute"), H5Sclose);
    const Handle stored(good(H5Aget_type(attribute), "attribute"), H5Tclose);
    if (H5Sget_simple_extent_npoints(space.get()) != 1) return {};
    switch (H5Tget_class(stored.get())) {
        case H5T_STRING: {
            if (H5Tis_variable_str(stored.get()) <= 0) {
                std::string text(H5Tget_size(stored.get()) + 1, '\0');
                good(H5Aread(attribute, stored.get(), text.data()), "attribute");
                return text.substr(0, text.find('\0'));
            }
            return read_pointers(1, space,
                                 [&](hid_t type, char** out) { return H5Aread(attribute, type, out); })[0];
        }
        case H5T_INTEGER: {
            std::int64_t number = 0;
            good(H5Aread(attribute, H5T_NATIVE_INT64, &number), "attribute");
            return std::to_string(number);
        }
        case H5T_FLOAT: {
            double number = 0;
            good(H5Aread(attribute, H5T_NATIVE_DOUBLE, &number), "attribute");
            return fmt::format("{}", number);
        }
        default:
            return {};
    }
}

std::string attribute_of(hid_t on, const std::string& name) {
    if (H5Aexists(on, name.c_str()) <= 0) return {};
    const Handle attribute(good(H5Aopen(on, name.c_str(), H5P_DEFAULT), name), H5Aclose);
    return read_attribute(attribute.get());
}

bool is_internal(const std::string& name) {
    static const std::vector<std::string> names = {"CLASS",          "NAME",          "REFERENCE_LIST",
                                                   "DIMENSION_LIST", "_Netcdf4Dimid", "_FillValue",
                                                   "units",          "long_name"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::vector<Attribute> other_attributes(hid_t dataset) {
    std::vector<Attribute> out;
    H5O_info_t info{};
    good(H5Oget_info2(dataset, &info, H5O_INFO_NUM_ATTRS), "attributes");
    for (hsize_t i = 0; i < info.num_attrs; ++i) {
        const Handle attribute(
            good(H5Aopen_by_idx(dataset, ".", H5_INDEX_NAME, H5_ITER_INC, i, H5P_DEFAULT, H5P_DEFAULT),
                 "attributes"),
            H5Aclose);
        const auto size = good(H5Aget_name(attribute.get(), 0, nullptr), "attributes");
        std::string name(static_cast<std::size_t>(size) + 1, '\0');
        H5Aget_name(attribute.get(), name.size(), name.data());
        name.pop_back();
        if (!is_internal(name)) out.push_back({name, read_attribute(attribute.get())});
    }
    return out;
}

/// Names of the dimensions of a dataset, from the scales attached to it.
std::vector<std::string> dimension_names(hid_t dataset, int rank) {
    std::vector<std::string> names;
    for (int i = 0; i < rank; ++i) {
        std::string name;
        H5DSiterate_scales(
            dataset, static_cast<unsigned>(i), nullptr,
            [](hid_t, unsigned, hid_t scale, void* out) -> herr_t {
                char path[1024] = "";
                if (H5Iget_name(scale, path, sizeof path) > 0) *static_cast<std::string*>(out) = path;
                return 1;
            },
            &name);
        names.push_back(name.substr(name.rfind('/') + 1));
    }
    return names;
}

bool starts_as_hdf5(const std::string& path) {
    constexpr std::string_view signature = "\x89HDF\r\n\x1a\n";
    std::string start(signature.size(), '\0');
    std::ifstream in(path, std::ios::binary);
    // A file that cannot be read is told from one that is something else by checksum_of.
    return !in || (in.read(start.data(), static_cast<std::streamsize>(start.size())) && start == signature);
}

std::vector<std::string> links_of(hid_t group) {
    H5G_info_t info{};
    good(H5Gget_info(group, &info), "group");
    std::vector<std::string> names;
    for (hsize_t i = 0; i < info.nlinks; ++i) {
        char name[1024] = "";
        if (H5Lget_name_by_idx(group, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, name, sizeof name,
                               H5P_DEFAULT) < 0) {
            good(
                H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, name, sizeof name, H5P_DEFAULT),
                "group");
        }
        names.emplace_back(name);
    }
    return names;
}

}  // namespace

struct RunFileReader::Impl {
    std::string path;
    Handle file;

    [[noreturn]] void refuse(const std::string& why) const { throw InputError(Place{path, 1, 1}, why); }

    /// HDF5 1.10 can crash on a damaged file, so it is not shown one.
    void refuse_damaged() const {
        require_regular_file(path);  // on a pipe the library would wait without end
        if (!starts_as_hdf5(path)) refuse("this is no result file (HDF5)");
        switch (checksum_in(path)) {
            case Checksum::right:
                return;
            case Checksum::wrong:
                refuse(
                    "the file was damaged or changed after weefsel wrote it: its checksum does not match. "
                    "Copy "
                    "it again from where it was made, or make it again");
            case Checksum::absent:
                refuse(
                    "the file does not end with a checksum: it was cut off, or was made by weefsel 0.1 or by "
                    "another program. Copy it again from where it was made, or make it again with this "
                    "version");
        }
    }
    [[nodiscard]] Checksum checksum_in(const std::string& at) const {
        try {
            return checksum_of(at);
        } catch (const std::runtime_error& e) { refuse(e.what()); }
    }
    void refuse_other_format(const std::string& format, const std::string& version) const {
        const int known = provenance().format_version;
        int found = 0;
        const auto* end = format.data() + format.size();
        if (std::from_chars(format.data(), end, found).ptr != end || found < 1)
            refuse("this HDF5 file was not written by weefsel");
        if (found == known) return;
        refuse(fmt::format(
            "made by {} weefsel ({}): the file has format {}; this program reads format {}. {}",
            found > known ? "a newer" : "an older", version, found, known,
            found > known ? "Read it with that version or a later one" : "Make it again with this version"));
    }

    [[nodiscard]] bool has(const std::string& at) const {
        std::string here;
        for (const auto& part : parts_of(at)) {
            here += "/" + part;
            if (!has_link(file.get(), here)) return false;
        }
        return true;
    }
    [[nodiscard]] Handle open_group(const std::string& at) const {
        if (!has(at)) refuse("there is no " + at + " in this file");
        return {good(H5Gopen2(file.get(), at.c_str(), H5P_DEFAULT), at), H5Gclose};
    }
    [[nodiscard]] Handle open_dataset(const std::string& at) const {
        if (!has(at)) refuse("there is no " + at + " in this file");
        return {good(H5Dopen2(file.get(), at.c_str(), H5P_DEFAULT), at), H5Dclose};
    }
    [[nodiscard]] std::vector<std::string> names(const std::string& group, bool texts) const {
        const Handle here = open_group(group);
        std::vector<std::string> out;
        for (const auto& name : links_of(here.get())) {
            const Handle dataset(H5Dopen2(here.get(), name.c_str(), H5P_DEFAULT), H5Dclose);
            if (dataset.get() < 0 || H5DSis_scale(dataset.get()) > 0) continue;
            if (is_text(dataset.get()) == texts) out.push_back(name);
        }
        return out;
    }
    /// Runs `read`; an error of the library becomes wrong input.
    template <class Read>
    auto guarded(Read read) const {
        const Library held;
        try {
            return read();
        } catch (const InputError&) { throw; } catch (const std::runtime_error& e) {
            refuse(std::string("cannot be read: ") + e.what());
        }
    }
};

RunFileReader::RunFileReader(const std::string& path) : impl_(std::make_unique<Impl>()) {
    impl_->path = path;
    impl_->refuse_damaged();
    const Library held;
    impl_->file = Handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (impl_->file.get() < 0) impl_->refuse("this is no result file (HDF5): " + innermost_reason());
    impl_->refuse_other_format(attribute("format_version"), attribute("version"));
}

RunFileReader::~RunFileReader() {
    const Library held;
    impl_->file.close();
}

std::string RunFileReader::attribute(const std::string& name) const {
    return impl_->guarded([&] {
        const Handle root = impl_->open_group("/");
        return attribute_of(root.get(), name);
    });
}

bool RunFileReader::has(const std::string& path) const {
    return impl_->guarded([&] { return impl_->has(path); });
}

std::string RunFileReader::text(const std::string& path) const {
    return impl_->guarded([&] {
        const Handle dataset = impl_->open_dataset(path);
        if (!is_text(dataset.get())) impl_->refuse(path + " is no text");
        const auto texts = read_texts(dataset.get());
        return texts.empty() ? std::string{} : texts.front();
    });
}

std::vector<std::string> RunFileReader::texts(const std::string& group, const std::string& name) const {
    return impl_->guarded([&] {
        const Handle dataset = impl_->open_dataset(group + "/" + name);
        if (!is_text(dataset.get())) impl_->refuse(group + "/" + name + " is no text");
        return read_texts(dataset.get());
    });
}

std::vector<std::string> RunFileReader::names(const std::string& group) const {
    return impl_->guarded([&] { return impl_->names(group, false); });
}

std::vector<std::string> RunFileReader::text_names(const std::string& group) const {
    return impl_->guarded([&] { return impl_->names(group, true); });
}

std::vector<std::string> RunFileReader::groups(const std::string& group) const {
    return impl_->guarded([&] {
        const Handle here = impl_->open_group(group);
        std::vector<std::string> out;
        for (const auto& name : links_of(here.get())) {
            const Handle inner(H5Gopen2(here.get(), name.c_str(), H5P_DEFAULT), H5Gclose);
            if (inner.get() >= 0) out.push_back(name);
        }
        return out;
    });
}

Variable RunFileReader::variable(const std::string& group, const std::string& name) const {
    return impl_->guarded([&] {
        const std::string at = group + "/" + name;
        const Handle dataset = impl_->open_dataset(at);
        if (is_text(dataset.get())) impl_->refuse(at + " holds texts, not numbers");
        const Handle space(good(H5Dget_space(dataset.get()), at), H5Sclose);
        constexpr std::size_t most = std::size_t{1} << 32U;
        const std::size_t size = length_of(dataset.get());
        if (size > most) impl_->refuse(at + " is larger than this program ever writes");
        Variable out;
        out.name = name;
        out.dimensions = dimension_names(dataset.get(), good(H5Sget_simple_extent_ndims(space.get()), at));
        out.values.resize(size);
        if (size > 0) {
            good(H5Dread(dataset.get(), H5T_NATIVE_FLOAT, H5S_ALL, H5S_ALL, H5P_DEFAULT, out.values.data()),
                 at);
        }
        out.units = attribute_of(dataset.get(), "units");
        out.long_name = attribute_of(dataset.get(), "long_name");
        out.attributes = other_attributes(dataset.get());
        return out;
    });
}

Dimension RunFileReader::dimension(const std::string& group, const std::string& name) const {
    return impl_->guarded([&] {
        const std::string at = group + "/" + name;
        const Handle dataset = impl_->open_dataset(at);
        Dimension out;
        out.name = name;
        if (is_text(dataset.get())) {
            out.labels = read_texts(dataset.get());
        } else {
            out.numbers.resize(length_of(dataset.get()));
            if (!out.numbers.empty()) {
                good(H5Dread(dataset.get(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT,
                             out.numbers.data()),
                     at);
            }
        }
        out.units = attribute_of(dataset.get(), "units");
        out.long_name = attribute_of(dataset.get(), "long_name");
        return out;
    });
}

}  // namespace weefsel::sim
