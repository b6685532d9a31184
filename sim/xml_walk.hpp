#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace weefsel::sim {

/// What walks through an XML text hears of it. Names come without their namespace.
class XmlVisitor {
public:
    virtual ~XmlVisitor() = default;
    /// Attributes of an element: names and values in turn, ending with null.
    struct Attributes {
        const char* const* first;
        /// The value under a local name.
        [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;
    };
    virtual void begin(std::string_view name, const Attributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    virtual void text(std::string_view piece) = 0;
    /// Whether no more needs to be read.
    [[nodiscard]] virtual bool enough() const { return false; }
};

class ZipArchive;
/// Walks through one part of an archive. Throws InputError (at 1:1 of `file`, with the name of the part) for
/// what is no XML, has a document type or is nested deeper than 64 levels; what the visitor throws goes
/// through.
void walk_xml(const ZipArchive& archive, const std::string& part, const std::string& file,
              XmlVisitor& visitor);

}  // namespace weefsel::sim
