// How far a run is, on one line of a terminal.
#ifndef GAINSAY_EXAMPLES_GAINSAY_PROGRESS_H_
#define GAINSAY_EXAMPLES_GAINSAY_PROGRESS_H_

#include <chrono>
#include <string>

#include "gainsay/checker.h"

namespace gainsay::tool {

// Draws on standard error if that is a terminal, else never. Short runs draw
// nothing: the line comes after a third of a second, and goes with Clear() or
// the object.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine() { Clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  // What Options::progress should be; empty where nothing is to be drawn. The
  // line must outlive the check.
  std::function<void(const Progress&)> Callback();
  void Clear();

 private:
  using Clock = std::chrono::steady_clock;
  void Draw(const Progress& progress);

  bool terminal_, colour_;
  bool drawn_ = false;
  Clock::time_point next_;
};

// The line for a terminal of some columns, without colour or line end:
// "reading documents  [#####...............]  25%  30 of 120".
std::string ProgressText(const Progress& progress, unsigned columns);

}  // namespace gainsay::tool

#endif  // GAINSAY_EXAMPLES_GAINSAY_PROGRESS_H_
