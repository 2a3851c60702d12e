// The bounds of a network in columns: 16 bytes a bound, and what not every
// network needs (statements other than the bound's own index, forms, weights)
// only where used.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_STORE_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_STORE_H_

#include <cstdint>
#include <vector>

#include "gainsay/network.h"

namespace gainsay::internal::stp {

inline constexpr Day kFarthest = 1 << 24;  // of a finite end of a bound
inline constexpr std::uint32_t kNone = 0xffffffffU;

// The hull; unbounded for a vague bound, which has none.
struct Row {
  std::uint32_t from, to;
  Day lo, hi;
};

class Store {
 public:
  // Null if the bound can be added, else what was expected.
  const char* Problem(const Bound& bound) const;
  std::uint32_t Add(const Bound& bound);
  std::uint32_t AddForm(const BoundForm& form);
  void Describe(std::uint32_t statement, const StatementInfo& info);
  void Reserve(std::size_t bounds) { rows_.reserve(bounds); }
  void Kill(std::uint32_t bound);

  std::size_t size() const { return rows_.size(); }
  std::size_t live() const { return rows_.size() - dead_count_; }
  std::uint32_t points() const { return points_; }
  const Row& row(std::uint32_t i) const { return rows_[i]; }
  const std::vector<Row>& rows() const { return rows_; }
  bool dead(std::uint32_t i) const {
    return !dead_.empty() && i < dead_.size() && dead_[i];
  }
  bool any_dead() const { return dead_count_ != 0; }
  // True if bound i is statement i throughout.
  bool identity() const { return statements_.empty(); }
  std::uint32_t statement(std::uint32_t i) const {
    return statements_.empty() ? i : statements_[i];
  }
  std::uint32_t form_of(std::uint32_t i) const {
    return i < form_of_.size() ? form_of_[i] : 0;
  }
  bool any_form() const { return !form_of_.empty(); }
  const BoundForm& form(std::uint32_t form) const { return forms_[form]; }
  // What a form asks for beside the hull, and its days under the readings that
  // decide whether to look closer.
  enum Trait : std::uint8_t { kBare = 1, kCore = 2, kCounted = 4 };
  enum Reading : std::uint8_t {
    kHullOnly,
    kCompletedOnly,
    kRoundedOnly,
    kCoreOnly,
    kCompletedAndCore,
    kRoundedAndCore,
    kReadings
  };
  std::uint8_t traits(std::uint32_t form) const { return traits_[form]; }
  DayInterval reading(std::uint32_t form, std::uint8_t reading) const {
    return readings_[kReadings * std::size_t{form} + reading];
  }
  // The same in the unit of a kCounted form (UnitDays of cuts.h).
  DayInterval unit_reading(std::uint32_t form, std::uint8_t reading) const {
    return unit_readings_[kReadings * std::size_t{form} + reading];
  }
  double weight(std::uint32_t statement) const;
  std::uint64_t hash(std::uint32_t statement) const;  // 0: by its bounds
  std::size_t bytes() const;

  // Days of a bound under a cut; unbounded for a vague one outside core.
  DayInterval Days(std::uint32_t bound, Cut cut) const {
    const std::uint32_t f = form_of(bound);
    if (f == 0) return {rows_[bound].lo, rows_[bound].hi};
    const BoundForm& form = forms_[f];
    if (form.vague && cut != Cut::kCore) return {};
    return form.days[static_cast<std::size_t>(cut)];
  }

 private:
  void Read(const BoundForm& form);

  std::vector<Row> rows_;
  std::vector<std::uint32_t> statements_;
  std::vector<std::uint32_t> form_of_;
  std::vector<BoundForm> forms_ = std::vector<BoundForm>(1);
  std::vector<std::uint8_t> traits_ = std::vector<std::uint8_t>(1);
  std::vector<DayInterval> readings_ = std::vector<DayInterval>(kReadings);
  std::vector<DayInterval> unit_readings_ = std::vector<DayInterval>(kReadings);
  std::vector<StatementInfo> infos_;
  std::vector<bool> dead_;
  std::size_t dead_count_ = 0;
  std::uint32_t points_ = 1;
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_STORE_H_
