// Which documents are on one story: by the names and words that they share.
#ifndef GAINSAY_LIB_IDENTITY_STORIES_H_
#define GAINSAY_LIB_IDENTITY_STORIES_H_

#include <cstdint>
#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "identity/features.h"

namespace gainsay::internal {

// An accident with a toll, whatever its noun: a collapse, a disaster; not a
// quake, of which there may be several.
bool IsAccident(const EventFeatures& features);

// What lasts and may be one thing by its words: "the tunnel", "the single-track
// tunnel", "the Kora Tunnel"; both are known, and no more than one is named.
bool AreOneLasting(const EventFeatures& a, const EventFeatures& b);

// Two of one document that lapsed at one time, as it tells itself: "the trial",
// back after 19 months, and "the proceedings", which had stopped in August
// 2023.
bool LapsedTogether(const EventFeatures& a, const EventFeatures& b);

// Marks the lapse of which one document tells most, the first of equal ones.
void MarkMainLapse(std::span<EventFeatures> of_document);

// A match, a concert: there is another within weeks.
bool ComesOften(const EventFeatures& features);

// Events of which a clock time is told by documents of one month, and which do
// not come in series as quakes and storms do.
bool AreClocked(const EventFeatures& a, const EventFeatures& b);

// Told by documents of one month: two hijackings by one band are not.
bool OfOneMonth(const EventFeatures& a, const EventFeatures& b);

// Events of which is told when they began or how long they were, and which do
// not come in series.
bool AreSpanned(const EventFeatures& a, const EventFeatures& b);

// True if two of few documents are on one story by the names and words of their
// texts.
bool OnOneStory(const DocumentWords& a, const DocumentWords& b);

// Which of a few texts are on one story: two that are alike, and two with names
// in common that are each alike to a third.
class TextStories {
 public:
  explicit TextStories(std::span<const DocumentWords> words) : words_(words) {}
  bool One(std::uint32_t d, std::uint32_t e);
  // Without a third.
  bool Alike(std::uint32_t d, std::uint32_t e);

 private:
  std::span<const DocumentWords> words_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, bool> alike_;
};

// The names that each document mentions, for "documents on one story".
class Stories {
 public:
  // Of the claims' referents, and of the texts where the input has them. Among
  // more than kSmallCorpus documents only rare names tell of a story, two of
  // them where words are alike, and reports of one are at most half a year
  // apart.
  explicit Stories(const FeatureInput& in);

  // Names of the texts alone don't tell apart what happens again: two quakes of
  // one island, two deals of one club. Their words must have something in
  // common beside the head; or both are things that last, lapses, or accidents.
  bool Shared(const EventFeatures& a, const EventFeatures& b) const;

  // More than kSmallCorpus documents: nobody vouches that they are on one
  // topic.
  bool Many() const { return many_; }

 private:
  void Collect(const FeatureInput& in, const Referent& referent);
  bool SharedInText(std::uint32_t a, std::uint32_t b, bool lapse) const;
  bool Alike(std::uint32_t a, std::uint32_t b) const;
  bool SharedInClaims(const EventFeatures& a, const EventFeatures& b) const;

  bool Rare(std::string_view name) const;

  std::map<std::uint32_t, std::vector<StringId>> names_;
  bool many_ = false;
  std::size_t most_ = 0;  // documents that may have a name that tells a story
  absl::flat_hash_map<std::string_view, std::uint32_t> documents_of_;
  mutable std::map<std::pair<std::uint32_t, std::uint32_t>, bool> alike_;
  std::span<const DocumentWords> texts_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_STORIES_H_
