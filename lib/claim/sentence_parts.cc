// Lists of counts (the parts of one whole) and shares of a told one.
#include <algorithm>
#include <string>

#include "claim/parts.h"
#include "claim/sentence.h"
#include "claim/shares.h"
#include "text/tag.h"

namespace gainsay::internal {

// The frame of the first of the list, if what the others count fits it too.
std::optional<FrameReading> SentenceReader::WholeOf(
    std::span<const std::uint32_t> parts, const ValuePaths& paths) {
  const Atom& first = s_.atoms[parts.front()];
  std::vector<Match> found;
  Collect(d_.mentions.mentions[first.id], paths, found);
  for (const Match& match : found) {
    const FrameStep& step = match.frame->steps.front();
    const bool counts =
        std::ranges::find(step.relations, "count") != step.relations.end() &&
        match.frame->steps.size() > 1;
    const bool all = std::ranges::all_of(parts, [&](std::uint32_t part) {
      const StringId noun = s_.G(GroupOfAtom(s_.parse, s_.atoms[part])).lemma;
      return step.governors.Has(d_.interner.View(noun),
                                s_.words.Of(noun).classes);
    });
    if (counts && all) return match;
  }
  return CountTold(parts.front());
}

// "A third of the 300 workers were killed": the amount, from both. "A tenth of
// the workforce will go": the share. True if the atom is used up by it.
bool SentenceReader::ReadShare(std::uint32_t atom, const ValuePaths& paths) {
  if (HasWhole(s_, atom)) {
    Leave(d_.mentions.mentions[s_.atoms[atom].id],
          LeftOutValue::Reason::kNotInAFrame);
    return true;
  }
  const Mention& mention = d_.mentions.mentions[s_.atoms[atom].id];
  const std::optional<std::uint32_t> share = ShareOf(s_, atom);
  if (!share) {
    if (!s_.atoms[atom].share) return false;
    // "A third boy" is no third of a boy.
    const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
    const char begin = s_.text.text[mention.span.begin];
    if (mention.type != MentionType::kPercent && (begin < '0' || begin > '9') &&
        group != kNowhere && s_.G(group).kind == GroupKind::kNoun &&
        s_.G(group).head >= s_.atoms[atom].last) {
      Leave(mention, LeftOutValue::Reason::kNotInAFrame);
      return true;
    }
    std::optional<FrameReading> told = CountTold(atom);
    const std::size_t before = d_.out.claims.size();
    if (!told || !Emit(atom, std::move(told))) return false;
    if (d_.out.claims.size() > before)
      AsPercent(mention, d_.interner.Intern("percent"),
                d_.out.values[d_.out.claims.back().value.index]);
    return true;
  }
  std::vector<Match> found;
  Collect(mention, paths, found);
  std::erase_if(found, [](const Match& m) {
    return m.frame->steps.size() < 2 ||
           m.frame->steps[0].relations.front() != "count";
  });
  if (found.empty()) {
    // Of the whole: "a third of its 300 workers".
    if (!Emit(atom, CountTold(atom)))
      Leave(mention, LeftOutValue::Reason::kNotInAFrame);
    return true;
  }
  const std::size_t before = d_.out.claims.size();
  Emit(mention, atom, found.front());
  if (d_.out.claims.size() == before) return true;
  const Mention& part = d_.mentions.mentions[s_.atoms[*share].id];
  Claim& claim = d_.out.claims.back();
  claim.value_span.begin = std::min(claim.value_span.begin, part.span.begin);
  claim.evidence.begin = std::min(claim.evidence.begin, part.span.begin);
  ValueRow& value = d_.out.values[claim.value.index];
  TakeShare(part, value);
  value.surface = d_.interner.Intern(
      s_.text.text.substr(claim.value_span.begin, claim.value_span.size()));
  return true;
}

// "74 passengers and crew": one number of both.
bool SentenceReader::CountsBoth(std::uint32_t group) const {
  const auto& groups = s_.parse.groups.groups;
  return group + 2 < groups.size() &&
         groups[group + 1].kind == GroupKind::kConjunction &&
         groups[group + 2].kind == GroupKind::kNoun &&
         groups[group + 2].atom == kNowhere &&
         (groups[group + 2].features & (kDefinite | kIndefinite)) == 0;
}

// "Two people who had fought for their lives died overnight": not all who died.
// What tells who died itself is none: "two people who were killed".
bool SentenceReader::CountsSome(const Match& match, const Clause* clause,
                                const Predicate& predicate) const {
  const PathStep& step = match.path.steps[0];
  if (!predicate.monotone || predicate.dimension != "people" ||
      step.relation != "count" || step.group == kNowhere)
    return false;
  return std::ranges::any_of(s_.parse.clauses, [&](const Clause& c) {
    return c.kind == Clause::Kind::kRelative && c.head == step.group &&
           c.verb != kNowhere && (s_.G(c.verb).verb & kBareParticiple) == 0 &&
           !c.comma && &c != clause;
  });
}

// "More votes than in 2019".
bool SentenceReader::IsCompared(std::uint32_t atom) const {
  std::uint32_t first = s_.atoms[atom].first;
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  if (group != kNowhere && s_.G(group).preposition < first)
    first = s_.G(group).preposition;
  return first > s_.text.segments[s_.index].first &&
         (s_.Info(first - 1).classes & s_.words.index().ClassBit("than")) != 0;
}

// "Among people under 25, turnout was 52 percent": not of all. "12 percent more
// votes" tells a difference.
bool SentenceReader::IsNoLevel(const Mention& mention, std::uint32_t atom,
                               const Match& match) const {
  if (mention.type != MentionType::kPercent) return false;
  const std::uint32_t next = s_.atoms[atom].last;
  if (next < s_.text.segments[s_.index].last &&
      (s_.Info(next).classes & s_.words.index().ClassBit("compared")) != 0)
    return true;
  return SharesAmongSome(s_, match.path.steps[0].clause);
}

// Told of more, of less or of a part of what the predicate is of (rows of
// narrowing.inc).
bool SentenceReader::Narrows(const NarrowingRow& row, std::uint32_t atom,
                             const Match& match) const {
  const SyntaxIndex& index = s_.words.index();
  const ClassSet words = index.ClassBit(row.words);
  if (row.how < Narrowing::kBehind) {
    const Segment& segment = s_.text.segments[s_.index];
    for (std::uint32_t t = segment.first; t < segment.last; ++t) {
      if ((s_.Info(t).classes & words) == 0) continue;
      if (row.how == Narrowing::kWord) return true;
      if (t + 1 == segment.last) continue;
      const Tag next = TagOf(s_.text.tokens[t + 1]);
      const bool before = row.how == Narrowing::kBeforeVerb
                              ? next == Tag::kVerb || next == Tag::kParticiple
                              : (s_.Info(t + 1).features & kPossessive) != 0;
      if (before) return true;
    }
    return false;
  }
  ClassSet except;
  ForEachWord(row.except, ' ',
              [&](std::string_view name) { except |= index.ClassBit(name); });
  const std::uint32_t own = GroupOfAtom(s_.parse, s_.atoms[atom]);
  const std::uint32_t clause = match.path.steps[0].clause;
  const std::uint32_t subject =
      clause == kNowhere ? kNowhere : s_.parse.clauses[clause].subject;
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    const Group& g = groups[i];
    if (i == own || g.kind != GroupKind::kNoun || g.preposition == kNowhere ||
        (g.clause != clause &&
         (g.governor == kNowhere || g.governor != subject)))
      continue;
    const WordInfo& by = s_.Info(g.preposition);
    if (row.how == Narrowing::kInNamed) {
      if ((by.features & kPlaceWord) != 0 && g.atom == kNowhere &&
          s_.names.At(g.head) != nullptr)
        return true;
    } else if ((by.classes & words) != 0 &&
               (row.how == Narrowing::kBehind ||
                (g.plural && g.atom == kNowhere && !s_.Holds(i, except)))) {
      return true;
    }
  }
  return false;
}

