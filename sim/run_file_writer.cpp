#include "sim/run_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <limits>
#include <stdexcept>

#include "sim/checksum_line.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"
#include "sim/run_file_library.hpp"

namespace weefsel::sim {

using namespace run_file;

namespace {

void write_text_attribute(hid_t on, const std::string& name, const std::string& text) {
    if (H5Aexists(on, name.c_str()) > 0) good(H5Adelete(on, name.c_str()), name);
    const Handle type = text_type();
    const Handle space = scalar_space();
    const Handle attribute(
        good(H5Acreate2(on, name.c_str(), type.get(), space.get(), H5P_DEFAULT, H5P_DEFAULT), name),
        H5Aclose);
    const char* value = text.c_str();
    good(H5Awrite(attribute.get(), type.get(), &value), name);
}

template <class T>
void write_number_attribute(hid_t on, const std::string& name, hid_t stored, hid_t native, T number,
                            bool as_list = false) {
    if (H5Aexists(on, name.c_str()) > 0) good(H5Adelete(on, name.c_str()), name);
    const hsize_t one = 1;
    const Handle space =
        as_list ? Handle(good(H5Screate_simple(1, &one, nullptr), name), H5Sclose) : scalar_space();
    const Handle attribute(
        good(H5Acreate2(on, name.c_str(), stored, space.get(), H5P_DEFAULT, H5P_DEFAULT), name), H5Aclose);
    good(H5Awrite(attribute.get(), native, &number), name);
}

void write_meaning(hid_t dataset, const std::string& units, const std::string& long_name) {
    if (!units.empty()) write_text_attribute(dataset, "units", units);
    if (!long_name.empty()) write_text_attribute(dataset, "long_name", long_name);
}

/// A chunk is the whole array when that is small, else the last dimensions of it.
std::vector<hsize_t> chunk_of(std::vector<hsize_t> shape) {
    constexpr hsize_t most = hsize_t{1} << 18U;  // 1 MB of 32-bit numbers, the cache of one dataset
    hsize_t size = 1;
    for (const auto n : shape) size *= n;
    for (auto& n : shape) {
        while (size > most && n > 1) {
            size /= n;
            n = (n + 1) / 2;
            size *= n;
        }
    }
    return shape;
}

/// `together`: rows of the first dimension in a chunk; 0: as many as suits.
Handle dataset_properties(const std::vector<hsize_t>& shape, bool compressed, hsize_t together = 0) {
    constexpr unsigned deflate_level = 4;
    Handle properties(good(H5Pcreate(H5P_DATASET_CREATE), "dataset"), H5Pclose);
    good(H5Pset_attr_creation_order(properties.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
         "dataset");
    const bool holds_something = std::all_of(shape.begin(), shape.end(), [](hsize_t n) { return n > 0; });
    good(H5Pset_obj_track_times(properties.get(), false), "dataset");  // the same results, the same bytes
    if (compressed && !shape.empty() && holds_something) {             // a chunk cannot be empty
        auto chunk = chunk_of(shape);
        if (together > 0) {
            chunk = shape;
            chunk[0] = std::min(chunk[0], together);
        }
        good(H5Pset_chunk(properties.get(), static_cast<int>(chunk.size()), chunk.data()), "chunk");
        good(H5Pset_shuffle(properties.get()), "shuffle");
        good(H5Pset_deflate(properties.get(), deflate_level), "deflate");
    }
    return properties;
}

Handle create_dataset(hid_t group, const std::string& name, hid_t type, const std::vector<hsize_t>& shape,
                      const Handle& properties) {
    const Handle space(
        good(shape.empty() ? H5Screate(H5S_SCALAR)
                           : H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr),
             name),
        H5Sclose);
    return {
        good(H5Dcreate2(group, name.c_str(), type, space.get(), H5P_DEFAULT, properties.get(), H5P_DEFAULT),
             name),
        H5Dclose};
}

void write_all(const Handle& dataset, hid_t type, const void* values, std::size_t n,
               const std::string& name) {
    if (n > 0) good(H5Dwrite(dataset.get(), type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values), name);
}

Handle write_texts(hid_t group, const std::string& name, const std::vector<std::string>& texts) {
    const std::vector<hsize_t> shape{texts.size()};
    const Handle type = text_type();
    Handle dataset = create_dataset(group, name, type.get(), shape, dataset_properties(shape, false));
    std::vector<const char*> pointers;
    for (const auto& text : texts) pointers.push_back(text.c_str());
    write_all(dataset, type.get(), pointers.data(), pointers.size(), name);
    return dataset;
}

/// Whole numbers are stored as such, so that a label reads `3` and not `3.0`.
Handle write_numbers(hid_t group, const std::string& name, const std::vector<double>& numbers) {
    const std::vector<hsize_t> shape{numbers.size()};
    const auto properties = dataset_properties(shape, false);
    constexpr double exact = 9007199254740992.0;  // 2^53
    const bool whole = std::all_of(numbers.begin(), numbers.end(),
                                   [](double x) { return std::abs(x) <= exact && std::trunc(x) == x; });
    Handle dataset = create_dataset(group, name, whole ? H5T_STD_I64LE : H5T_IEEE_F64LE, shape, properties);
    write_all(dataset, H5T_NATIVE_DOUBLE, numbers.data(), numbers.size(), name);
    return dataset;
}

}  // namespace

struct RunFileWriter::Impl {
    std::string path;
    std::string aside;  ///< where it is built, on the disk; empty: in memory, or in its place
    Handle file;
    std::int32_t dimensions = 0;

