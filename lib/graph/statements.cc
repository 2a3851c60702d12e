#include <algorithm>
#include <bit>
#include <utility>

#include "absl/container/inlined_vector.h"
#include "base/hash.h"
#include "graph/build.h"
#include "graph/value_hash.h"

namespace gainsay::internal {
namespace {

void AddInterval(Hasher& hasher, DayInterval days) {
  hasher.Add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(days.lo)))
      .Add(static_cast<std::uint64_t>(static_cast<std::uint32_t>(days.hi)));
}

void AddNumber(Hasher& hasher, double number) {
  hasher.Add(std::bit_cast<std::uint64_t>(number == 0 ? 0.0 : number));
}

void AddQuantity(Hasher& hasher, const QuantityInterval& q) {
  AddNumber(hasher, q.lo);
  AddNumber(hasher, q.hi);
  hasher.Add(static_cast<std::uint64_t>(q.lo_open) << 1 |
             static_cast<std::uint64_t>(q.hi_open));
}

// Equal values hash equal whatever their surface.
void AddValue(Hasher& hasher, const ValueRow& value, const Interner& strings) {
  hasher.Add(static_cast<std::uint64_t>(value.kind));
  hasher.Add(strings.View(value.text)).Add(strings.View(value.qualifier));
  switch (value.kind) {
    case ValueKind::kDate:
      AddInterval(hasher, value.core);
      AddInterval(hasher, value.hull);
      break;
    case ValueKind::kDuration:
      AddNumber(hasher, value.count.n);
      AddNumber(hasher, value.count.n_max);
      hasher.Add(static_cast<std::uint64_t>(value.count.unit))
          .Add(static_cast<std::uint64_t>(value.count.modifier))
          .Add(static_cast<std::uint64_t>(value.count.round));
      break;
    case ValueKind::kQuantity:
    case ValueKind::kDateTime:
    case ValueKind::kTime:
      AddNumber(hasher, value.number);
      AddQuantity(hasher, value.qcore);
      AddQuantity(hasher, value.qhull);
      break;
    case ValueKind::kBool:
      AddNumber(hasher, value.number);
      break;
    case ValueKind::kOffice:
    case ValueKind::kEntity:
    case ValueKind::kPlace:
    case ValueKind::kNames:
    case ValueKind::kText:
    case ValueKind::kNone:
    case ValueKind::kBad:
      break;
  }
}

// The as-of date belongs to a statement only where the value is one of a
// moment.
bool DependsOnAsOf(const Predicate& predicate, Modality modality) {
  return predicate.changes || predicate.monotone || predicate.exclusive ||
         predicate.to == kDocumentRole || modality == Modality::kPlanned;
}

std::uint64_t ContentHash(const Claim& claim, const GraphInput& in) {
  const Predicate& predicate = in.schema[claim.predicate];
  Hasher hasher;
  hasher.Add(in.subjects[in.subjects.of_referent[claim.subject.index]].key);
  hasher.Add(predicate.name).Add(in.strings.View(claim.scope));
  hasher.Add(static_cast<std::uint64_t>(claim.modality))
      .Add(static_cast<std::uint64_t>(claim.negated));
  AddValue(hasher, in.table[claim.value], in.strings);
  if (claim.valid.begin_known) AddInterval(hasher, claim.valid.begin);
  if (claim.valid.end_known) AddInterval(hasher, claim.valid.end);
  if (DependsOnAsOf(predicate, claim.modality))
    AddInterval(hasher, claim.as_of);
  return hasher.value();
}

struct Keyed {
  std::uint32_t subject, predicate;
  std::uint64_t hash;
  std::uint64_t tie;  // content of the claim itself: order within a statement
  std::uint32_t claim;
  auto Key() const { return std::tie(subject, predicate, hash, tie, claim); }
};

std::uint64_t ClaimTie(const Claim& claim, const Interner& strings) {
  return Hasher()
      .Add(strings.View(claim.source))
      .Add(strings.View(claim.id))
      .Add(static_cast<std::uint64_t>(claim.evidence.begin))
      .value();
}

Statement MakeStatement(std::span<const Keyed> group, const GraphInput& in,
                        std::uint32_t first) {
  const Claim& lead = in.table.claims[group.front().claim];
  Statement s;
  s.subject = in.subjects.of_referent[lead.subject.index];
  s.predicate = lead.predicate;
  s.value = lead.value;
  s.scope = lead.scope;
  s.speaker = lead.speaker;
  s.valid = lead.valid;
  s.as_of = lead.as_of;
  s.modality = lead.modality;
  s.negated = lead.negated;
  s.presupposed = lead.presupposed;
  s.hash = group.front().hash;
  s.first_claim = first;
  s.claims = static_cast<std::uint32_t>(group.size());
  absl::InlinedVector<std::pair<std::uint32_t, float>, 8> voices;
  for (const Keyed& keyed : group) {
    const Claim& claim = in.table.claims[keyed.claim];
    if (claim.speaker != s.speaker) s.speaker = StringId();
    s.presupposed |= claim.presupposed;
    voices.emplace_back(in.voice_of_claim[keyed.claim], claim.confidence);
  }
  // The greatest confidence of each voice counts: its last one.
  std::ranges::sort(voices);
  s.voices = 0;
  s.weight = 0;
  for (std::size_t i = 0; i < voices.size(); ++i) {
    if (i + 1 < voices.size() && voices[i + 1].first == voices[i].first)
      continue;
    ++s.voices;
    s.weight += voices[i].second;
  }
  return s;
}

}  // namespace

std::uint64_t HashOfValue(const ValueRow& value, const Interner& strings) {
  Hasher hasher;
  AddValue(hasher, value, strings);
  return hasher.value();
}

StatementTable BuildStatements(const GraphInput& in) {
  std::vector<Keyed> keys;
  keys.reserve(in.table.claims.size());
  for (std::uint32_t i = 0; i < in.table.claims.size(); ++i) {
    const Claim& claim = in.table.claims[i];
    if (in.table[claim.value].kind == ValueKind::kBad) continue;
    keys.push_back({in.subjects.of_referent[claim.subject.index].index,
                    claim.predicate.index, ContentHash(claim, in),
                    ClaimTie(claim, in.strings), i});
  }
  std::ranges::sort(keys, {}, [](const Keyed& k) { return k.Key(); });
  StatementTable out;
  for (std::size_t i = 0; i < keys.size();) {
    std::size_t j = i;
    while (j < keys.size() && keys[j].hash == keys[i].hash &&
           keys[j].subject == keys[i].subject &&
           keys[j].predicate == keys[i].predicate)
      ++j;
    out.statements.push_back(
        MakeStatement(std::span(keys).subspan(i, j - i), in,
                      static_cast<std::uint32_t>(out.claims.size())));
    for (; i < j; ++i) out.claims.push_back(ClaimIndex(keys[i].claim));
  }
  return out;
}

}  // namespace gainsay::internal
