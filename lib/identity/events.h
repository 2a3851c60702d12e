// Events, series and things: which referents of one class are the same one.
//
// First within a document, then across documents, over blocks of one class of
// head (hash-join; never all pairs). Guards veto first and give their reason;
// evidence adds up in integer log-odds (weights.h). Deterministic and
// independent of the order of documents: candidates are taken by (score,
// content hash).
#ifndef GAINSAY_LIB_IDENTITY_EVENTS_H_
#define GAINSAY_LIB_IDENTITY_EVENTS_H_

#include <optional>
#include <string>
#include <vector>

#include "identity/features.h"
#include "identity/identity.h"
#include "identity/weights.h"

namespace gainsay::internal {

// Why two referents must not meet: a word of the closed list of reasons, and
// how.
struct Veto {
  std::string reason, text;
};

// Of two that lapsed and of which one has a name that the other's text does not
// know: "the Strategic Consultations" are not its talks.
std::optional<Veto> GuardUntold(const FeatureInput& in, const EventFeatures& a,
                                const EventFeatures& b);

struct Score {
  std::int32_t total = 0;
  std::string text;  // "same head talks +2; same participants China, Japan +5"
  std::string missing;  // what would decide it: "participants", "place", "date"
};

class EventMatcher {
 public:
  explicit EventMatcher(const PlaceBook& places) : places_(&places) {}

  std::optional<Veto> Guard(const EventFeatures& a,
                            const EventFeatures& b) const;
  // Evidence between two clusters; `story`: their documents share a story.
  Score Compare(const EventFeatures& a, const EventFeatures& b,
                bool same_document, bool story) const;

 private:
  std::optional<Veto> GuardParticipants(const EventFeatures& a,
                                        const EventFeatures& b) const;
  std::optional<Veto> GuardClocks(const EventFeatures& a,
                                  const EventFeatures& b) const;
  std::optional<Veto> GuardThings(const EventFeatures& a,
                                  const EventFeatures& b) const;
  std::optional<Veto> GuardPlaceAndTime(const EventFeatures& a,
                                        const EventFeatures& b) const;
  void CompareWho(const EventFeatures& a, const EventFeatures& b,
                  Score& score) const;
  void CompareWhereAndWhen(const EventFeatures& a, const EventFeatures& b,
                           Score& score) const;

  const PlaceBook* places_;
};

// Adds one Subject a cluster to `out`, with evidence, undecided pairs and
// notes. `referents` are those to resolve; `said[i]`, Said bits, of
// referents[i].
void ResolveEvents(const FeatureInput& input, const PlaceBook& places,
                   std::span<const ReferentIndex> referents,
                   std::span<const std::uint8_t> said, Subjects& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_EVENTS_H_
