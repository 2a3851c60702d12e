// How something is the most since a time, or in a length of time. See
// told_times.h.
#include <algorithm>
#include <string>
#include <utility>

#include "calendar/cuts.h"
#include "claim/subjects.h"
#include "claim/told_times.h"
#include "claim/values.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kSince = "since";  // relations go by their word
constexpr Day kShort = 300;  // days; of less a document's own day matters
constexpr Day kSameNews = 30;

}  // namespace

// "Worst", "most severe", "first": the row, and the words that say it.
std::optional<ToldTimeReader::Degree> ToldTimeReader::DegreeAt(
    std::uint32_t token) const {
  const auto& tokens = s_.text.tokens;
  const std::string_view word = View(tokens[token].folded);
  std::string two;
  if (token > s_.text.segments[s_.index].first)
    two = std::string(View(tokens[token - 1].folded)) + "_" + std::string(word);
  for (const RecordRow& row : s_.words.index().tables().records) {
    for (const bool higher : {false, true}) {
      const std::string_view list = higher ? row.higher : row.highest;
      if (!two.empty() && ListsWord(list, two))
        return Degree{&row, higher, token - 1, token + 1};
      if (ListsWord(list, word)) return Degree{&row, higher, token, token + 1};
    }
  }
  return std::nullopt;
}

void ToldTimeReader::TakeDegree(std::string_view degree, ToldTime& told) const {
  told.daily = degree.ends_with('~');
  told.grows = degree.ends_with('+');
  if (told.daily || told.grows) degree.remove_suffix(1);
  told.key = Intern(degree);
}

// A date with its year, or a length of a year and more, before the document.
bool ToldTimeReader::SetSpan(const Atom& atom, ToldTime& told) const {
  if (written_.lo <= kMinusInfinity || written_.hi >= kPlusInfinity)
    return false;
  const std::uint32_t value_group = GroupOfAtom(s_.parse, atom);
  const std::uint32_t own =
      value_group == kNowhere ? kNowhere : s_.G(value_group).clause;
  // "In 2002 it had its worst flood since 1978": of another time.
  for (const Atom& other : s_.atoms) {
    const std::uint32_t group = GroupOfAtom(s_.parse, other);
    if (&other == &atom || other.kind != Atom::Kind::kDate ||
        other.last == atom.first - 1 || group == kNowhere ||
        s_.G(group).clause != own)
      continue;
    const DayInterval days = mentions_.mentions[other.id].hull;
    if (days.lo > kMinusInfinity && days.hi < written_.lo - kSameNews)
      return false;
  }
  if (atom.kind == Atom::Kind::kDate)
    return SetDay(atom, told) && told.value.hull.hi < written_.lo - kShort;
  const Mention& mention = mentions_.mentions[atom.id];
  if (atom.kind != Atom::Kind::kDuration || mention.plural_or_vague)
    return false;
  ClaimTable scratch;
  const ValueIndex value =
      AddValue(mention, mentions_, s_.text.text,
               {ValueKind::kDuration, {}, false}, s_.words.interner(), scratch);
  if (!value.valid()) return false;
  told.value = scratch[value];
  return CountDays(told.value.count, Cut::kHull).lo >= kShort;
}

