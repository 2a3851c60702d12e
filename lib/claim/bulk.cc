#include "claim/bulk.h"

#include <algorithm>
#include <atomic>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

#include "base/workers.h"
#include "io/fields.h"
#include "io/numbers.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kBatch =
    256;  // rows whose strings are interned together

constexpr std::array<std::string_view, kBulkFieldCount> kNames = {
    "subject", "predicate", "kind", "num", "txt", "source", "doc", "off"};

bool IsRequired(BulkField field) { return field <= BulkField::kText; }

std::string Quoted(std::string_view text) {
  constexpr std::size_t kShown = 60;
  return "\"" + std::string(text.substr(0, kShown)) +
         (text.size() > kShown ? "...\"" : "\"");
}

}  // namespace

Result<BulkLayout> BulkLayout::FromNames(
    const std::vector<std::string>& names) {
  BulkLayout layout;
  layout.columns = static_cast<std::uint32_t>(names.size());
  layout.column.fill(kAbsent);
  for (std::uint32_t i = 0; i < names.size(); ++i) {
    const auto known = std::find(kNames.begin(), kNames.end(), names[i]);
    if (known == kNames.end()) continue;
    std::uint32_t& column =
        layout.column[static_cast<std::size_t>(known - kNames.begin())];
    if (column != kAbsent)
      return Error{.what = "column \"" + names[i] + "\" stands twice"};
    column = i;
  }
  for (std::size_t i = 0; i < kBulkFieldCount; ++i) {
    if (layout.column[i] == kAbsent && IsRequired(static_cast<BulkField>(i))) {
      return Error{.what =
                       "expected a column \"" + std::string(kNames[i]) + "\""};
    }
  }
  return layout;
}

void BulkErrors::AddListed(BulkError error) {
  listed.push_back(std::move(error));
  // Twice as many are gathered before the later half is thrown away: linear.
  if (listed.size() == 2 * kListed) Arrange();
}

void BulkErrors::AddBadRow(BulkPlace place, std::uint32_t expected,
                           std::uint32_t got) {
  ++bad_records;
  AddListed({place,
             "expected " + std::to_string(expected) + " fields, got " +
                 std::to_string(got),
             {}});
}

void BulkErrors::Add(BulkErrors&& other) {
  bad_records += other.bad_records;
  bad_values += other.bad_values;
  std::move(other.listed.begin(), other.listed.end(),
            std::back_inserter(listed));
}

void BulkErrors::Arrange() {
  std::stable_sort(
      listed.begin(), listed.end(),
      [](const BulkError& a, const BulkError& b) { return a.place < b.place; });
  if (listed.size() > kListed) listed.resize(kListed);
}

struct BulkCsvParser::Rep {
  explicit Rep(const BulkLayout& columns) : layout(columns) {}

  void Intern(BulkField field, Dictionary& strings, std::uint32_t* ids);
  void Values(ClaimChunk& chunk, Dictionary& texts);
  void Offsets(ClaimChunk& chunk);
  void AddError(std::uint32_t row, std::uint32_t column, std::string what);

  const BulkLayout layout;
  FieldTable fields;
  const Block* block = nullptr;
  std::span<const BulkPlace> origins;
  BulkErrors* errors = nullptr;
};

BulkCsvParser::BulkCsvParser(const BulkLayout& layout)
    : rep_(std::make_unique<Rep>(layout)) {}
BulkCsvParser::~BulkCsvParser() = default;

std::size_t BulkCsvParser::bytes() const {
  return rep_->fields.bytes() +
         (rep_->block == nullptr ? 0 : rep_->block->memory.size());
}

void BulkCsvParser::Rep::AddError(std::uint32_t row, std::uint32_t column,
                                  std::string what) {
  std::string field;
  for (std::size_t i = 0; i < kBulkFieldCount; ++i) {
    if (column != BulkLayout::kAbsent && layout.column[i] == column) {
      field = kNames[i];
    }
  }
  const BulkPlace place = origins.empty()
                              ? BulkPlace{block->number, fields.RowBegin(row)}
                              : origins[row];
  errors->AddListed({place, std::move(what), std::move(field)});
}

