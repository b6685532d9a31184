#include "app/class/room_json.hpp"

#include "app/terminal/json_value.hpp"

namespace weefsel::app {
namespace {

Json what_the_class_does(const RoomName& name, const RoomView& view) {
    return {{"room", name.code},
            {"lesson", view.lesson},
            {"phase", view.phase == Phase::predict ? "predict" : "reveal"},
            {"here", view.here},
            {"given", view.given.size()}};
}
std::string text_in(const Json& object, const char* member) {
    const auto at = object.find(member);
    return at != object.end() && at->is_string() ? at->get<std::string>() : "";
}

}  // namespace

std::string json_for_pupil(const RoomName& name, const RoomView& view) {
    Json out = what_the_class_does(name, view);
    if (view.you) out["you"] = {{"animal", view.you->animal}, {"word", view.you->word}};
    return line_of(out);
}

std::string json_for_teacher(const RoomName& name, const RoomView& view) {
    Json out = what_the_class_does(name, view);
    out["addresses"] = name.addresses;
    out["words"] = Json::array();
    for (const auto& one : view.given) out["words"].push_back({{"animal", one.animal}, {"word", one.word}});
    return line_of(out);
}

std::optional<Sent> read_sent(const std::string& text) {
    try {
        const Json object = read_json(text);
        if (!object.is_object()) return std::nullopt;
        Sent sent{text_in(object, "me"), text_in(object, "key"), text_in(object, "word"),
                  text_in(object, "phase")};
        const auto lesson = object.find("lesson");
        if (lesson != object.end() && lesson->is_number_integer()) {
            const auto number = lesson->get<std::int64_t>();
            sent.lesson = number >= 1 && number <= Room::lessons ? static_cast<int>(number) : 0;
        }
        sent.anew = object.value("anew", Json(false)) == Json(true);
        return sent;
    } catch (const TooDeep&) { return std::nullopt; } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace weefsel::app
