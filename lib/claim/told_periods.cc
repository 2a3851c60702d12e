// Counts that a clause tells for a period of its own: "in 2019 some 38,000
// trucks passed through the crossing", "had 36,500 members at the end of 2023".
// A row (whole_counts.inc) says which verbs tell a noun's number as a whole.
// See told.h.
#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "claim/subjects.h"
#include "claim/told.h"
#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

constexpr std::uint8_t kTimeFile = 28;

void SortOnce(std::vector<StringId>& words) {
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
}

}  // namespace

// "as_of member : have count": true if the row is one of these.
bool ToldRows::AddWhole(std::string_view row) {
  const std::size_t colon = row.find(" : "), first = row.find(' ');
  if (colon == std::string_view::npos) return false;
  const std::string_view kind = row.substr(0, first);
  WholeCount whole;
  whole.whole = kind == "as_of"    ? Whole::kAsOf
                : kind == "during" ? Whole::kDuring
                                   : Whole::kDuringAt;
  ForEachWord(row.substr(colon + 3), ' ',
              [&](std::string_view verb) { whole.verbs.insert(verb); });
  const auto index = static_cast<std::uint32_t>(wholes_.size());
  ForEachWord(row.substr(first, colon - first), ' ',
              [&](std::string_view noun) { whole_of_[noun].push_back(index); });
  wholes_.push_back(std::move(whole));
  return true;
}

// True if a date stands right behind another count than that of a group: "and
// 61,000 in 2023".
bool ToldReader::IsOfOtherCount(std::uint32_t date, std::uint32_t group) const {
  const auto& groups = s_.parse.groups.groups;
  std::uint32_t before = date;
  while (before > 0 && (groups[before - 1].kind == GroupKind::kPreposition))
    --before;
  if (before == 0 || before - 1 == group) return false;
  const Group& g = groups[before - 1];
  return g.atom != kNowhere && s_.atoms[g.atom].kind == Atom::Kind::kNumber;
}

// The one date of a clause, if it says when the clause's count was: "in 2019",
// "at the end of September", "last year"; not "since 2019".
std::optional<DayInterval> ToldReader::OnlyDate(std::uint32_t clause,
                                                std::uint32_t counted) const {
  std::optional<DayInterval> only;
  for (const Atom& atom : s_.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const std::uint32_t group = GroupOfAtom(s_.parse, atom);
    if (group == kNowhere || s_.G(group).clause != clause ||
        IsOfOtherCount(group, counted))
      continue;
    const Mention& date = mentions_.mentions[atom.id];
    const Group& g = s_.G(group);
    const bool told =
        g.kind == GroupKind::kValue
            ? g.preposition == kNowhere ||
                  (s_.Info(g.preposition).classes & Class("told_during")) != 0
            : group != counted && atom.last <= g.head;
    if (only || !told || date.plural_or_vague ||
        date.hull.lo <= kMinusInfinity || date.hull.hi >= kPlusInfinity)
      return std::nullopt;
    only = date.core;
  }
  return only;
}

// The clause that tells a count and its period: "the 288 cases that it decided
// in 2024" the relative one.
std::uint32_t ToldReader::PeriodClause(std::uint32_t group,
                                       DayInterval& days) const {
  const auto& clauses = s_.parse.clauses;
  for (std::uint32_t c = 0; c < clauses.size(); ++c) {
    if (clauses[c].kind != Clause::Kind::kRelative ||
        clauses[c].head != group || clauses[c].comma)
      continue;
    const std::optional<DayInterval> date = OnlyDate(c, group);
    if (!date) return kNowhere;
    days = *date;
    return c;
  }
  const std::uint32_t own = s_.G(group).clause;
  if (own == kNowhere) return kNowhere;
  const std::optional<DayInterval> date = OnlyDate(own, group);
  if (!date) return kNowhere;
  days = *date;
  return own;
}

// In which role: by the verb of the clause, or by an adjective at the noun,
// which then says no more ("1,240 pending cases", "1,240 cases pending").
bool ToldReader::PeriodRole(std::uint32_t group, std::uint32_t clause,
                            ToldAmount& told) const {
  const Group& g = s_.G(group);
  const Clause& c = s_.parse.clauses[clause];
  const auto take = [&](std::uint32_t row) {
    const ToldRows::Whole whole = rows_.wholes()[row].whole;
    told.period->row = row;
    told.period->as_of = whole == ToldRows::Whole::kAsOf;
    told.period->at = whole == ToldRows::Whole::kDuringAt;
    return true;
  };
  const auto rows = rows_.WholesOf(View(g.lemma));
  for (const std::uint32_t row : rows) {
    const auto& verbs = rows_.wholes()[row].verbs;
    const auto said = std::remove_if(
        told.narrow.begin(), told.narrow.end(),
        [&](StringId word) { return verbs.contains(View(word)); });
    bool adjective = said != told.narrow.end();
    told.narrow.erase(said, told.narrow.end());
    for (std::uint32_t t = g.head + 1; t <= g.last && t < s_.text.tokens.size();
         ++t)
      adjective = adjective || verbs.contains(Word(t));
    if (adjective) return take(row);
  }
  if (c.verb == kNowhere) return false;
  StringId verb = s_.G(c.verb).lemma;
  if ((s_.G(c.verb).verb & kCopula) != 0 && c.predicate != kNowhere &&
      s_.G(c.predicate).kind == GroupKind::kAdjective)
    verb = s_.text.tokens[s_.G(c.predicate).head].folded;
  for (const std::uint32_t row : rows) {
    if (rows_.wholes()[row].verbs.contains(View(verb))) return take(row);
  }
  return false;
}

