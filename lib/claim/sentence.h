// Claims of one sentence: each value to at most one frame.
#ifndef GAINSAY_LIB_CLAIM_SENTENCE_H_
#define GAINSAY_LIB_CLAIM_SENTENCE_H_

#include <optional>
#include <vector>

#include "claim/claim.h"
#include "claim/clocks.h"
#include "claim/concepts.h"
#include "claim/frames.h"
#include "claim/lapses.h"
#include "claim/several.h"
#include "claim/subjects.h"
#include "mention/mention.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// What all sentences of a document share.
struct DocumentContext {
  const Schema& schema;
  const FrameIndex& frames;
  const EntityClasses& classes;
  const LapseClasses& lapse;
  const ClockWords& clock;
  const ConceptClasses& concepts;
  Interner& interner;
  const MentionTable& mentions;
  Discourse& discourse;
  std::span<const std::uint32_t> lines;  // where each line of the text begins
  DocumentIndex document;
  StringId source;
  DayInterval as_of;
  ByteSpan dateline;  // empty: none
  ClaimTable& out;
  ExtractionCoverage& coverage;
  std::vector<Mentioned>& mentioned;  // of each claim of the document
  std::optional<Claim>& return_told;  // the first that its lead implies
};

class SentenceReader {
 public:
  SentenceReader(const SentenceView& sentence, DocumentContext& document)
      : s_(sentence), d_(document) {}
  void Read();

  // Values that are told of more, of less or of a part of what they seem to be
  // told of: no other reader takes them either.
  const std::vector<ByteSpan>& narrowed() const { return narrowed_; }

 private:
  // A frame that fits a value.
  struct Match : FrameReading {
    std::size_t rank = 0;  // of its path
  };

  void NoteResumptions();
  void FindQuoted();
  void ReadValue(std::uint32_t atom);
  bool ReadClocks(std::uint32_t atom, const ValuePaths& paths);
  bool ReadEnd(std::uint32_t atom, const ValuePaths& paths);
  std::optional<FrameReading> Lapse(std::uint32_t atom,
                                    const ValuePaths& paths) const;
  std::optional<FrameReading> CountTold(std::uint32_t atom) const;
  std::optional<FrameReading> LengthTold(std::uint32_t atom) const;
  std::optional<FrameReading> EndTold(std::uint32_t atom) const;
  std::optional<FrameReading> DayTold(std::uint32_t atom,
                                      const ValuePaths& paths) const;
  bool ReadStrike(std::uint32_t atom, const ValuePaths& paths);
  std::optional<FrameReading> WholeOf(std::span<const std::uint32_t> parts,
                                      const ValuePaths& paths);
  bool ReadShare(std::uint32_t atom, const ValuePaths& paths);
  bool CountsBoth(std::uint32_t group) const;
  bool IsCompared(std::uint32_t atom) const;
  bool Narrows(const NarrowingRow& row, std::uint32_t atom,
               const Match& match) const;
  bool IsNarrowed(std::uint32_t atom, const Match& match,
                  const Predicate& predicate);
  bool IsNoLevel(const Mention& mention, std::uint32_t atom,
                 const Match& match) const;
  bool CountsSome(const Match& match, const Clause* clause,
                  const Predicate& predicate) const;
  StringId WhereTold(const Match& match, PredicateIndex predicate) const;
  StringId PartTold(const Match& match, PredicateIndex predicate) const;
  bool ReadParts(std::uint32_t atom, const ValuePaths& paths);
  bool Emit(std::uint32_t atom, std::optional<FrameReading> reading);
  void Collect(const Mention& mention, const ValuePaths& paths,
               std::vector<Match>& found);
  void Emit(const Mention& mention, std::uint32_t atom, Match& match);
  void Leave(const Mention& mention, LeftOutValue::Reason reason) {
    d_.coverage.LeaveOut({reason, d_.document, mention.span});
  }
  void SameEvent(Match& match, std::string_view& predicate) const;
  bool BeganLongAgo(const Mention& mention, const Match& match,
                    std::string_view predicate) const;
  bool AddParties(Match& match, const Clause* clause, DayInterval when) const;
  Modality ModalityOf(const Clause* clause) const;
  bool IsGeneric(const Match& match, const Clause* clause) const;
  bool TellsNoDay(std::uint32_t atom) const;
  bool IsDateline(const Mention& mention, const Match& match,
                  const Clause* clause) const;
  bool IsPastOfFuture(const Clause* clause, const Mention& mention,
                      const ValueRow& value) const;
  bool IsPlanned(const Clause* clause) const;
  bool IsArranged(const Clause& clause) const;
  StringId Speaker(const Clause* clause) const;
  StringId NameOf(std::uint32_t group) const;
  ByteSpan ValueSpan(const Mention& mention, std::uint32_t atom) const;
  ByteSpan Evidence(const Mention& mention, std::uint32_t atom,
                    const Match& match) const;

  const SentenceView& s_;
  DocumentContext& d_;
  std::uint32_t quoted_ = kNowhere;  // group after "according to"
  std::uint32_t parts_end_ = 0;      // atoms before it may be read as parts
  std::vector<ByteSpan> narrowed_;
  std::vector<const Frame*> scratch_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_SENTENCE_H_
