#include "claim/atoms.h"

namespace gainsay::internal {
namespace {

Atom::Kind AtomKind(MentionType type) {
  switch (type) {
    case MentionType::kDate:
    case MentionType::kTime:
      return Atom::Kind::kDate;
    case MentionType::kDuration:
      return Atom::Kind::kDuration;
    case MentionType::kSet:
      return Atom::Kind::kSet;
    case MentionType::kNumber:
    case MentionType::kFraction:
    case MentionType::kNumberRange:
      return Atom::Kind::kNumber;
    case MentionType::kOrdinal:
      return Atom::Kind::kOrdinal;
    case MentionType::kAge:
      return Atom::Kind::kAge;
    case MentionType::kPercent:
    case MentionType::kMoney:
    case MentionType::kDimension:
    case MentionType::kTemperature:
      return Atom::Kind::kQuantity;
  }
  return Atom::Kind::kNumber;
}

}  // namespace

void MakeAtoms(const MentionTable& mentions, std::vector<Atom>& out) {
  out.clear();
  std::uint32_t end = 0;
  for (std::uint32_t i = 0; i < mentions.mentions.size(); ++i) {
    const Mention& m = mentions.mentions[i];
    if (m.first_token < end || m.last_token <= m.first_token) continue;
    out.push_back({m.first_token, m.last_token, AtomKind(m.type), i});
    end = m.last_token;
  }
}

}  // namespace gainsay::internal
