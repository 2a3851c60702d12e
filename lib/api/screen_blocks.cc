#include "api/screen_blocks.h"

#include <cstring>
#include <limits>
#include <string_view>

#include "base/utf8.h"
#include "claim/line_records.h"
#include "claim/plain_record.h"

namespace gainsay::internal {
namespace {

static_assert(Block::kPadding >= kPlainPadding);

// Fewer plain records than one in two of so many: screening won't pay.
constexpr std::uint64_t kTrial = 2000;

}  // namespace

ScreenedBlock& ScreenBlocks::Begin(const Block& block, std::uint32_t file,
                                   std::uint64_t records) {
  const std::uint64_t first = state_.rows.fetch_add(records);
  if (first + records >= std::numeric_limits<std::uint32_t>::max())
    state_.hopeless = true;
  plain_ = 0;
  return blocks_.emplace_back(
      ScreenedBlock{file,
                    block.number,
                    static_cast<std::uint32_t>(first),
                    static_cast<std::uint32_t>(records),
                    block.file_offset,
                    static_cast<std::uint32_t>(block.stored),
                    0,
                    {}});
}

void ScreenBlocks::Put(ScreenVerdict verdict, std::uint32_t row) {
  row_.row = row;
  switch (verdict) {
    case ScreenVerdict::kPlain:
      ++plain_;
      writer_.Add(row_);
      return;
    case ScreenVerdict::kMarked:
      writer_.Add(row_);
      [[fallthrough]];
    case ScreenVerdict::kGeneral:
      kept_.push_back(row);
      return;
    case ScreenVerdict::kHopeless:
      state_.hopeless = true;
      return;
  }
}

void ScreenBlocks::TakeLines(const Block& block, std::uint32_t file) {
  const char *at = block.data(), *const end = at + block.size;
  ScreenedBlock& of = Begin(block, file, CountNewlines(at, end));
  of.begins.reserve(of.records);
  std::uint32_t line = 0;
  for (; at != end && !state_.hopeless.load(std::memory_order_relaxed);
       ++line) {
    const RecordOrder order{file, block.number, line};
    of.begins.push_back(static_cast<std::uint32_t>(at - block.data()));
    const char* stop = at;
    const ClaimRecord* const claim = plain_lines_.Scan(at, stop);
    if (claim != nullptr && *stop == '\n') {
      Put(record_.Take(*claim, order, row_), of.first + line);
    } else {
      stop = static_cast<const char*>(
          std::memchr(at, '\n', static_cast<std::size_t>(end - at)));
      const std::string_view text(at, static_cast<std::size_t>(stop - at));
      if (IsBlankRecord(text)) {
        ++of.blank;
      } else {
        Put(record_.TakeJson(text, order, row_), of.first + line);
      }
    }
    at = stop + 1;
  }
  const std::uint64_t records = state_.records.fetch_add(line) + line;
  const std::uint64_t plain = state_.plain.fetch_add(plain_) + plain_;
  if (records >= kTrial && plain * 2 < records) state_.hopeless = true;
}

// True if quotes stand only around whole fields, doubled within: where all
// records of a block are so, every reader finds the same ones.
bool ScreenBlocks::Strict(std::string_view record) const {
  if (record.ends_with('\r')) record.remove_suffix(1);
  for (std::size_t at = 0; at <= record.size();) {
    if (at == record.size() || record[at] != '"') {
      const std::size_t end = std::min(record.find(',', at), record.size());
      if (record.substr(at, end - at).find('"') != std::string_view::npos)
        return false;
      at = end + 1;
      continue;
    }
    do {
      at = record.find('"', at + 1);
      if (at == std::string_view::npos) return false;
      ++at;
    } while (at < record.size() && record[at] == '"');
    if (at < record.size() && record[at] != ',') return false;
    ++at;
  }
  return true;
}

void ScreenBlocks::TakeRows(const Block& block, std::uint32_t file,
                            const RecordColumns& columns,
                            std::uint32_t column_count, bool header) {
  fields_.Scan(block, column_count);
  const std::string_view bytes(block.data(), block.size);
  const bool clean = IsUtf8(bytes) && bytes.find('\0') == bytes.npos;
  ScreenedBlock& of = Begin(block, file, fields_.rows());
  std::vector<std::string_view> row(column_count);
  for (std::uint32_t i = 0; i < fields_.rows(); ++i) {
    const std::uint32_t begin = fields_.RowBegin(i);
    const std::string_view text =
        bytes.substr(begin, fields_.RowEnd(i) - begin);
    of.begins.push_back(begin);
    if (block.quotes && !Strict(text)) state_.hopeless = true;
    if (header && block.number == 0 && i == 0) continue;
    for (std::uint32_t c = 0; c < column_count; ++c)
      row[c] = fields_.Field(i, c);
    if (!clean && (!IsUtf8(text) || text.find('\0') != text.npos)) {
      kept_.push_back(of.first + i);
      continue;
    }
    Put(record_.Take(columns.Record(row), {file, block.number, i}, row_),
        of.first + i);
  }
  // A record of too few fields may be one of an open quote.
  if (block.quotes && !fields_.bad_rows().empty()) state_.hopeless = true;
  const std::uint64_t records =
      state_.records.fetch_add(of.records) + of.records;
  const std::uint64_t plain = state_.plain.fetch_add(plain_) + plain_;
  if (records >= kTrial && plain * 2 < records) state_.hopeless = true;
}

}  // namespace gainsay::internal
