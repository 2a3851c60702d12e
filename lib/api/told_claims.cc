#include "api/told_claims.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <span>
#include <string>
#include <utility>

#include "base/hash.h"
#include "identity/told_match.h"
#include "identity/told_time_match.h"
#include "lang/language.h"

namespace gainsay::internal {
namespace {

constexpr std::string_view kPredicate = "stated_number";
constexpr std::string_view kRule = "told/story";
constexpr double kDaysOfMonth = 365.25 / 12;

// `Told`: ToldAmount, ToldTime.
template <typename Told>
void Emit(const Told& told, StringId name, StringId id, StringId unit,
          PredicateIndex predicate, Loaded& loaded) {
  const Document& document = *loaded.documents[told.document.index].document;
  ClaimTable& table = loaded.table;
  Referent& referent = table.referents.emplace_back();
  referent.kind = Referent::Kind::kThing;
  referent.document = told.document;
  referent.name = name;
  referent.external_id = id;
  Claim claim;
  claim.document = told.document;
  claim.subject = ReferentIndex(table.referents.size() - 1);
  claim.predicate = predicate;
  claim.value = ValueIndex(table.values.size());
  claim.source = loaded.strings.Intern(document.source);
  claim.rule = loaded.strings.Intern(kRule);
  claim.as_of = loaded.infos[told.document.index].published;
  claim.evidence = told.evidence;
  claim.value_span = told.value_span;
  table.values.push_back(told.value);
  table.values.back().text = unit;
  table.claims.push_back(claim);
  ++loaded.coverage.in_claims;
}

// True if a frame has read it of something with a name: whether that is the
// other document's is for identity to say.
template <typename Told>
bool IsOfNamed(const Told& told, std::size_t claims, const Loaded& loaded) {
  const ClaimTable& table = loaded.table;
  return std::any_of(table.claims.begin(),
                     table.claims.begin() + static_cast<std::ptrdiff_t>(claims),
                     [&](const Claim& claim) {
                       return claim.document == told.document &&
                              claim.value_span.begin <= told.value_span.begin &&
                              told.value_span.end <= claim.value_span.end &&
                              claim.subject.valid() &&
                              table[claim.subject].name.valid() &&
                              // Frames compare it on one day only.
                              !loaded.schema[claim.predicate].changes;
                     });
}

struct PredicatesOfTimes {
  PredicateIndex time, date, length, record_last, record_length, outcome, doer,
      place;
  explicit PredicatesOfTimes(const Schema& schema)
      : time(schema.Find("stated_time")),
        date(schema.Find("stated_date")),
        length(schema.Find("stated_length")),
        record_last(schema.Find("record_last")),
        record_length(schema.Find("record_length")),
        outcome(schema.Find("stated_outcome")),
        doer(schema.Find("stated_doer")),
        place(schema.Find("stated_place")) {}
  PredicateIndex Of(const ToldTime& told) const {
    switch (told.of) {
      case ToldTime::Of::kLength:
        return length;
      case ToldTime::Of::kRecord:
        return told.value.kind == ValueKind::kDate ? record_last
                                                   : record_length;
      case ToldTime::Of::kOutcome:
        return outcome;
      case ToldTime::Of::kDoer:
        return doer;
      case ToldTime::Of::kPlace:
        return place;
      case ToldTime::Of::kTime:
        break;
    }
    return told.clock ? time : date;
  }
};

// Of the lengths of one subject, hours as days or months where no text counts
// hours.
void ShowInUnit(std::span<const std::uint32_t> group, Loaded& loaded) {
  TimeUnit least = TimeUnit::kYear;
  for (const std::uint32_t i : group)
    least = std::min(least, loaded.told_times[i].value.count.unit);
  if (least == TimeUnit::kHour) return;
  const bool months = least >= TimeUnit::kMonth;
  const double hours = months ? 24 * kDaysOfMonth : 24;
  for (const std::uint32_t i : group) {
    ValueRow& value = loaded.told_times[i].value;
    if (value.text == loaded.strings.Intern("hours")) {
      const auto scale = [&](double x) { return x / hours; };
      value.number = std::round(10 * scale(value.number)) / 10;
      value.number_max = std::round(10 * scale(value.number_max)) / 10;
      for (QuantityInterval* q : {&value.qcore, &value.qhull})
        *q = {scale(q->lo), scale(q->hi)};
    }
    value.text = loaded.strings.Intern(months ? "months" : "days");
  }
}

// What several pairs share is one subject.
void AddToldTimes(Loaded& loaded, std::size_t read,
                  std::span<const DayInterval> written) {
  const PredicatesOfTimes predicates(loaded.schema);
  std::map<std::uint32_t, std::vector<std::uint32_t>> with;  // by its first
  std::map<std::uint32_t, std::uint32_t> first_of;
  for (const ToldTimePair& pair :
       MatchToldTimes(loaded.told_times, loaded.words, written, loaded.strings,
                      English().names())) {
    // Lengths are read by frames as what is never compared with each other.
    if (loaded.told_times[pair.first].of != ToldTime::Of::kLength &&
        IsOfNamed(loaded.told_times[pair.first], read, loaded) &&
        IsOfNamed(loaded.told_times[pair.second], read, loaded))
      continue;
    const std::uint32_t first =
        first_of.try_emplace(pair.first, pair.first).first->second;
    first_of.try_emplace(pair.second, first);
    with[first].push_back(pair.first);
    with[first].push_back(pair.second);
  }
  for (auto& [first, group] : with) {
    std::ranges::sort(group);
    group.erase(std::unique(group.begin(), group.end()), group.end());
    Hasher hash;
    for (const std::uint32_t i : group) {
      const ToldTime& told = loaded.told_times[i];
      hash.Add(loaded.documents[told.document.index].document->id)
          .Add(told.value_span.begin);
    }
    const ToldTime& told = loaded.told_times[first];
    if (told.of == ToldTime::Of::kLength) ShowInUnit(group, loaded);
    const StringId id = loaded.strings.Intern("told:" + Hex64(hash.value()));
    for (const std::uint32_t i : group)
      Emit(loaded.told_times[i],
           told.theme_name.valid() ? told.theme_name : told.theme, id,
           loaded.told_times[i].value.text, predicates.Of(loaded.told_times[i]),
           loaded);
  }
}

}  // namespace

void AddToldClaims(Loaded& loaded) {
  const PredicateIndex predicate = loaded.schema.Find(kPredicate);
  const std::size_t read = loaded.table.claims.size();
  std::vector<DayInterval> written;
  for (const DocumentInfo& info : loaded.infos)
    written.push_back(info.published);
  for (const ToldGroup& group :
       MatchTold(loaded.told, loaded.words, written, loaded.strings)) {
    // A period of its own, or the name, says which count it is.
    if (std::ranges::all_of(group, [&](std::uint32_t i) {
          const ToldAmount& told = loaded.told[i];
          return !told.period && !told.by_story &&
                 !(told.one_name && !told.names.empty()) &&
                 IsOfNamed(told, read, loaded);
        }))
      continue;
    Hasher hash;
    for (const std::uint32_t i : group) {
      const ToldAmount& told = loaded.told[i];
      hash.Add(loaded.documents[told.document.index].document->id)
          .Add(told.value_span.begin);
    }
    const ToldAmount& first = loaded.told[group.front()];
    const StringId id = loaded.strings.Intern("told:" + Hex64(hash.value()));
    for (const std::uint32_t i : group)
      Emit(loaded.told[i], first.label, id, first.value.text, predicate,
           loaded);
  }
  AddToldTimes(loaded, read, written);
}

void DropToldTwice(const StatementTable& statements, const GraphInput& graph,
                   std::vector<Conflict>& conflicts) {
  using Place = std::pair<std::uint32_t, std::uint32_t>;
  const auto places = [&](const std::vector<StatementIndex>& of, bool& told) {
    std::set<Place> out;
    for (const StatementIndex s : of) {
      for (std::uint32_t i = 0; i < statements[s].claims; ++i) {
        const Claim& claim =
            graph.table[statements.claims[statements[s].first_claim + i]];
        told = graph.strings.View(claim.rule) == kRule;
        out.insert({claim.document.index, claim.value_span.begin});
      }
    }
    return out;
  };
  std::vector<std::set<Place>> framed, all;
  std::vector<bool> is_told;
  for (const Conflict& conflict : conflicts) {
    bool told = false;
    all.push_back(places(conflict.statements, told));
    is_told.push_back(told);
    if (told || conflict.severity == Severity::kTension) continue;
    framed.push_back(all.back());
    for (const auto& side : conflict.sides)
      framed.back().merge(places(side, told));
  }
  std::size_t at = 0;
  std::erase_if(conflicts, [&](const Conflict&) {
    const std::size_t i = at++;
    return is_told[i] && std::ranges::any_of(framed, [&](const auto& by) {
             return std::ranges::includes(by, all[i]);
           });
  });
}

}  // namespace gainsay::internal
