#include "claim/deeds.h"

#include <utility>

namespace gainsay::internal {
namespace {

struct DeedFrames {
  Frame bought = ConceptFrame("deed/bought", "bought_by", "bought_by");
  Frame won = ConceptFrame("deed/prize-won", "prize_won", "prize_won");
};
const DeedFrames& Frames() {
  static const DeedFrames frames;
  return frames;
}

}  // namespace

DeedClasses::DeedClasses(const SyntaxIndex& index)
    : acquire(index.ClassBit("acquire")),
      win(index.ClassBit("win")),
      prize(index.ClassBit("prize")) {}

std::optional<Entity> DeedReader::Named(std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).coordinated) return std::nullopt;
  std::optional<Entity> entity = NounOrPronoun(s_, group, discourse_, classes_);
  if (!entity || !entity->name.valid() || entity->plural) return std::nullopt;
  return entity;
}

// "Volta Air bought Kestrel Airways", "was bought by Volta Air".
std::optional<FrameReading> DeedReader::Purchase(const PathStep& step) const {
  const Clause& clause = s_.parse.clauses[step.clause];
  const std::uint32_t bought = s_.parse.Patient(clause);
  std::uint32_t buyer = s_.parse.Agent(clause);
  const std::uint32_t by = clause.verb + 2;
  const bool passive =
      (s_.G(clause.verb).verb & (kPassive | kBareParticiple)) != 0;
  if (passive && by < s_.parse.groups.groups.size() &&
      s_.G(by).preposition != kNowhere && s_.G(by).name)
    buyer = by;
  if (buyer == bought) return std::nullopt;
  std::optional<Entity> what = Named(bought), who = Named(buyer);
  if (!what || !who || what->kind == Entity::Kind::kPerson) return std::nullopt;
  FrameReading out =
      ReadingAt(Frames().bought, step, {*std::move(what), bought});
  out.scope = "by " + std::string(s_.words.interner().View(who->name));
  return out;
}

// "Won the Marlo Prize".
std::optional<FrameReading> DeedReader::Prize(const PathStep& step) const {
  const Clause& clause = s_.parse.clauses[step.clause];
  const std::uint32_t prize = clause.object;
  // "A Tony Award" is one of several that one may win.
  if (prize == kNowhere || !s_.G(prize).name ||
      (s_.G(prize).features & kIndefinite) != 0 ||
      (s_.words.Of(s_.G(prize).lemma).classes & words_.prize) == 0 ||
      (s_.G(clause.verb).verb & (kPassive | kBareParticiple)) != 0)
    return std::nullopt;
  const NameMention* name = s_.names.At(s_.G(prize).head);
  const std::uint32_t group =
      clause.kind == Clause::Kind::kRelative && clause.subject == kNowhere
          ? clause.head
          : clause.subject;
  std::optional<Entity> who = Named(group);
  if (name == nullptr || name->last < name->first + 2 || !who)
    return std::nullopt;
  FrameReading out = ReadingAt(Frames().won, step, {*std::move(who), group});
  out.scope = s_.words.interner().View(name->canonical);
  return out;
}

std::optional<FrameReading> DeedReader::Read(const Atom& atom,
                                             const ValuePaths& paths) const {
  if (atom.kind != Atom::Kind::kDate || paths.empty()) return std::nullopt;
  const PathStep& step = paths[0].steps[0];
  const bool when =
      step.relation == "in" || step.relation == "on" || step.relation == "time";
  if (!when || !step.verb || step.clause == kNowhere) return std::nullopt;
  const Clause& clause = s_.parse.clauses[step.clause];
  if (clause.verb == kNowhere || clause.conditional || clause.question ||
      (s_.G(clause.verb).verb & kNotTold) != 0)
    return std::nullopt;
  const ClassSet of = s_.words.Of(s_.G(clause.verb).lemma).classes;
  if ((of & words_.win) != 0) return Prize(step);
  return (of & words_.acquire) != 0 ? Purchase(step) : std::nullopt;
}

}  // namespace gainsay::internal
