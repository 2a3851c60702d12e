// The quick way to read a line of JSON Lines.
//
// Most records of a large file look alike: the keys that docs/formats.md
// names, short strings without escapes, short numbers. This scanner takes those
// and nothing else; what it refuses goes the way of records.h, which says what
// is wrong or reads what is unusual. What it takes, it reads as records.h does.
#ifndef GAINSAY_LIB_CLAIM_PLAIN_RECORD_H_
#define GAINSAY_LIB_CLAIM_PLAIN_RECORD_H_

#include "claim/records.h"

namespace gainsay::internal {

// Reads the object that begins at `begin` and ends before the next line feed
// into `out`, whose views go into these bytes. True if it is plain: no escape,
// no key twice, no list but a span, no member of a type that records.h would
// refuse, numbers of at most 15 digits without an exponent, UTF-8. A byte below
// 0x20 must stand at the end of what may be read; kPlainPadding bytes after it
// must be readable. `end` becomes the line feed (or that byte) if true. Linear.
inline constexpr std::size_t kPlainPadding = 32;
bool ScanPlainRecord(const char* begin, ClaimRecord& out, const char*& end);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PLAIN_RECORD_H_
