#include "analysis/results/run_crate.hpp"

#include <filesystem>

#include "analysis/results/json_writer.hpp"
#include "sim/file_aside.hpp"
#include "sim/provenance.hpp"

namespace weefsel::analysis {
namespace {

constexpr const char* specification = "https://w3id.org/ro/crate/1.1";
constexpr const char* context = "https://w3id.org/ro/crate/1.1/context";
constexpr const char* profile = "https://w3id.org/ro/wfrun/process/0.5";
/// The context of RO-Crate 1.1 lacks the digest of a file; that of 1.2 has it under this address.
constexpr const char* digest_term = "http://schema.org/sha256";
constexpr const char* root = "./";
constexpr const char* action = "#run";
constexpr const char* program = "#weefsel";
constexpr const char* commit = "#commit";
constexpr const char* terms = "#terms-of-use";

void begin_entity(JsonWriter& json, std::string_view id, std::string_view type) {
    json.begin_object();
    json.member("@id", id);
    json.member("@type", type);
}

/// A link to another entity, as the value of a key or of a list.
void link(JsonWriter& json, std::string_view id) {
    json.begin_object();
    json.member("@id", id);
    json.end_object();
}

void link(JsonWriter& json, std::string_view key, std::string_view id) {
    json.key(key);
    link(json, id);
}

/// Links to files: one link where there is one, else a list (JSON-LD, compacted).
void links(JsonWriter& json, std::string_view key, const std::vector<std::string>& ids) {
    if (ids.size() == 1) return link(json, key, ids.front());
    json.key(key);
    json.begin_array();
    for (const auto& id : ids) link(json, id);
    json.end_array();
}

std::vector<std::string> names_of(const std::vector<CrateFile>& files) {
    std::vector<std::string> names;
    for (const auto& file : files) names.push_back(file.name);
    return names;
}

void put_context(JsonWriter& json) {
    json.key("@context");
    json.begin_array();
    json.text(context);
    json.begin_object();
    json.member("sha256", digest_term);
    json.end_object();
    json.end_array();
}

void put_crate_name(JsonWriter& json) {
    begin_entity(json, crate_name, "CreativeWork");
    link(json, "conformsTo", specification);
    link(json, "about", root);
    json.end_object();
}

void put_root(JsonWriter& json, const RunCrate& crate) {
    begin_entity(json, root, "Dataset");
    link(json, "conformsTo", profile);
    json.member("name", crate.title);
    json.member("description",
                crate.question.empty() ? "Results of a scenario simulated by Weefsel." : crate.question);
    json.member("datePublished", crate.ended);
    link(json, "license", terms);
    link(json, "mentions", action);
    auto parts = names_of(crate.results);
    for (const auto& name : names_of(crate.inputs)) parts.push_back(name);
    links(json, "hasPart", parts);
    json.end_object();
}

void put_file(JsonWriter& json, const CrateFile& file) {
    begin_entity(json, file.name, "File");
    json.member("name", file.name);
    json.member("description", file.says);
    if (!file.called.empty() && file.called != file.name) json.member("alternateName", file.called);
    json.member("encodingFormat", file.format);
    json.member("contentSize", std::to_string(std::filesystem::file_size(file.path)));
    json.member("sha256", sim::sha256_of_file(file.path));
    json.end_object();
}

void put_run(JsonWriter& json, const RunCrate& crate) {
    begin_entity(json, action, "CreateAction");
    json.member("name", "Run of Weefsel");
    json.member("description", crate.command);
    json.member("startTime", crate.started);
    json.member("endTime", crate.ended);
    link(json, "instrument", program);
    links(json, "object", names_of(crate.inputs));
    links(json, "result", names_of(crate.results));
    json.end_object();
}

void put_program(JsonWriter& json) {
    const auto& made = sim::provenance();
    begin_entity(json, program, "SoftwareApplication");
    json.member("name", "Weefsel");
    json.member("description", "Built by " + made.compiler + " with " + made.flags +
                                   (made.tree_clean ? "" : ", from files with uncommitted changes"));
    json.member("softwareVersion", made.version);
    link(json, "identifier", commit);
    json.end_object();
    begin_entity(json, commit, "PropertyValue");
    json.member("name", "Commit of the program");
    json.member("propertyID", "git commit");
    json.member("value", made.commit);
    json.end_object();
}

void put_profile_and_terms(JsonWriter& json) {
    begin_entity(json, profile, "CreativeWork");
    json.member("name", "Process Run Crate");
    json.member("version", "0.5");
    json.end_object();
    begin_entity(json, terms, "CreativeWork");
    json.member("name", "Terms of use are not stated");
    json.member("description",
                "Who made these results decides how they may be used; the program claims no rights in them. "
                "Replace this by a licence before you publish.");
    json.end_object();
}

}  // namespace

std::string run_crate_json(const RunCrate& crate) {
    JsonWriter json;
    json.begin_object();
    put_context(json);
    json.key("@graph");
    json.begin_array();
    put_crate_name(json);
    put_root(json, crate);
    for (const auto& file : crate.results) put_file(json, file);
    for (const auto& file : crate.inputs) put_file(json, file);
    put_run(json, crate);
    put_program(json);
    put_profile_and_terms(json);
    json.end_array();
    json.end_object();
    return json.str() + "\n";
}

CrateFile crate_file(const std::string& folder, const std::string& name, const std::string& says,
                     const std::string& format, const std::string& called) {
    return {name, folder + "/" + name, says, format, called};
}

void write_crate(const std::string& folder, const RunCrate& crate) {
    sim::write_whole(folder + "/" + crate_name, run_crate_json(crate));
}

}  // namespace weefsel::analysis
