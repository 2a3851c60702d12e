// Claims by the million: one column of 32-bit ids or numbers a property,
// strings interned once. About 33 bytes a claim without its strings; what only
// a report shows (ids, raw values, quotes) is read again from the file by its
// place.
#ifndef GAINSAY_LIB_CLAIM_COLUMNS_H_
#define GAINSAY_LIB_CLAIM_COLUMNS_H_

#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

#include "base/dictionary.h"
#include "base/pages.h"

namespace gainsay::internal {

// The line of numbers that a value lies on; values of two axes are never
// compared. A day is its number since 1970-01-01, a text the id of its string.
enum class Axis : std::uint8_t { kQuantity, kDay, kText, kBad };
inline constexpr std::size_t kAxisCount = 4;

// The claims of one block of a file. Each column has `rows` entries.
struct ClaimChunk {
  std::uint32_t rows = 0;
  std::uint32_t block = 0;             // number of the block it was read from
  std::uint32_t block_size = 0;        // bytes of that block in the file
  std::uint64_t file_offset = 0;       // of the block
  std::uint64_t lines = 0;             // newlines in the block
  std::uint32_t* subject = nullptr;    // ClaimColumns::subjects
  std::uint32_t* predicate = nullptr;  // ClaimColumns::predicates
  std::uint32_t* source = nullptr;     // ClaimColumns::sources
  std::uint32_t* document = nullptr;   // ClaimColumns::documents
  std::uint32_t* offset = nullptr;     // of the evidence in its document
  std::uint32_t* place = nullptr;      // first byte of the record in the block
  double* value = nullptr;             // on the axis
  Axis* axis = nullptr;
};

// Bytes a claim that a ClaimChunk takes.
inline constexpr std::size_t kClaimBytes =
    6 * sizeof(std::uint32_t) + sizeof(double) + sizeof(Axis);

// The strings of one set of columns.
struct ClaimStrings {
  Dictionary subjects, predicates, sources, documents, texts;
  std::size_t bytes() const;
};

// Owns chunks and strings. Thread safety: as std::vector.
struct ClaimColumns {
  ClaimStrings strings;
  std::vector<ClaimChunk> chunks;  // in the order of the file
  std::vector<PageArena> arenas;   // what the chunks point into

  std::uint64_t rows() const;
  // Memory of the columns, without strings.
  std::size_t bytes() const;
};

// Room for `rows` claims in an arena.
ClaimChunk NewChunk(PageArena& arena, std::uint32_t rows);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_COLUMNS_H_
