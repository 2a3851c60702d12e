#include "gainsay/network.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>

#include "calendar/cuts.h"
#include "consistency/network/answers.h"
#include "consistency/network/components.h"
#include "consistency/network/rep.h"
#include "consistency/network/repair.h"
#include "consistency/network/window.h"

namespace gainsay::inline v0 {

using internal::stp::kNone;

BoundForm BoundForm::Of(const Count& count, bool wide) {
  BoundForm form;
  for (std::size_t cut = 0; cut < kCutCount; ++cut) {
    form.days[cut] = internal::CountDays(count, static_cast<Cut>(cut), wide);
  }
  form.count = count;
  form.vague = count.modifier == Modifier::kVague;
  return form;
}

std::vector<std::uint32_t> Network::Rep::BoundsOf(
    std::uint32_t statement) const {
  std::vector<std::uint32_t> result;
  if (store.identity()) {
    if (statement < store.size() && !store.dead(statement))
      result.push_back(statement);
    return result;
  }
  if (indexed == store.size())
    return statement < bounds_of.size() ? bounds_of[statement] : result;
  for (std::uint32_t b = 0; b < store.size(); ++b) {
    if (store.statement(b) == statement && !store.dead(b)) result.push_back(b);
  }
  return result;
}

std::vector<std::uint32_t> Network::Rep::ComponentOf(
    std::uint32_t point) const {
  if (live) return LiveComponentOf(point);
  const internal::stp::Components components =
      internal::stp::FindComponents(store);
  for (std::size_t c = 0; c < components.size(); ++c) {
    for (const std::uint32_t b : components[c]) {
      if (store.row(b).from == point || store.row(b).to == point)
        return {components[c].begin(), components[c].end()};
    }
  }
  return {};
}

// Parts that share a statement are one component.
std::vector<std::uint32_t> Network::Rep::LiveComponentOf(
    std::uint32_t point) const {
  std::vector<std::uint32_t> bounds = live->ComponentOf(point);
  if (store.identity()) return bounds;
  std::unordered_set<std::uint32_t> seen(bounds.begin(), bounds.end());
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    const std::uint32_t statement = store.statement(bounds[i]);
    if (statement == kGiven) continue;
    for (const std::uint32_t other : BoundsOf(statement)) {
      if (seen.count(other) != 0) continue;
      const internal::stp::Row& row = store.row(other);
      for (const std::uint32_t b :
           live->ComponentOf(row.from == 0 ? row.to : row.from)) {
        if (seen.insert(b).second) bounds.push_back(b);
      }
    }
  }
  std::sort(bounds.begin(), bounds.end());
  return bounds;
}

