#include "report/record_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>

#include "base/code_points.h"
#include "io/spill.h"

namespace gainsay::internal {

std::string RecordFiles::Read(const std::string& file, ByteSpan span) {
  auto it = files_.find(file);
  if (it == files_.end())
    it = files_.emplace(file, open(file.c_str(), O_RDONLY | O_CLOEXEC)).first;
  std::string bytes(span.size(), '\0');
  if (it->second < 0 || !ReadAt(it->second, span.begin, bytes, file)) return {};
  return bytes;
}

RecordFiles::~RecordFiles() {
  for (const auto& [name, fd] : files_)
    if (fd >= 0) close(fd);
}

const TextPlaces::Index& TextPlaces::Of(const std::string& text) {
  const auto [it, added] = of_text_.try_emplace(text.data());
  Index& index = it->second;
  std::uint32_t points = 0;
  for (std::size_t i = 0; added && i < text.size(); ++i) {
    if (i % kStep == 0) index.code_points.push_back(points);
    points += ContinuesCodePoint(text[i]) ? 0 : 1;
    if (text[i] == '\n')
      index.newlines.push_back(static_cast<std::uint32_t>(i));
  }
  return index;
}

std::uint32_t TextPlaces::Line(const std::string& text, std::uint32_t byte) {
  const std::vector<std::uint32_t>& ends = Of(text).newlines;
  const auto before = std::lower_bound(ends.begin(), ends.end(), byte);
  return static_cast<std::uint32_t>(before - ends.begin()) + 1;
}

std::uint32_t TextPlaces::CodePoint(const std::string& text,
                                    std::uint32_t byte) {
  const Index& index = Of(text);
  if (index.code_points.empty()) return 0;
  const std::size_t step =
      std::min<std::size_t>(byte / kStep, index.code_points.size() - 1);
  std::uint32_t points = index.code_points[step];
  for (std::size_t i = step * kStep; i < byte; ++i)
    points += ContinuesCodePoint(text[i]) ? 0 : 1;
  return points;
}

}  // namespace gainsay::internal
