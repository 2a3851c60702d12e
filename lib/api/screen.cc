#include "api/screen.h"

#include <algorithm>
#include <limits>
#include <memory>
#include <string_view>
#include <utility>

#include "api/screen_blocks.h"
#include "base/workers.h"
#include "claim/records.h"
#include "io/csv.h"

namespace gainsay::internal {
namespace {

// How the records of a file are told apart.
struct FileShape {
  std::unique_ptr<BlockReader> reader;
  std::optional<RecordColumns> columns;  // none: JSON Lines
  std::uint32_t column_count = 0;
  bool header = false;
};

class Screener {
 public:
  using ClaimFile = Corpus::Rep::ClaimFile;

  Screener(std::span<const ClaimFile* const> files, const Checker::Rep& checker,
           std::uint32_t part_claims,
           const std::function<void(std::uint64_t)>& at_byte)
      : files_(files),
        checker_(checker),
        at_byte_(at_byte),
        part_claims_(part_claims),
        jobs_(checker.options.jobs),
        shared_(checker) {}

  std::optional<Screened> Run() {
    for (const ClaimFile* file : files_) {
      std::optional<FileShape> shape = Open(*file);
      if (!shape) return std::nullopt;
      shapes_.push_back(*std::move(shape));
    }
    const std::uint64_t limit = checker_.options.memory_limit;
    Result<ScreenRows> rows = ScreenRows::Create(
        bytes_, part_claims_,
        limit != 0 && bytes_ / kClaimBytes * sizeof(AgreementRow) > limit / 4);
    if (!rows) return std::nullopt;
    for (std::uint32_t i = 0; i < jobs_; ++i) {
      workers_.push_back(
          std::make_unique<ScreenBlocks>(shared_, *rows, state_));
    }
    if (!Read() || !Look(*rows)) return std::nullopt;
    return Finish();
  }

 private:
  static constexpr std::uint64_t kClaimBytes = 120;  // of a file, or more

  // Nothing where the file is not one that can be read twice.
  std::optional<FileShape> Open(const ClaimFile& file) {
    FileShape shape;
    const auto input = [&] {
      return file.bytes ? Result<Input>(Input::OfMemory(file.name, *file.bytes))
                        : Input::Open(file.name);
    };
    if (file.bytes) {
      shape.reader = BlockReader::OfMemory(file.name, *file.bytes);
      bytes_ += file.bytes->size();
    } else {
      if (file.name == "-") return std::nullopt;
      auto reader = BlockReader::Open(file.name, {.quoted_newlines = true});
      const auto size = reader ? (*reader)->size() : std::nullopt;
      if (!size || *size > std::numeric_limits<std::uint32_t>::max())
        return std::nullopt;
      shape.reader = *std::move(reader);
      bytes_ += *size;
    }
    Result<Input> begin = input();
    if (!begin) return std::nullopt;
    const Result<bool> csv = IsCsv(*begin);
    if (!csv) return std::nullopt;
    if (!*csv) return OpenJson(file, std::move(shape));
    if (Extension(file.name) == "tsv") return std::nullopt;
    Result<Input> again = input();
    if (!again) return std::nullopt;
    CsvOptions options;
    options.columns = file.options.columns;
    const Result<CsvReader> rows =
        CsvReader::Open(*std::move(again), std::move(options));
    if (!rows) return std::nullopt;
    Result<RecordColumns> columns =
        RecordColumns::Of(rows->columns(), rows->name());
    if (!columns) return std::nullopt;
    shape.columns = *std::move(columns);
    shape.column_count = static_cast<std::uint32_t>(rows->columns().size());
    shape.header = file.options.columns.empty();
    return shape;
  }

  // No line feed of JSON Lines stands within quotes.
  static std::optional<FileShape> OpenJson(const ClaimFile& file,
                                           FileShape shape) {
    if (file.bytes) return shape;
    auto reader = BlockReader::Open(file.name);
    if (!reader) return std::nullopt;
    shape.reader = *std::move(reader);
    return shape;
  }

  // False where there is to be no screening.
  bool Read() {
    RunWorkers(jobs_, [this](std::uint32_t worker) {
      ScreenBlocks& blocks = *workers_[worker];
      Block block;
      for (std::uint32_t file = 0; file < shapes_.size(); ++file) {
        const FileShape& shape = shapes_[file];
        while (!state_.hopeless && !Stopped()) {
          const Result<bool> more = shape.reader->Next(block);
          if (!more) state_.hopeless = true;
          if (!more || !*more) break;
          if (shape.columns) {
            blocks.TakeRows(block, file, *shape.columns, shape.column_count,
                            shape.header);
          } else {
            blocks.TakeLines(block, file);
          }
          const std::uint64_t bytes = state_.bytes.fetch_add(block.size);
          if (worker == 0) at_byte_(bytes + block.size);
        }
      }
      if (!blocks.Finish()) state_.hopeless = true;
    });
    return !state_.hopeless && !Stopped();
  }

