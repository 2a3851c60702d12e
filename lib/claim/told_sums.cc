// What the numbers of a list add up to: "11,400 students on its main campus,
// 4,900 at Hillgate and 2,700 in the college". See told.h.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "claim/told.h"
#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kBetween = 8;  // tokens from a number to the next

}  // namespace

// The number that goes on with the list of another: of the same noun, which it
// leaves out, behind a comma or "and", with the same preposition after it.
std::uint32_t ToldReader::NextOfSum(std::uint32_t atom) const {
  const std::uint32_t next = atom + 1;
  if (next >= s_.atoms.size()) return kNowhere;
  const Atom &a = s_.atoms[atom], &b = s_.atoms[next];
  const std::uint32_t group = GroupOfAtom(s_.parse, b),
                      from = GroupOfAtom(s_.parse, a);
  if (b.kind != Atom::Kind::kNumber || b.share || group == kNowhere ||
      from == kNowhere || s_.G(group).kind != GroupKind::kValue ||
      s_.G(group).head >= b.last || b.first > s_.G(from).last + kBetween)
    return kNowhere;
  const Mention& number = mentions_.mentions[b.id];
  if (number.type != MentionType::kNumber ||
      number.modifier != Modifier::kBare || number.number < 1)
    return kNowhere;
  // "..., 4,900 at", "... and 2,700 in".
  const auto& groups = s_.parse.groups.groups;
  const std::uint32_t place = from + 1, other = group + 1;
  if (place >= group || other >= groups.size() ||
      groups[place].kind != GroupKind::kPreposition ||
      groups[other].kind != GroupKind::kPreposition)
    return kNowhere;
  const GroupKind mark = groups[group - 1].kind;
  if (mark != GroupKind::kPunct && mark != GroupKind::kConjunction)
    return kNowhere;
  for (std::uint32_t i = from + 1; i < group; ++i) {
    if (groups[i].kind == GroupKind::kVerb ||
        groups[i].kind == GroupKind::kMark)
      return kNowhere;
  }
  // "In" beside "at": places; else the same word.
  const auto of = [&](std::uint32_t i) -> const WordInfo& {
    return s_.Info(groups[i].first);
  };
  const bool places =
      ((of(place).features & of(other).features) & kPlaceWord) != 0;
  return places || Word(groups[place].first) == Word(groups[other].first)
             ? next
             : kNowhere;
}

void ToldReader::ReadSums(std::size_t first) {
  const std::size_t end = out_.size();
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    const Mention& head = mentions_.mentions[s_.atoms[atom].id];
    std::vector<std::uint32_t> list = {atom};
    for (std::uint32_t next = NextOfSum(atom); next != kNowhere;
         next = NextOfSum(next))
      list.push_back(next);
    if (list.size() < 2) continue;
    std::size_t of = first;
    while (of < end && !(out_[of].counted && !out_[of].total &&
                         out_[of].value_span == head.span))
      ++of;
    atom = list.back();
    if (of == end || out_[of].value.modifier != Modifier::kBare) continue;
    ToldAmount sum = out_[of];
    out_[of].aside = ToldAmount::Aside::kPart;
    if (sum.aside == ToldAmount::Aside::kPart)
      sum.aside = ToldAmount::Aside::kNone;
    std::string words(View(sum.value.surface));
    for (std::size_t i = 1; i < list.size(); ++i) {
      const Mention& part = mentions_.mentions[s_.atoms[list[i]].id];
      for (double* number :
           {&sum.value.number, &sum.value.number_max, &sum.value.qcore.lo,
            &sum.value.qcore.hi, &sum.value.qhull.lo, &sum.value.qhull.hi})
        *number += part.number;
      words += " + ";
      words += s_.text.text.substr(part.span.begin, part.span.size());
      sum.value_span.end = part.span.end;
    }
    sum.value.surface = s_.words.interner().Intern(words);
    sum.sum = sum.total = true;
    out_.push_back(std::move(sum));
  }
}

