// One record as a row of hashes: see screen.h.
#ifndef GAINSAY_LIB_API_SCREEN_RECORD_H_
#define GAINSAY_LIB_API_SCREEN_RECORD_H_

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/node_hash_map.h"
#include "api/monitor_parts.h"
#include "api/pipeline.h"
#include "claim/records.h"
#include "consistency/agreement.h"
#include "gainsay/result.h"
#include "io/json.h"

namespace gainsay::internal {

// Where a record stands in the run: files, blocks and records in order.
struct RecordOrder {
  std::uint32_t file = 0, block = 0, record = 0;
  friend auto operator<=>(const RecordOrder&, const RecordOrder&) = default;
};

// Numbers for strings, the same in all threads, in no order. Thread safe.
class SharedNames {
 public:
  std::uint32_t Intern(std::string_view name);
  // After the threads have ended: names by number.
  std::vector<std::string> Names() const;

 private:
  std::mutex mutex_;
  absl::flat_hash_map<std::string, std::uint32_t> ids_;
};

// What all threads share.
struct ScreenShared {
  explicit ScreenShared(const Checker::Rep& of) : checker(of), local(of) {}

  AgreementRule RuleOf(std::string_view predicate) const;

  const Checker::Rep& checker;
  const LocalClaims local;
  SharedNames predicates, sources, forms;
};

// What becomes of a record.
enum class ScreenVerdict : std::uint8_t {
  kPlain,     // a row stands for it
  kMarked,    // it needs a check; a row marks its subject
  kGeneral,   // it needs a check, and is an error or of no subject
  kHopeless,  // it may meet subjects of other names: no screening at all
};

// One thread's reader of records. Amortised O(length of the record).
class ScreenRecord {
 public:
  explicit ScreenRecord(ScreenShared& shared) : shared_(shared) {}

  // A record that was read as it may: a row of a claim, else that of a mark.
  // All but `row.row` is set for the first two verdicts.
  ScreenVerdict Take(const ClaimRecord& record, RecordOrder order,
                     AgreementRow& row);
  // A line of JSON that the quick way refuses, read the general way.
  ScreenVerdict TakeJson(std::string_view line, RecordOrder order,
                         AgreementRow& row);

  // Predicates by number, and where each was first named.
  const std::vector<std::optional<RecordOrder>>& first_named() const {
    return first_named_;
  }

 private:
  struct PredicateRow {
    bool known = false, plain = false, by_family = false;
    ValueKind kind = ValueKind::kText;
    std::string subject_type;
    Predicate predicate;
  };
  // Numbers that this thread has asked for.
  class Names {
   public:
    std::uint32_t Of(std::string_view name, SharedNames& shared);

   private:
    // The names that were met last, by their last bytes.
    struct Recent {
      std::string_view name;
      std::uint32_t number = 0;
    };
    static constexpr int kRecentBits = 10;
    std::vector<Recent> recent_ =
        std::vector<Recent>(std::size_t{1} << kRecentBits);
    // Names stay where they are.
    absl::node_hash_map<std::string, std::uint32_t> ids_;
  };

  const PredicateRow& PredicateOf(std::string_view name, RecordOrder order,
                                  std::uint32_t& number);
  bool IsPlain(const ClaimRecord& record, const PredicateRow& predicate) const;
  bool SetValue(const ClaimRecord& record, const PredicateRow& predicate,
                AgreementRow& row);
  bool SetQuantity(const ClaimRecord& record, AgreementRow& row);
  bool SetParsed(const ClaimRecord& record, ValueKind kind,
                 const PredicateRow& predicate, AgreementRow& row);
  std::uint32_t Form(ValueKind kind, std::string_view unit);
  std::string_view Canonical(std::string_view text);
  std::uint64_t SubjectKey(const ClaimRecord& record);
  ScreenVerdict Mark(const ClaimRecord& record, Referent::Kind kind,
                     AgreementRow& row);

  ScreenShared& shared_;
  Names predicates_, sources_, forms_;
  std::vector<PredicateRow> rows_;  // by number
  std::vector<std::optional<RecordOrder>> first_named_;
  // Dates and times by their words: what they hash to; none: bad.
  absl::flat_hash_map<std::string, std::optional<std::uint64_t>> parsed_;
  std::unique_ptr<Interner> strings_ = std::make_unique<Interner>();
  std::unique_ptr<JsonParser> parser_ = std::make_unique<JsonParser>();
  // Forms without a unit, by kind; 0: not yet asked for.
  std::array<std::uint32_t, static_cast<std::size_t>(ValueKind::kBad) + 2>
      plain_forms_{};
  std::string folded_, key_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_SCREEN_RECORD_H_
