#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "sim/provenance.hpp"

namespace weefsel::sim {

/// A text attribute.
struct Attribute {
    std::string name;
    std::string text;
};

/// One named dimension with its labels: numbers or texts, never both.
struct Dimension {
    std::string name;
    std::vector<double> numbers;
    std::vector<std::string> labels;
    std::string units;
    std::string long_name;
    [[nodiscard]] std::size_t size() const { return numbers.empty() ? labels.size() : numbers.size(); }
};

/// One array of 32-bit numbers over named dimensions (row-major, last dimension fastest).
/// NaN stands for "not measured" and is the `_FillValue`.
struct Variable {
    std::string name;
    std::vector<std::string> dimensions;
    std::vector<float> values;
    std::string units;
    std::string long_name;
    std::vector<Attribute> attributes;
};

/// Where a file is built until it is whole.
enum class BuiltIn { memory, disk };

/// Writes one HDF5 file with netCDF-4 conventions (dimension scales in every group, `units`,
/// `long_name`, `_FillValue`, variable-length UTF-8 texts, deflate). The file is built in memory, or, when it
/// is to be larger than that, on the disk, and put in its place, synced, by `commit`; without `commit`
/// nothing is left behind. On a disk that runs full HDF5 cannot let go of a file: see to the room beforehand.
/// It ends with a checksum of itself (see checksum_line.hpp).
/// Who made the file (program, format_version, version, commit, tree_clean, compiler, flags, created) is
/// written as root attributes without being asked. HDF5 is not thread safe: let one thread write.
/// Throws std::runtime_error with path and reason (no such directory, no permission, disk full),
/// what can be known beforehand in the constructor.
class RunFileWriter {
public:
    explicit RunFileWriter(std::string path, BuiltIn built = BuiltIn::memory,
                           const std::string& created = time_now());
    ~RunFileWriter();
    RunFileWriter(const RunFileWriter&) = delete;
    RunFileWriter& operator=(const RunFileWriter&) = delete;

    /// A text attribute of the root group.
    void attribute(const std::string& name, const std::string& text);
    /// A number attribute of the root group.
    void attribute(const std::string& name, std::int64_t number);
    /// One text as a scalar dataset, at a path like `/scenario/toml`.
    void text(const std::string& path, const std::string& text);
    /// Columns of equal length as one-dimensional datasets of a group, over a dimension `row_name`
    /// whose scale holds the first text column (which is also there under its own name).
    void table(const std::string& group, const std::string& row_name,
               const std::vector<std::pair<std::string, std::vector<std::string>>>& texts,
               const std::vector<Variable>& numbers);
    /// A group (as `/indicators` or `/by_group/age`) with its own dimension scales and variables.
    /// Called again for the same group it adds variables; dimensions already there are kept.
    void group(const std::string& path, const std::vector<Dimension>& dimensions,
               const std::vector<Variable>& variables);
    /// The same for 64-bit numbers; `about` says all but the values.
    void numbers(const std::string& group, const Variable& about, const std::vector<double>& values);
    /// A variable without its values, all NaN, whose rows (of its first dimension) come later, by `rows`;
    /// `together` of them are stored as one piece.
    void open_rows(const std::string& group, const Variable& about, std::size_t together);
    /// Values of whole rows from `first` on.
    void rows(const std::string& group, const std::string& name, std::size_t first,
              std::span<const float> values);
    /// Writes, syncs and renames: from here on the file is there, whole. The last call.
    void commit();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

/// Reads files that RunFileWriter wrote. Throws InputError (exit 2) when a file is missing, is no
/// HDF5, was not written by this program, is damaged (its checksum is held against it before the library
/// opens it), or is of another format_version.
class RunFileReader {
public:
    explicit RunFileReader(const std::string& path);
    ~RunFileReader();
    [[nodiscard]] std::string attribute(const std::string& name) const;  ///< empty when absent
    [[nodiscard]] bool has(const std::string& path) const;
    [[nodiscard]] std::string text(const std::string& path) const;
    /// Variables of numbers of a group, in the order in which they were written; no scales.
    [[nodiscard]] std::vector<std::string> names(const std::string& group) const;
    /// Columns of texts of a group, and single texts; no scales.
    [[nodiscard]] std::vector<std::string> text_names(const std::string& group) const;
    /// Groups within a group.
    [[nodiscard]] std::vector<std::string> groups(const std::string& group) const;
    /// A column of texts.
    [[nodiscard]] std::vector<std::string> texts(const std::string& group, const std::string& name) const;
    [[nodiscard]] Variable variable(const std::string& group, const std::string& name) const;
    [[nodiscard]] Dimension dimension(const std::string& group, const std::string& name) const;

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace weefsel::sim