// The words of a degree that a value hangs on: "the worst flood in Tarvik since
// 1978", "since the crash of 2008".
std::optional<ToldTimeReader::Degree> ToldTimeReader::DegreeBefore(
    const Atom& atom, std::uint32_t value) const {
  const bool date = atom.kind == Atom::Kind::kDate;
  const std::uint32_t preposition = s_.G(value).preposition;
  if (preposition == kNowhere) return std::nullopt;
  const std::string_view own = View(s_.text.tokens[preposition].folded);
  bool since = own == kSince, seen = false, any = false;
  if (!date &&
      (s_.Info(preposition).classes & (Class("into") | Class("for_time"))) == 0)
    return std::nullopt;
  constexpr std::uint32_t kReach = 9;  // groups
  for (std::uint32_t i = value; i-- > 0 && value - i <= kReach;) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kPreposition) continue;
    // "Higher than at any time since 1962".
    any = any || s_.Holds(i, Class("record_any"));
    // "The worst storm to hit Tarvik since", "that it had seen since".
    const bool sees = g.kind == GroupKind::kVerb && (g.verb & kNegated) == 0 &&
                      (ClassesOf(i) & Class("record_seen")) != 0;
    seen = seen || sees;
    if (sees || (seen && g.kind == GroupKind::kMark)) continue;
    // "The hottest June since 1976".
    const bool dated = g.kind == GroupKind::kValue && i + 2 == value;
    if (g.kind != GroupKind::kNoun && g.kind != GroupKind::kAdjective &&
        g.kind != GroupKind::kAdverb && !dated)
      return std::nullopt;
    for (std::uint32_t t = g.last; t-- > g.first;) {
      std::optional<Degree> degree = DegreeAt(t);
      if (!degree || (degree->higher && !any)) continue;
      if (date && !since) return std::nullopt;
      degree->group = i;
      return degree;
    }
    if (dated) return std::nullopt;
    // "Since the crash of 2008"; not "since the start of records in 1884".
    if (date && g.preposition != kNowhere &&
        View(s_.text.tokens[g.preposition].folded) == kSince)
      since = true;
    if (date && s_.Holds(i, Class("record_start"))) return std::nullopt;
  }
  return std::nullopt;
}

// Not "one of the worst", "perhaps the worst", "among the worst".
bool ToldTimeReader::IsTheOne(const Degree& degree) const {
  const std::uint32_t first = s_.text.segments[s_.index].first;
  constexpr std::uint32_t kBefore = 4;  // tokens
  for (std::uint32_t t = degree.first;
       t-- > first && degree.first - t <= kBefore;) {
    if ((s_.Info(t).classes & Class("record_unsure")) != 0) return false;
  }
  for (std::uint32_t i = degree.group; i-- > 0;) {
    const GroupKind kind = s_.G(i).kind;
    if (kind == GroupKind::kPreposition) continue;
    // "One of the", "two of its".
    return kind != GroupKind::kValue ||
           s_.G(degree.group).preposition == kNowhere ||
           (s_.Info(s_.G(degree.group).preposition).features & kOfWord) == 0;
  }
  return true;
}

// Told as so, not as what may be or is to come.
bool ToldTimeReader::IsRecordFact(std::uint32_t index, bool negated) const {
  if (index == kNowhere) return true;
  const Clause& clause = s_.parse.clauses[index];
  const std::uint32_t last = s_.text.segments[s_.index].last - 1;
  const bool asked = s_.text.View(s_.text.tokens[last]) == "?";
  if (clause.conditional || asked) return false;
  if (clause.verb == kNowhere) return true;
  const std::uint16_t verb = s_.G(clause.verb).verb;
  constexpr std::uint16_t kNever = kNotTold & ~kNegated;
  return (verb & kNever) == 0 && ((verb & kNegated) != 0) == negated;
}

// "The worst flood since 1978", "the driest spring for 40 years".
bool ToldTimeReader::OfDegree(const Atom& atom, std::uint32_t value,
                              ToldTime& told) const {
  const std::optional<Degree> degree = DegreeBefore(atom, value);
  if (!degree || !IsTheOne(*degree)) return false;
  const std::uint32_t index = s_.G(degree->group).clause;
  if (!IsRecordFact(index, false)) return false;
  TakeDegree(degree->row->degree, told);
  if (!SetRecordTheme(*degree, index, told)) return false;
  SetRecordScope(*degree, value, told);
  return true;
}

