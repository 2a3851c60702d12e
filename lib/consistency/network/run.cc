#include "consistency/network/run.h"

#include <algorithm>
#include <compare>
#include <iterator>
#include <type_traits>

#include "base/workers.h"
#include "consistency/network/components.h"
#include "consistency/network/queue.h"
#include "consistency/network/rep.h"

namespace gainsay::internal::stp {
namespace {

// What one thread does.
class Worker {
 public:
  Worker(const Store& store, const NetworkOptions& options, Latest& latest)
      : store_(store), options_(options), quick_(store, latest) {}

  void Work(ComponentQueue& queue, bool check_only) {
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

// A conflict and what it is ranked by, most of it at hand.
template <typename Conflict>
struct Ranked {
  Severity severity;
  std::uint32_t size;
  std::uint64_t hash;           // the lowest of its statements',
  const std::uint64_t* hashes;  // and all
  Conflict* conflict;

  friend bool operator<(const Ranked& a, const Ranked& b) {
    if (a.severity != b.severity) return a.severity < b.severity;
    if (a.size != b.size) return a.size < b.size;
    if (a.hash != b.hash) return a.hash < b.hash;
    const auto order = std::lexicographical_compare_three_way(
        a.hashes, a.hashes + a.size, b.hashes, b.hashes + b.size);
    if (order != 0) return order < 0;
    return a.conflict->statements < b.conflict->statements;
  }
};

// Sorts by halves at a time, then merges them.
template <typename T>
void SortInParts(std::vector<T>& items, std::uint32_t threads) {
  std::vector<std::ptrdiff_t> ends(threads + 1);
  for (std::uint32_t t = 0; t <= threads; ++t)
    ends[t] = static_cast<std::ptrdiff_t>(items.size() * t / threads);
  const auto at = [&](std::uint32_t t) { return items.begin() + ends[t]; };
  RunWorkers(threads, [&](std::uint32_t t) { std::sort(at(t), at(t + 1)); });
  for (std::uint32_t t = 1; t < threads; ++t)
    std::inplace_merge(items.begin(), at(t), at(t + 1));
}

// Sums of parts, const or not; their conflicts in order, moved out of what is
// not const.
template <typename Part>
NetworkReport Sum(std::span<Part* const> parts, std::uint32_t threads) {
  constexpr std::size_t kFew =
      1024;  // conflicts for which no thread is started
  using Conflict =
      std::remove_reference_t<decltype(std::declval<Part>().conflicts[0])>;
  NetworkReport report;
  std::vector<Ranked<Conflict>> ranked;
  for (Part* part : parts) {
    report.inconsistent += part->inconsistent;
    report.truncated += part->truncated;
    report.over_budget += part->over_budget;
    report.stopped |= part->stopped;
    report.refused_givens.insert(report.refused_givens.end(),
                                 part->refused_givens.begin(),
                                 part->refused_givens.end());
    const std::uint64_t* hashes = part->hashes.data();
    for (Conflict& conflict : part->conflicts) {
      const auto size = static_cast<std::uint32_t>(conflict.statements.size());
      ranked.push_back({conflict.severity, size, size == 0 ? 0 : *hashes,
                        hashes, &conflict});
      hashes += size;
    }
  }
  std::sort(report.refused_givens.begin(), report.refused_givens.end());
  if (ranked.size() < kFew) threads = 1;
  SortInParts(ranked, threads);
  report.conflicts.resize(ranked.size());
  RunWorkers(threads, [&](std::uint32_t t) {
    const std::size_t end = ranked.size() * (t + 1) / threads;
    for (std::size_t i = ranked.size() * t / threads; i < end; ++i)
      report.conflicts[i] = std::move(*ranked[i].conflict);
  });
  return report;
}

// The same where the parts are not needed any more.
NetworkReport Merge(Parts parts, std::uint32_t threads) {
  std::vector<ComponentReport*> reports;
  for (auto& part : parts.reports) reports.push_back(&part.second);
  NetworkReport report =
      Sum(std::span<ComponentReport* const>(reports), threads);
  report.components = parts.components;
  report.inconsistent += parts.inconsistent;
  report.stopped |= parts.stopped;
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
  return Sum(parts, 1);
}

Parts GradeParts(const Store& store, const NetworkOptions& options,
                 bool check_only) {
  const std::uint32_t threads = ThreadsOf(options);
  const Components components = FindComponents(store, threads);
  Latest latest(store.points());
  ComponentQueue queue(components);
  std::vector<Parts> parts(threads);
  RunWorkers(threads, [&](std::uint32_t t) {
    Worker worker(store, options, latest);  // on the thread's own stack
    worker.Work(queue, check_only);
    parts[t] = std::move(worker.parts);
  });
  Parts all = std::move(parts[0]);
  for (std::uint32_t t = 1; t < threads; ++t) {
    all.components += parts[t].components;
    all.inconsistent += parts[t].inconsistent;
    all.stopped |= parts[t].stopped;
    std::move(parts[t].reports.begin(), parts[t].reports.end(),
              std::back_inserter(all.reports));
  }
  return all;
}

NetworkReport Run(const Store& store, const NetworkOptions& options,
                  bool check_only) {
  return Merge(GradeParts(store, options, check_only), ThreadsOf(options));
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
  return Merge(std::move(parts), 1);
}

}  // namespace gainsay::internal::stp
