// "Nobody was hurt", where another text counts those who were. See
// told_times.h.
#include "claim/told_times.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kCounted = "#";  // OutcomeRow::things

}  // namespace

// "Nobody", "no one"; not "no children".
bool ToldTimeReader::IsNobody(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if ((s_.Info(g.first).features & kNegation) == 0) return false;
  return s_.Info(g.head).first == Tag::kPronoun ||
         (g.last == g.first + 2 &&
          (s_.Info(g.last - 1).classes & Class("one_body")) != 0);
}

// Of one day's reports: there may be more of them a day later.
void ToldTimeReader::ReadHarmed(std::uint32_t index) {
  const Clause& clause = s_.parse.clauses[index];
  bool denied = false;
  if (!IsPastFact(clause, denied)) return;
  std::uint32_t who = s_.parse.Patient(clause);
  if (who == kNowhere) who = clause.subject;
  if (who == kNowhere || s_.G(who).kind != GroupKind::kNoun) return;
  const Group& g = s_.G(who);
  const bool nobody = IsNobody(who);
  const bool some = g.atom != kNowhere && !denied &&
                    s_.atoms[g.atom].kind == Atom::Kind::kNumber &&
                    (s_.words.Of(g.lemma).classes & classes_.people) != 0;
  if (!nobody && !some) return;
  for (const OutcomeRow& row : s_.words.index().tables().outcomes) {
    if (row.things != kCounted || !VerbFits(row.verbs, clause)) continue;
    ToldTime told = FactOf(ToldTime::Of::kOutcome, index, who);
    told.key = Intern(row.happening);
    told.theme = Intern(row.happening);
    told.known = told.daily = true;
    told.value.text = Intern(nobody ? row.otherwise : row.came_out);
    out_.push_back(std::move(told));
    return;
  }
}

}  // namespace gainsay::internal
