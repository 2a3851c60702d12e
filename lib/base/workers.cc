#include "base/workers.h"

#include <algorithm>
#include <ctime>
#include <exception>
#include <thread>
#include <vector>

namespace gainsay::internal {
namespace {

thread_local CriticalPath* critical_path = nullptr;

double CpuSeconds() {
  timespec t{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
  return static_cast<double>(t.tv_sec) + 1e-9 * static_cast<double>(t.tv_nsec);
}

}  // namespace

CriticalPath::CriticalPath() : begin_(CpuSeconds()) { critical_path = this; }
CriticalPath::~CriticalPath() { critical_path = nullptr; }
double CriticalPath::Seconds() const { return CpuSeconds() - begin_ + more_; }

void RunWorkers(std::uint32_t jobs,
                const std::function<void(std::uint32_t)>& work) {
  if (jobs <= 1) {
    work(0);
    return;
  }
  std::vector<std::exception_ptr> failures(jobs);
  CriticalPath* const path = critical_path;
  std::vector<double> seconds(path == nullptr ? 0 : jobs);
  const auto guarded = [&](std::uint32_t worker) {
    const double begin = path == nullptr ? 0 : CpuSeconds();
    try {
      work(worker);
    } catch (...) {
      failures[worker] = std::current_exception();
    }
    if (path != nullptr) seconds[worker] = CpuSeconds() - begin;
  };
  {
    std::vector<std::jthread> threads;
    for (std::uint32_t i = 1; i < jobs; ++i) threads.emplace_back(guarded, i);
    guarded(0);
  }
  if (path != nullptr)
    path->more_ +=
        *std::max_element(seconds.begin(), seconds.end()) - seconds[0];
  for (const std::exception_ptr& failure : failures) {
    if (failure) std::rethrow_exception(failure);
  }
}

}  // namespace gainsay::internal