    [[noreturn]] void fail(const std::exception& e) const {
        throw std::runtime_error(path + ": cannot be written: " + e.what());
    }

    /// The group at a path, made where it is not there.
    Handle group_at(const std::string& group_path) const {
        Handle here(good(H5Gopen2(file.get(), "/", H5P_DEFAULT), "/"), H5Gclose);
        const Handle order(good(H5Pcreate(H5P_GROUP_CREATE), "group"), H5Pclose);
        good(H5Pset_link_creation_order(order.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), "group");
        good(H5Pset_obj_track_times(order.get(), false), "group");
        for (const auto& part : parts_of(group_path)) {
            const hid_t next = has_link(here.get(), part) ? H5Gopen2(here.get(), part.c_str(), H5P_DEFAULT)
                                                          : H5Gcreate2(here.get(), part.c_str(), H5P_DEFAULT,
                                                                       order.get(), H5P_DEFAULT);
            here = Handle(good(next, group_path), H5Gclose);
        }
        return here;
    }

    /// Makes a dataset the scale of a dimension of its group.
    void make_scale(hid_t dataset, const std::string& name) {
        good(H5DSset_scale(dataset, name.c_str()), name);
        write_number_attribute(dataset, "_Netcdf4Dimid", H5T_STD_I32LE, H5T_NATIVE_INT32, dimensions++);
    }

    void write_dimension(hid_t group, const Dimension& dimension) {
        require(dimension.numbers.empty() || dimension.labels.empty(),
                "a dimension has numbers or labels, never both");
        if (has_link(group, dimension.name)) {
            const Handle scale(good(H5Dopen2(group, dimension.name.c_str(), H5P_DEFAULT), dimension.name),
                               H5Dclose);
            require(length_of(scale.get()) == dimension.size(), "a dimension has one size in its group");
            return;
        }
        const Handle scale = dimension.labels.empty()
                                 ? write_numbers(group, dimension.name, dimension.numbers)
                                 : write_texts(group, dimension.name, dimension.labels);
        write_meaning(scale.get(), dimension.units, dimension.long_name);
        make_scale(scale.get(), dimension.name);
    }

