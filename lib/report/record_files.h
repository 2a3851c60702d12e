// Sources, read again when a report quotes them: records of claim files, and
// the numbers of lines.
#ifndef GAINSAY_LIB_REPORT_RECORD_FILES_H_
#define GAINSAY_LIB_REPORT_RECORD_FILES_H_

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gainsay/document.h"

namespace gainsay::internal {

// Keeps the files it reads from open. Thread safety: as std::vector.
class RecordFiles {
 public:
  RecordFiles() = default;
  ~RecordFiles();
  RecordFiles(const RecordFiles&) = delete;
  RecordFiles& operator=(const RecordFiles&) = delete;

  // The bytes of a record; empty if the file is gone or shorter. One read of
  // just these bytes: records of a finding lie anywhere.
  std::string Read(const std::string& file, ByteSpan span);

 private:
  std::map<std::string, int> files_;  // descriptors; -1: could not be opened
};

// Line and code point numbers of bytes of texts. Each text is read once: O(its
// size), then O(log lines). Texts must outlive it. Thread safety: as
// std::vector.
class TextPlaces {
 public:
  // The 1-based line that a byte of the text stands on.
  std::uint32_t Line(const std::string& text, std::uint32_t byte);
  // How many code points stand before a byte.
  std::uint32_t CodePoint(const std::string& text, std::uint32_t byte);

 private:
  static constexpr std::uint32_t kStep = 1024;
  struct Index {
    std::vector<std::uint32_t> newlines;     // bytes
    std::vector<std::uint32_t> code_points;  // before each kStep-th byte
  };
  const Index& Of(const std::string& text);
  std::map<const char*, Index> of_text_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_RECORD_FILES_H_
