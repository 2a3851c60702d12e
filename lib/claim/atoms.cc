#include "claim/atoms.h"

#include "calendar/civil.h"
#include "claim/shares.h"
#include "resolve/attach.h"

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
    const bool now = m.type == MentionType::kDate &&
                     m.sense != Sense::kNoSense &&
                     !mentions.senses[m.sense].reference.empty();
    out.push_back(
        {m.first_token, m.last_token, AtomKind(m.type), i, IsShare(m), now});
    end = m.last_token;
  }
}

void TrimParticles(const TokenizedText& text, WordTable& words,
                   MentionTable& mentions) {
  const auto view = [&](StringId id) { return words.interner().View(id); };
  for (Mention& mention : mentions.mentions) {
    const std::uint32_t first = mention.first_token;
    if (mention.type != MentionType::kDate || first == 0 ||
        first + 1 >= mention.last_token || mention.sense == Sense::kNoSense)
      continue;
    Sense& sense = mentions.senses[mention.sense];
    const StringId verb = words.Of(text.tokens[first - 1].folded).verb;
    if (sense.modifier == Modifier::kBare || !verb.valid() ||
        words.index().Phrasal(view(verb), view(text.tokens[first].folded)) ==
            nullptr)
      continue;
    sense.modifier = mention.modifier = Modifier::kBare;
    mention.first_token = first + 1;
    mention.span.begin = text.tokens[first + 1].begin;
  }
}

void RepeatBounds(const TokenizedText& text, MentionTable& mentions) {
  const auto is = [&](std::uint32_t token, std::string_view mark) {
    return token < text.tokens.size() && text.View(text.tokens[token]) == mark;
  };
  const Mention* before = nullptr;  // the last with a bound, and longest
  for (Mention& m : mentions.mentions) {
    if (AtomKind(m.type) != Atom::Kind::kQuantity) continue;
    if (before != nullptr && m.modifier == Modifier::kBare &&
        before->last_token + 1 == m.first_token &&
        is(before->last_token, "(") && is(m.last_token, ")") &&
        before->type == m.type && std::string_view(before->unit) != m.unit)
      m.modifier = before->modifier;
    before = m.modifier == Modifier::kBare ? nullptr : &m;
  }
}

namespace {

// "A hundred years ago this month" counts exactly: the month of that year.
bool JoinAgo(const Mention& month, Mention& ago) {
  constexpr Day kYear = 366;
  const bool wide = ago.hull.lo > kMinusInfinity &&
                    ago.hull.hi < kPlusInfinity &&
                    ago.hull.hi - ago.hull.lo > kYear &&
                    ago.anchor == Mention::Anchor::kDocument;
  if (!wide || month.grain != Grain::kMonth || month.core.lo <= kMinusInfinity)
    return false;
  const std::int32_t year =
      CivilOf(ago.hull.lo + (ago.hull.hi - ago.hull.lo) / 2).year;
  const unsigned of = CivilOf(month.core.lo).month;
  ago.core =
      ago.hull = {DayOf(year, of, 1), DayOf(year, of, LastDayOf(year, of))};
  ago.grain = Grain::kMonth;
  ago.readings = 0;
  ago.span.end = month.span.end;
  return true;
}

}  // namespace

void JoinDates(MentionTable& mentions, std::vector<Atom>& atoms) {
  std::size_t kept = 0;
  for (const Atom& atom : atoms) {
    const bool joins = kept > 0 && atom.kind == Atom::Kind::kDate &&
                       atoms[kept - 1].kind == Atom::Kind::kDate &&
                       atoms[kept - 1].last == atom.first;
    if (!joins) {
      atoms[kept++] = atom;
      continue;
    }
    Mention& day = mentions.mentions[atoms[kept - 1].id];
    const Mention& year = mentions.mentions[atom.id];
    if (JoinAgo(year, day)) {
      atoms[kept - 1].last = atom.last;
      continue;
    }
    if (day.grain != Grain::kDay || year.grain != Grain::kYear ||
        day.hull.lo <= kMinusInfinity || year.core.lo <= kMinusInfinity)
      continue;
    const CivilDay civil = CivilOf(day.core.lo);
    const std::int32_t in = CivilOf(year.core.lo).year;
    if (civil.day > LastDayOf(in, civil.month)) continue;
    const Day joined = DayOf(in, civil.month, civil.day);
    day.core = day.hull = {joined, joined};
    day.readings = 0;
    day.span.end = year.span.end;
    atoms[kept - 1].last = atom.last;
  }
  atoms.resize(kept);
}

bool IsPieceOfNumber(const TokenizedText& text, const Atom& atom) {
  const auto number = [&](std::uint32_t i) {
    return i < text.tokens.size() &&
           text.tokens[i].shape == TokenShape::kNumber;
  };
  const auto comma = [&](std::uint32_t i) {
    return i < text.tokens.size() && text.View(text.tokens[i]) == "," &&
           (text.tokens[i].flags & kSpaceBefore) == 0;
  };
  constexpr std::size_t kThousands = 3;
  const auto three = [&](std::uint32_t i) {
    return text.tokens[i].end - text.tokens[i].begin == kThousands;
  };
  if (atom.kind == Atom::Kind::kDate) return false;
  if (number(atom.last - 1) && comma(atom.last) && number(atom.last + 1) &&
      three(atom.last + 1))
    return true;
  return atom.first >= 2 && number(atom.first) && three(atom.first) &&
         comma(atom.first - 1) && number(atom.first - 2);
}

bool IsListed(std::span<const Atom> atoms, std::uint32_t atom,
              const Parse& parse) {
  const auto G = [&](std::uint32_t i) -> const Group& {
    return parse.groups.groups[i];
  };
  const std::uint32_t group = GroupOfAtom(parse, atoms[atom]);
  if (group == kNowhere || !G(group).coordinated) return false;
  const std::uint32_t first =
      G(group).same_as != kNowhere ? G(group).same_as : group;
  for (std::uint32_t other = 0; other < atoms.size(); ++other) {
    // "Founded in 1784 and now in the hands of".
    if (other == atom || atoms[other].kind != atoms[atom].kind ||
        atoms[other].now)
      continue;
    const std::uint32_t g = GroupOfAtom(parse, atoms[other]);
    if (g != kNowhere && g != group && (g == first || G(g).same_as == first)) {
      return true;
    }
  }
  return false;
}

}  // namespace gainsay::internal
