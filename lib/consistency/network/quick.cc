#include "consistency/network/quick.h"

#include <algorithm>
#include <tuple>

namespace gainsay::internal::stp {
namespace {

constexpr Day kTooLow = -(
    1
    << 28);  // beyond this the sums might not fit: the slow solver has 64 bits
constexpr std::size_t kPasses = 16;
constexpr std::size_t kAhead = 16;  // rows fetched before they are needed

enum { kQuiet, kChanged, kBroken, kGiveUp };

}  // namespace

void Quick::Load(std::span<const std::uint32_t> bounds) {
  rows_.resize(bounds.size());
  const Row* rows = store_.rows().data();
  const std::uint32_t* ids = bounds.data();
  // The bounds of the next components follow: fetching past this one pays.
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (i + kAhead < bounds.size()) __builtin_prefetch(&rows[ids[i + kAhead]]);
    rows_[i] = rows[ids[i]];
  }
}

void Quick::LoadCut(std::span<const std::uint32_t> bounds,
                    std::uint8_t reading) {
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const std::uint32_t form = store_.form_of(bounds[i]);
    if (form == 0) continue;
    const DayInterval days = store_.reading(form, reading);
    rows_[i].lo = days.lo, rows_[i].hi = days.hi;
  }
}

// Infinite ends need no test: they lie 2^30 away, latest days within 2^28 of
// the origin.
template <bool kBackwards>
int Quick::Pass() {
  Day* const latest = latest_;
  const Row* row = kBackwards ? rows_.data() + rows_.size() : rows_.data();
  int result = kQuiet;
  for (std::size_t i = rows_.size(); i > 0; --i) {
    if (kBackwards) --row;
    const Day from = latest[row->from], to = latest[row->to];
    const Day new_to = from + row->hi, new_from = to - row->lo;
    if (new_to < to) {
      if (row->to == 0) return kBroken;
      if (new_to < kTooLow) return kGiveUp;
      latest[row->to] = new_to;
      result = kChanged;
    } else if (new_from < from) {
      if (row->from == 0) return kBroken;
      if (new_from < kTooLow) return kGiveUp;
      latest[row->from] = new_from;
      result = kChanged;
    }
    if (!kBackwards) ++row;
  }
  return result;
}

Answer Quick::Solve() {
  // Points of a component number at most its bounds plus one: so many passes
  // settle it.
  const std::size_t enough = rows_.size() + 3;
  for (std::size_t pass = 0; pass < std::min(enough, kPasses); ++pass) {
    const int result = pass % 2 == 0 ? Pass<false>() : Pass<true>();
    if (result == kQuiet) return Answer::kConsistent;
    if (result == kBroken) return Answer::kInconsistent;
    if (result == kGiveUp) return Answer::kUndecided;
  }
  return enough <= kPasses ? Answer::kInconsistent : Answer::kUndecided;
}

void Quick::Forget() {
  for (const Row& row : rows_) {
    if (row.from != 0) latest_[row.from] = Latest::kFreeDay;
    if (row.to != 0) latest_[row.to] = Latest::kFreeDay;
  }
}

void Quick::FindCounts(std::span<const std::uint32_t> bounds) {
  counts_.clear();
  for (const std::uint32_t b : bounds) {
    const std::uint32_t form = store_.form_of(b);
    if ((store_.traits(form) & Store::kCounted) == 0 ||
        store_.statement(b) == kGiven)
      continue;
    const Row& row = store_.row(b);
    if (row.from == 0 || row.to == 0) continue;
    const auto unit = static_cast<std::uint32_t>(store_.form(form).count->unit);
    counts_.push_back({std::uint64_t{row.from} << 32 | row.to, unit, form});
  }
  if (counts_.size() < 2) counts_.clear();
  std::sort(counts_.begin(), counts_.end(),
            [](const Counted& a, const Counted& b) {
              return std::tie(a.pair, a.unit, a.form) <
                     std::tie(b.pair, b.unit, b.form);
            });
}

bool Quick::ClashInUnit(std::uint8_t reading) const {
  DayInterval all;
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    const Counted& c = counts_[i];
    if (i == 0 || counts_[i - 1].pair != c.pair ||
        counts_[i - 1].unit != c.unit)
      all = {};
    const DayInterval days = store_.unit_reading(c.form, reading);
    all = {std::max(all.lo, days.lo), std::min(all.hi, days.hi)};
    if (all.empty()) return true;
  }
  return false;
}

Answer Quick::Check(std::span<const std::uint32_t> bounds) {
  Load(bounds);
  const Answer answer = Solve();
  if (answer != Answer::kConsistent || !store_.any_form()) return answer;
  FindCounts(bounds);
  return ClashInUnit(Store::kHullOnly) ? Answer::kUndecided : answer;
}

Need Quick::Grades(std::span<const std::uint32_t> bounds) {
  Load(bounds);
  std::uint8_t traits = 0;
  if (store_.any_form()) {
    for (const std::uint32_t b : bounds)
      traits |= store_.traits(store_.form_of(b));
  }
  Need need;
  if (traits == 0) {
    need.hull = Solve() != Answer::kConsistent;
    return need;
  }
  counts_.clear();
  if ((traits & Store::kCounted) != 0) FindCounts(bounds);
  const auto holds = [&](std::uint8_t reading) {
    LoadCut(bounds, reading);
    const bool consistent =
        !ClashInUnit(reading) && Solve() == Answer::kConsistent;
    Forget();
    return consistent;
  };
  if (holds(Store::kCompletedAndCore) ||
      ((traits & Store::kBare) != 0 && holds(Store::kRoundedAndCore))) {
    return need;
  }
  need.hull = !holds(Store::kHullOnly);
  if ((traits & Store::kBare) != 0) {
    need.conventions = need.hull || (!holds(Store::kCompletedOnly) &&
                                     !holds(Store::kRoundedOnly));
  }
  if ((traits & Store::kCore) != 0)
    need.core = need.hull || !holds(Store::kCoreOnly);
  return need;
}

}  // namespace gainsay::internal::stp
