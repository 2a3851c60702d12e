// Threads for the length of one call.
#ifndef GAINSAY_LIB_BASE_WORKERS_H_
#define GAINSAY_LIB_BASE_WORKERS_H_

#include <cstdint>
#include <functional>

namespace gainsay::internal {

// Calls work(0) ... work(jobs - 1), each on a thread of its own, work(0) on the
// caller's; returns when all have ended. The first exception (by number) is
// thrown on.
void RunWorkers(std::uint32_t jobs,
                const std::function<void(std::uint32_t)>& work);

// For benchmarks. What calls of RunWorkers on this thread would take if each
// worker had a core of its own, whatever else the machine does: the thread's
// CPU time, and for each call by how much the longest worker's exceeds that of
// the caller's own part. Memory that the cores share is as slow as it is; the
// start of a thread is counted where it is asked for only. One at a time on a
// thread.
class CriticalPath {
 public:
  CriticalPath();
  ~CriticalPath();
  CriticalPath(const CriticalPath&) = delete;
  CriticalPath& operator=(const CriticalPath&) = delete;
  // CPU seconds since it was made.
  double Seconds() const;

 private:
  friend void RunWorkers(std::uint32_t,
                         const std::function<void(std::uint32_t)>&);
  double begin_, more_ = 0;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_WORKERS_H_
