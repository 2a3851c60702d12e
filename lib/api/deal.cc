#include "api/deal.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <optional>
#include <utility>

#include "base/workers.h"
#include "io/blocks.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kPadding = 64;
constexpr std::uint64_t kRun = std::uint64_t{1} << 19;  // bytes read at once
constexpr std::uint64_t kGap = std::uint64_t{1} << 16;  // not worth reading

// Lines of one file that are read at once.
struct Run {
  std::uint32_t file = 0;
  std::size_t begin = 0, end = 0;  // of KeptRecords::lines
};

std::vector<Run> RunsOf(const Screened& screened) {
  std::vector<Run> runs;
  for (std::uint32_t f = 0; f < screened.files.size(); ++f) {
    const std::vector<KeptLine>& lines = screened.files[f].lines;
    for (std::size_t i = 0; i < lines.size();) {
      std::size_t end = i + 1;
      while (end < lines.size() &&
             lines[end].offset + lines[end].size - lines[i].offset <= kRun &&
             lines[end].offset - lines[end - 1].offset <= kGap)
        ++end;
      runs.push_back({f, i, end});
      i = end;
    }
  }
  return runs;
}

// One thread's share.
class Dealer {
 public:
  using Files = std::span<const Corpus::Rep::ClaimFile* const>;
  using Readers = std::vector<std::unique_ptr<BlockReader>>;

  Dealer(const Screened& screened, Files files, const Readers& readers)
      : parts(screened.parts),
        screened_(screened),
        files_(files),
        readers_(readers) {}

  Result<void> Take(const Run& run) {
    const std::span<const KeptLine> lines =
        std::span(screened_.files[run.file].lines)
            .subspan(run.begin, run.end - run.begin);
    const std::uint64_t begin = lines.front().offset;
    if (const auto& held = files_[run.file]->bytes) {
      for (const KeptLine& line : lines)
        Keep(held->data() + line.offset, line, run.file);
      return {};
    }
    buffer_.resize(lines.back().offset + lines.back().size - begin);
    if (auto read =
            readers_[run.file]->Reread(begin, buffer_.size(), buffer_.data());
        !read)
      return read;
    for (const KeptLine& line : lines)
      Keep(buffer_.data() + (line.offset - begin), line, run.file);
    return {};
  }

  std::vector<std::vector<DealtLine>> parts;
  std::vector<std::unique_ptr<char[]>> chunks;
  std::uint64_t bytes = 0;

 private:
  void Keep(const char* from, const KeptLine& line, std::uint32_t file) {
    std::uint32_t size = line.size;
    if (size != 0 && from[size - 1] == '\n') --size;
    if (size != 0 && from[size - 1] == '\r') --size;
    if (size + 1 > left_) {
      constexpr std::size_t kChunk = std::size_t{1} << 20;
      left_ = std::max<std::size_t>(kChunk, size + 1);
      chunks.push_back(
          std::make_unique_for_overwrite<char[]>(left_ + kPadding));
      next_ = chunks.back().get();
      std::memset(next_ + left_, 0, kPadding);
      bytes += left_ + kPadding;
    }
    std::memcpy(next_, from, size);
    next_[size] = '\n';
    parts[line.part].push_back({next_, line.offset, line.line, size, file});
    next_ += size + 1;
    left_ -= size + 1;
  }

  const Screened& screened_;
  const Files files_;
  const Readers& readers_;
  std::vector<char> buffer_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
};

}  // namespace

Result<DealtLines> DealtLines::Read(
    std::span<const Corpus::Rep::ClaimFile* const> files,
    const Screened& screened, std::uint32_t jobs,
    const std::function<bool()>& stop) {
  std::vector<std::unique_ptr<BlockReader>> readers;
  for (std::size_t i = 0; i < files.size(); ++i) {
    if (!screened.files[i].by_line || files[i]->bytes) {
      readers.emplace_back();
      continue;
    }
    auto reader = BlockReader::Open(files[i]->name);
    if (!reader) return reader.error();
    readers.push_back(*std::move(reader));
  }
  const std::vector<Run> runs = RunsOf(screened);
  std::vector<std::unique_ptr<Dealer>> dealers;
  for (std::uint32_t i = 0; i < jobs; ++i)
    dealers.push_back(std::make_unique<Dealer>(screened, files, readers));
  std::vector<std::optional<Error>> failures(jobs);
  std::atomic<std::size_t> next = 0;
  RunWorkers(jobs, [&](std::uint32_t worker) {
    for (std::size_t i;
         (i = next++) < runs.size() && !failures[worker] && !stop();) {
      if (const auto done = dealers[worker]->Take(runs[i]); !done)
        failures[worker] = done.error();
    }
  });
  for (const std::optional<Error>& failure : failures)
    if (failure) return *failure;
  DealtLines out;
  out.parts_.resize(screened.parts);
  for (const std::unique_ptr<Dealer>& dealer : dealers) {
    for (std::uint32_t i = 0; i < screened.parts; ++i) {
      std::vector<DealtLine>& part = out.parts_[i];
      if (part.empty()) {
        part = std::move(dealer->parts[i]);
      } else {
        part.insert(part.end(), dealer->parts[i].begin(),
                    dealer->parts[i].end());
      }
    }
    out.bytes_ += dealer->bytes;
    std::ranges::move(dealer->chunks, std::back_inserter(out.chunks_));
  }
  for (std::vector<DealtLine>& part : out.parts_) {
    std::ranges::sort(part, {}, [](const DealtLine& line) {
      return std::pair(line.file, line.offset);
    });
    out.bytes_ += part.capacity() * sizeof(DealtLine);
  }
  return out;
}

}  // namespace gainsay::internal
