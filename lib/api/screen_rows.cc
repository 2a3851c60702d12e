#include "api/screen_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace gainsay::internal {

Result<ScreenRows> ScreenRows::Create(std::uint64_t bytes,
                                      std::uint32_t partition_rows,
                                      bool on_disk) {
  // A claim takes at least so many bytes of a file.
  constexpr std::uint64_t kLeastClaim = 100;
  constexpr int kMostBits = 10;
  const std::uint64_t parts = bytes / kLeastClaim / partition_rows;
  ScreenRows out(std::min(static_cast<int>(std::bit_width(parts)), kMostBits));
  if (on_disk) {
    Result<SpillFile> file = SpillFile::Create(std::size_t{1} << 16);
    if (!file) return file.error();
    out.file_ = std::make_unique<SpillFile>(*std::move(file));
  }
  return out;
}

ScreenRows::Writer::Writer(ScreenRows& rows)
    : rows_(rows), open_(rows.partitions()) {}

void ScreenRows::Writer::Add(const AgreementRow& row) {
  const std::size_t partition =
      rows_.bits_ == 0 ? 0 : row.subject >> (64 - rows_.bits_);
  Chunk& chunk = open_[partition];
  if (chunk.rows == nullptr)
    chunk.rows = arena_.Allocate<AgreementRow>(kChunkRows);
  chunk.rows[chunk.count++] = row;
  if (chunk.count == kChunkRows) Flush(partition);
}

void ScreenRows::Writer::Flush(std::size_t partition) {
  Chunk& chunk = open_[partition];
  if (chunk.count == 0) return;
  Piece piece{chunk.rows, 0, chunk.count};
  const std::lock_guard lock(*rows_.mutex_);
  if (rows_.file_ != nullptr) {
    piece.rows = nullptr;
    piece.offset = rows_.file_->size();
    const Result<void> done =
        rows_.file_->Append({reinterpret_cast<const char*>(chunk.rows),
                             chunk.count * sizeof(AgreementRow)});
    if (!done && !failure_) failure_ = done.error();
  } else {
    chunk.rows = nullptr;
  }
  chunk.count = 0;
  rows_.parts_[partition].push_back(piece);
}

Result<void> ScreenRows::Writer::Finish() {
  for (std::size_t i = 0; i < open_.size(); ++i) Flush(i);
  const std::lock_guard lock(*rows_.mutex_);
  rows_.arenas_.push_back(std::move(arena_));
  if (rows_.file_ != nullptr && !failure_) return rows_.file_->Flush();
  return failure_ ? Result<void>(*failure_) : Result<void>();
}

Result<void> ScreenRows::Load(std::size_t partition,
                              std::vector<AgreementRow>& rows) const {
  rows.clear();
  for (const Piece& piece : parts_[partition]) {
    if (piece.rows != nullptr) {
      rows.insert(rows.end(), piece.rows, piece.rows + piece.count);
      continue;
    }
    const std::size_t at = rows.size();
    rows.resize(at + piece.count);
    const std::size_t size = piece.count * sizeof(AgreementRow);
    if (const auto done = file_->Read(
            piece.offset, {reinterpret_cast<char*>(&rows[at]), size});
        !done) {
      return done;
    }
  }
  return {};
}

}  // namespace gainsay::internal
