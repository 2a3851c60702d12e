// CountRows, compiled.
#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "claim/counts.h"

namespace gainsay::internal {
namespace {

constexpr std::pair<std::string_view, CountedAt> kWhere[] = {
    {"owner", CountedAt::kOwner},       {"cue", CountedAt::kCue},
    {"host", CountedAt::kHost},         {"agent", CountedAt::kAgent},
    {"clause", CountedAt::kClause},     {"event", CountedAt::kEvent},
    {"ledevent", CountedAt::kLedEvent}, {"focus", CountedAt::kFocus},
};

// "Of @worker|-": what is counted, whether nothing may be, and whether it
// follows "of".
bool ReadCounted(const SyntaxIndex& index, std::string_view list,
                 CountConcept& out) {
  constexpr std::string_view kOf = "of ", kBare = "-";
  if (list.starts_with(kOf)) {
    out.partitive = true;
    list.remove_prefix(kOf.size());
  }
  if (list.ends_with(kBare)) {
    out.bare = true;
    list.remove_suffix(kBare.size());
  }
  return ReadLemmas(index, list, '|', out.counted);
}

bool ReadConcept(const SyntaxIndex& index, const CountRow& row,
                 CountConcept& out) {
  std::string_view predicate = row.predicate;
  const bool presupposed = predicate.ends_with('!');
  if (presupposed) predicate.remove_suffix(1);
  out.frame = ConceptFrame(row.name, predicate, predicate, presupposed);
  out.frame.values = ReadValues(row.value);
  bool good = out.frame.values != 0 && ReadCounted(index, row.counted, out) &&
              ReadLemmas(index, row.things, '|', out.frame.things);
  ForEachWord(row.cue, ' ', [&](std::string_view cue) {
    const std::size_t colon = cue.find(':');
    CountConcept::Cue& read = out.cues.emplace_back();
    read.relation = cue.substr(0, colon);
    good = good && colon != std::string_view::npos &&
           ReadLemmas(index, cue.substr(colon + 1), '|', read.words);
  });
  ForEachWord(row.subject, ' ', [&](std::string_view word) {
    const auto* it = std::ranges::find(
        kWhere, word, &std::pair<std::string_view, CountedAt>::first);
    good = good && it != std::end(kWhere);
    if (it != std::end(kWhere)) out.subject.push_back(it->second);
  });
  return good;
}

}  // namespace

const CountConcepts& CountConceptsOf(const SyntaxIndex& index) {
  static std::mutex mutex;
  static std::map<const SyntaxTables*, CountConcepts> compiled;
  const std::lock_guard lock(mutex);
  const auto [it, added] = compiled.try_emplace(&index.tables());
  if (!added) return it->second;
  for (const CountRow& row : index.tables().counts) {
    CountConcept read;
    if (ReadConcept(index, row, read)) {
      it->second.concepts.push_back(std::move(read));
    } else {
      it->second.errors.push_back(row.name);
    }
  }
  return it->second;
}

}  // namespace gainsay::internal
