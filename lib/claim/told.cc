#include "claim/told.h"

#include <algorithm>
#include <map>
#include <mutex>

#include "claim/atoms.h"
#include "claim/parts.h"
#include "claim/values.h"
#include "resolve/attach.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kTold = kMoneyValue | kLengthValue | kMassValue |
                                kAreaValue | kVolumeValue | kOtherUnitValue |
                                kNumberValue | kPercentValue | kSpeedValue;

// Lexicographer file of nouns of time.
constexpr std::uint8_t kTimeFile = 28;

}  // namespace

ToldRows::ToldRows(const SyntaxIndex& syntax)
    : frames_(syntax, syntax.tables().told) {
  constexpr std::string_view kVerbs = "to ";  // "to destroy wipe_out"
  constexpr std::string_view kNot = "not ";   // "not convict clear"
  for (LikeNounsRow row : syntax.tables().like_nouns) {
    if (AddWhole(row)) continue;
    if (row.starts_with(kNot)) {
      row.remove_prefix(kNot.size());
      const std::string_view first = row.substr(0, row.find(' '));
      ForEachWord(row.substr(first.size()), ' ',
                  [&](std::string_view word) { opposites_[word] = first; });
      continue;
    }
    const bool verbs = row.starts_with(kVerbs);
    if (verbs) row.remove_prefix(kVerbs.size());
    const std::string_view first = row.substr(0, row.find(' '));
    ForEachWord(row, ' ', [&](std::string_view word) {
      (verbs ? verbs_ : nouns_)[word] = first;
    });
  }
  for (const std::string_view row : syntax.tables().bodies) {
    ForEachWord(row, ' ', [&](std::string_view word) {
      bodies_[word] = row.substr(0, row.find(' '));
    });
  }
}

bool ToldRows::HasConcept(std::string_view name) const {
  return std::ranges::any_of(frames_.frames(), [&](const Frame& frame) {
    return frame.predicate == name || frame.planned == name;
  });
}

bool ToldRows::Presupposes(std::string_view name) const {
  return std::ranges::any_of(frames_.frames(), [&](const Frame& frame) {
    return frame.planned == name && frame.presupposed;
  });
}

const ToldRows& ToldRowsOf(const SyntaxIndex& syntax) {
  static std::mutex mutex;
  static std::map<const SyntaxIndex*, ToldRows> compiled;
  const std::lock_guard lock(mutex);
  return compiled.try_emplace(&syntax, syntax).first->second;
}

// True if the words of a phrase of the list stand among tokens [first, last).
bool ToldReader::SaysAny(std::string_view phrase, std::uint32_t first,
                         std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    std::uint32_t at = t;
    bool all = true;
    ForEachWord(phrase, ' ', [&](std::string_view word) {
      all = all && at < last && Word(at) == word;
      ++at;
    });
    if (all) return true;
  }
  return false;
}

bool ToldReader::SetValue(std::uint32_t atom, ToldAmount& told) const {
  const Mention& mention = mentions_.mentions[s_.atoms[atom].id];
  if (mention.plural_or_vague) return false;
  ClaimTable scratch;
  const ValueIndex value =
      AddValue(mention, mentions_, s_.text.text,
               {ValueKind::kQuantity, {}, false}, s_.words.interner(), scratch);
  if (!value.valid()) return false;
  told.value = scratch[value];
  return true;
}

// "A month", "annual", "per tonne".
StringId ToldReader::RateOf(const Atom& atom, const Group& group) const {
  const auto size = static_cast<std::uint32_t>(s_.text.tokens.size());
  const std::uint32_t after = std::max(atom.last, group.last);
  for (std::uint32_t t = after; t < size && t < after + 1; ++t) {
    if ((s_.Info(t).classes & Class("rate")) != 0)
      return s_.text.tokens[std::min(t + 1, size - 1)].folded;
    if ((s_.Info(t).features & kIndefinite) != 0 && t + 1 < size &&
        s_.Info(t + 1).noun_file == kTimeFile)
      return s_.text.tokens[t + 1].folded;
  }
  for (const Atom& other : s_.atoms) {
    if (other.kind == Atom::Kind::kSet && other.first == after)
      return s_.text.tokens[other.last - 1].folded;
  }
  for (std::uint32_t t = group.first; t < group.last; ++t) {
    if ((s_.Info(t).classes & Class("rate")) != 0)
      return s_.text.tokens[t].folded;
  }
  return {};
}