// Where, of whom and of what kind a clause tells it.
void ToldReader::PeriodScope(std::uint32_t group, std::uint32_t clause,
                             ToldPeriod& period) const {
  const auto& groups = s_.parse.groups.groups;
  bool quoted = false;  // "according to the ministry"
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const Group& g = groups[i];
    if ((g.features & kQuoteWord) != 0) quoted = true;
    if (g.clause == clause && g.kind != GroupKind::kNoun &&
        (s_.Info(g.head).classes & Class("told_where")) != 0)
      period.kinds.push_back(s_.text.tokens[g.head].folded);
    if (g.kind != GroupKind::kNoun || g.clause != clause || i == group)
      continue;
    if (std::exchange(quoted, false)) continue;
    const NameMention* name = s_.names.At(g.head);
    for (std::uint32_t t = g.first; t < g.head; ++t) {
      const auto tag = static_cast<Tag>(s_.text.tokens[t].tag);
      if ((tag == Tag::kAdjective || tag == Tag::kNoun || tag == Tag::kName) &&
          (name == nullptr || s_.names.At(t) == nullptr))
        period.kinds.push_back(s_.text.tokens[t].folded);
    }
    // "The women's team", "Orvania's team".
    if (g.possessor != kNowhere) {
      const NameMention* owner = s_.names.At(s_.G(g.possessor).head);
      const bool pronoun =
          s_.Info(s_.G(g.possessor).head).first == Tag::kPronoun;
      if (owner != nullptr && owner->canonical.valid()) {
        period.settings.push_back(owner->canonical);
      } else if (!pronoun) {
        period.kinds.push_back(s_.G(g.possessor).lemma);
      }
    }
    const WordInfo& info = s_.words.Of(g.lemma);
    if (info.noun_file == kTimeFile ||
        (info.classes &
         (Class("tally") | Class("told_amount") | Class("any_body"))) != 0)
      continue;
    const StringId noun =
        s_.words.interner().Intern(rows_.LikeNoun(View(g.lemma)));
    const bool pronoun = s_.Info(g.head).first == Tag::kPronoun;
    const bool named = name != nullptr && name->canonical.valid();
    if (g.preposition != kNowhere) {
      if (!pronoun) period.scope.push_back(named ? name->canonical : noun);
      continue;
    }
    // "Its youth wing", "the rival": a part of what is told of, or another.
    if (!pronoun && !named &&
        ((g.features & kPossessive) != 0 ||
         (info.classes & Class("told_other")) != 0))
      period.kinds.push_back(noun);
    // By its noun, and by the name that the text gives it.
    const std::optional<Entity> what =
        NounOrPronoun(s_, i, discourse_, classes_);
    if (named) {
      period.settings.push_back(name->canonical);
    } else if (!pronoun) {
      period.settings.push_back(noun);
    } else if (what && what->head.valid()) {
      period.settings.push_back(
          s_.words.interner().Intern(rows_.LikeNoun(View(what->head))));
    }
    const bool its = g.possessor != kNowhere ||
                     (!pronoun && (g.features & kPossessive) != 0);
    if (!named && !its && what && what->name.valid())
      period.settings.push_back(what->name);
  }
  SortOnce(period.scope);
  SortOnce(period.settings);
  SortOnce(period.kinds);
}

void ToldReader::Period(std::uint32_t group, ToldAmount& told) const {
  if (rows_.WholesOf(View(s_.G(group).lemma)).empty()) return;
  DayInterval days;
  const std::uint32_t clause = PeriodClause(group, days);
  if (clause == kNowhere) return;
  told.period.emplace().days = days;
  if (!PeriodRole(group, clause, told)) {
    told.period.reset();
    return;
  }
  PeriodScope(group, clause, *told.period);
}

// The same count, by its noun, its role and its period; of how many there are
// at a time by the last day.
ToldAmount ToldReader::ByPeriod(const ToldAmount& told) const {
  const ToldPeriod& period = *told.period;
  std::string key(View(told.key));
  key += " row " + std::to_string(period.row) + " in ";
  if (!period.as_of) key += std::to_string(period.days.lo) + ' ';
  key += std::to_string(period.days.hi);
  ToldAmount by = told;
  by.key = s_.words.interner().Intern(key);
  by.by_period = true;
  return by;
}

}  // namespace gainsay::internal
