#include "report/record_files.h"

namespace gainsay::internal {

std::string RecordFiles::Read(const std::string& file, ByteSpan span) {
  auto it = files_.find(file);
  if (it == files_.end())
    it = files_.emplace(file, std::ifstream(file, std::ios::binary)).first;
  std::ifstream& in = it->second;
  in.clear();
  std::string bytes(span.size(), '\0');
  if (!in.seekg(span.begin) ||
      !in.read(bytes.data(), static_cast<std::streamsize>(bytes.size())))
    return {};
  return bytes;
}

}  // namespace gainsay::internal
