// Records of claim files, read again when a report quotes them.
#ifndef GAINSAY_LIB_REPORT_RECORD_FILES_H_
#define GAINSAY_LIB_REPORT_RECORD_FILES_H_

#include <fstream>
#include <map>
#include <string>

#include "gainsay/document.h"

namespace gainsay::internal {

// Keeps the files it reads from open. Thread safety: as std::vector.
class RecordFiles {
 public:
  // The bytes of a record; empty if the file is gone or shorter.
  std::string Read(const std::string& file, ByteSpan span);

 private:
  std::map<std::string, std::ifstream> files_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_RECORD_FILES_H_
