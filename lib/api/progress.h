// Tells Options::progress how far a run is.
#ifndef GAINSAY_LIB_API_PROGRESS_H_
#define GAINSAY_LIB_API_PROGRESS_H_

#include <cstdint>
#include <functional>
#include <string_view>

#include "gainsay/checker.h"

namespace gainsay::internal {

// One stage at a time: begins with done 0 and ends with done = total. Between
// them the callback is called at most about 200 times a stage. Does nothing
// where nobody listens. Views the callback.
class StageProgress {
 public:
  using Callback = std::function<void(const Progress&)>;

  explicit StageProgress(const Callback& tell) : tell_(tell) {}

  // Begins a stage of `total` units; 0: it cannot be said how many. One that
  // has begun and not ended goes on.
  void Begin(const char* stage, std::uint64_t total) {
    if (open_ && std::string_view(stage) == state_.stage) return;
    open_ = true;
    state_ = {0, total, stage};
    next_ = step();
    if (tell_) tell_(state_);
  }
  void At(std::uint64_t done) {
    if (!tell_ || done < next_ || done >= state_.total) return;
    next_ = done + step();
    state_.done = done;
    tell_(state_);
  }
  // Ends the stage; a stage of unknown size had one unit.
  void End() {
    open_ = false;
    if (state_.total == 0) state_.total = 1;
    state_.done = state_.total;
    if (tell_) tell_(state_);
  }

 private:
  std::uint64_t step() const { return state_.total / 200 + 1; }

  const Callback& tell_;
  Progress state_;
  std::uint64_t next_ = 0;
  bool open_ = false;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_PROGRESS_H_
