// Rows of many claims dealt out by subject, in memory or on disk.
#ifndef GAINSAY_LIB_API_SCREEN_ROWS_H_
#define GAINSAY_LIB_API_SCREEN_ROWS_H_

#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/pages.h"
#include "consistency/agreement.h"
#include "gainsay/result.h"
#include "io/spill.h"

namespace gainsay::internal {

// All rows of a subject lie in one partition. Writers of several threads each
// fill chunks of their own; with a limit of memory full chunks go to a
// temporary file.
class ScreenRows {
 public:
  // `bytes`: of the files that are read, which say how many partitions of about
  // `partition_rows` there should be.
  static Result<ScreenRows> Create(std::uint64_t bytes,
                                   std::uint32_t partition_rows, bool on_disk);

  // Thread safety: one thread a writer. Finish before rows are loaded; what
  // failed is told then.
  class Writer {
   public:
    explicit Writer(ScreenRows& rows);
    void Add(const AgreementRow& row);
    Result<void> Finish();

   private:
    friend class ScreenRows;
    void Flush(std::size_t partition);

    ScreenRows& rows_;
    PageArena arena_;
    struct Chunk {
      AgreementRow* rows = nullptr;
      std::uint32_t count = 0;
    };
    std::vector<Chunk> open_;  // a partition
    std::optional<Error> failure_;
  };

  std::size_t partitions() const { return parts_.size(); }
  // All rows of a partition. Thread safety: several threads may load.
  Result<void> Load(std::size_t partition,
                    std::vector<AgreementRow>& rows) const;

 private:
  static constexpr std::uint32_t kChunkRows = 128;
  struct Piece {
    const AgreementRow* rows = nullptr;  // null: in the file
    std::uint64_t offset = 0;
    std::uint32_t count = 0;
  };

  explicit ScreenRows(int bits) : bits_(bits), parts_(std::size_t{1} << bits) {}

  int bits_;
  std::unique_ptr<SpillFile> file_;  // null: in memory
  std::unique_ptr<std::mutex> mutex_ = std::make_unique<std::mutex>();
  std::vector<std::vector<Piece>> parts_;
  std::vector<PageArena> arenas_;  // of writers that have finished
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_SCREEN_ROWS_H_
