#pragma once
#include <functional>
#include <memory>
#include <string>

#include "app/class/room_json.hpp"

namespace weefsel::app {

/// Gives a classroom its page over HTTP: `GET /` the page, `GET /state` what happens in the room as
/// server-sent events, `POST /prediction` and, with the teacher's key, `POST /lead`. Nothing is written to
/// disk.
class RoomServer {
public:
    /// `page`: the text that browsers get. `key`: makes whoever has it the teacher.
    RoomServer(std::string page, RoomName name, std::string key);
    ~RoomServer();
    RoomServer(const RoomServer&) = delete;
    RoomServer& operator=(const RoomServer&) = delete;

    /// False where another program has the port. `everywhere`: for the whole local network, not this computer
    /// alone.
    bool take_port(int port, bool everywhere);
    /// Answers until `stop` says so, which is asked every so often. False where it broke off by itself.
    bool serve(const std::function<bool()>& stop);

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// The page as a classroom gets it: it may ask its own server, and knows that it is in a class. Throws
/// sim::InputError where the text is no page of weefsel; `file`: for that message.
std::string page_for_class(std::string page, const std::string& file);

/// Addresses of this computer on its networks, IPv4, without that of the computer itself.
std::vector<std::string> local_addresses();

}  // namespace weefsel::app
