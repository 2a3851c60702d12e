#include "claim/spans.h"

#include <utility>

namespace gainsay::internal {
namespace {

struct SpanFrames {
  Frame begin = ConceptFrame("span/begin", "state_begin", "state_begin");
  Frame end = ConceptFrame("span/end", "state_end", "state_end");
};
const SpanFrames& Frames() {
  static const SpanFrames frames;
  return frames;
}

}  // namespace

// What lasts so long: the noun itself, or what the clause says goes on.
std::optional<FoundSubject> SpanReader::Subject(const PathStep& step) const {
  std::uint32_t group = step.group;
  if (step.verb) {
    if (step.clause == kNowhere || (step.classes & lasting_) == 0)
      return std::nullopt;
    const Clause& clause = s_.parse.clauses[step.clause];
    if (clause.verb == kNowhere || clause.conditional ||
        (s_.G(clause.verb).verb & kNotTold) != 0)
      return std::nullopt;
    group = clause.subject;
  }
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity || entity->plural || entity->similar ||
      (entity->classes & classes_.conflict) == 0)
    return std::nullopt;
  discourse_.Resolve(*entity);
  return FoundSubject{*std::move(entity), group};
}

std::optional<FrameReading> SpanReader::Read(RangeEnd end,
                                             const ValuePaths& paths) const {
  if (end == RangeEnd::kNone) return std::nullopt;
  for (const ValuePath& path : paths) {
    std::optional<FoundSubject> subject = Subject(path.steps[0]);
    if (!subject) continue;
    return ReadingAt(end == RangeEnd::kBegin ? Frames().begin : Frames().end,
                     path.steps[0], *std::move(subject));
  }
  return std::nullopt;
}

RangeEnd RangeEndOf(const SentenceView& s, std::uint32_t atom, ClassSet to) {
  const auto joined = [&](const Atom& first, const Atom& last) {
    if (first.kind != Atom::Kind::kDate || last.kind != Atom::Kind::kDate ||
        first.last + 1 != last.first)
      return false;
    const Token& between = s.text.tokens[first.last];
    const std::string_view word = s.text.View(between);
    return (s.Info(first.last).classes & to) != 0 || word == "-" ||
           word == "\u2013" || word == "\u2014";
  };
  if (atom + 1 < s.atoms.size() && joined(s.atoms[atom], s.atoms[atom + 1]))
    return RangeEnd::kBegin;
  return atom > 0 && joined(s.atoms[atom - 1], s.atoms[atom]) ? RangeEnd::kEnd
                                                              : RangeEnd::kNone;
}

}  // namespace gainsay::internal
