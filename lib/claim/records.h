// Structured claims: JSON Lines and CSV records, and ClaimInput, as rows of a
// ClaimTable.
#ifndef GAINSAY_LIB_CLAIM_RECORDS_H_
#define GAINSAY_LIB_CLAIM_RECORDS_H_

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "claim/claim.h"
#include "gainsay/claim.h"
#include "io/input.h"

namespace gainsay::internal {

// One record, as views into it: what JSON, CSV and ClaimInput have in common.
// Absent fields are empty.
struct ClaimRecord {
  std::string_view id, source;
  std::string_view subject, subject_id, subject_type;
  std::vector<std::string_view> aliases;
  std::string_view predicate;
  std::string_view type;         // of the object; empty: that of the predicate
  std::string_view value;        // of the object, or the number as written
  std::optional<double> number;  // where the value is one
  std::optional<bool> truth;
  std::string_view unit, mod, precision;
  std::string_view object_id;  // of an entity or place
  std::string_view country, country_id,
      body;  // of an office; country_id: "cow:20"
  std::string_view start, end, point_in_time, as_of;
  std::string_view modality, attribution, doc, quote;
  std::optional<ByteSpan> span;  // in `doc`
  std::optional<double> confidence;
};

// Members of a record of JSON that are texts.
struct RecordTextField {
  std::string_view key;
  std::string_view ClaimRecord::*field;
};
inline constexpr RecordTextField kRecordTextFields[] = {
    {"id", &ClaimRecord::id},
    {"source", &ClaimRecord::source},
    {"predicate", &ClaimRecord::predicate},
    {"start", &ClaimRecord::start},
    {"end", &ClaimRecord::end},
    {"point_in_time", &ClaimRecord::point_in_time},
    {"as_of", &ClaimRecord::as_of},
    {"modality", &ClaimRecord::modality},
    {"attribution", &ClaimRecord::attribution},
    {"doc", &ClaimRecord::doc},
    {"quote", &ClaimRecord::quote},
};

// The number of a record's object, or as its value writes it; may be infinite
// or no number, as written. Nothing if it is none.
std::optional<double> NumberOf(const ClaimRecord& record);

struct RecordPlace {
  std::string_view file;   // for errors
  DocumentIndex document;  // of the file; quotes are cut from it
  std::uint64_t line = 0, offset = 0, size = 0;
  std::string_view value_field = "object";  // what errors call the value
};

// Where rows go. Errors: bad records, which are left out, and bad values, whose
// claims are kept as ValueKind::kBad.
struct RecordTarget {
  ClaimTable& table;
  Interner& strings;
  Schema& schema;
  std::vector<Error>& errors;
  // The document of an id, for claims that cite one; may be empty.
  std::function<DocumentIndex(std::string_view)> find_document;
};

// Turns records into rows. Referents are made once for each name, id and type.
// Amortised O(length of the record).
class RecordBuilder {
 public:
  explicit RecordBuilder(RecordTarget target) : target_(std::move(target)) {}

  // Adds the claim of a record. False: a bad record, told in the errors.
  bool Add(const ClaimRecord& record, const RecordPlace& place);
  // Likewise; values are taken as they are.
  bool Add(const ClaimInput& input, const RecordPlace& place);

 private:
  struct Dates;
  ReferentIndex ReferentOf(const ClaimRecord& record,
                           const Predicate& predicate);
  void NameCountry(std::string_view id, std::string_view name);
  bool SetDates(const ClaimRecord& record, const RecordPlace& place,
                Claim& claim);
  bool SetRest(const ClaimRecord& record, const RecordPlace& place,
               Claim& claim);
  bool Finish(const ClaimRecord& record, const RecordPlace& place,
              ValueRow value, Claim claim);

  RecordTarget target_;
  absl::flat_hash_map<std::uint64_t, std::uint32_t>
      referents_;                                 // by content hash
  absl::flat_hash_set<std::uint64_t> countries_;  // id and name, hashed
};

struct ReadOptions {
  DocumentIndex document;            // stands for the file in claims
  std::vector<std::string> columns;  // CSV without a header row
  // Told the place of each record in the file; false: read no further. May be
  // empty.
  std::function<bool(std::uint64_t)> at_byte = nullptr;
  // CSV: asked of each record by its first byte: false where another has seen
  // to it, so that it is counted and left out. May be empty.
  std::function<bool(std::uint64_t byte)> wanted = nullptr;
};

// How a file of claims is read: as CSV where its name ends in .csv or .tsv, as
// JSON Lines where it ends in .jsonl, .ndjson or .json or the file begins with
// '{', else as CSV. (Columns are for those of several files that are CSV.)
Result<bool> IsCsv(Input& input);

// Reads a file of claims. Returns the number of claims read. Streams: memory
// beside the rows is one record. Error only if nothing could be read.
Result<std::uint64_t> ReadClaims(Input input, const ReadOptions& options,
                                 const RecordTarget& target);

// What kind of thing a record speaks of: its own word, else its predicate's.
Referent::Kind SubjectKind(std::string_view type, std::string_view by_default);

// The value of a record's object. Error: what was expected, without a place.
Result<ValueRow> MakeValueRow(const ClaimRecord& record,
                              const Predicate& predicate, Interner& strings);
// The row of a value that a program made.
ValueRow MakeValueRow(const Value& value, const Predicate& predicate,
                      Interner& strings);
// And back: for reports and `gainsay extract`.
Value ValueOf(const ValueRow& row, const Interner& strings);
ClaimInput InputOf(const ClaimTable& table, ClaimIndex claim,
                   const Schema& schema, const Interner& strings);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_RECORDS_H_
