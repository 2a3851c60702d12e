// Documents: what sources say in words. See claim.h for structured claims.
#ifndef GAINSAY_DOCUMENT_H_
#define GAINSAY_DOCUMENT_H_

#include <cstdint>
#include <optional>
#include <string>

#include "gainsay/date.h"

namespace gainsay::inline v0 {

// One text of one source. Owns what it holds.
struct Document {
  std::string id{};      // unique in a corpus; empty: given by the corpus
  std::string source{};  // the publisher or data set
  std::string text{};    // UTF-8, below 4 GiB; spans are byte offsets into it
  std::optional<Date>
      published{};  // document creation time (TimeML: DCT), where known
  std::string url{};
  std::string title{};  // not part of the text; the text may repeat it
  std::string lang{};   // BCP 47; empty: Options::lang
};

// A half-open range of bytes of a document's text.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  constexpr std::uint32_t size() const noexcept { return end - begin; }
  constexpr bool empty() const noexcept { return begin == end; }
  friend constexpr auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

enum class DocumentId : std::uint64_t {};
enum class ClaimId : std::uint64_t {};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_DOCUMENT_H_
