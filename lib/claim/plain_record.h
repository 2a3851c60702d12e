// The quick way to read a line of JSON Lines.
//
// Most records of a large file look alike: the keys that docs/formats.md
// names, short strings without escapes, short numbers. This scanner takes those
// and nothing else; what it refuses goes the way of records.h, which says what
// is wrong or reads what is unusual. What it takes, it reads as records.h does.
#ifndef GAINSAY_LIB_CLAIM_PLAIN_RECORD_H_
#define GAINSAY_LIB_CLAIM_PLAIN_RECORD_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "claim/records.h"

namespace gainsay::internal {

// A value of a record, as its bytes stand there; of a string without the
// quotes.
struct PlainPart {
  enum Kind : std::uint8_t {
    kText,        // a string, into `text` of the record if there is one
    kNumber,      // of a key that nothing reads
    kValue,       // a number that is the object's value
    kConfidence,  // above 0 and up to 1
    kSpanBegin,
    kSpanEnd,
  };
  std::string_view bytes;
  Kind kind = kText;
  std::string_view ClaimRecord::*text = nullptr;
};

// The values of a record in order, true, false and null left out.
struct PlainTrace {
  std::array<PlainPart, 32> parts;
  std::size_t count = 0;
};

// Reads the object that begins at `begin` and ends before the next line feed
// into `out`, whose views go into these bytes. True if it is plain: no escape,
// no key twice, no list but a span, no member of a type that records.h would
// refuse, numbers of at most 15 digits without an exponent, UTF-8. A byte below
// 0x20 must stand at the end of what may be read; kPlainPadding bytes after it
// must be readable. `end` becomes the line feed (or that byte) if true. What
// was read goes into `trace` if there is one. Linear.
inline constexpr std::size_t kPlainPadding = 32;
bool ScanPlainRecord(const char* begin, ClaimRecord& out, const char*& end,
                     PlainTrace* trace = nullptr);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PLAIN_RECORD_H_
