#include "sim/xml_walk.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <exception>
#include <memory>

#include "sim/error.hpp"
#include "sim/zip_archive.hpp"

namespace weefsel::sim {
namespace {

constexpr std::size_t most_bytes = 400000000;  // a sheet of the whole country unpacks to some 70 MB
constexpr int most_levels = 64;

std::string_view local(const char* name) {
    const std::string_view whole = name;
    const auto colon = whole.rfind(':');
    return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

/// One walk. No exception may pass through the C library: it is kept, and thrown afterwards.
struct Walk {
    XmlVisitor& visitor;
    XML_Parser parser;
    int level = 0;
    std::string refused{};
    std::exception_ptr thrown{};

    template <class Do>
    void guarded(Do&& act) {
        if (thrown || !refused.empty()) return;
        try {
            act();
        } catch (...) { thrown = std::current_exception(); }
        if (thrown || !refused.empty() || visitor.enough()) XML_StopParser(parser, XML_FALSE);
    }
};

Walk& walk_of(void* data) { return *static_cast<Walk*>(data); }

void XMLCALL on_begin(void* data, const char* name, const char** attributes) {
    auto& walk = walk_of(data);
    walk.guarded([&] {
        if (++walk.level > most_levels)
            walk.refused = fmt::format("elements are nested deeper than {} levels", most_levels);
        else
            walk.visitor.begin(local(name), {attributes});
    });
}
void XMLCALL on_end(void* data, const char* name) {
    auto& walk = walk_of(data);
    walk.guarded([&] {
        --walk.level;
        walk.visitor.end(local(name));
    });
}
void XMLCALL on_text(void* data, const char* text, int length) {
    auto& walk = walk_of(data);
    walk.guarded([&] { walk.visitor.text({text, static_cast<std::size_t>(length)}); });
}
void XMLCALL on_doctype(void* data, const char*, const char*, const char*, int) {
    auto& walk = walk_of(data);
    walk.guarded([&] { walk.refused = "a document type stands in it, which a workbook has not"; });
}

}  // namespace

std::optional<std::string_view> XmlVisitor::Attributes::find(std::string_view name) const {
    for (const char* const* at = first; *at != nullptr; at += 2)
        if (local(*at) == name) return std::string_view(at[1]);
    return std::nullopt;
}

void walk_xml(const ZipArchive& archive, const std::string& part, const std::string& file,
              XmlVisitor& visitor) {
    const auto frees = [](XML_Parser p) { XML_ParserFree(p); };
    const std::unique_ptr<XML_ParserStruct, decltype(frees)> parser(XML_ParserCreate(nullptr), frees);
    require(parser != nullptr, "a parser of XML was made");
    Walk walk{visitor, parser.get()};
    XML_SetUserData(parser.get(), &walk);
    XML_SetElementHandler(parser.get(), on_begin, on_end);
    XML_SetCharacterDataHandler(parser.get(), on_text);
    XML_SetStartDoctypeDeclHandler(parser.get(), on_doctype);
    const auto parse = [&](std::string_view piece, bool last) {
        const auto status = XML_Parse(parser.get(), piece.data(), static_cast<int>(piece.size()),
                                      last ? XML_TRUE : XML_FALSE);
        if (walk.thrown) std::rethrow_exception(walk.thrown);
        if (visitor.enough()) return false;
        if (status == XML_STATUS_OK) return true;
        if (walk.refused.empty()) walk.refused = XML_ErrorString(XML_GetErrorCode(parser.get()));
        throw InputError({file, 1, 1}, fmt::format("{}, line {}: {}", part,
                                                   XML_GetCurrentLineNumber(parser.get()), walk.refused));
    };
    bool more = true;
    archive.read(part, most_bytes, [&](std::string_view piece) { return more = parse(piece, false); });
    if (more) parse({}, true);
}

}  // namespace weefsel::sim
