// Frames compiled for matching: which rows a value's path fits.
#ifndef GAINSAY_LIB_CLAIM_FRAMES_H_
#define GAINSAY_LIB_CLAIM_FRAMES_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/inlined_vector.h"
#include "lang/language.h"
#include "lang/syntax_index.h"
#include "resolve/attach.h"

namespace gainsay::internal {

// What a row accepts as a value. Bits.
enum ValueClass : std::uint32_t {
  kNumberValue = 1,
  kPercentValue = 2,
  kMoneyValue = 4,
  kDurationValue = 8,
  kAgeValue = 16,
  kDateValue = 32,
  kOrdinalValue = 64,
  kSetValue = 128,
  kLengthValue = 256,
  kAreaValue = 512,
  kMassValue = 1024,
  kSpeedValue = 2048,
  kVolumeValue = 4096,
  kTemperatureValue = 8192,
  kOtherUnitValue = 16384,
};

// Where the subject of a claim is found. See AttrRow::subject.
enum class SubjectAt : std::uint8_t {
  kHead,
  kHeadName,
  kOf,
  kIn,
  kPossessor,
  kHost,
  kApposed,
  kPatient,
  kAgent,
  kEither,
  kFor,
  kEvent,
  kPlace,
  kFocus,
  kSubjectOf,
  kCounted,
};

// A set of lemmas and classes.
struct LemmaSet {
  absl::InlinedVector<std::string_view, 4> words;
  ClassSet classes = 0;
  bool any = false;
  bool Has(std::string_view lemma, ClassSet of_lemma) const;
};

// Reads a list of lemmas and @classes; false where a class is unknown.
bool ReadLemmas(const SyntaxIndex& syntax, std::string_view list, char by,
                LemmaSet& out);
// ValueClass bits of a list of names ("number|percent").
std::uint32_t ReadValues(std::string_view list);

struct FrameStep {
  absl::InlinedVector<std::string_view, 4> relations;
  LemmaSet governors;
  std::string_view
      modifier;  // a word the group must hold; "not": the verb is negated
};

struct Frame {
  std::string_view name, predicate,
      planned;  // planned: of a clause that is no fact; the same by default
  std::string_view
      series;  // of a subject that happens again and again; empty: the same
  bool open_past = false;    // the value's hull reaches back without end
  bool state = false;        // of a time that is over: its end is no news
  bool presupposed = false;  // asserted even in a plan, question or denial
  bool event = false;        // of an EventRow
  bool noun = false;         // of its nouns: "the opening of the bridge"
  bool scoped = false;       // its modifier restricts the claim
  bool dated = false;        // said of the year of its document
  bool kind_scoped = false;  // its last governor's event does
  std::uint32_t values = 0;  // ValueClass bits
  absl::InlinedVector<FrameStep, 2> steps;
  absl::InlinedVector<SubjectAt, 3> subject;
  LemmaSet things;  // any: whatever
};

class FrameIndex {
 public:
  explicit FrameIndex(const SyntaxIndex& syntax);
  FrameIndex(const SyntaxIndex& syntax, std::span<const AttrRow> rows);
  // The frames whose first step fits a path's; later steps are the caller's to
  // check by Fits.
  void Candidates(const PathStep& step, std::string_view lemma,
                  std::vector<const Frame*>& out) const;
  // True if a path begins with the frame's steps; modifiers are not checked.
  static bool Fits(const Frame& frame, const ValuePath& path,
                   const Interner& interner);
  const std::vector<Frame>& frames() const { return frames_; }
  // Rows that could not be read: names, for the tests.
  const std::vector<std::string>& errors() const { return errors_; }

 private:
  void AddAttribute(const AttrRow& row);
  void AddEvent(const EventRow& row);
  void Add(Frame frame);
  bool ReadSteps(std::string_view path, Frame& frame);
  bool ReadSubject(std::string_view list, Frame& frame);

  const SyntaxIndex* syntax_;
  std::vector<Frame> frames_;
  absl::flat_hash_map<std::string, std::vector<std::uint32_t>>
      by_first_;  // "relation:word"
  std::vector<std::string> errors_;
};

// The frames of a language, compiled at its first use.
const FrameIndex& FramesOf(const Language& language);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_FRAMES_H_
