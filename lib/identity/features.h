// What tells one event or thing from another: the features of referents, and of
// clusters of them, ready to be compared.
#ifndef GAINSAY_LIB_IDENTITY_FEATURES_H_
#define GAINSAY_LIB_IDENTITY_FEATURES_H_

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "claim/claim.h"
#include "identity/document_words.h"
#include "lang/event_words.h"
#include "lang/names.h"
#include "schema/schema.h"

namespace gainsay::internal {

// Views are of the interner or of rows; sets keep everything in one order.
struct EventFeatures {
  std::string_view head_class;
  bool series = false;  // recurs, or is said to lapse and return
  bool lapse = false;
  bool main_lapse = false;  // of which its document tells most
  bool any_lapse =
      false;              // of what is no series: only its own noun is the same
  bool of_kind = false;   // no other noun is used for it: a train, a border
  bool lasting = false;   // a ship, a company: not what happens
  bool toll = false;      // the dead, injured, rescued of it are counted
  bool clock = false;     // it is told at what time of day it happened
  bool span = false;      // it is told when it began or ended, or how long
  bool focal = false;     // of such a kind a story tells of one: who was aboard
  bool definite = false;  // named, or with an article that says it is known
  bool focus = false;     // the first that its document tells of
  std::set<std::string_view> heads, topics, participants, places, names;
  std::map<std::string_view, std::string_view> scopes;  // group -> value
  std::set<std::string_view> apart;  // of its name: "Lower", "New"
  DayInterval time;
  DayInterval reported;            // when its documents were written
  DayInterval stopped;             // when it last was, before a lapse
  DayInterval begun, ended;        // when a state did: a strike, a siege
  DayInterval lapsed;              // the same, as lengths of lapses tell it too
  DayInterval lapse_length;        // in days, if a claim tells it
  std::set<std::int32_t> years;    // that its claims name, of old
  std::set<std::uint64_t> values;  // distinctive ones, each with its predicate
  std::int32_t ordinal = 0;
  std::vector<ReferentIndex> members;
  std::uint64_t hash = 0;  // of the content: order and ties
  std::set<std::uint32_t> documents;

  bool Bare() const {
    return topics.empty() && participants.empty() && places.empty() &&
           names.empty() && scopes.empty();
  }
  // Told apart by their own document, where they share it: "the Kora crossing"
  // and "the Tarn crossing".
  bool IsApartFrom(const EventFeatures& other) const {
    return apart != other.apart ||
           (lapse && other.lapse && participants.size() == 1 &&
            other.participants.size() == 1 &&
            participants != other.participants && heads == other.heads);
  }
  void Absorb(const EventFeatures& other);
};

// What the claims on a referent tell: when, and what few others would say.
struct ReferentTimes {
  DayInterval reported;
  std::vector<std::int32_t> years;
  std::vector<std::uint64_t> values;  // hashes of predicate and value
  DayInterval stopped;       // the last time before a lapse, or its beginning
  DayInterval begun, ended;  // of a state: a strike, a siege
  DayInterval lapsed;  // the same, or the document's day less a lapse's length
  DayInterval lapse_length;  // in days
};

// Documents. Up to so many, somebody has put together what belongs together;
// among more a common name, a description or a family name alone tells little.
inline constexpr std::size_t kSmallCorpus = 40;

struct FeatureInput {
  const ClaimTable& table;
  const Interner& strings;
  const EventWords& words;
  std::span<const std::uint64_t>
      document_hashes;  // content, by DocumentIndex; may be empty
  std::span<const ReferentTimes> times = {};  // by referent; may be empty
  // By DocumentIndex; may be empty.
  std::span<const DocumentWords> document_words = {};
};

// Of all referents. A year is of old if it lies kOldYears before the document
// was written; where that is not known, if it lies before 1900.
inline constexpr std::int32_t kOldYears = 20;
std::vector<ReferentTimes> TimesOfReferents(const ClaimTable& table,
                                            const Schema& schema);

// What the claims on a referent say of it. Bits.
inline constexpr std::uint8_t kSaidToLapse = 1;  // that it lapsed or returned
inline constexpr std::uint8_t kSaidToLast = 2;   // what is true of it for good
inline constexpr std::uint8_t kSaidToll = 4;     // how many people it hit
inline constexpr std::uint8_t kSaidClock = 8;    // at what time of day it was
inline constexpr std::uint8_t kSaidFocal =
    16;  // what a story tells of one thing
inline constexpr std::uint8_t kSaidSpan = 32;  // when it began, how long it was

// Features of one referent. `said`: of it, the bits above.
EventFeatures FeaturesOf(const FeatureInput& input, ReferentIndex referent,
                         std::uint8_t said);

// The row of a word that tells a thing from another of its kind ("lower",
// "new"), or empty. O(log n).
std::string_view WordApart(std::string_view word);

// Places and their countries, by canonical name.
class PlaceBook {
 public:
  explicit PlaceBook(const NameLexicon& lexicon);
  enum class Relation : std::uint8_t { kSame, kWithin, kUnknown, kApart };
  Relation Compare(std::string_view a, std::string_view b) const;
  bool IsCountry(std::string_view name) const;
  bool Knows(std::string_view name) const { return by_name_.contains(name); }

 private:
  absl::flat_hash_map<std::string_view, const PlaceRow*> by_name_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_FEATURES_H_
