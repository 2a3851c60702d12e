#include "api/bulk_check.h"

#include <algorithm>
#include <atomic>
#include <cstring>
#include <mutex>
#include <optional>
#include <utility>

#include "base/workers.h"
#include "claim/bulk_spill.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kMostPartitions = 1024;

std::vector<GroupChunk> ChunksOf(const ClaimColumns& columns) {
  static_assert(sizeof(Axis) == sizeof(std::uint8_t));
  std::vector<GroupChunk> chunks;
  for (const ClaimChunk& chunk : columns.chunks) {
    chunks.push_back({chunk.rows, chunk.subject, chunk.predicate, chunk.value,
                      nullptr,
                      reinterpret_cast<const std::uint8_t*>(chunk.axis)});
  }
  return chunks;
}

// Half of the rows at a time where there are many: 8 bytes a claim.
std::size_t Scratch(std::uint64_t rows) {
  return std::max<std::size_t>(rows * 8, std::size_t{4} << 20);
}

void Account(const ClaimColumns& columns, const ConflictGroups& groups,
             BulkResult& result) {
  result.column_bytes =
      std::max<std::uint64_t>(result.column_bytes, columns.bytes());
  result.string_bytes =
      std::max<std::uint64_t>(result.string_bytes, columns.strings.bytes());
  result.scratch_bytes =
      std::max<std::uint64_t>(result.scratch_bytes, groups.scratch_bytes);
}

// Conflicted rows in the order of the file, by writing each at its row.
void PlaceConflicts(const ClaimColumns& columns, const ConflictGroups& groups,
                    PageBlock& scratch, BulkResult& result) {
  const std::size_t size = columns.rows() * sizeof(std::uint32_t);
  if (scratch.size() < size) scratch = PageBlock(), scratch = PageBlock(size);
  if (size != 0) std::memset(scratch.data(), 0, size);
  auto* const entry_of_row = reinterpret_cast<std::uint32_t*>(scratch.data());
  std::vector<std::uint32_t> group_of_entry(groups.rows.size());
  for (std::uint32_t group = 0; group < groups.groups.size(); ++group) {
    for (std::uint32_t i = groups.groups[group].begin;
         i < groups.groups[group].end; ++i) {
      entry_of_row[groups.rows[i]] = i + 1;
      group_of_entry[i] = group;
    }
  }
  result.conflicts.reserve(groups.rows.size());
  const std::uint32_t* entry = entry_of_row;
  for (const ClaimChunk& chunk : columns.chunks) {
    for (std::uint32_t row = 0; row < chunk.rows; ++row, ++entry) {
      if (*entry == 0) continue;
      result.conflicts.push_back({{chunk.block, chunk.place[row]},
                                  group_of_entry[*entry - 1],
                                  groups.sides[*entry - 1]});
    }
  }
}

void AddBlock(std::uint64_t file_offset, std::uint32_t size, std::uint32_t rows,
              std::uint64_t lines, std::uint64_t& line, BulkResult& result) {
  result.blocks.push_back({file_offset, line, size, lines == rows});
  result.claims += rows;
  line += lines;
}

Result<BulkResult> CheckInMemory(BlockReader& reader, const BulkLayout& layout,
                                 const BulkOptions& options) {
  Result<BulkClaims> claims = LoadBulkCsv(reader, layout, options.jobs);
  if (!claims) return claims.error();
  if (options.stage_done) options.stage_done("load");
  BulkResult result;
  result.errors = std::move(claims->errors);
  std::uint64_t line = 1;
  for (const ClaimChunk& chunk : claims->columns.chunks) {
    AddBlock(chunk.file_offset, chunk.block_size, chunk.rows, chunk.lines, line,
             result);
  }
  PageBlock scratch;
  const ConflictGroups groups =
      FindConflictGroups(ChunksOf(claims->columns),
                         {.rules = options.rules,
                          .jobs = options.jobs,
                          .scratch_bytes = Scratch(result.claims)},
                         scratch);
  Account(claims->columns, groups, result);
  result.groups = groups.groups.size();
  result.pairs = groups.pairs;
  PlaceConflicts(claims->columns, groups, scratch, result);
  if (options.stage_done) options.stage_done("groups");
  return result;
}

// What one job finds in its partitions.
struct Found {
  BulkResult result;             // conflicts with the job's own group numbers
  std::vector<BulkPlace> first;  // of each of them
  std::optional<Error> failure;
};