// "Another 12", "including four", "of which 54 million", "12 of them", "80
// fewer".
bool ToldReader::IsPart(const Atom& atom, std::uint32_t group,
                        bool counted) const {
  const Group& g = s_.G(group);
  const Segment& segment = s_.text.segments[s_.index];
  if (atom.share && SharesAmongSome(s_, g.clause)) return true;
  const ClassSet part = Class("told_part") | Class("further"),
                 within = Class("within");
  const std::uint32_t before =
      std::max(segment.first, g.first > 1 ? g.first - 2 : 0);
  for (std::uint32_t t = before; t < g.last; ++t) {
    if (t >= atom.first && t < atom.last) continue;
    const ClassSet of = s_.Info(t).classes;
    if ((t >= g.first && (of & part) != 0) ||
        (!counted && t < atom.first && (of & within) != 0))
      return true;
  }
  const std::uint32_t end = std::min(segment.last, g.last + 2);
  // "Decided 315 cases last year".
  const bool dated =
      counted && std::ranges::any_of(s_.atoms, [&](const Atom& other) {
        return other.kind == Atom::Kind::kDate && other.first == g.last;
      });
  for (std::uint32_t t = g.last; t < end; ++t) {
    if (t == g.last && !dated && (s_.Info(t).classes & part) != 0) return true;
    // "12 of them"; but "22 tonnes of beef".
    const bool number = atom.kind == Atom::Kind::kNumber;
    if (t == g.last && (s_.Info(t).features & kOfWord) != 0 &&
        ((number && g.kind == GroupKind::kValue) || t + 1 == end ||
         (s_.Info(t + 1).features & (kPlural | kRelative)) != 0))
      return true;
  }
  // "The first convoy, of 28 trucks".
  if (counted && g.preposition != kNowhere &&
      (s_.Info(g.preposition).features & kOfWord) != 0 && group >= 2) {
    std::uint32_t host = group - 2;
    if (host > 0 && s_.G(host).kind == GroupKind::kPunct) --host;
    if (s_.G(host).kind == GroupKind::kNoun &&
        std::ranges::any_of(s_.atoms, [&](const Atom& other) {
          return other.kind == Atom::Kind::kOrdinal &&
                 other.first >= s_.G(host).first &&
                 other.last <= s_.G(host).last;
        }))
      return true;
  }
  // "226 passengers and crew".
  const auto& groups = s_.parse.groups.groups;
  if (counted && group + 2 < groups.size() &&
      groups[group + 1].kind == GroupKind::kConjunction &&
      groups[group + 2].kind == GroupKind::kNoun &&
      groups[group + 2].atom == kNowhere &&
      (groups[group + 2].features & (kDefinite | kIndefinite | kPossessive)) ==
          0 &&
      s_.Info(groups[group + 2].head).first != Tag::kPronoun &&
      !groups[group + 2].name)
    return true;
  // "12 Somali and 11 Yemeni pirates".
  if (counted && group > 1 && s_.G(group - 1).kind == GroupKind::kConjunction &&
      s_.G(group - 2).atom != kNowhere &&
      (s_.G(group - 2).kind == GroupKind::kValue || s_.G(group - 2).name))
    return true;
  // "Each of which consists of 174 centrifuges".
  const std::uint32_t begin =
      g.clause == kNowhere ? g.first
                           : s_.G(s_.parse.clauses[g.clause].first).first;
  for (std::uint32_t t = std::max(segment.first, begin > 3 ? begin - 3 : 0);
       t < g.first; ++t) {
    // "Each of the band's four albums" tells of all.
    const bool of = (s_.Info(t + 1).features & kOfWord) != 0 &&
                    (s_.Info(t + 2).features & kRelative) == 0;
    if (!of && (s_.Info(t).classes & Class("told_each")) != 0) return true;
  }
  // "Of which", "of these".
  const std::uint32_t from = g.clause == kNowhere
                                 ? segment.first
                                 : s_.G(s_.parse.clauses[g.clause].first).first;
  for (std::uint32_t t = from > segment.first ? from - 1 : from;
       t + 1 < g.first; ++t) {
    if ((s_.Info(t).features & kOfWord) != 0 &&
        (s_.Info(t + 1).features & (kRelative | kDemonstrative | kPlural)) != 0)
      return true;
  }
  return false;
}