  bool Look(const ScreenRows& rows) {
    const std::vector<std::string> names = shared_.predicates.Names();
    std::vector<AgreementRule> rules;
    for (const std::string& name : names) rules.push_back(shared_.RuleOf(name));
    std::vector<AgreementCounts> counts(jobs_);
    std::atomic<std::size_t> next = 0;
    alone_.resize(rows.partitions());
    RunWorkers(jobs_, [&](std::uint32_t worker) {
      std::vector<AgreementRow> part, scratch;
      for (std::size_t i; (i = next++) < rows.partitions() && !Stopped();) {
        if (!rows.Load(i, part)) state_.hopeless = true;
        counts[worker] +=
            FindAgreement(part, rules, checker_.options.near_misses,
                          {workers_[worker]->kept(), alone_[i]}, scratch);
      }
    });
    for (const AgreementCounts& of : counts) out_.agreed += of;
    return !state_.hopeless && !Stopped();
  }

  bool Stopped() const { return checker_.options.stop.stop_requested(); }

  static constexpr std::uint8_t kLeftOut = 0;

  // The part of each row, from 1 on; kLeftOut: it needs no check. Partitions
  // that follow each other make a part.
  std::vector<std::uint8_t> Divide() {
    constexpr std::size_t kMostParts = 250;
    std::vector<std::uint8_t> part(state_.rows, kLeftOut);
    for (const auto& worker : workers_) {
      for (const std::uint32_t row : worker->kept()) part[row] = 1;
    }
    // Records of CSV are read again in one go, near misses have a cap.
    const bool divide =
        !checker_.options.near_misses &&
        std::ranges::none_of(shapes_, [](const FileShape& shape) {
          return shape.columns.has_value();
        });
    std::size_t all = 0;
    for (const auto& rows : alone_) all += rows.size();
    const std::size_t least =
        std::max<std::size_t>(part_claims_, all / kMostParts + 1);
    std::size_t left = all, filled = divide && all >= least ? least : 0;
    for (const auto& rows : alone_) {
      // What is left over would be too small a part.
      if (filled >= least && left >= least) ++out_.parts, filled = 0;
      for (const std::uint32_t row : rows)
        part[row] = static_cast<std::uint8_t>(out_.parts);
      filled += divide ? rows.size() : 0;
      left -= rows.size();
    }
    return part;
  }

  Screened Finish() {
    const std::vector<std::uint8_t> part = Divide();
    std::vector<ScreenedBlock> blocks;
    for (const auto& worker : workers_)
      std::ranges::move(worker->blocks(), std::back_inserter(blocks));
    std::ranges::sort(blocks, {}, [](const ScreenedBlock& b) {
      return std::pair(b.file, b.number);
    });
    for (const FileShape& shape : shapes_)
      out_.files.push_back({!shape.columns, true, {}, {}});
    std::vector<std::uint64_t> lines(shapes_.size());
    for (const ScreenedBlock& block : blocks) {
      KeptRecords& file = out_.files[block.file];
      file.blank &= block.blank == block.records;
      for (std::uint32_t i = 0; i < block.records; ++i) {
        const std::uint8_t of = part[block.first + i];
        if (of == kLeftOut) continue;
        const std::uint64_t offset = block.offset + block.begins[i];
        if (file.by_line) {
          const std::uint32_t end =
              i + 1 < block.records ? block.begins[i + 1] : block.size;
          file.lines.push_back({offset, lines[block.file] + i + 1,
                                end - block.begins[i], of - 1U});
        } else {
          file.offsets.push_back(offset);
        }
      }
      lines[block.file] += block.records;
    }
    if (out_.parts > 1) out_.agreed.subjects += out_.agreed.subjects_alone;
    NamePredicates();
    return std::move(out_);
  }

  // As a reader of all records would come upon them.
  void NamePredicates() {
    const std::vector<std::string> names = shared_.predicates.Names();
    std::vector<std::pair<RecordOrder, std::string>> order;
    for (std::size_t i = 0; i < names.size(); ++i) {
      std::optional<RecordOrder> first;
      for (const auto& worker : workers_) {
        const auto& named = worker->record().first_named();
        if (i < named.size() && named[i] && (!first || *named[i] < *first))
          first = named[i];
      }
      if (first) order.emplace_back(*first, names[i]);
    }
    std::ranges::sort(order);
    for (auto& [first, name] : order)
      out_.predicates.push_back(std::move(name));
  }

  const std::span<const ClaimFile* const> files_;
  const Checker::Rep& checker_;
  const std::function<void(std::uint64_t)>& at_byte_;
  const std::uint32_t part_claims_, jobs_;
  ScreenShared shared_;
  ScreenState state_;
  std::uint64_t bytes_ = 0;
  std::vector<FileShape> shapes_;
  std::vector<std::unique_ptr<ScreenBlocks>> workers_;
  std::vector<std::vector<std::uint32_t>> alone_;  // rows, by partition
  Screened out_;
};

}  // namespace

bool MayScreen(const Corpus::Rep& corpus, const Checker::Rep& checker) {
  return corpus.documents.empty() && corpus.claims.empty() &&
         checker.options.checks.empty() &&
         checker.options.aliases_json.empty() &&
         checker.schema.inverses().empty() &&
         checker.schema.contemporaries().empty();
}

bool KeptRecords::Has(std::uint64_t offset) const {
  return std::ranges::binary_search(offsets, offset);
}

std::optional<Screened> ScreenClaims(
    std::span<const Corpus::Rep::ClaimFile* const> files,
    const Corpus::Rep& corpus, const Checker::Rep& checker,
    std::uint32_t part_claims,
    const std::function<void(std::uint64_t)>& at_byte) {
  if (!MayScreen(corpus, checker)) return std::nullopt;
  return Screener(files, checker, part_claims, at_byte).Run();
}

}  // namespace gainsay::internal