// "Rose to a 12-year high".
bool ToldTimeReader::OfHigh(const Atom& atom, std::uint32_t group,
                            ToldTime& told) const {
  const Group& g = s_.G(group);
  if (atom.kind != Atom::Kind::kDuration || g.kind != GroupKind::kNoun ||
      atom.last >= s_.text.segments[s_.index].last || g.clause == kNowhere)
    return false;
  const bool at = g.preposition == kNowhere ||
                  (s_.Info(g.preposition).features & kInfinitive) != 0 ||
                  (s_.Info(g.preposition).classes & Class("told_at")) != 0;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (!at || clause.subject == kNowhere || clause.subject >= group ||
      !IsRecordFact(g.clause, false))
    return false;
  for (const RecordRow& row : s_.words.index().tables().records) {
    if (!ListsWord(row.nouns, View(s_.text.tokens[atom.last].folded))) continue;
    const Degree degree{&row, false, atom.last, atom.last + 1, group};
    if (!IsTheOne(degree)) return false;
    const std::optional<Theme> theme = ThemeAt(clause.subject);
    TakeDegree(row.degree, told);
    if (!theme || !SetTheme(*theme, {}, told)) return false;
    SetRecordScope(degree, group, told);
    return true;
  }
  return false;
}

// "Has not seen such floods since 1978", "no flood has been worse since 1978",
// "the river has not been higher since 1978".
bool ToldTimeReader::OfNone(const Atom& atom, std::uint32_t value,
                            ToldTime& told) const {
  const Group& g = s_.G(value);
  if (atom.kind != Atom::Kind::kDate || g.preposition == kNowhere ||
      View(s_.text.tokens[g.preposition].folded) != kSince ||
      g.clause == kNowhere)
    return false;
  const Clause& clause = s_.parse.clauses[g.clause];
  // "Not since 1978 had the town seen such a flood".
  const bool inverted =
      value == 2 && (s_.Info(s_.G(0).first).features & kNegation) != 0;
  if (clause.verb == kNowhere || (clause.verb >= value) != inverted)
    return false;
  const bool nobody =
      clause.subject != kNowhere &&
      (s_.Info(s_.G(clause.subject).first).features & kNegation) != 0;
  if (!IsRecordFact(g.clause, !nobody && !inverted)) return false;
  const auto& rows = s_.words.index().tables().records;
  const std::uint32_t end =
      inverted ? static_cast<std::uint32_t>(s_.parse.groups.groups.size())
               : value;
  for (std::uint32_t i = clause.verb + 1; i < end; ++i) {
    if (s_.G(i).kind == GroupKind::kPunct ||
        (s_.G(i).kind == GroupKind::kVerb && !inverted))
      return false;
    std::optional<Degree> degree;
    for (std::uint32_t t = s_.G(i).first; t < s_.G(i).last && !degree; ++t) {
      degree = DegreeAt(t);
      if (degree && !degree->higher) return false;
      const bool such = (s_.Info(t).features & kSimilar) != 0;
      if (!degree && such && !rows.empty())
        degree = Degree{rows.data(), true, t, t + 1};
    }
    if (!degree) continue;
    // "Such a flood" may be two groups.
    const bool alone = s_.G(i).last == degree->last && i + 1 < end &&
                       s_.G(i + 1).kind == GroupKind::kNoun &&
                       s_.G(i + 1).preposition == kNowhere;
    degree->group = alone ? i + 1 : i;
    TakeDegree(degree->row->degree, told);
    if (!SetRecordTheme(*degree, g.clause, told)) return false;
    SetRecordScope(*degree, std::max(value, degree->group), told);
    return true;
  }
  return false;
}