    static void attach(const Handle& dataset, hid_t group, const std::vector<std::string>& names) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            const Handle scale(good(H5Dopen2(group, names[i].c_str(), H5P_DEFAULT), names[i]), H5Dclose);
            good(H5DSattach_scale(dataset.get(), scale.get(), static_cast<unsigned>(i)), names[i]);
        }
    }

    /// An empty dataset over dimensions that are in its group, with all that is said about it.
    static Handle create_variable(hid_t group, const Variable& about, hid_t type, hsize_t together = 0) {
        std::vector<hsize_t> shape;
        for (const auto& name : about.dimensions) {
            require(has_link(group, name), "every dimension of a variable is in its group");
            const Handle scale(good(H5Dopen2(group, name.c_str(), H5P_DEFAULT), name), H5Dclose);
            shape.push_back(length_of(scale.get()));
        }
        const float missing = std::numeric_limits<float>::quiet_NaN();
        const auto properties = dataset_properties(shape, true, together);
        good(H5Pset_fill_value(properties.get(), H5T_NATIVE_FLOAT, &missing), about.name);
        Handle dataset = create_dataset(group, about.name, type, shape, properties);
        write_number_attribute(dataset.get(), "_FillValue", type, H5T_NATIVE_FLOAT, missing, true);
        write_meaning(dataset.get(), about.units, about.long_name);
        for (const auto& a : about.attributes) write_text_attribute(dataset.get(), a.name, a.text);
        attach(dataset, group, about.dimensions);
        return dataset;
    }

    static void write_variable(hid_t group, const Variable& variable) {
        const Handle dataset = create_variable(group, variable, H5T_IEEE_F32LE);
        require(variable.values.size() == length_of(dataset.get()),
                "a variable has as many values as its dimensions make");
        write_all(dataset, H5T_NATIVE_FLOAT, variable.values.data(), variable.values.size(), variable.name);
    }

    /// The bytes of the file as they will lie on the disk.
    [[nodiscard]] std::string image() const {
        good(H5Fflush(file.get(), H5F_SCOPE_GLOBAL), "flush");
        const auto size = good(H5Fget_file_image(file.get(), nullptr, 0), "size");
        std::string bytes(static_cast<std::size_t>(size), '\0');
        good(H5Fget_file_image(file.get(), bytes.data(), bytes.size()), "image");
        return bytes;
    }
};

// The file is built in memory and written by write_whole: when HDF5 itself meets a full disk it
// can neither flush nor let go of the file, and crashes at the end of the program (1.10.8).
RunFileWriter::RunFileWriter(std::string path, BuiltIn built, const std::string& created)
    : impl_(std::make_unique<Impl>()) {
    refuse_unwritable(path);
    impl_->path = std::move(path);
    const std::string place = name_aside(impl_->path);
    if (built == BuiltIn::disk) impl_->aside = place;
    const Library held;
    try {
        constexpr std::size_t growth = std::size_t{1} << 18U;
        const Handle access(good(H5Pcreate(H5P_FILE_ACCESS), "file"), H5Pclose);
        if (built == BuiltIn::memory) good(H5Pset_fapl_core(access.get(), growth, false), "file");
        const Handle creation(good(H5Pcreate(H5P_FILE_CREATE), "file"), H5Pclose);
        good(H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
             "file");
        impl_->file = Handle(
            good(H5Fcreate(place.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()), "file"), H5Fclose);
    } catch (const std::exception& e) { impl_->fail(e); }
    const auto& made = provenance();
    attribute("program", "weefsel");
    attribute("format_version", made.format_version);
    attribute("version", made.version);
    attribute("commit", made.commit);
    attribute("tree_clean", made.tree_clean ? 1 : 0);
    attribute("compiler", made.compiler);
    attribute("flags", made.flags);
    attribute("created", created);
}

RunFileWriter::~RunFileWriter() {
    const Library held;
    impl_->file.close();
    std::error_code gone;
    if (!impl_->aside.empty()) std::filesystem::remove(impl_->aside, gone);
}

