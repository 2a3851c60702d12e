#include "consistency/network/store.h"

#include <algorithm>

#include "calendar/cuts.h"

namespace gainsay::internal::stp {
namespace {

bool InRange(Day day, Day infinity) {
  return day == infinity || (day >= -kFarthest && day <= kFarthest);
}

template <typename T>
std::size_t Bytes(const std::vector<T>& v) {
  return v.capacity() * sizeof(T);
}

}  // namespace

const char* Store::Problem(const Bound& bound) const {
  constexpr std::uint32_t kLimit = 1U << 31;
  if (bound.from == bound.to) return "expected two different points";
  if (bound.from >= kLimit || bound.to >= kLimit)
    return "expected points below 2^31";
  if (bound.statement >= kLimit && bound.statement != kGiven)
    return "expected a statement below 2^31";
  if (bound.form >= forms_.size()) return "expected a form of AddForm";
  const DayInterval hull =
      bound.form == 0 ? bound.days : forms_[bound.form].days[0];
  if (!InRange(hull.lo, kMinusInfinity) || !InRange(hull.hi, kPlusInfinity)) {
    return "expected finite ends within 2^24 days";
  }
  if (hull.empty()) return "expected lo <= hi";
  return nullptr;
}

std::uint32_t Store::Add(const Bound& bound) {
  const auto index = static_cast<std::uint32_t>(rows_.size());
  const DayInterval days =
      bound.form == 0 ? bound.days : forms_[bound.form].days[0];
  rows_.push_back({bound.from, bound.to, days.lo, days.hi});
  if (statements_.empty() && bound.statement != index) {
    statements_.reserve(rows_.capacity());
    statements_.resize(index);
    for (std::uint32_t i = 0; i < index; ++i) statements_[i] = i;
  }
  if (!statements_.empty() || bound.statement != index)
    statements_.push_back(bound.statement);
  if (bound.form != 0 && form_of_.empty()) form_of_.reserve(rows_.capacity());
  if (bound.form != 0 || !form_of_.empty()) {
    form_of_.resize(index);
    form_of_.push_back(bound.form);
  }
  points_ = std::max({points_, bound.from + 1, bound.to + 1});
  return index;
}

std::uint32_t Store::AddForm(const BoundForm& form) {
  forms_.push_back(form);
  for (DayInterval& days :
       forms_.back().days) {  // a form never says more than its hull allows
    days.lo = std::clamp(days.lo, forms_.back().days[0].lo, kPlusInfinity);
    days.hi = std::clamp(days.hi, kMinusInfinity, forms_.back().days[0].hi);
  }
  Read(forms_.back());
  return static_cast<std::uint32_t>(forms_.size() - 1);
}

void Store::Read(const BoundForm& form) {
  const bool counted = form.count && (form.count->unit == TimeUnit::kYear ||
                                      form.count->unit == TimeUnit::kMonth);
  const auto meet = [](DayInterval a, DayInterval b) {
    return DayInterval{std::max(a.lo, b.lo), std::min(a.hi, b.hi)};
  };
  const auto days = [&](Cut cut) {
    if (form.vague && cut != Cut::kCore) return DayInterval{};
    return form.days[static_cast<std::size_t>(cut)];
  };
  const auto in_unit = [&](Cut cut) {
    if (!counted || (form.vague && cut != Cut::kCore)) return DayInterval{};
    return UnitDays(*form.count, cut);
  };
  const auto append = [&](const auto& in, std::vector<DayInterval>& out) {
    const DayInterval core = in(Cut::kCore), completed = in(Cut::kCompleted),
                      rounded = in(Cut::kRounded);
    out.insert(out.end(), {in(Cut::kHull), completed, rounded, core,
                           meet(completed, core), meet(rounded, core)});
  };
  append(days, readings_);
  append(in_unit, unit_readings_);
  std::uint8_t traits = 0;
  if (form.vague || form.days[0] != days(Cut::kCore)) traits |= kCore;
  if (counted) traits |= kCounted;
  if (form.count && !form.vague && IsBareCount(*form.count)) traits |= kBare;
  traits_.push_back(traits);
}

void Store::Describe(std::uint32_t statement, const StatementInfo& info) {
  if (statement >= infos_.size()) infos_.resize(statement + 1);
  infos_[statement] = info;
}

void Store::Kill(std::uint32_t bound) {
  dead_.resize(rows_.size());
  if (!dead_[bound]) ++dead_count_;
  dead_[bound] = true;
}

double Store::weight(std::uint32_t statement) const {
  return statement < infos_.size() ? infos_[statement].weight : 1;
}

std::uint64_t Store::hash(std::uint32_t statement) const {
  return statement < infos_.size() ? infos_[statement].hash : 0;
}

std::size_t Store::bytes() const {
  return Bytes(rows_) + Bytes(statements_) + Bytes(form_of_) + Bytes(forms_) +
         Bytes(infos_) + dead_.capacity() / 8;
}

}  // namespace gainsay::internal::stp
