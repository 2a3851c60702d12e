// Between whom a treaty is that a clause tells the signing of. See sentence.h.
#include <algorithm>

#include "claim/sentence.h"

namespace gainsay::internal {
namespace {

constexpr Day kYear = 366;

}  // namespace

// "Ordova and Marovia signed an air treaty": it is between them. One that is
// new to the text and was signed long ago may be another than the one at hand:
// "the two, which signed a fishing treaty in 1992".
bool SentenceReader::AddParties(Match& match, const Clause* clause,
                                DayInterval when) const {
  Entity& treaty = match.subject.entity;
  const ClassSet charter = s_.words.index().ClassBit("charter"),
                 sign = s_.words.index().ClassBit("sign");
  if (!match.frame->event || clause == nullptr || clause->verb == kNowhere ||
      (treaty.classes & charter) == 0 || treaty.name.valid() ||
      (s_.words.Of(s_.G(clause->verb).lemma).classes & sign) == 0)
    return true;
  const bool fresh = match.subject.group != kNowhere &&
                     (s_.G(match.subject.group).features & kIndefinite) != 0;
  if (fresh && d_.as_of.lo > kMinusInfinity && when.hi + kYear < d_.as_of.lo)
    return false;
  std::uint32_t agent = s_.parse.Agent(*clause);
  if (agent == kNowhere && clause->kind == Clause::Kind::kRelative)
    agent = clause->subject;
  if (agent == kNowhere || !treaty.participants.empty()) return true;
  // "Ordova and Marovia, which signed": both.
  if (s_.G(agent).same_as != kNowhere) agent = s_.G(agent).same_as;
  std::vector<StringId> parties;
  for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
    if (i != agent && s_.G(i).same_as != agent) continue;
    const NameMention* name = s_.names.At(s_.G(i).head);
    if (name == nullptr && s_.G(i).name)
      parties.push_back(s_.words.interner().Intern(
          s_.text.View(s_.text.tokens[s_.G(i).head])));
    if (name == nullptr || name->kind == NameKind::kPerson ||
        name->kind == NameKind::kTitle)
      continue;
    parties.push_back(name->country.valid() && name->kind == NameKind::kPlace
                          ? name->country
                          : name->canonical);
  }
  if (parties.size() < 2) return true;
  std::ranges::sort(parties, {},
                    [&](StringId id) { return s_.words.interner().View(id); });
  treaty.participants.assign(parties.begin(), parties.end());
  return true;
}

}  // namespace gainsay::internal
