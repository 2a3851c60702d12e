#include "claim/parts.h"

#include <algorithm>

#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

// "Three crew", not "three more crew", "three of the crew", "six others".
bool CountsAlone(const SentenceView& s, const Atom& atom, std::uint32_t group) {
  const Group& g = s.G(group);
  if (atom.kind != Atom::Kind::kNumber || g.kind != GroupKind::kNoun ||
      g.head < atom.last || g.hedge != 0)
    return false;
  const ClassSet further = s.words.index().ClassBit("further"),
                 anyone = s.words.index().ClassBit("anyone");
  if ((s.words.Of(g.lemma).classes & (further | anyone)) != 0) return false;
  for (std::uint32_t t = g.first; t < g.last; ++t) {
    if ((s.Info(t).classes & further) != 0) return false;
  }
  return true;
}

// Groups [first, last] hold nothing but the list, and nothing that may belong
// to it stands before: "14 rebels, two soldiers and one hostage", "including
// four men, one woman".
bool IsWhole(const SentenceView& s, std::uint32_t first, std::uint32_t last,
             std::size_t parts) {
  std::size_t nouns = 0;
  for (std::uint32_t i = first; i <= last; ++i) {
    if (s.G(i).kind == GroupKind::kVerb || s.G(i).kind == GroupKind::kMark)
      return false;
    nouns += s.G(i).kind == GroupKind::kNoun ? 1 : 0;
  }
  if (nouns != parts) return false;
  constexpr std::uint32_t kBefore = 3;
  const ClassSet within = s.words.index().ClassBit("within");
  for (std::uint32_t i = first; i > 0 && i + kBefore > first; --i) {
    const Group& g = s.G(i - 1);
    if (g.kind == GroupKind::kVerb) return true;
    if (g.atom != kNowhere && s.atoms[g.atom].kind == Atom::Kind::kNumber)
      return false;
    for (std::uint32_t t = g.first; t < g.last; ++t)
      if ((s.Info(t).classes & within) != 0) return false;
  }
  return true;
}

}  // namespace

std::vector<std::uint32_t> PartsOf(const SentenceView& s, std::uint32_t atom,
                                   ClassSet people) {
  const std::uint32_t group = GroupOfAtom(s.parse, s.atoms[atom]);
  if (group == kNowhere || !s.G(group).coordinated) return {};
  const std::uint32_t first =
      s.G(group).same_as != kNowhere ? s.G(group).same_as : group;
  std::vector<std::uint32_t> parts;
  std::vector<StringId> nouns;
  for (std::uint32_t i = 0; i < s.parse.groups.groups.size(); ++i) {
    if (i != first && s.G(i).same_as != first) continue;
    std::uint32_t counted = kNowhere;
    for (std::uint32_t a = 0; a < s.atoms.size(); ++a) {
      if (GroupOfAtom(s.parse, s.atoms[a]) != i) continue;
      if (counted != kNowhere) return {};
      counted = a;
    }
    const StringId noun = s.G(i).lemma;
    if (counted == kNowhere || !CountsAlone(s, s.atoms[counted], i) ||
        (s.words.Of(noun).classes & people) == 0 ||
        std::ranges::find(nouns, noun) != nouns.end())
      return {};
    nouns.push_back(noun);
    parts.push_back(counted);
  }
  if (parts.size() < 2 ||
      !IsWhole(s, first, GroupOfAtom(s.parse, s.atoms[parts.back()]),
               parts.size()))
    return {};
  return parts;
}

bool SharesAmongSome(const SentenceView& s, std::uint32_t clause) {
  const ClassSet among = s.words.index().ClassBit("among_some");
  return std::ranges::any_of(s.parse.groups.groups, [&](const Group& g) {
    return g.preposition != kNowhere &&
           (clause == kNowhere || g.clause == clause) &&
           (s.Info(g.preposition).classes & among) != 0;
  });
}

}  // namespace gainsay::internal