void BulkCsvParser::Rep::Intern(BulkField field, Dictionary& strings,
                                std::uint32_t* ids) {
  const std::uint32_t column = layout[field];
  if (column == BulkLayout::kAbsent) {
    std::fill_n(ids, fields.rows(), strings.Intern(""));
    return;
  }
  std::array<std::string_view, kBatch> texts;
  for (std::uint32_t begin = 0; begin < fields.rows(); begin += kBatch) {
    const std::uint32_t count = std::min(kBatch, fields.rows() - begin);
    for (std::uint32_t i = 0; i < count; ++i)
      texts[i] = fields.Field(begin + i, column);
    strings.InternPadded(std::span(texts).first(count), ids + begin);
  }
}

// Numbers at once; texts are gathered and interned a batch at a time.
void BulkCsvParser::Rep::Values(ClaimChunk& chunk, Dictionary& texts) {
  const std::uint32_t kind_column = layout[BulkField::kKind],
                      number_column = layout[BulkField::kNumber];
  std::array<std::string_view, kBatch> words;
  std::array<std::uint32_t, kBatch> rows, ids;
  std::uint32_t waiting = 0;
  const auto flush = [&] {
    texts.InternPadded(std::span(words).first(waiting), ids.data());
    for (std::uint32_t i = 0; i < waiting; ++i) chunk.value[rows[i]] = ids[i];
    waiting = 0;
  };
  for (std::uint32_t row = 0; row < chunk.rows; ++row) {
    const std::string_view kind = fields.Field(row, kind_column);
    const char letter = kind.size() == 1 ? kind[0] : '?';
    chunk.axis[row] = Axis::kBad;
    if (letter == 't') {
      chunk.axis[row] = Axis::kText;
      words[waiting] = fields.Field(row, layout[BulkField::kText]);
      rows[waiting] = row;
      if (++waiting == kBatch) flush();
    } else if (letter != 'n' && letter != 'd') {
      ++errors->bad_values;
      AddError(row, kind_column, "expected n, d or t, got " + Quoted(kind));
    } else if (const auto number =
                   ParseNumber(fields.Field(row, number_column))) {
      chunk.axis[row] = letter == 'n' ? Axis::kQuantity : Axis::kDay;
      chunk.value[row] = *number + 0.0;  // -0 is 0
    } else {
      ++errors->bad_values;
      AddError(
          row, number_column,
          "expected a number, got " + Quoted(fields.Field(row, number_column)));
    }
  }
  flush();
}

void BulkCsvParser::Rep::Offsets(ClaimChunk& chunk) {
  const std::uint32_t column = layout[BulkField::kOffset];
  if (column == BulkLayout::kAbsent) return;
  for (std::uint32_t row = 0; row < chunk.rows; ++row) {
    const std::string_view text = fields.Field(row, column);
    if (const auto offset = ParseUint32(text)) {
      chunk.offset[row] = *offset;
    } else if (!text.empty()) {
      ++errors->bad_values;
      AddError(row, column,
               "expected a byte offset below 4294967296, got " + Quoted(text));
    }
  }
}

void BulkCsvParser::Parse(const Block& block, ClaimColumns& columns,
                          BulkErrors& errors,
                          std::span<const BulkPlace> origins) {
  rep_->block = &block;
  rep_->origins = origins;
  rep_->errors = &errors;
  FieldTable& fields = rep_->fields;
  fields.Scan(block, rep_->layout.columns);
  ClaimChunk chunk = NewChunk(columns.arenas.front(), fields.rows());
  chunk.block = block.number;
  chunk.block_size = static_cast<std::uint32_t>(block.stored);
  chunk.file_offset = block.file_offset;
  chunk.lines = fields.lines();
  for (std::uint32_t row = 0; row < chunk.rows; ++row)
    chunk.place[row] = fields.RowBegin(row);
  ClaimStrings& strings = columns.strings;
  rep_->Intern(BulkField::kSubject, strings.subjects, chunk.subject);
  rep_->Intern(BulkField::kPredicate, strings.predicates, chunk.predicate);
  rep_->Intern(BulkField::kSource, strings.sources, chunk.source);
  rep_->Intern(BulkField::kDocument, strings.documents, chunk.document);
  rep_->Values(chunk, strings.texts);
  rep_->Offsets(chunk);
  for (const BadRow& bad : fields.bad_rows()) {
    errors.AddBadRow({block.number, bad.begin}, rep_->layout.columns,
                     bad.fields);
  }
  columns.chunks.push_back(chunk);
}

