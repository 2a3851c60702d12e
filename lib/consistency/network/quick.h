// Is a component consistent, as fast as memory allows: the question that is
// answered with yes for most components, before anything else is built for one.
//
// Bellman-Ford passes over the component's bounds as they lie, forwards and
// backwards in turn (Yen 1970), on the latest possible day of each point. A
// bound that would lower the origin ends it: inconsistent. A dozen passes
// settle all but deep components, which are left to the slow solver.
#ifndef GAINSAY_LIB_CONSISTENCY_NETWORK_QUICK_H_
#define GAINSAY_LIB_CONSISTENCY_NETWORK_QUICK_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "consistency/network/store.h"

namespace gainsay::internal::stp {

enum class Answer : std::uint8_t { kConsistent, kInconsistent, kUndecided };

// What the grades of a component ask for.
struct Need {
  bool hull = false;  // a definite conflict, or undecided
  bool conventions =
      false;          // inconsistent under completed and under rounded counting
  bool core = false;  // inconsistent in core
  bool any() const { return hull || conventions || core; }
};

// Latest days are shared by all threads: components have no point in common.
class Latest {
 public:
  explicit Latest(std::uint32_t points) : days_(points, kFreeDay) {
    days_[0] = 0;
  }
  static constexpr Day kFreeDay = 1 << 28;
  Day* days() { return days_.data(); }
  std::size_t size() const { return days_.size(); }
  void Resize(std::uint32_t points) {
    if (points > days_.size()) days_.resize(points, kFreeDay);
  }

 private:
  std::vector<Day> days_;
};

class Quick {
 public:
  Quick(const Store& store, Latest& latest)
      : store_(store), latest_(latest.days()) {}

  // Of the bounds of a component, in the hull.
  Answer Check(std::span<const std::uint32_t> bounds);
  // Which cuts need a closer look. Most components with counted bounds need one
  // run: a schedule within completed (or rounded) and core readings at once
  // refutes all.
  Need Grades(std::span<const std::uint32_t> bounds);
  // Frees the points of the last component, so that it can be asked about
  // again.
  void Reset() { Forget(); }

 private:
  void Load(std::span<const std::uint32_t> bounds);
  void LoadCut(std::span<const std::uint32_t> bounds, std::uint8_t reading);
  void Forget();
  // Two counts of one unit on one ordered pair are compared in that unit too.
  void FindCounts(std::span<const std::uint32_t> bounds);
  bool ClashInUnit(std::uint8_t reading) const;
  Answer Solve();
  template <bool kBackwards>
  int Pass();

  const Store& store_;
  Day* latest_;
  std::vector<Row> rows_;
  struct Counted {
    std::uint64_t pair;
    std::uint32_t unit, form;
  };
  std::vector<Counted> counts_;  // by pair and unit
};

}  // namespace gainsay::internal::stp

#endif  // GAINSAY_LIB_CONSISTENCY_NETWORK_QUICK_H_
