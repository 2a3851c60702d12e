#include "progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace gainsay::tool {
namespace {

constexpr std::chrono::milliseconds kFirst{330}, kBetween{100};
constexpr unsigned kBar = 20;  // columns

struct StageName {
  std::string_view stage, words;
};

constexpr StageName kStages[] = {
    {"documents", "reading documents"}, {"claims", "reading claims"},
    {"identity", "joining names"},      {"statements", "grouping claims"},
    {"time", "checking times"},         {"values", "checking values"},
    {"report", "explaining"},           {"groups", "comparing groups"},
};

bool Set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

unsigned Columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0
             ? size.ws_col
             : 80;
}

}  // namespace

std::string ProgressText(const Progress& progress, unsigned columns) {
  const std::string_view stage = progress.stage;
  const auto* name = std::ranges::find(kStages, stage, &StageName::stage);
  std::string text(name == std::end(kStages) ? stage : name->words);
  if (progress.total > 1) {
    const std::uint64_t done = std::min(progress.done, progress.total);
    const double part =
        static_cast<double>(done) / static_cast<double>(progress.total);
    const auto full = static_cast<std::size_t>(part * kBar);
    const std::string percent = std::to_string(static_cast<int>(100 * part));
    text += "  [" + std::string(full, '#') + std::string(kBar - full, '.') +
            "] " +
            std::string(3 - std::min<std::size_t>(3, percent.size()), ' ') +
            percent + "%";
    // Bytes say nothing to a reader.
    if (stage != "claims")
      text +=
          "  " + std::to_string(done) + " of " + std::to_string(progress.total);
  }
  if (columns > 0 && text.size() >= columns) text.resize(columns - 1);
  return text;
}

ProgressLine::ProgressLine() : next_(Clock::now() + kFirst) {
  const char* term = std::getenv("TERM");
  terminal_ = isatty(STDERR_FILENO) != 0 &&
              (term == nullptr || std::string_view(term) != "dumb");
  colour_ = !Set("NO_COLOR");
}

std::function<void(const Progress&)> ProgressLine::Callback() {
  if (!terminal_) return {};
  return [this](const Progress& progress) { Draw(progress); };
}

void ProgressLine::Draw(const Progress& progress) {
  const Clock::time_point now = Clock::now();
  if (now < next_) return;
  next_ = now + kBetween;
  drawn_ = true;
  std::cerr << '\r' << (colour_ ? "\x1b[2m" : "")
            << ProgressText(progress, Columns()) << (colour_ ? "\x1b[0m" : "")
            << "\x1b[K" << std::flush;
}

void ProgressLine::Clear() {
  if (drawn_) std::cerr << "\r\x1b[K" << std::flush;
  drawn_ = false;
}

}  // namespace gainsay::tool
