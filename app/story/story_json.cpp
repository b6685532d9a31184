#include "app/story/story_json.hpp"

#include "app/terminal/json_value.hpp"

namespace weefsel::app {
namespace {

Json both(const char* name, const std::string& nl, const std::string& en) {
    const std::string key(name);
    return {{key + "_nl", nl}, {key + "_en", en}};
}

Json life_json(const StoryBook& book, const ResidentStory& story, std::size_t option) {
    const auto& life = story.lives[option];
    const auto s = summary_of(life);
    Json out{{"option", book.options[option].name}, {"events", Json::array()}};
    for (const auto& e : story.events[option]) {
        const StoryOf of{life, book.sites};
        out["events"].push_back({{"month", e.month + 1},
                                 {"year", e.month < 0 ? 0 : e.month / sim::months_per_year + 1},
                                 {"kind", name_of(e.kind)},
                                 {"in_every_option", in_every_option(story, e)},
                                 {"text_nl", told_text(e, of, Language::nl)},
                                 {"text_en", told_text(e, of, Language::en)}});
    }
    out["summary"] = {
        {"months_here", s.months_here},           {"severely_lonely_months", s.severely_lonely_months},
        {"volunteer_months", s.volunteer_months}, {"waiting_months", s.waiting_months},
        {"unmet_requests", s.unmet_requests},     {"gp_contacts_a_year", number(s.gp_contacts_a_year)}};
    return out;
}

Json term_json(TermKind kind) {
    const auto k = static_cast<std::size_t>(kind);
    Json out{{"term", name_of(kind)}};
    out.update(both("label", story_words(Language::nl).term[k], story_words(Language::en).term[k]));
    return out;
}

Json parting_month_json(const Parting::Month& m) {
    Json out{{"month", m.month + 1},
             {"hazard_reference", number(m.reference)},
             {"hazard_option", number(m.option)},
             {"terms", Json::array()}};
    for (const auto& t : m.terms) {
        auto term = term_json(t.kind);
        term.update({{"reference", t.reference}, {"option", t.option}, {"difference", t.difference()}});
        out["terms"].push_back(term);
    }
    return out;
}

Json parting_json(const StoryBook& book, const std::optional<Parting>& p, bool most, std::size_t option) {
    Json out{{"option", book.options[option].name},
             {"reference", book.options[book.reference].name},
             {"which", most ? "differs_most" : "first"}};
    out.update(both("text", parting_text(book, p, most, option, Language::nl),
                    parting_text(book, p, most, option, Language::en)));
    out["parts"] = p.has_value();
    if (!p) return out;
    const auto k = static_cast<std::size_t>(p->hazard);
    out["event"] = name_of(p->hazard);
    out.update(both("event", story_words(Language::nl).event[k], story_words(Language::en).event[k]));
    const auto other = p->month_other == Parting::never ? Json(nullptr) : Json(p->month_other + 1);
    out["month_reference"] = p->first_in_reference ? Json(p->month + 1) : other;
    out["month_option"] = p->first_in_reference ? other : Json(p->month + 1);
    out["same_threshold"] = p->same_episode;
    out["threshold"] = number(p->threshold);
    out["accumulated_reference"] = number(p->reference);
    out["accumulated_option"] = number(p->option);
    out["difference"] = number(p->difference());
    out["not_at_risk"] = number(p->not_at_risk);
    out["carried"] = number(p->carried);
    out["shares"] = Json::array();
    for (const auto& s : p->shares) {
        auto share = term_json(s.kind);
        share["value"] = s.value;
        out["shares"].push_back(share);
    }
    out["last_months"] = Json::array();
    for (const auto& m : p->last) out["last_months"].push_back(parting_month_json(m));
    return out;
}

/// The numbers of a month are the scores to which loneliness goes; its terms are of the logit.
Json lonely_parting_json(const StoryBook& book, const LonelyParting& p, std::size_t option) {
    Json out{{"option", book.options[option].name}, {"reference", book.options[book.reference].name}};
    out.update(both("text", lonely_parting_text(book, p, option, Language::nl),
                    lonely_parting_text(book, p, option, Language::en)));
    out["month"] = p.month + 1;
    out["month_differing_most"] = p.widest().month + 1;
    out["lonely_in"] = book.options[p.in_reference ? book.reference : option].name;
    out["last_months"] = Json::array();
    for (const auto& m : p.last) {
        auto month = parting_month_json(m);
        month["score_reference"] = month["hazard_reference"];
        month["score_option"] = month["hazard_option"];
        month.erase("hazard_reference");
        month.erase("hazard_option");
        out["last_months"].push_back(month);
    }
    return out;
}

Json story_json(const StoryBook& book, const ResidentStory& story) {
    constexpr const char* reasons[] = {"asked", "differs_most", "typical"};
    const auto& first = story.lives[book.reference];
    Json out{{"id", story.id},
             {"birth_number", std::to_string(story.birth_number)},
             {"sex", first.at(-1).sex == Sex::female ? "female" : "male"},
             {"age", first.at(-1).age},
             {"why", reasons[static_cast<std::size_t>(story.why.why)]},
             {"event_free_months_differing", story.why.months},
             {"differs_most_in", declared(story.why.kind).name},
             {"months_gained", story.why.gained},
             {"option_differing_most", book.options[story.why.option].name}};
    out.update(both("person", person_text(first, Language::nl), person_text(first, Language::en)));
    out.update(both("why", why_text(book, story, Language::nl), why_text(book, story, Language::en)));
    out["lives"] = Json::array();
    out["partings"] = Json::array();
    for (std::size_t o = 0; o < story.lives.size(); ++o) {
        out["lives"].push_back(life_json(book, story, o));
        if (o != book.reference) out["partings"].push_back(parting_json(book, story.parting[o], false, o));
    }
    out["loneliness"] = Json::array();
    for (std::size_t o = 0; o < story.lives.size(); ++o)
        if (story.lonely[o]) out["loneliness"].push_back(lonely_parting_json(book, *story.lonely[o], o));
    if (story.most) out["partings"].push_back(parting_json(book, story.most, true, story.why.option));
    return out;
}

}  // namespace

std::string json_of_stories(const StoryBook& book) {
    Json out = made_by();
    out["results"] = book.file;
    out["title"] = book.title;
    out["seed"] = book.seed;
    out["draw"] = book.draw;
    out["replicate"] = book.replicate;
    out["residents"] = book.residents;
    out["reference"] = book.options[book.reference].name;
    out["options"] = Json::array();
    for (const auto& o : book.options) {
        Json option{{"name", o.name}};
        option.update(both("label", o.label_nl, o.label_en));
        out["options"].push_back(option);
    }
    out["stories"] = Json::array();
    for (const auto& story : book.stories) out["stories"].push_back(story_json(book, story));
    return text_of(out);
}

}  // namespace weefsel::app
