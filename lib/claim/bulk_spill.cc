#include "claim/bulk_spill.h"

#include <algorithm>
#include <cstring>
#include <span>
#include <utility>

#include "base/hash.h"
#include "io/fields.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kLeastPiece = std::size_t{1} << 12;
constexpr std::size_t kMostPiece = std::size_t{1} << 20;

template <typename T>
std::span<const char> Bytes(const std::vector<T>& values) {
  return {reinterpret_cast<const char*>(values.data()),
          values.size() * sizeof(T)};
}

}  // namespace

BulkSpill::BulkSpill(const BulkLayout& layout, SpillFile file,
                     std::uint32_t partitions, std::size_t piece_size)
    : layout_(layout),
      file_(std::move(file)),
      parts_(partitions),
      piece_size_(piece_size) {}

Result<BulkSpill> BulkSpill::Create(const BulkLayout& layout,
                                    std::uint32_t partitions,
                                    std::size_t memory) {
  Result<SpillFile> file = SpillFile::Create(0);
  if (!file) return file.error();
  return BulkSpill(layout, std::move(*file), partitions,
                   std::clamp(memory / partitions, kLeastPiece, kMostPiece));
}

Result<BulkSpill::Added> BulkSpill::Add(const Block& block,
                                        BulkErrors& errors) {
  fields_.Scan(block, layout_.columns);
  for (const BadRow& bad : fields_.bad_rows())
    errors.AddBadRow({block.number, bad.begin}, layout_.columns, bad.fields);
  for (std::uint32_t row = 0; row < fields_.rows(); ++row) {
    const std::uint64_t hash =
        Hasher()
            .Add(fields_.Field(row, layout_[BulkField::kSubject]))
            .Add(fields_.Field(row, layout_[BulkField::kPredicate]))
            .value();
    Part& part = parts_[hash % parts_.size()];
    const std::uint32_t begin = fields_.RowBegin(row);
    part.places.push_back({block.number, begin});
    part.bytes.append(block.data() + begin, fields_.RowEnd(row) + 1 - begin);
    part.quotes |= block.quotes;
    if (part.bytes.size() + part.places.size() * sizeof(BulkPlace) >=
        piece_size_) {
      if (const auto done = Flush(part); !done) return done.error();
    }
  }
  return Added{fields_.rows(), fields_.lines()};
}

Result<void> BulkSpill::Flush(Part& part) {
  if (part.places.empty()) return {};
  part.pieces.push_back(
      {file_.size(), static_cast<std::uint32_t>(part.places.size()),
       static_cast<std::uint32_t>(part.bytes.size()), part.quotes});
  if (const auto done = file_.Append(Bytes(part.places)); !done) return done;
  if (const auto done = file_.Append(part.bytes); !done) return done;
  part.places.clear();
  part.bytes.clear();
  part.quotes = false;
  return {};
}

Result<void> BulkSpill::Finish() {
  for (Part& part : parts_) {
    if (const auto done = Flush(part); !done) return done;
    part.places = {};
    part.bytes = {};
  }
  return file_.Flush();
}

Result<BulkPartition> BulkSpill::Load(std::uint32_t partition,
                                      BulkErrors& errors) const {
  BulkPartition loaded;
  loaded.columns.arenas.emplace_back();
  BulkCsvParser parser(layout_);
  Block block;
  for (const Piece& piece : parts_[partition].pieces) {
    const std::size_t first = loaded.origins.size();
    loaded.origins.resize(first + piece.rows);
    const std::span origins = std::span(loaded.origins).subspan(first);
    const std::span<char> places(reinterpret_cast<char*>(origins.data()),
                                 origins.size_bytes());
    if (const auto done = file_.Read(piece.offset, places); !done)
      return done.error();
    if (block.memory.size() < piece.bytes + Block::kPadding)
      block.memory = PageBlock(piece.bytes + Block::kPadding);
    char* const bytes = reinterpret_cast<char*>(block.memory.data());
    if (const auto done =
            file_.Read(piece.offset + places.size(), {bytes, piece.bytes});
        !done)
      return done.error();
    std::memset(bytes + piece.bytes, 0, Block::kPadding);
    block.size = block.stored = piece.bytes;
    block.quotes = piece.quotes;
    parser.Parse(block, loaded.columns, errors, origins);
    ++block.number;
  }
  return loaded;
}

}  // namespace gainsay::internal
