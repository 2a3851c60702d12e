// What a reader by concepts (claim/lapses.h, claim/ages.h) makes of one value:
// the frame that a row would have been, the path by which the value hangs, and
// of what it is told.
#ifndef GAINSAY_LIB_CLAIM_FRAME_READING_H_
#define GAINSAY_LIB_CLAIM_FRAME_READING_H_

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "claim/frames.h"
#include "claim/subjects.h"
#include "resolve/attach.h"

namespace gainsay::internal {

struct FrameReading {
  const Frame* frame = nullptr;  // of static storage: predicate and modality
  ValuePath path;                // its last step says whose clause it is
  FoundSubject subject;
  std::string scope = {};  // of the claim; empty: what the frame gives it
  std::optional<ValueRow> value =
      std::nullopt;  // what the reader has made of the value; else
                     // as the predicate wants it
  std::optional<Count> count =
      std::nullopt;  // what its words mean, if more than they say: "her eighth
                     // year" is seven to eight
};

// A reading whose path has one step.
inline FrameReading ReadingAt(const Frame& frame, const PathStep& step,
                              FoundSubject subject) {
  FrameReading out;
  out.frame = &frame;
  out.path.steps[0] = step;
  out.path.size = 1;
  out.subject = std::move(subject);
  return out;
}

// The step to a group that no path led to.
inline PathStep StepTo(std::string_view relation, std::uint32_t group,
                       std::uint32_t clause) {
  PathStep step;
  step.relation = relation;
  step.group = group;
  step.clause = clause;
  return step;
}

// The event that a clause tells of without naming it: what its verb does, the
// state that somebody is in. Told by the groups from `first` to `last`.
inline Entity UnnamedEvent(const SentenceView& s, StringId head,
                           std::uint32_t first, std::uint32_t last) {
  Entity event;
  event.kind = Entity::Kind::kEvent;
  event.head = head;
  event.classes = s.words.Of(head).classes;
  event.definite = true;
  event.sentence = s.index;
  event.span = {s.text.tokens[s.G(first).first].begin,
                s.text.tokens[s.G(last).last - 1].end};
  return event;
}

// A frame without a path: the reader has found its own. `planned`: what it
// stands for if it is a plan.
inline Frame ConceptFrame(std::string_view name, std::string_view predicate,
                          std::string_view planned, bool presupposed = false,
                          bool open_past = false) {
  Frame frame;
  frame.name = name;
  frame.predicate = predicate;
  frame.planned = planned;
  frame.presupposed = presupposed;
  frame.open_past = open_past;
  frame.steps.emplace_back();
  return frame;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_FRAME_READING_H_
