#include "app/story/story_terms.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace weefsel::app {
namespace {

constexpr double unknown = std::numeric_limits<double>::quiet_NaN();

/// A text in both languages.
struct Said {
    std::string nl, en;
};
template <class Text>
Said said(Text text) {
    return {text(Language::nl), text(Language::en)};
}
Said word(std::string StoryWords::*which) {
    return said([&](Language l) { return story_words(l).*which; });
}
Said name_of_term(TermKind kind) {
    return said([&](Language l) { return story_words(l).term[static_cast<std::size_t>(kind)]; });
}

/// The rows of one life and option.
class Terms {
public:
    Terms(const StoryBook& book, std::size_t resident, std::size_t option, analysis::ResultTable& table)
        : book_(book), resident_(std::to_string(resident)), option_(option), table_(table) {}

    void add(const std::optional<Parting>& p) {
        if (!p || !p->same_episode) return;
        const auto event = [&](Language l) {
            return story_words(l).event[static_cast<std::size_t>(p->hazard)];
        };
        const auto both =
            std::find_if(p->last.rbegin(), p->last.rend(), [](const auto& m) { return !m.terms.empty(); });
        if (both != p->last.rend()) {
            begin([&](Language l) { return event(l) + ": " + in_month(&StoryWords::last_month, *both, l); });
            add_month(*both);
            row("hazard", word(&StoryWords::hazard_row), both->reference, both->option,
                both->option / both->reference);
        }
        begin([&](Language l) {
            return event(l) + ": " +
                   fmt::format(fmt::runtime(story_words(l).difference),
                               fmt::arg("option", book_.options[option_].label(l)),
                               fmt::arg("reference", book_.options[book_.reference].label(l)));
        });
        add_shares(*p);
    }
    void add(const std::optional<LonelyParting>& p) {
        if (!p) return;
        const auto& month = p->widest();
        begin([&](Language l) { return in_month(&StoryWords::lonely_month, month, l); });
        add_month(month);
        row("score", word(&StoryWords::score_row), month.reference, month.option,
            month.option - month.reference);
    }

private:
    static std::string in_month(std::string StoryWords::*heading, const Parting::Month& month, Language l) {
        return fmt::format(fmt::runtime(story_words(l).*heading),
                           fmt::arg("when", when_text(month.month, l)));
    }
    template <class Heading>
    void begin(Heading heading) {
        heading_ = said(heading);
    }
    void row(const char* kind, const Said& term, double reference, double option, double difference) {
        table_.add({resident_, book_.options[option_].name, kind, heading_.nl, heading_.en, term.nl, term.en},
                   {reference, option, difference});
    }
    void add_month(const Parting::Month& month) {
        double reference = 0, option = 0;
        for (const auto& t : month.terms) {
            reference += t.reference;
            option += t.option;
            row("term", name_of_term(t.kind), t.reference, t.option, t.difference());
        }
        row("total", word(&StoryWords::total), reference, option, option - reference);
    }
    void add_shares(const Parting& p) {
        for (const auto& s : p.shares)
            if (s.value != 0) row("share", name_of_term(s.kind), unknown, unknown, s.value);
        if (p.not_at_risk != 0) row("share", word(&StoryWords::only_one), unknown, unknown, p.not_at_risk);
        if (p.carried != 0) row("share", word(&StoryWords::carried), unknown, unknown, p.carried);
        row("total", word(&StoryWords::total), unknown, unknown, p.difference());
    }

    const StoryBook& book_;
    std::string resident_;
    std::size_t option_;
    Said heading_;
    analysis::ResultTable& table_;
};

}  // namespace

analysis::ResultTable story_terms(const StoryBook& book) {
    analysis::ResultTable out(
        "/lives_terms", {"resident", "option", "kind", "heading_nl", "heading_en", "term_nl", "term_en"},
        {"reference 1|in the reference", "value 1|in the option",
         "difference 1|option minus reference; of a hazard, how many times as large"});
    for (const auto& story : book.stories)
        for (std::size_t o = 0; o < story.lives.size(); ++o) {
            if (o == book.reference) continue;
            Terms terms(book, story.id, o, out);
            terms.add(story.parting[o]);
            if (o == story.why.option) terms.add(story.most);
            terms.add(story.lonely[o]);
        }
    return out;
}

}  // namespace weefsel::app