// "The last time the river rose higher was in 1962".
bool ToldTimeReader::OfLastTime(const Atom& atom, std::uint32_t value,
                                ToldTime& told) const {
  if (atom.kind != Atom::Kind::kDate || value < 2) return false;
  std::uint32_t copula = value - 1;
  if (s_.G(copula).kind == GroupKind::kPreposition) --copula;
  if (s_.G(copula).kind != GroupKind::kVerb ||
      (s_.G(copula).verb & (kCopula | kPast)) != (kCopula | kPast) ||
      (s_.G(copula).verb & kNegated) != 0)
    return false;
  std::uint32_t time = kNowhere, theme = kNowhere;
  for (std::uint32_t i = 0; i < copula; ++i) {
    const Group& g = s_.G(i);
    const bool last = g.kind == GroupKind::kNoun &&
                      (s_.words.Of(g.lemma).classes & Class("occasion")) != 0 &&
                      s_.Holds(i, Class("last_one"));
    if (last) {
      time = i;
      theme = kNowhere;
    } else if (time != kNowhere && theme == kNowhere &&
               g.kind == GroupKind::kNoun) {
      theme = i;
    }
  }
  if (theme == kNowhere) return false;
  for (std::uint32_t t = s_.G(theme).first; t < s_.G(copula).first; ++t) {
    std::optional<Degree> degree = DegreeAt(t);
    if (!degree || !degree->higher) continue;
    degree->group = theme;
    const std::optional<Theme> of = ThemeAt(theme);
    TakeDegree(degree->row->degree, told);
    if (!of || !SetTheme(*of, {}, told)) return false;
    SetRecordScope(*degree, theme, told);
    return true;
  }
  return false;
}

// "Ended a 31-year wait for a trophy", "last won a trophy in 1993": of the
// first one since.
bool ToldTimeReader::OfWait(const Atom& atom, std::uint32_t group,
                            ToldTime& told) const {
  const std::uint32_t index = s_.G(group).clause;
  if (index == kNowhere || !IsRecordFact(index, false)) return false;
  const Clause& clause = s_.parse.clauses[index];
  if (clause.verb == kNowhere || clause.subject == kNowhere) return false;
  const auto& rows = s_.words.index().tables().records;
  std::uint32_t what = kNowhere;
  if (atom.kind == Atom::Kind::kDate) {
    const Group& verb = s_.G(clause.verb);
    const bool last =
        verb.first > 0 && (verb.verb & kPast) != 0 &&
        ((s_.Info(verb.first - 1).classes & Class("told_last")) != 0 ||
         s_.Holds(clause.verb, Class("told_last"))) &&
        (ClassesOf(clause.verb) & Class("win_post")) != 0 &&
        verb.head < s_.G(group).first;
    if (last && clause.object < group) what = clause.object;
  } else {
    const auto waits = [&](std::uint32_t i) {
      return (ClassesOf(i) & Class("record_wait")) != 0;
    };
    const bool waited = waits(clause.verb) && group > clause.verb;
    if (!waited && (s_.G(group).kind != GroupKind::kNoun || !waits(group)))
      return false;
    for (std::uint32_t i = group + 1;
         what == kNowhere && i < s_.parse.groups.groups.size() &&
         i <= group + 2;
         ++i) {
      if (s_.G(i).kind == GroupKind::kNoun && s_.G(i).preposition != kNowhere &&
          (s_.Info(s_.G(i).preposition).features & kForWord) != 0)
        what = i;
    }
  }
  if (what == kNowhere || what == clause.subject || rows.empty()) return false;
  std::optional<Theme> theme = ThemeAt(what);
  if (!theme || !SetTheme(*theme, {}, told)) return false;
  TakeDegree(rows.back().degree, told);
  told.ordinal = 1;
  const std::optional<Theme> who = ThemeAt(clause.subject);
  if (who && who->entity.name.valid()) told.names.push_back(who->entity.name);
  Degree degree{&rows.back(), false, s_.G(what).first, s_.G(what).first, what};
  SetRecordScope(degree, std::max(what, group), told);
  told.owned = true;
  return true;
}

bool ToldTimeReader::ReadRecord(const Atom& atom, std::uint32_t group,
                                const ToldTime& at) {
  ToldTime told = at;
  if (!SetSpan(atom, told)) return false;
  told.of = ToldTime::Of::kRecord;
  for (const auto read : {&ToldTimeReader::OfDegree, &ToldTimeReader::OfHigh,
                          &ToldTimeReader::OfNone, &ToldTimeReader::OfLastTime,
                          &ToldTimeReader::OfWait}) {
    ToldTime it = told;
    if (!(this->*read)(atom, group, it)) continue;
    it.label = it.theme;
    out_.push_back(std::move(it));
    return true;
  }
  return false;
}

}  // namespace gainsay::internal
