// What happened, and what to. See told_times.h.
#include <string>
#include <utility>

#include "claim/row_marks.h"
#include "claim/subjects.h"
#include "claim/told_times.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::int32_t kLast = -1;  // "the last train"

// A row's name, and what the marks at its end say.
struct Happening {
  std::string_view name;
  bool once = false, subject = false, counted = false, own = false,
       listed = false;
};
Happening HappeningOf(const TimedRow& row) {
  const RowMarks row_of = MarksOf(row.happening);
  return {.name = row_of.name,
          .once = row_of.Has('!'),
          .subject = row_of.Has('<'),
          .counted = row_of.Has('^'),
          .own = row_of.Has('*'),
          .listed = !row.things.empty()};
}

}  // namespace

bool ToldTimeReader::ListsWord(std::string_view list, std::string_view word) {
  bool found = false;
  ForEachWord(list, ' ',
              [&](std::string_view one) { found = found || one == word; });
  return found;
}

// A verb of the list, or one with a word behind it: "bring+control" of "was
// brought under control", "keep+out".
bool ToldTimeReader::VerbFits(std::string_view list,
                              const Clause& clause) const {
  const StringId verb = s_.G(clause.verb).lemma;
  bool found = false;
  ForEachWord(list, ' ', [&](std::string_view one) {
    const std::size_t plus = one.find('+');
    if (found || one.substr(0, plus) != View(verb)) return;
    found = plus == std::string_view::npos;
    for (std::uint32_t i = clause.verb + 1;
         !found && i < s_.parse.groups.groups.size() &&
         s_.G(i).kind != GroupKind::kVerb;
         ++i)
      found =
          (s_.G(i).kind != GroupKind::kNoun ||
           s_.G(i).preposition != kNowhere ||
           // "Found Karel Bos guilty".
           TagOf(s_.text.tokens[s_.G(i).last - 1]) == Tag::kAdjective) &&
          View(s_.text.tokens[s_.G(i).last - 1].folded) == one.substr(plus + 1);
  });
  return found;
}

// `things`: what a pronoun may stand for, if not any.
std::optional<ToldTimeReader::Theme> ToldTimeReader::ThemeAt(
    std::uint32_t group, std::string_view things) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> entity = NounOrPronoun(
      s_, group, discourse_, classes_,
      [&](const Entity& e) { return things.empty() || Lists(things, e.head); });
  if (!entity || !entity->head.valid()) return std::nullopt;
  discourse_.Resolve(*entity);
  return Theme{group, *std::move(entity)};
}

// What it happens to: what is acted on, else what acts.
std::optional<ToldTimeReader::Theme> ToldTimeReader::ThemeOf(
    const Clause& clause, bool subject, std::string_view things) const {
  const std::uint32_t patient = s_.parse.Patient(clause);
  // "The boat that workers found".
  if (!subject && clause.kind == Clause::Kind::kRelative &&
      patient == kNowhere && clause.subject != kNowhere &&
      clause.subject != clause.head && s_.G(clause.subject).first > 0 &&
      (s_.Info(s_.G(clause.subject).first - 1).features &
       (kRelative | kThatWord)) != 0)
    return ThemeAt(clause.head, things);
  for (const std::uint32_t group :
       {subject ? kNowhere : patient, clause.subject}) {
    if (group == kNowhere) continue;
    if ((s_.Info(s_.G(group).head).features & kRelative) != 0) break;
    return ThemeAt(group, things);
  }
  return clause.kind == Clause::Kind::kRelative ? ThemeAt(clause.head, things)
                                                : std::nullopt;
}

bool ToldTimeReader::SetTheme(const Theme& theme, std::string_view as,
                              ToldTime& told) const {
  const Group& g = s_.G(theme.group);
  const Entity& entity = theme.entity;
  // "The women's match" is one of several, "the employer's offer" is not.
  const bool of_some = g.possessor != kNowhere && s_.G(g.possessor).plural &&
                       s_.names.At(s_.G(g.possessor).head) == nullptr &&
                       (ClassesOf(g.possessor) & classes_.people) != 0;
  if (entity.similar || of_some) return false;
  told.theme =
      as.empty() ? Intern(rows_.LikeNoun(View(entity.head))) : Intern(as);
  told.theme_name = entity.name;
  // "Met rock" is of what has no article.
  const bool bare = told.listed && !entity.plural && !told.people &&
                    (g.features & kIndefinite) == 0;
  told.known = entity.definite || entity.owned || entity.name.valid() || bare;
  told.plural = entity.plural;
  told.people = (entity.classes & classes_.people) != 0;
  for (std::uint32_t t = g.first; t < g.head; ++t) {
    const auto tag = static_cast<Tag>(s_.text.tokens[t].tag);
    const Atom* ordinal = nullptr;
    for (const Atom& atom : s_.atoms) {
      if (atom.kind == Atom::Kind::kOrdinal && atom.first <= t && t < atom.last)
        ordinal = &atom;
    }
    if (ordinal != nullptr) {
      told.ordinal =
          static_cast<std::int32_t>(mentions_.mentions[ordinal->id].number);
      continue;
    }
    if ((s_.Info(t).classes & words_.other_one) != 0) return false;
    if ((s_.Info(t).classes & Class("told_last")) != 0) {
      told.ordinal = kLast;
      continue;
    }
    // "The Maris plant", "the Kenyan delegation".
    const NameMention* name = s_.names.At(t);
    if (name != nullptr && name->kind == NameKind::kNationality &&
        name->country.valid())
      told.names.push_back(name->country);
    else if (name != nullptr && name->canonical.valid() &&
             name->canonical != told.theme_name)
      told.names.push_back(name->canonical);
    const bool word = tag == Tag::kAdjective || tag == Tag::kNoun ||
                      tag == Tag::kParticiple || tag == Tag::kGerund;
    if (word && s_.names.At(t) == nullptr)
      told.narrow.push_back(s_.Info(t).noun.valid() ? s_.Info(t).noun
                                                    : s_.text.tokens[t].folded);
  }
  const auto add = [&](std::uint32_t group) {
    if (group == kNowhere) return;
    if (const NameMention* name = s_.names.At(s_.G(group).head);
        name != nullptr && name->canonical.valid())
      told.names.push_back(name->canonical);
  };
  add(g.possessor);
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (groups[i].governor == theme.group && groups[i].kind == GroupKind::kNoun)
      add(i);
  }
  return true;
}

