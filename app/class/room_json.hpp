#pragma once
#include <optional>
#include <string>
#include <vector>

#include "app/class/room.hpp"

namespace weefsel::app {

/// What is said of a room whoever asks.
struct RoomName {
    std::string code;                    ///< four letters
    std::vector<std::string> addresses;  ///< at which pupils find it
};
/// For a pupil: what the class does, how many have predicted, and their own animal and word.
std::string json_for_pupil(const RoomName& name, const RoomView& view);
/// For the teacher: all words besides, and the addresses.
std::string json_for_teacher(const RoomName& name, const RoomView& view);

/// What a browser may send; a member that is missing or of another kind is empty or 0.
struct Sent {
    std::string me, key, word, phase;
    int lesson = 0;
    bool anew = false;
};
/// Nothing where it is no JSON object.
std::optional<Sent> read_sent(const std::string& text);

}  // namespace weefsel::app
