// The only file that includes hdf5.h, and therefore longer than most. The C library of HDF5 is
// not thread safe: one thread writes or reads at a time; a lock here holds the others back.
#include "sim/run_file.hpp"

#include <fmt/format.h>
#include <hdf5.h>
#include <hdf5_hl.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <mutex>
#include <stdexcept>

#include "sim/checksum_line.hpp"
#include "sim/error.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::sim {
namespace {

std::recursive_mutex& library_lock() {
    static std::recursive_mutex mutex;
    return mutex;
}

/// Holds the library for one call and keeps it from printing.
class Library {
public:
    Library() : lock_(library_lock()) { H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); }

private:
    std::lock_guard<std::recursive_mutex> lock_;
};

/// An open thing of HDF5, closed at the end of its scope.
class Handle {
public:
    using Close = herr_t (*)(hid_t);
    Handle() = default;
    Handle(hid_t id, Close how) : id_(id), close_(how) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(close_, other.close_);
        return *this;
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;
    ~Handle() { close(); }
    void close() {
        if (id_ >= 0) close_(id_);
        id_ = -1;
    }
    [[nodiscard]] hid_t get() const { return id_; }

private:
    hid_t id_ = -1;
    Close close_ = nullptr;
};

/// What the deepest function of the library had to say about its last error.
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

/// Throws unless a call of the library succeeded.
template <class Number>
Number good(Number result, const std::string& what) {
    if (result < 0) throw std::runtime_error(what + ": " + innermost_reason());
    return result;
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

// ---- writing --------------------------------------------------------------------------------

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

std::size_t length_of(hid_t dataset) {
    const Handle space(good(H5Dget_space(dataset), "shape"), H5Sclose);
    return static_cast<std::size_t>(good(H5Sget_simple_extent_npoints(space.get()), "shape"));
}

// ---- reading --------------------------------------------------------------------------------

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
RunFileWriter::RunFileWriter(std::string path, BuiltIn built) : impl_(std::make_unique<Impl>()) {
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
    attribute("created", time_now());
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