void RunFileWriter::attribute(const std::string& name, const std::string& text) {
    const Library held;
    try {
        const Handle root = impl_->group_at("/");
        write_text_attribute(root.get(), name, text);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::attribute(const std::string& name, std::int64_t number) {
    const Library held;
    try {
        const Handle root = impl_->group_at("/");
        write_number_attribute(root.get(), name, H5T_STD_I64LE, H5T_NATIVE_INT64, number);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::text(const std::string& path, const std::string& text) {
    const Library held;
    try {
        const auto slash = path.rfind('/');
        const std::string name = path.substr(slash + 1);
        const Handle group = impl_->group_at(slash == std::string::npos ? "/" : path.substr(0, slash));
        const Handle type = text_type();
        const Handle dataset =
            create_dataset(group.get(), name, type.get(), {}, dataset_properties({}, false));
        const char* value = text.c_str();
        write_all(dataset, type.get(), &value, 1, name);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::table(const std::string& group, const std::string& row_name,
                          const std::vector<std::pair<std::string, std::vector<std::string>>>& texts,
                          const std::vector<Variable>& numbers) {
    require(!texts.empty(), "a table has a text column that names its rows");
    const Library held;
    try {
        const Handle here = impl_->group_at(group);
        const Dimension rows{row_name, {}, texts.front().second, "", ""};
        impl_->write_dimension(here.get(), rows);
        for (const auto& [name, column] : texts) {
            if (name == row_name) continue;
            require(column.size() == rows.size(), "columns of a table are equally long");
            const Handle dataset = write_texts(here.get(), name, column);
            Impl::attach(dataset, here.get(), {row_name});
        }
        for (auto variable : numbers) {
            variable.dimensions = {row_name};
            Impl::write_variable(here.get(), variable);
        }
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::group(const std::string& path, const std::vector<Dimension>& dimensions,
                          const std::vector<Variable>& variables) {
    const Library held;
    try {
        const Handle here = impl_->group_at(path);
        for (const auto& dimension : dimensions) impl_->write_dimension(here.get(), dimension);
        for (const auto& variable : variables) Impl::write_variable(here.get(), variable);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::numbers(const std::string& group, const Variable& about,
                            const std::vector<double>& values) {
    const Library held;
    try {
        const Handle here = impl_->group_at(group);
        const Handle dataset = Impl::create_variable(here.get(), about, H5T_IEEE_F64LE);
        require(values.size() == length_of(dataset.get()),
                "a variable has as many values as its dimensions make");
        write_all(dataset, H5T_NATIVE_DOUBLE, values.data(), values.size(), about.name);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::open_rows(const std::string& group, const Variable& about, std::size_t together) {
    const Library held;
    try {
        const Handle here = impl_->group_at(group);
        const Handle made = Impl::create_variable(here.get(), about, H5T_IEEE_F32LE, together);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::rows(const std::string& group, const std::string& name, std::size_t first,
                         std::span<const float> values) {
    if (values.empty()) return;
    const Library held;
    try {
        const Handle here = impl_->group_at(group);
        const Handle dataset(good(H5Dopen2(here.get(), name.c_str(), H5P_DEFAULT), name), H5Dclose);
        const Handle space(good(H5Dget_space(dataset.get()), name), H5Sclose);
        std::vector<hsize_t> shape(
            static_cast<std::size_t>(good(H5Sget_simple_extent_ndims(space.get()), name)));
        good(H5Sget_simple_extent_dims(space.get(), shape.data(), nullptr), name);
        hsize_t a_row = 1;
        for (std::size_t d = 1; d < shape.size(); ++d) a_row *= shape[d];
        const hsize_t n = values.size() / a_row;
        require(n * a_row == values.size() && first + n <= shape[0], "whole rows, within the variable");
        std::vector<hsize_t> from(shape.size(), 0);
        from[0] = first;
        shape[0] = n;
        good(H5Sselect_hyperslab(space.get(), H5S_SELECT_SET, from.data(), nullptr, shape.data(), nullptr),
             name);
        const Handle memory(
            good(H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr), name), H5Sclose);
        good(H5Dwrite(dataset.get(), H5T_NATIVE_FLOAT, memory.get(), space.get(), H5P_DEFAULT, values.data()),
             name);
    } catch (const std::runtime_error& e) { impl_->fail(e); }
}

void RunFileWriter::commit() {
    std::string bytes;
    {
        const Library held;
        try {
            if (impl_->aside.empty())
                bytes = impl_->image();
            else
                good(H5Fflush(impl_->file.get(), H5F_SCOPE_GLOBAL), "flush");
        } catch (const std::exception& e) { impl_->fail(e); }
        impl_->file.close();
    }
    if (impl_->aside.empty()) {
        bytes += checksum_line(bytes);
        write_whole(impl_->path, bytes);
    } else {
        append_checksum_line(impl_->aside);
        sync_file(impl_->aside);
        put_in_place(impl_->aside, impl_->path);
        impl_->aside.clear();
    }
}

}  // namespace weefsel::sim
