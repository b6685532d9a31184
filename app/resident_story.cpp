#include "app/resident_story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "app/texts.hpp"

namespace weefsel::app {
namespace {

constexpr std::size_t width = 100;

std::string event_line(const LifeEvent& event, const StoryOf& of, Language l) {
    const std::string when = event.month < 0 ? "" : when_text(event.month, l) + ": ";
    return "  " + wrapped(when + told_text(event, of, l), width - 2, "      ") + "\n";
}

/// What holds when the options begin stands on one line.
std::string start_line(const std::vector<LifeEvent>& events, const StoryOf& of, Language l) {
    std::string out;
    for (const auto& e : events)
        if (e.month < 0) out += " " + told_text(e, of, l);
    return out.empty() ? out : "  " + wrapped(when_text(-1, l) + ":" + out, width - 2, "      ") + "\n";
}

std::string lines_from(const std::vector<LifeEvent>& events, std::size_t from, std::size_t until,
                       const StoryOf& of, Language l) {
    std::string out;
    for (std::size_t k = from; k < until; ++k)
        if (events[k].month >= 0) out += event_line(events[k], of, l);
    return out;
}

std::string summary_text(const Life& life, Language l) {
    const auto s = summary_of(life);
    return "  " +
           wrapped(fmt::format(fmt::runtime(story_words(l).summary),
                               fmt::arg("months", months_text(s.months_here, l)),
                               fmt::arg("gp", fmt::format("{:.1f}", s.gp_contacts_a_year)),
                               fmt::arg("lonely", months_text(s.severely_lonely_months, l)),
                               fmt::arg("volunteer", months_text(s.volunteer_months, l)),
                               fmt::arg("waiting", months_text(s.waiting_months, l))),
                   width - 2, "      ") +
           "\n";
}

std::string row(const std::string& name, const std::vector<std::string>& cells) {
    std::string out = "    " + padded(name, 42);
    for (const auto& cell : cells) out += right_aligned(cell, 14);
    return out + "\n";
}

std::string signed_number(double x) { return fmt::format("{:+.4f}", x + 0.0); }

/// Hazards of the last month in which both lives were at risk, term by term.
std::string term_table(const StoryBook& book, const Parting& p, std::size_t option, Language l) {
    const auto& w = story_words(l);
    const auto both =
        std::find_if(p.last.rbegin(), p.last.rend(), [](const auto& m) { return !m.terms.empty(); });
    if (both == p.last.rend()) return "";
    constexpr std::size_t cell = 12;
    const auto name = [&](std::size_t o) { return book.options[o].name.substr(0, cell); };
    std::string out = "  " +
                      fmt::format(fmt::runtime(w.last_month), fmt::arg("when", when_text(both->month, l))) +
                      "\n" + row(w.term_column, {name(book.reference), name(option), w.log_note});
    double reference = 0, other = 0;
    for (const auto& t : both->terms) {
        reference += t.reference;
        other += t.option;
        out += row(w.term[static_cast<std::size_t>(t.kind)],
                   {signed_number(t.reference), signed_number(t.option), signed_number(t.difference())});
    }
    out += row(w.total, {signed_number(reference), signed_number(other), signed_number(other - reference)});
    return out +
           row(w.hazard_row, {fmt::format("{:.5f}", both->reference), fmt::format("{:.5f}", both->option),
                              fmt::format("x {:.3f}", std::exp(other - reference))});
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
        if (s.value != 0.0) out += row(w.term[static_cast<std::size_t>(s.kind)], {signed_number(s.value)});
    if (p.not_at_risk != 0.0) out += row(wrapped(w.only_one, 60), {signed_number(p.not_at_risk)});
    return out + row(w.total, {signed_number(p.difference())});
}

std::string parting_block(const StoryBook& book, const ResidentStory& story, std::size_t option, Language l) {
    const auto& p = story.parting[option];
    std::string out = "  " + wrapped(parting_text(book, story, option, l), width - 2, "  ") + "\n";
    if (!p || !p->same_episode) return out;
    return out + term_table(book, *p, option, l) + share_table(book, *p, option, l);
}

std::string story_text(const StoryBook& book, const ResidentStory& story, Language l) {
    const auto& w = story_words(l);
    const auto& first = story.lives[book.reference];
    std::string out =
        fmt::format(fmt::runtime(w.header), fmt::arg("id", story.id),
                    fmt::arg("person", person_text(first, l)), fmt::arg("age", first.at(-1).age)) +
        "\n";
    if (const auto why = why_text(book, story, l); !why.empty()) out += wrapped(why, width) + "\n";
    std::size_t common = story.events[book.reference].size();
    for (const auto& events : story.events)
        common = std::min(common, common_beginning(story.events[book.reference], events));
    const StoryOf of{first, book.sites};
    const auto& reference = story.events[book.reference];
    out += "\n" + w.in_every_option + "\n";
    const auto begin = start_line(reference, of, l) + lines_from(reference, 0, common, of, l);
    out += begin.empty() ? "  " + w.nothing + "\n" : begin;
    for (std::size_t o = 0; o < story.lives.size(); ++o) {
        const StoryOf life{story.lives[o], book.sites};
        out += "\n" + fmt::format(fmt::runtime(w.in_option), fmt::arg("option", book.options[o].label(l))) +
               "\n";
        const auto lines = lines_from(story.events[o], common, story.events[o].size(), life, l);
        out += (lines.empty() ? "  " + w.nothing_more + "\n" : lines) + summary_text(story.lives[o], l);
    }
    for (std::size_t o = 0; o < story.lives.size(); ++o)
        if (o != book.reference)
            out += "\n" + book.options[book.reference].label(l) + " / " + book.options[o].label(l) + "\n" +
                   parting_block(book, story, o, l);
    return out;
}

}  // namespace

std::string why_text(const StoryBook& book, const ResidentStory& story, Language l) {
    const auto& w = story_words(l);
    const auto& t = story.why;
    if (t.why == Why::asked) return "";
    const auto& kind = declared(t.kind);
    const auto gained = fmt::format(fmt::runtime(t.gained < 0 ? w.lost : w.gained),
                                    fmt::arg("n", months_text(std::abs(t.gained), l)),
                                    fmt::arg("kind", l == Language::nl ? kind.label_nl : kind.label_en));
    return fmt::format(fmt::runtime(t.why == Why::typical ? w.why_typical : w.why_most),
                       fmt::arg("n", months_text(t.months, l)),
                       fmt::arg("option", book.options[t.option].label(l)), fmt::arg("gained", gained));
}

std::string parting_text(const StoryBook& book, const ResidentStory& story, std::size_t option, Language l) {
    const auto& w = story_words(l);
    const auto& p = story.parting[option];
    if (!p) return w.no_parting;
    const auto& reference = book.options[book.reference].label(l);
    const auto& other = book.options[option].label(l);
    const auto &first = p->first_in_reference ? reference : other,
               &second = p->first_in_reference ? other : reference;
    std::string out =
        fmt::format(fmt::runtime(w.parts), fmt::arg("event", w.event[static_cast<std::size_t>(p->hazard)]),
                    fmt::arg("first", first), fmt::arg("when", when_text(p->month, l)));
    out += fmt::format(fmt::runtime(p->month_other == Parting::never ? w.never : w.later),
                       fmt::arg("other", second), fmt::arg("when", when_text(p->month_other, l)));
    if (!p->same_episode) return out + " " + w.same_threshold_not;
    const auto sum = [&](bool of_reference) {
        return fmt::format("{:.4f}", of_reference ? p->reference : p->option);
    };
    return out + " " +
           fmt::format(fmt::runtime(w.threshold), fmt::arg("threshold", fmt::format("{:.4f}", p->threshold)),
                       fmt::arg("first", first), fmt::arg("first_sum", sum(p->first_in_reference)),
                       fmt::arg("other", second), fmt::arg("other_sum", sum(!p->first_in_reference)));
}

std::string book_text(const StoryBook& book, Language language) {
    std::string out;
    for (const auto& story : book.stories) out += story_text(book, story, language) + "\n";
    return out;
}

}  // namespace weefsel::app