// "By 9 a.m.", "by Monday night".
bool ToldReader::IsByTime(const Atom& time) const {
  const std::uint32_t at = GroupOfAtom(s_.parse, time);
  return mentions_.mentions[time.id].type == MentionType::kTime &&
         at != kNowhere && s_.G(at).preposition != kNowhere &&
         (s_.Info(s_.G(at).preposition).classes & Class("by_time")) != 0;
}

// The time by which there were as many, as it is written.
StringId ToldReader::ByWhen() const {
  for (const Atom& atom : s_.atoms) {
    if (!IsByTime(atom)) continue;
    const ByteSpan span = mentions_.mentions[atom.id].span;
    return s_.words.interner().Intern(
        CanonicalText(s_.text.text.substr(span.begin, span.end - span.begin)));
  }
  return {};
}

// Of a count, or of an amount of a concept.
ToldAmount::Aside ToldReader::AsideOf(std::uint32_t atom, std::uint32_t group,
                                      std::string_view name) const {
  const bool counted = name.empty();
  using Aside = ToldAmount::Aside;
  const Group& g = s_.G(group);
  const Segment& segment = s_.text.segments[s_.index];
  for (const std::string_view phrase : s_.words.index().tables().growing) {
    if (SaysAny(phrase, segment.first, segment.last)) return Aside::kGrowing;
  }
  // "By 9 a.m. 150 flights had been cancelled".
  for (const Atom& other : s_.atoms) {
    if (IsByTime(other)) return Aside::kGrowing;
  }
  // "22 wagons and one locomotive": each its own noun.
  if ((!counted && IsListed(s_.atoms, atom, s_.parse)) ||
      IsPart(s_.atoms[atom], group, counted))
    return Aside::kPart;
  // Tolls grow from hour to hour; frames read them.
  if (counted && g.clause != kNowhere &&
      s_.parse.clauses[g.clause].verb != kNowhere &&
      (s_.words.Of(s_.G(s_.parse.clauses[g.clause].verb).lemma).classes &
       Class("told_toll")) != 0)
    return Aside::kGrowing;
  for (std::uint32_t t = g.first; t < g.last; ++t) {
    if ((s_.Info(t).classes & Class("not_yet")) != 0) return Aside::kNoFact;
  }
  // "The 1,210-megawatt reactor did not run" is of 1,210 megawatts.
  // "It hoped to draw 84,000 visitors".
  const bool counts = s_.atoms[atom].kind == Atom::Kind::kNumber &&
                      s_.atoms[atom].last == g.head && !rows_.Presupposes(name);
  const bool before = !counted && !counts && g.kind == GroupKind::kNoun &&
                      s_.atoms[atom].last <= g.head;
  if (before || !IsNoFact(g.clause)) return Aside::kNone;
  return IsPlan(g.clause) ? Aside::kPlan : Aside::kNoFact;
}

// "It cost": a past form that the present would not have.
bool ToldReader::IsBarePast(const Clause& clause) const {
  if (clause.subject == kNowhere) return false;
  const Group &verb = s_.G(clause.verb), &subject = s_.G(clause.subject);
  return verb.last == verb.first + 1 &&
         s_.text.tokens[verb.head].folded == verb.lemma && !subject.plural &&
         (s_.Info(subject.head).features & kPlural) == 0;
}

// The present and the perfect tell a state of the day, anything else what
// happened.
ToldAmount::Tense ToldReader::TenseOf(std::uint32_t clause) const {
  for (std::uint32_t depth = 0; clause != kNowhere && depth < 4; ++depth) {
    const Clause& c = s_.parse.clauses[clause];
    if (c.verb != kNowhere) {
      const std::uint16_t verb = s_.G(c.verb).verb;
      if ((verb & kFinite) != 0 && (verb & kBareParticiple) == 0) {
        return (verb & kPast) != 0 || IsBarePast(c) ? ToldAmount::Tense::kEvent
                                                    : ToldAmount::Tense::kState;
      }
    }
    clause = c.parent;
  }
  return ToldAmount::Tense::kEvent;
}

