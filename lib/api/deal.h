// The lines that need a check, read again and dealt out to their parts.
#ifndef GAINSAY_LIB_API_DEAL_H_
#define GAINSAY_LIB_API_DEAL_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "api/corpus.h"
#include "api/screen.h"
#include "gainsay/result.h"

namespace gainsay::internal {

// One line of a file, without its end. A byte below 0x20 follows its bytes, and
// 64 more may be read.
struct DealtLine {
  const char* bytes = nullptr;
  std::uint64_t offset = 0, line = 0;
  std::uint32_t size = 0, file = 0;
};

// Holds the bytes of all lines that it deals. Thread safety: as std::vector.
class DealtLines {
 public:
  // `stop` ends it early: some lines are missing then. Errors: a file can't be
  // read any more.
  static Result<DealtLines> Read(
      std::span<const Corpus::Rep::ClaimFile* const> files,
      const Screened& screened, std::uint32_t jobs,
      const std::function<bool()>& stop);

  // By file, then as they stand there.
  std::span<const DealtLine> part(std::uint32_t i) const { return parts_[i]; }
  // Memory of the lines of all parts.
  std::uint64_t bytes() const { return bytes_; }

 private:
  std::vector<std::vector<DealtLine>> parts_;
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::uint64_t bytes_ = 0;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_DEAL_H_
