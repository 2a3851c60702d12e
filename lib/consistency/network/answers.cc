#include "consistency/network/answers.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "consistency/network/run.h"

namespace gainsay::internal::stp {

Answers::Answers(const Network::Rep& rep, const NetworkOptions& options)
    : options_(options) {
  options_.stop = {};
  Update(rep);
  touched_.clear();
  Parts parts = GradeParts(rep.store, options);
  if (parts.stopped) {  // nothing is kept of an answer that is not whole
    for (std::uint32_t p = 1; p < parent_.size(); ++p) touched_.push_back(p);
    return;
  }
  for (auto& [bound, report] : parts.reports) {
    const Row& row = rep.store.row(bound);
    reports_.emplace(Find(row.from == 0 ? row.to : row.from),
                     std::move(report));
  }
}

bool Answers::Fits(const NetworkOptions& o) const {
  return o.max_statements == options_.max_statements &&
         o.per_statement == options_.per_statement &&
         o.budget == options_.budget && o.grades == options_.grades &&
         o.walks == options_.walks;
}

void Answers::Forget(std::span<const std::uint32_t> points) {
  gone_.insert(gone_.end(), points.begin(), points.end());
}

std::uint32_t Answers::Find(std::uint32_t point) {
  while (parent_[point] != point) {
    parent_[point] = parent_[parent_[point]];
    point = parent_[point];
  }
  return point;
}

void Answers::Drop(std::uint32_t root) { reports_.erase(root); }

void Answers::Unite(std::uint32_t a, std::uint32_t b) {
  a = Find(a), b = Find(b);
  if (a == b) return;
  if (a > b) std::swap(a, b);
  Drop(a), Drop(b);
  components_ -= bounds_[a] != 0 && bounds_[b] != 0;
  bounds_[a] += bounds_[b];
  parent_[b] = a;
}

void Answers::Join(const Network::Rep& rep, std::uint32_t bound) {
  const Row& row = rep.store.row(bound);
  const std::uint32_t point = row.from == 0 ? row.to : row.from;
  if (row.to != 0) Unite(point, row.to);
  if (!rep.store.identity() && rep.store.statement(bound) != kGiven) {
    const Row& first = rep.store.row(rep.FirstOf(rep.store.statement(bound)));
    Unite(point, first.from == 0 ? first.to : first.from);
  }
  const std::uint32_t root = Find(point);
  Drop(root);
  components_ += bounds_[root] == 0;
  ++bounds_[root];
  touched_.push_back(point);
}

// Takes components apart in which something was retracted.
void Answers::Part(const Network::Rep& rep) {
  std::sort(gone_.begin(), gone_.end());
  gone_.erase(std::unique(gone_.begin(), gone_.end()), gone_.end());
  for (const std::uint32_t p : gone_) {
    const std::uint32_t root = Find(p);
    components_ -= bounds_[root] != 0;
    bounds_[root] = 0;
    Drop(root);
  }
  for (const std::uint32_t p : gone_) parent_[p] = p, bounds_[p] = 0;
  for (const std::uint32_t p : gone_) {
    rep.live->ForBounds(p, [&](std::uint32_t b) {
      if (b < synced_) Join(rep, b);
    });
  }
  gone_.clear();
}

void Answers::Update(const Network::Rep& rep) {
  const auto old = static_cast<std::uint32_t>(parent_.size());
  if (old < rep.store.points()) {
    parent_.resize(rep.store.points());
    std::iota(parent_.begin() + old, parent_.end(), old);
    bounds_.resize(rep.store.points());
  }
  Part(rep);
  for (; synced_ < rep.store.size(); ++synced_) {
    if (!rep.store.dead(synced_)) Join(rep, synced_);
  }
}

// False if it was stopped.
bool Answers::Grade(const Network::Rep& rep, std::uint32_t point,
                    const NetworkOptions& options) {
  const std::vector<std::uint32_t> bounds = rep.LiveComponentOf(point);
  if (bounds.empty()) return true;
  Quick quick(rep.store, latest_);
  const Need need = NeedOf(quick, bounds, options);
  quick.Reset();
  if (!need.any()) return true;
  ComponentReport report =
      GradeComponent(rep.store, bounds, options, need, scratch_);
  if (report.stopped) return false;
  if (!report.empty()) reports_.emplace(Find(point), std::move(report));
  return true;
}

NetworkReport Answers::Report(const Network::Rep& rep,
                              const NetworkOptions& options) {
  Update(rep);
  latest_.Resize(rep.store.points());
  for (std::uint32_t& p : touched_) p = Find(p);
  std::sort(touched_.begin(), touched_.end());
  touched_.erase(std::unique(touched_.begin(), touched_.end()), touched_.end());
  bool stopped = false;
  while (!touched_.empty() && !stopped) {
    Drop(touched_.back());
    stopped =
        options.stop.stop_requested() || !Grade(rep, touched_.back(), options);
    if (!stopped) touched_.pop_back();
  }
  std::vector<const ComponentReport*> reports;
  for (const auto& [root, report] : reports_) reports.push_back(&report);
  NetworkReport result = Merge(reports);
  result.components = components_;
  result.stopped = stopped;
  return result;
}

std::size_t Answers::bytes() const {
  std::size_t bytes =
      (parent_.capacity() + bounds_.capacity() + latest_.size()) *
      sizeof(std::uint32_t);
  for (const auto& [root, report] : reports_)
    bytes += sizeof(report) +
             report.conflicts.capacity() * sizeof(NetworkConflict) +
             report.hashes.capacity() * sizeof(std::uint64_t);
  return bytes;
}

}  // namespace gainsay::internal::stp
