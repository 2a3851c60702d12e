#include "claim/columns.h"

namespace gainsay::internal {

std::size_t ClaimStrings::bytes() const {
  return subjects.bytes() + predicates.bytes() + sources.bytes() +
         documents.bytes() + texts.bytes();
}

std::uint64_t ClaimColumns::rows() const {
  std::uint64_t rows = 0;
  for (const ClaimChunk& chunk : chunks) rows += chunk.rows;
  return rows;
}

std::size_t ClaimColumns::bytes() const {
  std::size_t bytes = chunks.capacity() * sizeof(ClaimChunk);
  for (const PageArena& arena : arenas) bytes += arena.reserved();
  return bytes;
}

ClaimChunk NewChunk(PageArena& arena, std::uint32_t rows) {
  ClaimChunk chunk;
  chunk.rows = rows;
  chunk.subject = arena.Allocate<std::uint32_t>(rows);
  chunk.predicate = arena.Allocate<std::uint32_t>(rows);
  chunk.source = arena.Allocate<std::uint32_t>(rows);
  chunk.document = arena.Allocate<std::uint32_t>(rows);
  chunk.offset = arena.Allocate<std::uint32_t>(rows);
  chunk.place = arena.Allocate<std::uint32_t>(rows);
  chunk.value = arena.Allocate<double>(rows);
  chunk.axis = arena.Allocate<Axis>(rows);
  return chunk;
}

}  // namespace gainsay::internal