namespace {

// What one job reads; the parts are joined when all have ended.
struct Part {
  ClaimColumns columns;
  BulkErrors errors;
  std::size_t buffer_bytes = 0;
  std::optional<Error> failure;
};

void ReadPart(BlockReader& reader, const BulkLayout& layout,
              std::atomic<bool>& failed, Part& part) {
  part.columns.arenas.emplace_back();
  BulkCsvParser parser(layout);
  Block block;
  while (!failed) {
    const Result<bool> more = reader.Next(block);
    if (!more) part.failure = more.error(), failed = true;
    if (!more || !*more) break;
    parser.Parse(block, part.columns, part.errors);
  }
  part.buffer_bytes = parser.bytes();
}

// The numbers of the strings of `part` become those of `all`.
void Renumber(ClaimColumns& part, ClaimStrings& all, std::uint32_t jobs) {
  struct Column {
    Dictionary *from, *to;
    std::uint32_t* ClaimChunk::*ids;  // null: texts
  };
  const std::array<Column, 5> columns = {
      {{&part.strings.subjects, &all.subjects, &ClaimChunk::subject},
       {&part.strings.documents, &all.documents, &ClaimChunk::document},
       {&part.strings.texts, &all.texts, nullptr},
       {&part.strings.sources, &all.sources, &ClaimChunk::source},
       {&part.strings.predicates, &all.predicates, &ClaimChunk::predicate}}};
  std::atomic<std::size_t> next = 0;
  RunWorkers(std::min<std::uint32_t>(jobs, 2), [&](std::uint32_t) {
    for (std::size_t i; (i = next++) < columns.size();) {
      const Column& column = columns[i];
      const std::vector<std::uint32_t> map = column.to->Absorb(*column.from);
      for (ClaimChunk& chunk : part.chunks) {
        for (std::uint32_t row = 0; row < chunk.rows; ++row) {
          if (column.ids != nullptr) {
            (chunk.*column.ids)[row] = map[(chunk.*column.ids)[row]];
          } else if (chunk.axis[row] == Axis::kText) {
            chunk.value[row] =
                map[static_cast<std::uint32_t>(chunk.value[row])];
          }
        }
      }
    }
  });
}

}  // namespace

Result<BulkClaims> LoadBulkCsv(BlockReader& reader, const BulkLayout& layout,
                               std::uint32_t jobs) {
  std::vector<Part> parts(std::max(jobs, 1U));
  std::atomic<bool> failed = false;
  RunWorkers(jobs, [&](std::uint32_t worker) {
    ReadPart(reader, layout, failed, parts[worker]);
  });
  BulkClaims claims;
  for (Part& part : parts) {
    if (part.failure) return *part.failure;
    claims.buffer_bytes += part.buffer_bytes;
    if (&part == &parts.front()) {
      claims.columns = std::move(part.columns);
    } else {
      Renumber(part.columns, claims.columns.strings, jobs);
      ClaimColumns& all = claims.columns;
      all.chunks.insert(all.chunks.end(), part.columns.chunks.begin(),
                        part.columns.chunks.end());
      std::move(part.columns.arenas.begin(), part.columns.arenas.end(),
                std::back_inserter(all.arenas));
    }
    claims.errors.Add(std::move(part.errors));
  }
  std::sort(claims.columns.chunks.begin(), claims.columns.chunks.end(),
            [](const ClaimChunk& a, const ClaimChunk& b) {
              return a.block < b.block;
            });
  claims.errors.Arrange();
  return claims;
}

}  // namespace gainsay::internal