// What the votes of an atom are told against: "41 votes to 19", "61,420 votes,
// Rosalind Achebe 58,906"; zero where they are the margin, "six votes ahead".
std::optional<double> ToldReader::VotesAgainst(std::uint32_t atom) const {
  constexpr std::uint32_t kNear = 6;  // groups
  const auto& groups = s_.parse.groups.groups;
  const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
  if (group == kNowhere || groups[group].kind != GroupKind::kNoun ||
      (s_.words.Of(groups[group].lemma).classes & Class("ballot_vote")) == 0)
    return std::nullopt;
  const auto holds = [&](std::uint32_t i, std::string_view name) {
    return i < groups.size() &&
           (s_.Info(groups[i].first).classes & Class(name)) != 0;
  };
  if (holds(group + 1, "ballot_ahead")) return 0;
  if (atom + 1 >= s_.atoms.size() ||
      s_.atoms[atom + 1].kind != Atom::Kind::kNumber)
    return std::nullopt;
  const Atom& next = s_.atoms[atom + 1];
  const std::uint32_t other = GroupOfAtom(s_.parse, next);
  const Mention& number = mentions_.mentions[next.id];
  if (other == kNowhere || other > group + kNear ||
      number.modifier != Modifier::kBare)
    return std::nullopt;
  const bool to = holds(group + 1, "ballot_against") && other == group + 2 &&
                  groups[other].kind == GroupKind::kValue;
  // A name and its number.
  const bool named = groups[other - 1].kind == GroupKind::kPunct &&
                     groups[other].kind == GroupKind::kNoun &&
                     groups[other].last == next.last &&
                     s_.names.At(groups[other].first) != nullptr;
  return to || named ? std::optional(number.number) : std::nullopt;
}

void ToldReader::ReadMargins(std::size_t first) {
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    if (s_.atoms[atom].kind != Atom::Kind::kNumber) continue;
    const std::optional<double> against = VotesAgainst(atom);
    ToldAmount margin;
    if (!against || !SetValue(atom, margin) ||
        margin.value.modifier != Modifier::kBare ||
        margin.value.number <= *against)
      continue;
    const Mention& votes = mentions_.mentions[s_.atoms[atom].id];
    // Of the votes for one alone nothing is the margin.
    std::erase_if(out_, [&](const ToldAmount& told) {
      return &told >= &out_[first] && told.value_span == votes.span &&
             !told.counted;
    });
    const std::uint32_t group = GroupOfAtom(s_.parse, s_.atoms[atom]);
    const Segment& segment = s_.text.segments[s_.index];
    margin.document = document_;
    margin.sentence = s_.index;
    margin.value_span = votes.span;
    margin.evidence = {s_.text.tokens[segment.first].begin,
                       s_.text.tokens[segment.last - 1].end};
    if (*against > 0) {
      const Mention& rest = mentions_.mentions[s_.atoms[atom + 1].id];
      margin.value_span.end = rest.span.end;
      std::string words(View(margin.value.surface));
      words += " - ";
      words += s_.text.text.substr(rest.span.begin, rest.span.size());
      margin.value.surface = s_.words.interner().Intern(words);
      margin.value.number -= *against;
      margin.value.number_max -= *against;
      margin.value.qcore = {margin.value.number, margin.value.number};
      margin.value.qhull = margin.value.qcore;
    }
    margin.key = s_.words.interner().Intern("vote_margin");
    margin.label = s_.words.interner().Intern("margin of votes");
    margin.verb = VerbOf(s_.G(group).clause);
    When(s_.G(group).clause, margin);
    Around(margin);
    if (IsNoFact(s_.G(group).clause)) margin.aside = ToldAmount::Aside::kNoFact;
    out_.push_back(std::move(margin));
  }
}

}  // namespace gainsay::internal