bool SentenceReader::IsNarrowed(std::uint32_t atom, const Match& match,
                                const Predicate& predicate) {
  const bool measure =
      predicate.kind == ValueKind::kQuantity && predicate.lasting;
  const bool narrowed = std::ranges::any_of(
      s_.words.index().tables().narrowings, [&](const NarrowingRow& row) {
        return (row.predicate.empty() ? measure
                                      : row.predicate == predicate.name) &&
               Narrows(row, atom, match);
      });
  if (!narrowed) return false;
  narrowed_.push_back(d_.mentions.mentions[s_.atoms[atom].id].span);
  return true;
}

// The scope of a count that is one of a part by what it counts: passengers are
// not all who were aboard, children not all who died. Else none.
StringId SentenceReader::PartTold(const Match& match,
                                  PredicateIndex predicate) const {
  const PathStep& step = match.path.steps[0];
  const Predicate& of = d_.schema[predicate];
  const bool toll = of.monotone && of.dimension == "people";
  if (!(of.focal || toll) || step.relation != "count" || step.group == kNowhere)
    return {};
  const Group& g = s_.G(step.group);
  if (CountsBoth(step.group)) return {};
  ClassSet part = s_.words.index().ClassBit("toll_part");
  if (of.focal) part |= s_.words.index().ClassBit("aboard_people");
  // "Crew members" are crew.
  for (std::uint32_t t = g.first; t <= g.head; ++t) {
    const StringId noun = t == g.head ? g.lemma : s_.Info(t).noun;
    if (noun.valid() && (s_.words.Of(noun).classes & part) != 0)
      return d_.interner.Intern(std::string(kPartScope) +
                                std::string(d_.interner.View(noun)));
  }
  return {};
}

