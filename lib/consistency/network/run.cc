#include "consistency/network/run.h"

#include <algorithm>
#include <atomic>
#include <iterator>
#include <thread>
#include <tuple>

#include "consistency/network/components.h"
#include "consistency/network/rep.h"

namespace gainsay::internal::stp {
namespace {

// What threads take their components from: the large ones first, one by one,
// the largest first; then the others in chunks.
class Queue {
 public:
  explicit Queue(const Components& components) : components_(components) {
    for (std::uint32_t c = 0; c < components.size(); ++c) {
      if (components[c].size() >= kLarge) large_.push_back(c);
    }
    std::stable_sort(large_.begin(), large_.end(),
                     [&](std::uint32_t a, std::uint32_t b) {
                       return components[a].size() > components[b].size();
                     });
  }

  // Visits some components; false if none is left.
  template <typename Visit>
  bool Next(Visit visit) {
    const std::size_t turn = next_.fetch_add(1, std::memory_order_relaxed);
    if (turn < large_.size()) {
      visit(components_[large_[turn]]);
      return true;
    }
    const std::size_t begin = kChunk * (turn - large_.size());
    const std::size_t end = std::min(begin + kChunk, components_.size());
    for (std::size_t c = begin; c < end; ++c) {
      const std::span<const std::uint32_t> bounds = components_[c];
      if (!bounds.empty() && bounds.size() < kLarge) visit(bounds);
    }
    return begin < components_.size();
  }

 private:
  static constexpr std::size_t kLarge = 2000, kChunk = 256;
  const Components& components_;
  std::vector<std::uint32_t> large_;
  std::atomic<std::size_t> next_ = 0;
};

// What one thread does.
class Worker {
 public:
  Worker(const Store& store, const NetworkOptions& options, Latest& latest)
      : store_(store), options_(options), quick_(store, latest) {}

  void Work(Queue& queue, bool check_only) {
    const auto visit = [&](std::span<const std::uint32_t> bounds) {
      if (parts.stopped) return;
      ++parts.components;
      check_only ? Check(bounds) : Grade(bounds);
    };
    do {
      parts.stopped = parts.stopped || options_.stop.stop_requested();
    } while (queue.Next(visit));
  }

  Parts parts;

 private:
  void Check(std::span<const std::uint32_t> bounds) {
    const Answer answer = quick_.Check(bounds);
    if (answer == Answer::kConsistent) return;
    parts.inconsistent += answer == Answer::kInconsistent ||
                          !IsComponentConsistent(store_, bounds, scratch_);
  }
  void Grade(std::span<const std::uint32_t> bounds) {
    const Need need = NeedOf(quick_, bounds, options_);
    if (!need.any()) return;
    ComponentReport report =
        GradeComponent(store_, bounds, options_, need, scratch_);
    parts.stopped |= report.stopped;
    if (!report.empty())
      parts.reports.emplace_back(bounds.front(), std::move(report));
  }

  const Store& store_;
  const NetworkOptions& options_;
  Quick quick_;
  Scratch scratch_;
};

bool Before(const GradedConflict& a, const GradedConflict& b) {
  const auto key = [](const GradedConflict& g) {
    return std::make_tuple(g.conflict.severity, g.conflict.statements.size(),
                           std::cref(g.hashes),
                           std::cref(g.conflict.statements));
  };
  return key(a) < key(b);
}

// Sums of the parts, const or not; their conflicts in order.
template <typename Part, typename Conflict>
NetworkReport Sum(std::span<Part* const> parts,
                  std::vector<Conflict*>& conflicts) {
  NetworkReport report;
  for (Part* part : parts) {
    report.inconsistent += part->inconsistent;
    report.truncated += part->truncated;
    report.over_budget += part->over_budget;
    report.stopped |= part->stopped;
    report.refused_givens.insert(report.refused_givens.end(),
                                 part->refused_givens.begin(),
                                 part->refused_givens.end());
    for (Conflict& conflict : part->conflicts) conflicts.push_back(&conflict);
  }
  std::sort(report.refused_givens.begin(), report.refused_givens.end());
  std::sort(
      conflicts.begin(), conflicts.end(),
      [](const Conflict* x, const Conflict* y) { return Before(*x, *y); });
  report.conflicts.reserve(conflicts.size());
  return report;
}

// The same where the parts are not needed any more.
NetworkReport Merge(Parts parts) {
  std::vector<ComponentReport*> reports;
  for (auto& part : parts.reports) reports.push_back(&part.second);
  std::vector<GradedConflict*> conflicts;
  NetworkReport report =
      Sum(std::span<ComponentReport* const>(reports), conflicts);
  report.components = parts.components;
  report.inconsistent += parts.inconsistent;
  report.stopped |= parts.stopped;
  for (GradedConflict* conflict : conflicts)
    report.conflicts.push_back(std::move(conflict->conflict));
  return report;
}

}  // namespace

Need NeedOf(Quick& quick, std::span<const std::uint32_t> bounds,
            const NetworkOptions& options) {
  if (options.grades) return quick.Grades(bounds);
  Need need;
  need.hull = quick.Check(bounds) != Answer::kConsistent;
  return need;
}

NetworkReport Merge(std::span<const ComponentReport* const> parts) {
  std::vector<const GradedConflict*> conflicts;
  NetworkReport report = Sum(parts, conflicts);
  for (const GradedConflict* conflict : conflicts)
    report.conflicts.push_back(conflict->conflict);
  return report;
}

Parts GradeParts(const Store& store, const NetworkOptions& options,
                 bool check_only) {
  const std::size_t threads = std::clamp<std::size_t>(options.threads, 1, 64);
  const Components components = FindComponents(store, threads);
  Latest latest(store.points());
  std::vector<Worker> workers(threads, Worker(store, options, latest));
  Queue queue(components);
  {
    std::vector<std::jthread> helpers;
    for (std::size_t t = 1; t < threads; ++t)
      helpers.emplace_back([&, t] { workers[t].Work(queue, check_only); });
    workers[0].Work(queue, check_only);
  }
  Parts all = std::move(workers[0].parts);
  for (std::size_t t = 1; t < threads; ++t) {
    Parts& more = workers[t].parts;
    all.components += more.components;
    all.inconsistent += more.inconsistent;
    all.stopped |= more.stopped;
    std::move(more.reports.begin(), more.reports.end(),
              std::back_inserter(all.reports));
  }
  return all;
}

NetworkReport Run(const Store& store, const NetworkOptions& options,
                  bool check_only) {
  return Merge(GradeParts(store, options, check_only));
}

NetworkReport RunOne(const Store& store, std::span<const std::uint32_t> bounds,
                     const NetworkOptions& options) {
  Parts parts;
  Scratch scratch;
  if (!bounds.empty()) {
    parts.components = 1;
    parts.reports.emplace_back(
        bounds.front(),
        GradeComponent(store, bounds, options,
                       {.hull = true, .conventions = true, .core = true},
                       scratch));
  }
  return Merge(std::move(parts));
}

}  // namespace gainsay::internal::stp
