#include "claim/record_columns.h"

#include <algorithm>
#include <charconv>

namespace gainsay::internal {
namespace {

// One column a name; the first name of a row is the one that docs/formats.md
// gives.
struct ColumnRow {
  std::string_view name;
  std::string_view ClaimRecord::*field;
};

constexpr ColumnRow kColumns[] = {
    {"id", &ClaimRecord::id},
    {"source", &ClaimRecord::source},
    {"subject", &ClaimRecord::subject},
    {"subject.name", &ClaimRecord::subject},
    {"subject_id", &ClaimRecord::subject_id},
    {"subject.id", &ClaimRecord::subject_id},
    {"subject_type", &ClaimRecord::subject_type},
    {"subject.type", &ClaimRecord::subject_type},
    {"predicate", &ClaimRecord::predicate},
    {"type", &ClaimRecord::type},
    {"object.type", &ClaimRecord::type},
    {"value", &ClaimRecord::value},
    {"object", &ClaimRecord::value},
    {"object.value", &ClaimRecord::value},
    {"office", &ClaimRecord::value},
    {"unit", &ClaimRecord::unit},
    {"object.unit", &ClaimRecord::unit},
    {"mod", &ClaimRecord::mod},
    {"object.mod", &ClaimRecord::mod},
    {"precision", &ClaimRecord::precision},
    {"object.precision", &ClaimRecord::precision},
    {"object_id", &ClaimRecord::object_id},
    {"object.id", &ClaimRecord::object_id},
    {"country", &ClaimRecord::country},
    {"object.country", &ClaimRecord::country},
    {"country_id", &ClaimRecord::country_id},
    {"body", &ClaimRecord::body},
    {"object.body", &ClaimRecord::body},
    {"start", &ClaimRecord::start},
    {"end", &ClaimRecord::end},
    {"point_in_time", &ClaimRecord::point_in_time},
    {"as_of", &ClaimRecord::as_of},
    {"modality", &ClaimRecord::modality},
    {"attribution", &ClaimRecord::attribution},
    {"doc", &ClaimRecord::doc},
    {"quote", &ClaimRecord::quote},
};

void SplitAliases(std::string_view list, std::vector<std::string_view>& out) {
  while (!list.empty()) {
    const std::size_t end = std::min(list.find(';'), list.size());
    if (end > 0) out.push_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

int Find(const std::vector<std::string>& columns, std::string_view name) {
  const auto found = std::ranges::find(columns, name);
  return found == columns.end() ? -1
                                : static_cast<int>(found - columns.begin());
}

}  // namespace

Result<RecordColumns> RecordColumns::Of(const std::vector<std::string>& columns,
                                        std::string_view file) {
  RecordColumns layout;
  for (const std::string& column : columns) {
    const auto* const row =
        std::ranges::find(kColumns, std::string_view(column), &ColumnRow::name);
    layout.fields_.push_back(row == std::end(kColumns) ? nullptr : row->field);
  }
  for (const std::string_view needed :
       {"source", "subject", "predicate", "value"}) {
    const auto field =
        std::ranges::find(kColumns, needed, &ColumnRow::name)->field;
    const bool there =
        std::ranges::find(layout.fields_, field) != layout.fields_.end();
    const bool by_id =
        needed == "subject" &&
        std::ranges::find(layout.fields_, &ClaimRecord::subject_id) !=
            layout.fields_.end();
    if (!there && !by_id) {
      return Error{ErrorCode::kBadRecord,
                   "expected a column \"" + std::string(needed) +
                       "\"; see docs/formats.md",
                   std::string(file), 1, std::string(needed)};
    }
  }
  layout.aliases_ = Find(columns, "aliases");
  layout.confidence_ = Find(columns, "confidence");
  return layout;
}

ClaimRecord RecordColumns::Record(
    std::span<const std::string_view> fields) const {
  ClaimRecord record;
  for (std::size_t i = 0; i < fields.size() && i < fields_.size(); ++i) {
    if (fields_[i] != nullptr && !fields[i].empty())
      record.*(fields_[i]) = fields[i];
  }
  if (aliases_ >= 0)
    SplitAliases(fields[static_cast<std::size_t>(aliases_)], record.aliases);
  if (confidence_ >= 0) {
    const std::string_view text = fields[static_cast<std::size_t>(confidence_)];
    double number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    if (!text.empty()) record.confidence = number;
  }
  return record;
}

}  // namespace gainsay::internal