// "Employs 4,100 people in Sweden": of those who work there.
StringId SentenceReader::WhereTold(const Match& match,
                                   PredicateIndex predicate) const {
  const PathStep& step = match.path.steps[0];
  const Predicate& of = d_.schema[predicate];
  if (!of.changes || of.dimension != "people" || of.subject_type == "place" ||
      step.group == kNowhere)
    return {};
  const std::uint32_t next = step.group + 2;
  const auto& groups = s_.parse.groups.groups;
  if (next >= groups.size() || groups[next].kind != GroupKind::kNoun ||
      groups[next].preposition == kNowhere ||
      (s_.Info(groups[next].preposition).features & kPlaceWord) == 0)
    return {};
  const NameMention* name = s_.names.At(groups[next].head);
  if (name == nullptr || !name->canonical.valid()) return {};
  return d_.interner.Intern("in " +
                            std::string(d_.interner.View(name->canonical)));
}

bool SentenceReader::ReadParts(std::uint32_t atom, const ValuePaths& paths) {
  const std::vector<std::uint32_t> parts = PartsOf(
      s_, atom, d_.classes.people | s_.words.index().ClassBit("aboard_people"));
  const bool hedged = std::ranges::any_of(parts, [&](std::uint32_t part) {
    return d_.mentions.mentions[s_.atoms[part].id].modifier != Modifier::kBare;
  });
  if (parts.empty() || hedged) return false;
  if (parts.front() != atom) return atom < parts_end_;
  const std::optional<FrameReading> whole = WholeOf(parts, paths);
  if (!whole) return false;
  const std::size_t first = d_.out.claims.size();
  for (const std::uint32_t part : parts) {
    Match match{{whole->frame, whole->path, whole->subject}};
    match.path.steps[0].group = GroupOfAtom(s_.parse, s_.atoms[part]);
    const std::size_t before = d_.out.claims.size();
    Emit(d_.mentions.mentions[s_.atoms[part].id], part, match);
    if (d_.out.claims.size() == before) continue;
    const StringId noun = s_.G(match.path.steps[0].group).lemma;
    d_.out.claims.back().scope = d_.interner.Intern(
        std::string(kPartScope) + std::string(d_.interner.View(noun)));
  }
  // Their evidence is the list: what shares it adds up.
  ByteSpan list;
  for (std::size_t i = first; i < d_.out.claims.size(); ++i) {
    const ByteSpan& span = d_.out.claims[i].evidence;
    list = i == first ? span
                      : ByteSpan{std::min(list.begin, span.begin),
                                 std::max(list.end, span.end)};
  }
  for (std::size_t i = first; i < d_.out.claims.size(); ++i)
    d_.out.claims[i].evidence = list;
  parts_end_ = parts.back() + 1;
  return true;
}

}  // namespace gainsay::internal
