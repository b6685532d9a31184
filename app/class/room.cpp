#include "app/class/room.hpp"

#include <algorithm>
#include <array>

#include "app/class/prediction_word.hpp"

namespace weefsel::app {

bool is_browser_name(const std::string& me) {
    constexpr std::size_t digits = 16;
    return me.size() == digits && me.find_first_not_of("0123456789abcdef") == std::string::npos;
}

void Room::change() {
    ++version_;
    changed_.notify_all();
}

Room::Pupil* Room::pupil(const std::string& me) {
    const auto known = pupils_.find(me);
    if (known != pupils_.end()) return &known->second;
    std::array<bool, most_pupils> taken{};
    for (const auto& [name, one] : pupils_) taken[static_cast<std::size_t>(one.animal)] = true;
    auto free = std::find(taken.begin(), taken.end(), false);
    if (free == taken.end()) {
        const auto gone = std::find_if(pupils_.begin(), pupils_.end(), [](const auto& entry) {
            return entry.second.visit == 0 && entry.second.word.empty();
        });
        if (gone == pupils_.end()) return nullptr;
        free = taken.begin() + gone->second.animal;
        pupils_.erase(gone);
    }
    auto& made = pupils_[me];
    made.animal = static_cast<int>(free - taken.begin());
    return &made;
}

std::optional<std::uint64_t> Room::come_in(const std::string& me) {
    const std::lock_guard lock(mutex_);
    auto* who = closed_ ? nullptr : pupil(me);
    if (who == nullptr) return std::nullopt;
    who->visit = ++visits_;
    change();
    return who->visit;
}

void Room::leave(const std::string& me, std::uint64_t visit) {
    const std::lock_guard lock(mutex_);
    const auto who = pupils_.find(me);
    if (who == pupils_.end() || who->second.visit != visit) return;
    who->second.visit = 0;
    change();
}

bool Room::goes_on(const std::string& me, std::uint64_t visit) const {
    const std::lock_guard lock(mutex_);
    const auto who = pupils_.find(me);
    return !closed_ && who != pupils_.end() && who->second.visit == visit;
}

Taken Room::judge(int lesson, const std::string& word) const {
    if (lesson < 1 || lesson > lessons || !is_prediction_word(word)) return Taken::wrong;
    return lesson != lesson_ || phase_ != Phase::predict ? Taken::closed : Taken::yes;
}

Taken Room::predict(const std::string& me, int lesson, const std::string& word) {
    const std::lock_guard lock(mutex_);
    const Taken judged = judge(lesson, word);
    if (judged != Taken::yes) return judged;
    auto* who = pupil(me);
    if (who == nullptr) return Taken::full;
    if (who->word == word) return Taken::yes;
    who->word = word;
    change();
    return Taken::yes;
}

Taken Room::type(int lesson, const std::string& word) {
    const std::lock_guard lock(mutex_);
    const Taken judged = judge(lesson, word);
    if (judged != Taken::yes) return judged;
    auto* who = pupil("typed " + std::to_string(++typed_));
    if (who == nullptr) return Taken::full;
    who->word = word;
    change();
    return Taken::yes;
}

Taken Room::lead(int lesson, Phase phase, bool anew) {
    const std::lock_guard lock(mutex_);
    if (lesson < 1 || lesson > lessons) return Taken::wrong;
    if (anew || lesson != lesson_) {
        for (auto& [name, who] : pupils_) who.word.clear();
        std::erase_if(pupils_, [](const auto& entry) { return entry.second.visit == 0; });
    }
    lesson_ = lesson;
    phase_ = phase;
    change();
    return Taken::yes;
}

RoomView Room::view(const std::string& me) const {
    const std::lock_guard lock(mutex_);
    RoomView view{lesson_, phase_, 0, {}, std::nullopt};
    for (const auto& [name, who] : pupils_) {
        if (who.visit != 0) ++view.here;
        if (!who.word.empty()) view.given.push_back({who.animal, who.word});
        if (name == me) view.you = {who.animal, who.word};
    }
    std::sort(view.given.begin(), view.given.end(),
              [](const Prediction& a, const Prediction& b) { return a.animal < b.animal; });
    return view;
}

std::uint64_t Room::version() const {
    const std::lock_guard lock(mutex_);
    return version_;
}

std::uint64_t Room::wait(std::uint64_t seen, std::chrono::milliseconds longest) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, longest, [&] { return closed_ || version_ != seen; });
    return version_;
}

void Room::close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    change();
}

bool Room::closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
}

}  // namespace weefsel::app
