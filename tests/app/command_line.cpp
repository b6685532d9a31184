#include "app/commands/command_line.hpp"

#include <catch2/catch.hpp>
#include <vector>

#include "app/commands/all_commands.hpp"

namespace weefsel::test_command_line {
using namespace weefsel::app;

namespace {

Parsed parsed(CommandLine& line, std::vector<const char*> words,
              std::span<const sim::Renamed> old_names = old_flags) {
    words.insert(words.begin(), "weefsel");
    return line.parse(static_cast<int>(words.size()), words.data(), old_names);
}

/// Of the program as it is.
Parsed understood(const std::vector<const char*>& words) {
    CommandLine line;
    add_all_commands(line);
    return parsed(line, words);
}

bool says(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

struct LoomArguments : CommonArguments, ScenarioArguments {
    std::string out;
    bool digests = false;
};
LoomArguments heard;
int weave(const LoomArguments& arguments) {
    heard = arguments;
    return 7;
}
/// A program of one command, which hears its arguments.
int woven(const std::vector<const char*>& words) {
    CommandLine line;
    auto [command, arguments] = line.add<LoomArguments>("weave", "Weave", "  weefsel weave", weave);
    add_running(command, arguments, arguments.out, arguments.digests, "Where", "DIR");
    const auto run = parsed(line, words).run;
    REQUIRE(run);
    return run();
}

}  // namespace

TEST_CASE("every command explains itself and names its flags") {
    const std::vector<std::pair<const char*, std::vector<const char*>>> commands{
        {"compare", {"SCENARIO", "--out", "--noticeable", "--mechanisms", "--side-worlds", "--respondents"}},
        {"run", {"SCENARIO", "--option", "--digests", "--replicates"}},
        {"check", {"SCENARIO", "--set", "--prior"}},
        {"new", {"NAME"}},
        {"design", {"DESIGN", "--out", "--seed"}},
        {"sweep", {"DESIGN", "--dry-run", "--shard", "--batch"}},
        {"status", {"DIR"}},
        {"merge", {"DIR"}},
        {"sensitivity", {"DIR", "--design", "--values", "--method", "--predict", "--worth", "--year"}},
        {"trace", {"A.h5", "B.h5"}},
        {"resident", {"RESULTS.h5", "--id", "--replicate", "--draw", "--lang"}},
        {"report", {"RESULTS.h5", "--out", "--lang"}},
        {"parameters", {"--format", "--table"}},
        {"serve-runs", {"SCENARIO", "--indicators", "--at-years"}},
        {"calibrate", {"TARGETS", "--out", "--set"}},
        {"validate", {"TARGETS", "--monitor", "--figures", "--strict"}},
        {"trials", {"TRIALS", "--out", "--draws", "--replicates", "--inert", "--strict"}},
    };
    const auto all = understood({"--help"});
    for (const auto& [command, flags] : commands) {
        INFO(command);
        CHECK(says(all.out, std::string("\n  ") + command + " "));
        const auto help = understood({command, "--help"});
        CHECK(help.exit_code == 0);
        CHECK_FALSE(help.run);
        CHECK(help.err.empty());
        CHECK(says(help.out, std::string("Examples:\n  weefsel ") + command));
        for (const char* flag : {"--quiet", "--json", "--force", "--threads"}) CHECK(says(help.out, flag));
        for (const char* flag : flags) {
            INFO(flag);
            CHECK(says(help.out, flag));
        }
    }
}

TEST_CASE("who types nothing gets help and the exit code of wrong usage") {
    const auto nothing = understood({});
    CHECK(nothing.exit_code == 2);
    CHECK(nothing.out.empty());
    CHECK(nothing.err == understood({"--help"}).out);
}

TEST_CASE("a command that is not there is answered with the one that looks like it") {
    const auto wrong = understood({"comapre", "a.toml"});
    CHECK(wrong.exit_code == 2);
    CHECK_FALSE(wrong.run);
    CHECK(says(wrong.err, "weefsel: there is no command comapre"));
    CHECK(says(wrong.err, "; did you mean compare?"));
}

TEST_CASE("flags land in the arguments of the command, and its exit code comes back") {
    CHECK(woven({"weave",   "a.toml",    "--seed",    "9",     "--replicates", "4",      "--draws", "3",
                 "--years", "12",        "--prior",   "--set", "a.b=1",        "--set",  "c=2",     "-o",
                 "there",   "--digests", "--threads", "2",     "--quiet",      "--json", "--force"}) == 7);
    CHECK(heard.scenario == "a.toml");
    CHECK(heard.overrides.seed == 9);
    CHECK(heard.overrides.replicates == 4);
    CHECK(heard.overrides.draws == 3);
    CHECK(heard.overrides.years == 12);
    CHECK(heard.overrides.prior_alone);
    CHECK(heard.overrides.set == std::vector<std::string>{"a.b=1", "c=2"});
    CHECK(heard.out == "there");
    CHECK(heard.digests);
    CHECK(heard.threads == 2);
    CHECK((heard.quiet && heard.json && heard.force));
    woven({"weave", "b.toml"});
    CHECK(heard.scenario == "b.toml");
    CHECK_FALSE(heard.overrides.seed);
    CHECK(heard.threads == 0);
    CHECK_FALSE((heard.quiet || heard.json || heard.force || heard.digests));
}

TEST_CASE("the command is kept as a shell would read it") {
    woven({"weave", "my file.toml", "--set", "a='b'"});
    CHECK(heard.typed == R"(weefsel weave 'my file.toml' --set 'a='\''b'\''')");
}

TEST_CASE("numbers beyond both ends of their range are refused, the ends are not") {
    const auto refused = [](const std::vector<const char*>& words) {
        const auto answer = understood(words);
        return !answer.run && answer.exit_code == 2 && says(answer.err, "See `weefsel ");
    };
    const auto taken = [](const std::vector<const char*>& words) { return bool(understood(words).run); };
    CHECK(refused({"check", "a", "--threads", "0"}));
    CHECK(taken({"check", "a", "--threads", "1"}));
    CHECK(taken({"check", "a", "--threads", "4096"}));
    CHECK(refused({"check", "a", "--threads", "4097"}));
    CHECK(refused({"compare", "a", "--side-worlds", "1"}));
    CHECK(taken({"compare", "a", "--side-worlds", "2"}));
    CHECK(taken({"compare", "a", "--side-worlds", "10000"}));
    CHECK(refused({"compare", "a", "--side-worlds", "10001"}));
    CHECK(refused({"compare", "a", "--stopped-after", "-1"}));
    CHECK(taken({"compare", "a", "--stopped-after", "0"}));
    CHECK(taken({"compare", "a", "--stopped-after", "40"}));
    CHECK(refused({"compare", "a", "--stopped-after", "41"}));
    CHECK(refused({"sweep", "a", "--batch", "0"}));
    CHECK(taken({"sweep", "a", "--batch", "1000000"}));
    CHECK(refused({"sweep", "a", "--batch", "1000001"}));
    CHECK(refused({"sensitivity", "a", "--seed", "-1"}));
    CHECK(taken({"sensitivity", "a", "--seed", "4294967295"}));
    CHECK(refused({"sensitivity", "a", "--seed", "4294967296"}));
    CHECK(refused({"resident", "a", "--lang", "fr"}));
    CHECK(refused({"parameters", "--format", "xml"}));
}

TEST_CASE("what goes together is refused alone, and what must be there is missed") {
    CHECK(understood({"sensitivity", "--design", "a"}).exit_code == 2);
    CHECK(understood({"sensitivity", "--design", "a", "--values", "b"}).run);
    CHECK(understood({"validate", "--monitor", "a"}).exit_code == 2);
    CHECK(understood({"validate", "--monitor", "a", "--figures", "b"}).run);
    CHECK(says(understood({"run", "a"}).err, "weefsel run: --option is required"));
}

TEST_CASE("a flag of before is understood and told") {
    constexpr sim::Renamed renamed[]{{"--runs", "--replicates", "0.3"}};
    CommandLine line;
    auto [command, arguments] = line.add<LoomArguments>("weave", "Weave", "", weave);
    add_scenario(command, arguments);
    const auto answer = parsed(line, {"weave", "a", "--runs", "5"}, renamed);
    REQUIRE(answer.run);
    CHECK(says(answer.err, "warning: "));
    CHECK(says(answer.err, "--replicates"));
    answer.run();
    CHECK(heard.overrides.replicates == 5);
    CHECK(heard.typed == "weefsel weave a --runs 5");
}

}  // namespace weefsel::test_command_line