std::optional<Error> CheckPartition(const BulkSpill& spill,
                                    std::uint32_t partition,
                                    const BulkOptions& options, Found& found) {
  const Result<BulkPartition> part = spill.Load(partition, found.result.errors);
  if (!part) return part.error();
  const ConflictGroups groups = FindConflictGroups(
      ChunksOf(part->columns),
      {.rules = options.rules, .scratch_bytes = Scratch(part->origins.size())});
  Account(part->columns, groups, found.result);
  found.result.pairs += groups.pairs;
  for (const ConflictGroup& group : groups.groups) {
    const auto number = static_cast<std::uint32_t>(found.first.size());
    found.first.push_back(part->origins[groups.rows[group.begin]]);
    for (std::uint32_t i = group.begin; i < group.end; ++i) {
      found.result.conflicts.push_back(
          {part->origins[groups.rows[i]], number, groups.sides[i]});
    }
  }
  return std::nullopt;
}

// Groups of all jobs numbered by their first claim, their claims in the order
// of the file.
void Join(std::vector<Found>& found, BulkResult& result) {
  struct Group {
    BulkPlace first;
    std::uint32_t job, number;
  };
  std::vector<Group> order;
  for (std::uint32_t job = 0; job < found.size(); ++job) {
    for (std::uint32_t i = 0; i < found[job].first.size(); ++i)
      order.push_back({found[job].first[i], job, i});
  }
  std::sort(order.begin(), order.end(),
            [](const Group& a, const Group& b) { return a.first < b.first; });
  std::vector<std::vector<std::uint32_t>> numbers(found.size());
  for (std::size_t job = 0; job < found.size(); ++job)
    numbers[job].resize(found[job].first.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    numbers[order[i].job][order[i].number] = i;
  result.groups = order.size();
  for (std::size_t job = 0; job < found.size(); ++job) {
    const BulkResult& part = found[job].result;
    for (BulkConflict conflict : part.conflicts) {
      conflict.group = numbers[job][conflict.group];
      result.conflicts.push_back(conflict);
    }
    result.pairs += part.pairs;
    result.column_bytes += part.column_bytes;
    result.string_bytes += part.string_bytes;
    result.scratch_bytes += part.scratch_bytes;
    result.errors.Add(std::move(found[job].result.errors));
    found[job] = {};
  }
  std::sort(result.conflicts.begin(), result.conflicts.end(),
            [](const BulkConflict& a, const BulkConflict& b) {
              return a.place < b.place;
            });
  result.errors.Arrange();
}

Result<BulkResult> CheckOnDisk(BlockReader& reader, const BulkLayout& layout,
                               const BulkOptions& options,
                               std::uint32_t partitions) {
  Result<BulkSpill> spill =
      BulkSpill::Create(layout, partitions, options.memory_limit / 4);
  if (!spill) return spill.error();
  BulkResult result;
  result.partitions = partitions;
  std::uint64_t line = 1;
  for (Block block;;) {
    const Result<bool> more = reader.Next(block);
    if (!more) return more.error();
    if (!*more) break;
    const Result<BulkSpill::Added> added = spill->Add(block, result.errors);
    if (!added) return added.error();
    AddBlock(block.file_offset, static_cast<std::uint32_t>(block.stored),
             added->rows, added->lines, line, result);
  }
  if (const auto done = spill->Finish(); !done) return done.error();
  if (options.stage_done) options.stage_done("load");
  std::vector<Found> found(std::max(options.jobs, 1U));
  std::atomic<std::uint32_t> next = 0;
  RunWorkers(options.jobs, [&](std::uint32_t worker) {
    for (std::uint32_t i;
         (i = next++) < partitions && !found[worker].failure;) {
      found[worker].failure = CheckPartition(*spill, i, options, found[worker]);
    }
  });
  for (const Found& part : found) {
    if (part.failure) return *part.failure;
  }
  Join(found, result);
  if (options.stage_done) options.stage_done("groups");
  return result;
}

}  // namespace

Result<BulkResult> CheckBulk(BlockReader& reader, const BulkLayout& layout,
                             const BulkOptions& options) {
  // Columns, strings and scratch take less than one and a half times the file.
  const std::optional<std::uint64_t> size = reader.size();
  const std::uint64_t need = size.value_or(UINT64_MAX / 4) / 2 * 3;
  if (options.memory_limit == 0 || need <= options.memory_limit)
    return CheckInMemory(reader, layout, options);
  const std::uint64_t share = std::max<std::uint64_t>(
      options.memory_limit / 2 / std::max(options.jobs, 1U), 1);
  const std::uint64_t partitions =
      std::clamp<std::uint64_t>(need / share + 1, 2, kMostPartitions);
  return CheckOnDisk(reader, layout, options,
                     static_cast<std::uint32_t>(partitions));
}

}  // namespace gainsay::internal
