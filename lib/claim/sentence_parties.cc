// Between whom a treaty is that a clause tells the signing of. See sentence.h.
#include "claim/parties.h"
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
  const std::vector<StringId> parties = PartiesOf(s_, agent);
  if (parties.size() < 2) return true;
  treaty.participants.assign(parties.begin(), parties.end());
  return true;
}

}  // namespace gainsay::internal
