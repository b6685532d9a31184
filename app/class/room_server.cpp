#include "app/class/room_server.hpp"

#include <arpa/inet.h>
#include <httplib.h>
#include <ifaddrs.h>
#include <net/if.h>

#include <array>
#include <atomic>
#include <thread>

#include "sim/error.hpp"

namespace weefsel::app {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t longest_post = 1024;                   // bytes
constexpr std::size_t most_streams = Room::most_pupils + 8;  // a few for the teacher's browsers
constexpr std::size_t threads = most_streams + 24;  // a stream keeps one; the others answer in between
constexpr auto beat = 5s;  ///< the room is told at least so often, so that both sides notice who is gone
constexpr time_t patience = 5;
constexpr auto json_type = "application/json";

int status_of(Taken taken) {
    switch (taken) {
        case Taken::yes:
            return 200;
        case Taken::closed:
            return 409;
        case Taken::full:
            return 503;
        case Taken::wrong:
            break;
    }
    return 400;
}
void answer(httplib::Response& to, int status, const std::string& said) {
    to.status = status;
    to.set_content(said + "\n", "text/plain; charset=utf-8");
}
void answer(httplib::Response& to, Taken taken) {
    constexpr std::array<const char*, 4> said{
        "taken", "no predictions are taken now", "the room is full",
        "found something else, allowed is a lesson from 1 to 6 and a word"};
    answer(to, status_of(taken), said[static_cast<std::size_t>(taken)]);
}

}  // namespace

struct RoomServer::Parts {
    std::string page;
    RoomName name;
    std::string key;
    Room room;
    httplib::Server http;
    std::atomic<std::size_t> streams = 0;

    bool is_teacher(const std::string& said) const { return !key.empty() && said == key; }

    /// What was sent, or nothing and the answer that says so.
    std::optional<Sent> sent(const httplib::Request& from, httplib::Response& to) const {
        // A page of somebody else cannot send this type without asking first, which is not answered.
        if (from.get_header_value("Content-Type").rfind(json_type, 0) != 0) {
            answer(to, 415, "found another type, allowed is application/json");
            return std::nullopt;
        }
        auto read = read_sent(from.body);
        if (!read) answer(to, 400, "found a text that is no JSON object, allowed is one object");
        return read;
    }
    void prediction(const httplib::Request& from, httplib::Response& to) {
        const auto read = sent(from, to);
        if (!read) return;
        if (is_teacher(read->key)) return answer(to, room.type(read->lesson, read->word));
        if (!is_browser_name(read->me)) return answer(to, 400, "found no name of a browser, allowed is one");
        answer(to, room.predict(read->me, read->lesson, read->word));
    }
    void lead(const httplib::Request& from, httplib::Response& to) {
        const auto read = sent(from, to);
        if (!read) return;
        if (!is_teacher(read->key)) return answer(to, 403, "the key of the teacher is needed");
        if (read->phase != "predict" && read->phase != "reveal")
            return answer(to, 400, "phase: allowed is predict or reveal");
        answer(to,
               room.lead(read->lesson, read->phase == "reveal" ? Phase::reveal : Phase::predict, read->anew));
    }
    void state(const httplib::Request& from, httplib::Response& to);
    void routes();
};

void RoomServer::Parts::state(const httplib::Request& from, httplib::Response& to) {
    const std::string me = from.get_param_value("me");
    const bool teacher = is_teacher(from.get_param_value("key"));
    if (!teacher && !is_browser_name(me))
        return answer(to, 400, "found no name of a browser, allowed is one");
    if (++streams > most_streams) {
        --streams;
        return answer(to, 503, "the room is full");
    }
    const auto visit = teacher ? std::optional<std::uint64_t>(0) : room.come_in(me);
    if (!visit) {
        --streams;
        return answer(to, 503, "the room is full");
    }
    to.set_header("Cache-Control", "no-store");
    const auto say = [this, me, teacher, visit, seen = std::uint64_t{0}](std::size_t,
                                                                         httplib::DataSink& sink) mutable {
        const bool goes_on = teacher ? !room.closed() : room.goes_on(me, *visit);
        if (!goes_on) {
            sink.done();
            return true;
        }
        const auto now = seen == 0 ? room.version() : room.wait(seen, beat);
        if (!sink.is_writable()) return false;
        // All of it, also where nothing has changed: whoever missed a message is right again a beat later.
        const auto view = room.view(teacher ? "" : me);
        std::string said =
            "data: " + (teacher ? json_for_teacher(name, view) : json_for_pupil(name, view)) + "\n";
        if (seen == 0) said = "retry: 1000\n" + said;
        seen = now;
        return sink.write(said.data(), said.size());
    };
    to.set_chunked_content_provider("text/event-stream", say, [this, me, visit](bool) {
        room.leave(me, *visit);
        --streams;
    });
}