void ToldReader::ReadAtom(std::uint32_t atom) {
  const Atom& a = s_.atoms[atom];
  const Mention& mention = mentions_.mentions[a.id];
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  if (group == kNowhere || (ClassOf(mention) & kTold) == 0 ||
      IsPieceOfNumber(s_.text, a))
    return;
  const Group& g = s_.G(group);
  ToldAmount told;
  if (!SetValue(atom, told)) return;
  Multiply(g, told.value);
  told.document = document_;
  told.sentence = s_.index;
  told.value_span = mention.span;
  const Segment& segment = s_.text.segments[s_.index];
  told.evidence = {s_.text.tokens[segment.first].begin,
                   s_.text.tokens[segment.last - 1].end};
  told.rate = RateOf(a, g);
  told.tense = TenseOf(g.clause);
  told.verb = VerbOf(g.clause);
  for (const std::string_view phrase : s_.words.index().tables().totals) {
    if (SaysAny(phrase, segment.first, segment.last)) told.total = true;
  }
  When(group, told);
  told.by = ByWhen();
  Around(told);
  Names(group, told);
  Places(g.clause, told);
  ToldAmount amount = told;
  if (const std::string_view of = ConceptOf(atom, amount); !of.empty()) {
    amount.key = amount.label = s_.words.interner().Intern(of);
    amount.size = (s_.words.Of(amount.key).classes & Class("told_size")) != 0;
    amount.may_grow =
        (s_.words.Of(amount.key).classes & Class("told_may_grow")) != 0;
    amount.grows = (s_.words.Of(amount.key).classes & Class("told_grows")) != 0;
    if (a.kind == Atom::Kind::kNumber && g.kind == GroupKind::kNoun) {
      Period(group, amount);
      // "Employs 4,100 people in Sweden".
      if ((s_.words.Of(amount.key).classes & Class("told_by_place")) != 0)
        amount.behind = PlaceAfter(group);
    }
    NotePhase(group, amount);
    if (amount.aside == ToldAmount::Aside::kNone)
      amount.aside = AsideOf(atom, group, of);
    out_.push_back(std::move(amount));
  }
  ReadPeople(atom, told);
  ReadVotes(atom, told);
  ReadShare(atom, told);
  told.counted = true;
  if (ToldAmount part = told; (part.key = PartOf(atom, part)).valid() ||
                              (part.key = PartOfThem(atom, part)).valid()) {
    if (IsNoFact(g.clause)) part.aside = ToldAmount::Aside::kNoFact;
    out_.push_back(std::move(part));
    return;
  }
  told.key = OriginsOf(atom, told);
  if (!told.key.valid()) told.key = CountedTimes(atom, told);
  if (!told.key.valid()) told.key = CountedNoun(atom, told);
  if (!told.key.valid()) return;
  told.aside = AsideOf(atom, group, {});
  // "Its two restorers will need years", "pointing to the 96 teeth": there are
  // so many.
  const bool there = told.owned || ((g.features & kDefinite) != 0 &&
                                    g.kind == GroupKind::kNoun);
  if (there && told.aside == ToldAmount::Aside::kNoFact)
    told.aside = ToldAmount::Aside::kNone;
  if (const std::uint32_t noun = CountedGroup(atom);
      noun != kNowhere && noun != group) {
    told.names.clear();
    told.someone = false;
    Names(noun, told);
  }
  if (told.rate.valid()) told.aside = ToldAmount::Aside::kRate;
  const bool everywhere = told.by_period;
  if (everywhere && !told.period) return;
  if (!everywhere) out_.push_back(told);
  if (told.period) out_.push_back(ByPeriod(told));
}

void ToldReader::Read() {
  const std::size_t first = out_.size();
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) ReadAtom(atom);
  NoteSum(first);
  ReadSums(first);
  ReadMargins(first);
  ReadInFavour();
  ReadAboard();
  ReadEditions();
}

}  // namespace gainsay::internal
