// What the writer and the reader of run files share of HDF5. The C library of HDF5 is not thread safe: one
// thread writes or reads at a time; a lock holds the others back. Only this file includes hdf5.h.
#pragma once
#include <hdf5.h>
#include <hdf5_hl.h>

#include <cstddef>
#include <mutex>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace weefsel::sim::run_file {

/// Holds the library for one call and keeps it from printing.
class Library {
public:
    Library();

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
std::string innermost_reason();

/// Throws unless a call of the library succeeded.
template <class Number>
Number good(Number result, const std::string& what) {
    if (result < 0) throw std::runtime_error(what + ": " + innermost_reason());
    return result;
}

/// Texts of variable length, UTF-8.
Handle text_type();
Handle scalar_space();
bool has_link(hid_t group, const std::string& name);
/// The names of a path: `/a/b` has two.
std::vector<std::string> parts_of(const std::string& path);
/// How many values a dataset has.
std::size_t length_of(hid_t dataset);

}  // namespace weefsel::sim::run_file
