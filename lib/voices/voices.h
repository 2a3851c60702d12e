// Voices: which documents and claims are copies of each other, so that ten
// reposts of one wire story count once.
//
// A document is a copy of another if most of the eight-word shingles of the
// shorter one stand in the longer; of one source, it is a version. A claim
// whose sentence stands word for word in a document of another source shares a
// voice with it even where the documents differ (an agency's sentence). Claims
// of one source share its voice. Hash-join on shingles; linear in the text.
#ifndef GAINSAY_LIB_VOICES_VOICES_H_
#define GAINSAY_LIB_VOICES_VOICES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/interner.h"
#include "claim/claim.h"

namespace gainsay::internal {

struct VoiceDocument {
  std::string_view text, source;
  DayInterval published;  // unbounded if unknown
};

struct CopyLink {
  DocumentIndex earlier, later;  // by date where both have one, else by content
  enum class Kind : std::uint8_t { kCopy, kVersion } kind = Kind::kCopy;
  std::uint32_t shared = 0,
                of = 0;  // shingles in common, of the shorter document's
};

struct Voices {
  std::vector<std::uint32_t> of_claim;  // dense numbers
  std::vector<std::uint32_t> of_document;
  std::vector<CopyLink> links;  // by (earlier, later)
};

struct VoiceInput {
  const ClaimTable& table;
  const Interner& strings;
  std::span<const VoiceDocument> documents;  // by DocumentIndex
};

Voices FindVoices(const VoiceInput& input);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_VOICES_VOICES_H_
