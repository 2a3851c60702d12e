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

}  // namespace gainsay::internal
