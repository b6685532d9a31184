#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "app/class/room_server.hpp"
#include "app/commands/all_commands.hpp"
#include "app/commands/command_line.hpp"
#include "app/terminal/exit_codes.hpp"
#include "app/terminal/interrupt.hpp"
#include "app/terminal/terminal.hpp"
#include "sim/error.hpp"

namespace weefsel::app {
namespace {

struct ClassArguments : CommonArguments {
    int port = 8080;
    std::string page = "out/weefsel.html";
    bool here = false;  ///< for this computer alone
};

constexpr int highest_port = 65535;

std::string page_of(const ClassArguments& arguments) {
    std::ifstream in(arguments.page, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    if (!in || !std::filesystem::is_regular_file(arguments.page))
        throw sim::InputError(
            {arguments.page, 1, 1},
            "found no page, allowed is the file that ./page.sh makes (out/weefsel.html); run that "
            "first, or name the file: --page FILE");
    return page_for_class(std::move(text), arguments.page);
}

/// So many letters that nobody has to guess at: without those that look or sound alike.
std::string some_letters(std::size_t many) {
    constexpr std::string_view letters = "ABDEFGHKLMNPRSTVWXZ";
    std::random_device source;
    std::uniform_int_distribution<std::size_t> which(0, letters.size() - 1);
    std::string out;
    for (std::size_t i = 0; i < many; ++i) out += letters[which(source)];
    return out;
}

int run_class(const ClassArguments& arguments) {
    if (arguments.port < 1 || arguments.port > highest_port)
        throw sim::InputError({"--port", 1, 1},
                              fmt::format("found {}, allowed is 1 to {}", arguments.port, highest_port));
    auto page = page_of(arguments);
    RoomName name{some_letters(4), {}};
    if (!arguments.here)
        for (const auto& address : local_addresses())
            name.addresses.push_back(fmt::format("http://{}:{}/", address, arguments.port));
    const std::string key = some_letters(16);
    RoomServer server(std::move(page), name, key);
    if (!server.take_port(arguments.port, !arguments.here))
        throw sim::InputError(
            {"--port", 1, 1},
            fmt::format("found {}, which another program has (or which needs more rights), allowed "
                        "is one that is free, as --port {}",
                        arguments.port, arguments.port < highest_port ? arguments.port + 1 : 8080));
    watch_for_interrupt();
    put(fmt::format("Room {}. You open:\n    http://localhost:{}/#teacher={}\n", name.code, arguments.port,
                    key));
    if (name.addresses.empty())
        put(arguments.here
                ? fmt::format("Pupils, on this computer alone:\n    http://localhost:{}/\n", arguments.port)
                : std::string("This computer is on no network: pupils read their words out.\n"));
    else
        put("Pupils, on the same network, open:\n");
    for (const auto& address : name.addresses) put(fmt::format("    {}\n", address));
    put("Nothing is kept when this ends: Ctrl-C.\n");
    if (!server.serve([] { return stop_requested().load(); }) && !stop_requested()) {
        say("weefsel class: the connection broke off; run it again");
        return exit_failed;
    }
    return exit_done;
}

}  // namespace

void add_class(CommandLine& line) {
    auto [command, arguments] = line.add<ClassArguments>(
        "class", "Give a classroom the page: predictions of pupils come in, then the reveal",
        "  ./page.sh && weefsel class\n"
        "  weefsel class --port 8081 --page weefsel.html",
        run_class);
    command.add_option("--port", arguments.port, "Port to answer at (default: 8080)")->type_name("N");
    command
        .add_option("--page", arguments.page, "The page, as ./page.sh makes it (default: out/weefsel.html)")
        ->type_name("FILE");
    command.add_flag("--here", arguments.here, "For browsers on this computer alone, not for the network");
}

}  // namespace weefsel::app