// What else the clause speaks of.
void ToldTimeReader::Beside(std::uint32_t clause, std::uint32_t theme,
                            ToldTime& told) const {
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const Group& g = groups[i];
    if (i == theme || g.kind != GroupKind::kNoun || g.clause != clause ||
        s_.Info(g.head).first == Tag::kPronoun)
      continue;
    if (const NameMention* name = s_.names.At(g.head);
        name != nullptr && name->canonical.valid()) {
      told.beside.push_back(name->canonical);
      if (g.preposition != kNowhere) told.places.push_back(name->canonical);
    }
    told.beside.push_back(Intern(rows_.LikeNoun(View(g.lemma))));
  }
  const std::uint32_t agent = s_.parse.Agent(s_.parse.clauses[clause]);
  if (agent == kNowhere || agent == theme) return;
  if (std::optional<Theme> who = ThemeAt(agent)) {
    told.agent_name = who->entity.name;
    told.beside.push_back(Intern(rows_.LikeNoun(View(who->entity.head))));
  }
}

void ToldTimeReader::Take(const auto& happening, ToldTime& told) const {
  told.key = Intern(happening.name);
  told.once = happening.once;
  told.counted = happening.counted;
  told.listed = happening.listed;
}

// By the first row that lists the verb and its thing, else by the verb itself.
bool ToldTimeReader::SetHappening(const Clause& clause, StringId verb,
                                  ToldTime& told) const {
  for (const TimedRow& row : s_.words.index().tables().timed) {
    if (!VerbFits(row.verbs, clause)) continue;
    const Happening happening = HappeningOf(row);
    std::optional<Theme> theme = ThemeOf(clause, happening.subject, row.things);
    // "When was it signed?": what else would be.
    const std::uint32_t it = clause.subject;
    if (happening.once && happening.listed && it != kNowhere && !theme &&
        s_.Info(s_.G(it).head).first == Tag::kPronoun &&
        (s_.Info(s_.G(it).head).features & kThing) != 0) {
      Take(happening, told);
      told.theme = Intern(row.things.substr(0, row.things.find(' ')));
      told.known = true;
      return true;
    }
    if (!row.things.empty() &&
        (!theme || !Lists(row.things, theme->entity.head))) {
      // "Tickets go on general sale": of what stands behind the verb.
      theme = ThemeOf(clause, true, row.things);
      if (!theme || !Lists(row.things, theme->entity.head)) continue;
    }
    if (!theme) return false;
    Take(happening, told);
    const std::string_view as = told.listed && !happening.own
                                    ? row.things.substr(0, row.things.find(' '))
                                    : std::string_view();
    return SetTheme(*theme, as, told);
  }
  const std::optional<Theme> theme = ThemeOf(clause, false);
  constexpr std::uint16_t kNoDeed = kCopula | kSayVerb | kHaveMain;
  if (!theme || (s_.G(clause.verb).verb & kNoDeed) != 0 ||
      (s_.words.Of(verb).classes & (Class("told_light") | words_.say)) != 0)
    return false;
  told.key = Intern("to " + std::string(rows_.LikeVerb(View(verb))));
  return SetTheme(*theme, {}, told);
}

// The lemma of a group, of "kick-off" both words.
StringId ToldTimeReader::NounOf(std::uint32_t group) const {
  const Group& g = s_.G(group);
  const auto& tokens = s_.text.tokens;
  const std::uint32_t t = g.head;
  if (t < g.first + 2 || s_.text.View(tokens[t - 1]) != "-" ||
      tokens[t - 1].end != tokens[t].begin ||
      tokens[t - 2].end != tokens[t - 1].begin)
    return g.lemma;
  return Intern(std::string(View(tokens[t - 2].folded)) + "-" +
                std::string(View(tokens[t].folded)));
}

// "The kick-off was at 3 p.m.", "the opening of the trial on Monday".
bool ToldTimeReader::OfNoun(const PathStep& step, ToldTime& told) const {
  const Group& g = s_.G(step.group);
  const StringId noun = NounOf(step.group);
  for (const TimedRow& row : s_.words.index().tables().timed) {
    if (!Lists(row.nouns, noun)) continue;
    if (step.clause != kNowhere) {
      const Clause& clause = s_.parse.clauses[step.clause];
      if (clause.verb != kNowhere && !SetFact(clause, false, told))
        return false;
    }
    const Happening happening = HappeningOf(row);
    Take(happening, told);
    told.label = noun;
    if (told.listed) {
      told.theme = Intern(row.things.substr(0, row.things.find(' ')));
      told.known = true;
      return true;
    }
    // What it is of.
    const std::optional<Theme> theme = ThemeAt(OfWhat(step.group));
    return theme && SetTheme(*theme, {}, told);
  }
  return false;
}

}  // namespace gainsay::internal