// The points of the component of a bound.
std::vector<std::uint32_t> Network::Rep::PointsAround(
    std::uint32_t bound) const {
  const internal::stp::Row& of = store.row(bound);
  std::vector<std::uint32_t> points;
  for (const std::uint32_t b :
       LiveComponentOf(of.from == 0 ? of.to : of.from)) {
    for (const std::uint32_t p : {store.row(b).from, store.row(b).to})
      if (p != 0) points.push_back(p);
  }
  std::sort(points.begin(), points.end());
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

Network::Rep::Rep() = default;
Network::Rep::~Rep() = default;

Network::Network() : rep_(std::make_unique<Rep>()) {}
Network::~Network() = default;
Network::Network(Network&&) noexcept = default;
Network& Network::operator=(Network&&) noexcept = default;

void Network::Reserve(std::size_t /*points*/, std::size_t bounds) {
  rep_->store.Reserve(bounds);
}

namespace {

Error BadBound(const char* expected) {
  return {ErrorCode::kOutOfRange, expected, {}, 0, "bound"};
}

void Note(Network::Rep& rep, std::uint32_t bound) {
  if (rep.store.identity() || rep.indexed != bound) return;
  const std::uint32_t statement = rep.store.statement(bound);
  ++rep.indexed;
  if (statement == kGiven || rep.store.dead(bound)) return;
  if (statement >= rep.bounds_of.size()) rep.bounds_of.resize(statement + 1);
  rep.bounds_of[statement].push_back(bound);
}

}  // namespace

Result<std::uint32_t> Network::Add(const Bound& bound) {
  if (rep_->live) {
    const Result<Insertion> inserted = Insert(bound);
    if (!inserted) return inserted.error();
    return inserted->bound;
  }
  if (const char* expected = rep_->store.Problem(bound))
    return BadBound(expected);
  return rep_->store.Add(bound);
}

Result<void> Network::Add(std::span<const Bound> bounds) {
  for (std::size_t i = 0; i < bounds.size(); ++i) {
    if (const char* expected = rep_->store.Problem(bounds[i])) {
      Error error = BadBound(expected);
      error.line = i + 1;
      return error;
    }
  }
  for (const Bound& bound : bounds) {
    if (rep_->live)
      static_cast<void>(Insert(bound));
    else
      rep_->store.Add(bound);
  }
  return {};
}

std::uint32_t Network::AddForm(const BoundForm& form) {
  return rep_->store.AddForm(form);
}

void Network::Describe(std::uint32_t statement, const StatementInfo& info) {
  rep_->store.Describe(statement, info);
  if (!rep_->answers) return;
  for (const std::uint32_t b : rep_->BoundsOf(statement)) {
    const internal::stp::Row& row = rep_->store.row(b);
    rep_->answers->Touch(row.from == 0 ? row.to : row.from);
  }
}

void Network::Index() {
  if (rep_->live) return;
  rep_->live = std::make_unique<internal::stp::Live>(rep_->store);
  rep_->indexed = 0;
  for (std::uint32_t b = 0; b < rep_->store.size(); ++b) Note(*rep_, b);
}

Result<Insertion> Network::Insert(const Bound& bound) {
  if (const char* expected = rep_->store.Problem(bound))
    return BadBound(expected);
  Index();
  Insertion result;
  const bool was_identity = rep_->store.identity();
  result.bound = rep_->store.Add(bound);
  if (was_identity && !rep_->store.identity()) {
    for (std::uint32_t b = 0; b < result.bound; ++b) Note(*rep_, b);
  }
  Note(*rep_, result.bound);
  result.consistent = rep_->live->Insert(result.bound);
  if (result.consistent) return result;
  for (const internal::stp::Edge& edge : rep_->live->graph().cycle()) {
    const std::uint32_t b = rep_->live->BoundOf(edge, result.bound);
    const internal::stp::Row& row = rep_->store.row(b);
    const bool forward = row.from == edge.from && row.hi == edge.weight;
    result.conflict.hops.push_back({b,
                                    row.from,
                                    row.to,
                                    Axis::kDay,
                                    Axis::kDay,
                                    {row.lo, row.hi},
                                    forward});
    result.conflict.sum += edge.weight;
  }
  return result;
}

Result<void> Network::Retract(std::uint32_t statement) {
  const std::vector<std::uint32_t> bounds = rep_->BoundsOf(statement);
  if (bounds.empty() || statement == kGiven) {
    return Error{ErrorCode::kNotFound,
                 "expected a statement with a bound",
                 {},
                 0,
                 "statement"};
  }
  if (rep_->answers) rep_->answers->Forget(rep_->PointsAround(bounds.front()));
  for (const std::uint32_t b : bounds) {
    rep_->store.Kill(b);
    if (rep_->live) rep_->live->Remove(b);
  }
  if (statement < rep_->bounds_of.size()) rep_->bounds_of[statement].clear();
  return {};
}

NetworkReport Network::Check(const NetworkOptions& options) const {
  return internal::stp::Run(rep_->store, options, /*check_only=*/true);
}

NetworkReport Network::Conflicts(const NetworkOptions& options) const {
  if (rep_->live) {
    const std::lock_guard lock(rep_->asking);
    std::unique_ptr<internal::stp::Answers>& answers = rep_->answers;
    if (!answers || !answers->Fits(options))
      answers = std::make_unique<internal::stp::Answers>(*rep_, options);
    return answers->Report(*rep_, options);
  }
  return internal::stp::Run(rep_->store, options, /*check_only=*/false);
}

NetworkReport Network::ConflictsOf(std::uint32_t statement,
                                   const NetworkOptions& options) const {
  std::vector<std::uint32_t> points;
  for (const std::uint32_t b : rep_->BoundsOf(statement)) {
    const internal::stp::Row& row = rep_->store.row(b);
    points.push_back(row.from == 0 ? row.to : row.from);
  }
  std::vector<std::uint32_t> bounds;
  for (const std::uint32_t p : points) {
    if (std::any_of(bounds.begin(), bounds.end(), [&](std::uint32_t b) {
          return rep_->store.row(b).from == p || rep_->store.row(b).to == p;
        })) {
      continue;
    }
    const std::vector<std::uint32_t> more = rep_->ComponentOf(p);
    bounds.insert(bounds.end(), more.begin(), more.end());
  }
  std::sort(bounds.begin(), bounds.end());
  return internal::stp::RunOne(rep_->store, bounds, options);
}

NetworkWindow Network::WindowOf(std::uint32_t point) const {
  return Implied(0, point);
}

NetworkWindow Network::Implied(std::uint32_t from, std::uint32_t to) const {
  std::vector<std::uint32_t> bounds;
  for (const std::uint32_t p : {from, to}) {
    if (p == 0) continue;
    const std::vector<std::uint32_t> more = rep_->ComponentOf(p);
    bounds.insert(bounds.end(), more.begin(), more.end());
  }
  std::sort(bounds.begin(), bounds.end());
  bounds.erase(std::unique(bounds.begin(), bounds.end()), bounds.end());
  return internal::stp::FindWindow(rep_->store, bounds, from, to);
}

Correction Network::Repair(CorrectionCost cost,
                           const NetworkOptions& options) const {
  return internal::stp::RepairAll(rep_->store, cost, options);
}

std::size_t Network::points() const noexcept { return rep_->store.points(); }
std::size_t Network::bounds() const noexcept { return rep_->store.size(); }
bool Network::live(std::uint32_t bound) const noexcept {
  return bound < rep_->store.size() && !rep_->store.dead(bound);
}

Bound Network::bound(std::uint32_t index) const noexcept {
  const internal::stp::Row& row = rep_->store.row(index);
  return {row.from,
          row.to,
          {row.lo, row.hi},
          rep_->store.statement(index),
          rep_->store.form_of(index)};
}

std::size_t Network::bytes() const noexcept {
  return rep_->store.bytes() + (rep_->live ? rep_->live->bytes() : 0) +
         (rep_->answers ? rep_->answers->bytes() : 0);
}

}  // namespace gainsay::inline v0