void RoomServer::Parts::routes() {
    http.new_task_queue = [] { return new httplib::ThreadPool(threads); };
    http.set_payload_max_length(longest_post);
    http.set_read_timeout(patience);
    http.set_write_timeout(patience);
    http.set_keep_alive_timeout(1);
    http.set_default_headers({{"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "no-referrer"}});
    http.Get("/", [this](const httplib::Request&, httplib::Response& to) {
        to.set_header("Cache-Control", "no-cache");
        to.set_content(page, "text/html; charset=utf-8");
    });
    http.Get("/favicon.ico", [](const httplib::Request&, httplib::Response& to) { to.status = 204; });
    http.Get("/state", [this](const httplib::Request& from, httplib::Response& to) { state(from, to); });
    http.Post("/prediction",
              [this](const httplib::Request& from, httplib::Response& to) { prediction(from, to); });
    http.Post("/lead", [this](const httplib::Request& from, httplib::Response& to) { lead(from, to); });
}

RoomServer::RoomServer(std::string page, RoomName name, std::string key) : parts_(std::make_unique<Parts>()) {
    parts_->page = std::move(page);
    parts_->name = std::move(name);
    parts_->key = std::move(key);
    parts_->routes();
}
RoomServer::~RoomServer() = default;

bool RoomServer::take_port(int port, bool everywhere) {
    // The library shares a port with whoever else does; here only an old connection may still be closing on
    // it.
    parts_->http.set_socket_options([](socket_t socket) {
        const int yes = 1;
        setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    });
    return parts_->http.bind_to_port(everywhere ? "0.0.0.0" : "127.0.0.1", port);
}

bool RoomServer::serve(const std::function<bool()>& stop) {
    std::atomic<bool> ended = false;
    std::thread watch([&] {
        while (!ended && !stop()) std::this_thread::sleep_for(100ms);
        parts_->room.close();
        parts_->http.stop();
    });
    const bool well = parts_->http.listen_after_bind();
    ended = true;
    watch.join();
    return well;
}

std::string page_for_class(std::string page, const std::string& file) {
    const auto put = [&](const std::string& where, const std::string& instead) {
        const auto at = page.find(where);
        if (at == std::string::npos)
            throw sim::InputError(
                {file, 1, 1},
                "found a file that is not this version's page, allowed is what ./page.sh makes");
        page.replace(at, where.size(), instead);
    };
    put("connect-src blob: data:", "connect-src 'self' blob: data:");
    put("<meta name=\"generator\" content=\"weefsel\">",
        "<meta name=\"generator\" content=\"weefsel\">\n<meta name=\"weefsel-class\" content=\"1\">");
    return page;
}

std::vector<std::string> local_addresses() {
    std::vector<std::string> out;
    ifaddrs* all = nullptr;
    if (getifaddrs(&all) != 0) return out;
    for (const auto* one = all; one != nullptr; one = one->ifa_next) {
        if (one->ifa_addr == nullptr || one->ifa_addr->sa_family != AF_INET) continue;
        if ((one->ifa_flags & IFF_LOOPBACK) != 0 || (one->ifa_flags & IFF_UP) == 0) continue;
        std::array<char, INET_ADDRSTRLEN> text{};
        const auto* address = reinterpret_cast<const sockaddr_in*>(one->ifa_addr);
        if (inet_ntop(AF_INET, &address->sin_addr, text.data(), text.size()) != nullptr)
            out.emplace_back(text.data());
    }
    freeifaddrs(all);
    return out;
}

}  // namespace weefsel::app
