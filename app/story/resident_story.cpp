#include "app/story/resident_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/terminal/texts.hpp"

namespace weefsel::app {
namespace {

/// All events of all options by month, each once; what holds when the options begin comes first.
std::vector<LifeEvent> all_events(const ResidentStory& story) {
    std::vector<LifeEvent> all;
    for (const auto& events : story.events)
        for (const auto& e : events)
            if (std::find(all.begin(), all.end(), e) == all.end()) all.push_back(e);
    std::stable_sort(all.begin(), all.end(),
                     [](const LifeEvent& a, const LifeEvent& b) { return a.month < b.month; });
    return all;
}

bool tells(const std::vector<LifeEvent>& events, const LifeEvent& event) {
    return std::find(events.begin(), events.end(), event) != events.end();
}

/// In which options an event is told, in brackets; nothing when in all.
std::string tag(const StoryBook& book, const ResidentStory& story, const LifeEvent& event, Language l) {
    if (in_every_option(story, event)) return "";
    std::string out;
    for (std::size_t o = 0; o < story.events.size(); ++o)
        if (tells(story.events[o], event)) out += (out.empty() ? "[" : ", ") + book.options[o].label(l);
    return out + "] ";
}

std::string timeline(const StoryBook& book, const ResidentStory& story, Language l) {
    constexpr std::size_t indent = 2;
    const StoryOf of{story.lives[book.reference], book.sites};
    std::string start, out;
    for (const auto& e : all_events(story)) {
        const auto text = tag(book, story, e, l) + told_text(e, of, l);
        if (e.month < 0)
            start += " " + text;
        else
            out += "  " + wrapped(when_text(e.month, l) + ": " + text, page_width - indent, "      ") + "\n";
    }
    if (!start.empty())
        out.insert(0, "  " + wrapped(when_text(-1, l) + ":" + start, page_width - indent, "      ") + "\n");
    return out.empty() ? "  " + story_words(l).nothing + "\n" : out;
}

/// A line of a table: a name and columns, each as wide as its heading needs.
std::string row(const std::string& name, const std::vector<std::string>& cells, std::size_t cell = 14) {
    std::string out = "    " + padded(name, 60);
    for (const auto& text : cells) out += right_aligned(text, cell);
    return out + "\n";
}

/// A number as the reader's language writes it: with a comma in Dutch.
std::string decimal(double x, int decimals, Language l) {
    auto text = fmt::format("{:.{}f}", x, decimals);
    if (l == Language::nl) std::replace(text.begin(), text.end(), '.', ',');
    return text;
}

std::string in_prose(double x, Language l) {
    constexpr int decimals = 4;
    return decimal(x, decimals, l);
}

/// With its sign; what rounds to nothing has that of nothing.
std::string signed_number(double x, Language l, int decimals = 4) {
    const auto text = decimal(std::abs(x), decimals, l);
    const bool nothing = text.find_first_of("123456789") == std::string::npos;
    return (x < 0 && !nothing ? "-" : "+") + text;
}

std::string summary_text(const std::string& label, const Life& life, Language l) {
    const auto s = summary_of(life);
    const auto text = fmt::format(
        fmt::runtime(story_words(l).summary), fmt::arg("months", months_text(s.months_here, l)),
        fmt::arg("gp", decimal(s.gp_contacts_a_year, 1, l)),
        fmt::arg("lonely", months_text(s.severely_lonely_months, l)),
        fmt::arg("volunteer", months_text(s.volunteer_months, l)),
        fmt::arg("waiting", months_text(s.waiting_months, l)), fmt::arg("requests", s.unmet_requests));
    return "  " + wrapped("[" + label + "] " + text, page_width - 2, "      ") + "\n";
}

/// One month of both lives, term by term, and as its last line what the terms come to.
std::string term_table(const StoryBook& book, const Parting::Month& month, const std::string& heading,
                       const std::vector<std::string>& comes_to, std::size_t option, Language l) {
    const auto& w = story_words(l);
    const auto &reference_label = book.options[book.reference].label(l),
               &label = book.options[option].label(l);
    constexpr std::size_t least = 14, space = 2;
    const auto cell = std::max({least, characters(reference_label) + space, characters(label) + space});
    std::string out = "  " + fmt::format(fmt::runtime(heading), fmt::arg("when", when_text(month.month, l))) +
                      "\n" + row(w.term_column, {reference_label, label, w.log_note}, cell);
    double reference = 0, other = 0;
    for (const auto& t : month.terms) {
        reference += t.reference;
        other += t.option;
        out +=
            row(w.term[static_cast<std::size_t>(t.kind)],
                {signed_number(t.reference, l), signed_number(t.option, l), signed_number(t.difference(), l)},
                cell);
    }
    out += row(w.total,
               {signed_number(reference, l), signed_number(other, l), signed_number(other - reference, l)},
               cell);
    return out + row(comes_to.front(), {comes_to.begin() + 1, comes_to.end()}, cell);
}

/// Hazards of the last month in which both lives were at risk.
std::string hazard_table(const StoryBook& book, const Parting& p, std::size_t option, Language l) {
    const auto& w = story_words(l);
    const auto both =
        std::find_if(p.last.rbegin(), p.last.rend(), [](const auto& m) { return !m.terms.empty(); });
    if (both == p.last.rend()) return "";
    return term_table(book, *both, w.last_month,
                      {w.hazard_row, decimal(both->reference, 5, l), decimal(both->option, 5, l),
                       "x " + decimal(both->option / both->reference, 3, l)},
                      option, l);
}

std::string lonely_block(const StoryBook& book, const LonelyParting& p, std::size_t option, Language l) {
    const auto& w = story_words(l);
    const auto& month = p.widest();
    return "  " + wrapped(lonely_parting_text(book, p, option, l), page_width - 2, "  ") + "\n" +
           term_table(book, month, w.lonely_month,
                      {w.score_row, decimal(month.reference, 2, l), decimal(month.option, 2, l),
                       signed_number(month.option - month.reference, l, 2)},
                      option, l);
}

/// What each term did to the accumulated hazard.
std::string share_table(const StoryBook& book, const Parting& p, std::size_t option, Language l) {
    const auto& w = story_words(l);
    std::string out =
        "  " +
        fmt::format(fmt::runtime(w.difference), fmt::arg("option", book.options[option].label(l)),
                    fmt::arg("reference", book.options[book.reference].label(l))) +
        "\n";
    for (const auto& s : p.shares)
        if (s.value != 0.0) out += row(w.term[static_cast<std::size_t>(s.kind)], {signed_number(s.value, l)});
    if (p.not_at_risk != 0.0) out += row(w.only_one, {signed_number(p.not_at_risk, l)});
    if (p.carried != 0.0) out += row(w.carried, {signed_number(p.carried, l)});
    return out + row(w.total, {signed_number(p.difference(), l)});
}

std::string parting_block(const StoryBook& book, const std::optional<Parting>& p, bool most,
                          std::size_t option, Language l) {
    std::string out = "  " + wrapped(parting_text(book, p, most, option, l), page_width - 2, "  ") + "\n";
    if (!p || !p->same_episode) return out;
    return out + hazard_table(book, *p, option, l) + share_table(book, *p, option, l);
}

std::string story_text(const StoryBook& book, const ResidentStory& story, Language l) {
    const auto& w = story_words(l);
    const auto& first = story.lives[book.reference];
    std::string out =
        fmt::format(fmt::runtime(w.header), fmt::arg("id", story.id),
                    fmt::arg("person", person_text(first, l)), fmt::arg("age", first.at(-1).age)) +
        "\n";
    if (const auto why = why_text(book, story, l); !why.empty()) out += wrapped(why, page_width) + "\n";
    out += w.in_every_option + "\n\n" + timeline(book, story, l) + "\n";
    for (std::size_t o = 0; o < story.lives.size(); ++o)
        out += summary_text(book.options[o].label(l), story.lives[o], l);
    for (std::size_t o = 0; o < story.lives.size(); ++o) {
        if (o == book.reference) continue;
        out += "\n" + book.options[o].label(l) + " / " + book.options[book.reference].label(l) + "\n" +
               parting_block(book, story.parting[o], false, o, l);
        if (story.most && o == story.why.option) out += "\n" + parting_block(book, story.most, true, o, l);
        if (story.lonely[o]) out += "\n" + lonely_block(book, *story.lonely[o], o, l);
    }
    return out;
}

}  // namespace

std::string why_text(const StoryBook& book, const ResidentStory& story, Language l) {
    const auto& w = story_words(l);
    const auto& t = story.why;
    if (t.why == Why::asked) return "";
    const auto& kind = declared(t.kind);
    const bool lonely = t.kind == LedgerKind::severe_loneliness, less = t.gained < 0;
    const auto gained = fmt::format(
        fmt::runtime(lonely ? (less ? w.lost : w.gained) : (less ? w.earlier_first : w.later_first)),
        fmt::arg("n", months_text(std::abs(t.gained), l)),
        fmt::arg("kind", l == Language::nl ? kind.label_nl : kind.label_en));
    return fmt::format(fmt::runtime(t.why == Why::typical ? w.why_typical : w.why_most),
                       fmt::arg("n", months_text(t.months, l)),
                       fmt::arg("option", book.options[t.option].label(l)), fmt::arg("gained", gained));
}

bool in_every_option(const ResidentStory& story, const LifeEvent& event) {
    return std::all_of(story.events.begin(), story.events.end(),
                       [&](const auto& events) { return tells(events, event); });
}

std::string parting_text(const StoryBook& book, const std::optional<Parting>& p, bool most,
                         std::size_t option, Language l) {
    const auto& w = story_words(l);
    if (!p) return w.no_parting;
    const auto& reference = book.options[book.reference].label(l);
    const auto& other = book.options[option].label(l);
    const auto &first = p->first_in_reference ? reference : other,
               &second = p->first_in_reference ? other : reference;
    std::string out = fmt::format(fmt::runtime(most ? w.parts_most : w.parts),
                                  fmt::arg("event", w.event[static_cast<std::size_t>(p->hazard)]),
                                  fmt::arg("first", first), fmt::arg("when", when_text(p->month, l)));
    out += fmt::format(fmt::runtime(p->month_other == Parting::never ? w.never : w.later),
                       fmt::arg("other", second), fmt::arg("when", when_text(p->month_other, l)));
    if (!p->same_episode) return out + " " + w.same_threshold_not;
    const auto sum = [&](bool of_reference) { return in_prose(of_reference ? p->reference : p->option, l); };
    return out + " " +
           fmt::format(fmt::runtime(w.threshold), fmt::arg("threshold", in_prose(p->threshold, l)),
                       fmt::arg("first", first), fmt::arg("first_sum", sum(p->first_in_reference)),
                       fmt::arg("other", second), fmt::arg("other_sum", sum(!p->first_in_reference)));
}

std::string lonely_parting_text(const StoryBook& book, const LonelyParting& p, std::size_t option,
                                Language l) {
    const auto &reference = book.options[book.reference].label(l), &other = book.options[option].label(l);
    return fmt::format(fmt::runtime(story_words(l).lonely_parts), fmt::arg("when", when_text(p.month, l)),
                       fmt::arg("first", p.in_reference ? reference : other),
                       fmt::arg("other", p.in_reference ? other : reference));
}

analysis::ResultTable story_lines(const StoryBook& book) {
    analysis::ResultTable out("/lives", {"resident", "when_nl", "when_en", "text_nl", "text_en"});
    const auto nl = Language::nl, en = Language::en;
    for (const auto& story : book.stories) {
        const auto id = std::to_string(story.id);
        const auto& first = story.lives[book.reference];
        const auto who = [&](Language l) {
            return fmt::format(fmt::runtime(story_words(l).header), fmt::arg("id", story.id),
                               fmt::arg("person", person_text(first, l)), fmt::arg("age", first.at(-1).age)) +
                   " " + why_text(book, story, l);
        };
        out.add({id, "", "", who(nl), who(en)});
        const StoryOf of{first, book.sites};
        for (const auto& e : all_events(story))
            out.add({id, when_text(e.month, nl), when_text(e.month, en),
                     tag(book, story, e, nl) + told_text(e, of, nl),
                     tag(book, story, e, en) + told_text(e, of, en)});
        const auto tell = [&](auto text) { out.add({id, "", "", text(nl), text(en)}); };
        for (std::size_t o = 0; o < story.lives.size(); ++o) {
            if (o == book.reference) continue;
            if (story.parting[o])
                tell([&](Language l) { return parting_text(book, story.parting[o], false, o, l); });
            if (story.most && o == story.why.option)
                tell([&](Language l) { return parting_text(book, story.most, true, o, l); });
            if (story.lonely[o])
                tell([&](Language l) { return lonely_parting_text(book, *story.lonely[o], o, l); });
        }
    }
    return out;
}

std::string book_text(const StoryBook& book, Language language) {
    std::string out;
    for (const auto& story : book.stories) out += story_text(book, story, language) + "\n";
    return out;
}

}  // namespace weefsel::app
