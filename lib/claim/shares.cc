#include "claim/shares.h"

#include <algorithm>
#include <cmath>

#include "calendar/quantity.h"
#include "resolve/attach.h"

namespace gainsay::internal {
namespace {

constexpr double kPercent = 100;
constexpr double kFractionSlack = 0.08, kHedgedSlack = 0.2;

// "Of the 300 workers": the group that a share before it is a share of.
bool FollowsShare(const SentenceView& s, std::uint32_t whole,
                  std::uint32_t share) {
  const Group& g = s.G(whole);
  return g.kind == GroupKind::kNoun && g.preposition != kNowhere &&
         (s.Info(g.preposition).features & kOfWord) != 0 &&
         (g.governor == share ||
          (g.governor == kNowhere && whole == share + 2));
}

QuantityInterval Interval(const Mention& share, bool core) {
  const double scale = share.type == MentionType::kPercent ? kPercent : 1;
  const bool percent = share.type == MentionType::kPercent;
  if (percent || share.modifier != Modifier::kBare) {
    const bool about = !percent && share.modifier != Modifier::kMoreThan &&
                       share.modifier != Modifier::kLessThan &&
                       share.modifier != Modifier::kAtLeast &&
                       share.modifier != Modifier::kAtMost;
    if (!about) {
      const QuantityCuts cuts = Denote({.number = share.number,
                                        .number_max = share.number_max,
                                        .step = share.step,
                                        .modifier = share.modifier,
                                        .measured = true});
      QuantityInterval q = core ? cuts.core : cuts.hull;
      q.lo = std::max(0.0, q.lo / scale);
      q.hi = std::min(1.0, q.hi / scale);
      return q;
    }
  }
  const double slack =
      (share.modifier == Modifier::kBare ? kFractionSlack : kHedgedSlack) *
      (core ? 0.5 : 1);
  return {share.number * (1 - slack),
          std::min(1.0, share.number_max * (1 + slack)), false, false};
}

QuantityInterval Times(const QuantityInterval& a, const QuantityInterval& b) {
  return {a.lo * b.lo, a.hi * b.hi, a.lo_open || b.lo_open,
          a.hi_open || b.hi_open};
}

}  // namespace

QuantityInterval ShareHull(const Mention& share) {
  return Interval(share, false);
}
QuantityInterval ShareCore(const Mention& share) {
  return Interval(share, true);
}

std::optional<std::uint32_t> ShareOf(const SentenceView& s,
                                     std::uint32_t atom) {
  if (atom == 0 || s.atoms[atom].kind != Atom::Kind::kNumber ||
      !s.atoms[atom - 1].share)
    return std::nullopt;
  const std::uint32_t whole = GroupOfAtom(s.parse, s.atoms[atom]),
                      share = GroupOfAtom(s.parse, s.atoms[atom - 1]);
  if (whole == kNowhere || share == kNowhere || !FollowsShare(s, whole, share))
    return std::nullopt;
  return atom - 1;
}

bool HasWhole(const SentenceView& s, std::uint32_t atom) {
  return s.atoms[atom].share && atom + 1 < s.atoms.size() &&
         ShareOf(s, atom + 1) == atom;
}

void TakeShare(const Mention& share, ValueRow& value) {
  const double scale = share.type == MentionType::kPercent ? kPercent : 1;
  // A whole that is told to be shared counts as it stands.
  if (value.modifier == Modifier::kBare)
    value.qhull = value.qcore = {value.number, value.number_max, false, false};
  value.number *= share.number / scale;
  value.number_max *= share.number_max / scale;
  value.qhull = Times(ShareHull(share), value.qhull);
  value.qcore = Times(ShareCore(share), value.qcore);
}

void AsPercent(const Mention& share, StringId percent, ValueRow& value) {
  const auto scaled = [](QuantityInterval q) {
    return QuantityInterval{q.lo * kPercent, q.hi * kPercent, q.lo_open,
                            q.hi_open};
  };
  const double scale = share.type == MentionType::kPercent ? 1 : kPercent;
  value.number = share.number * scale;
  value.number_max = share.number_max * scale;
  value.qhull = scaled(ShareHull(share));
  value.qcore = scaled(ShareCore(share));
  value.text = percent;
}

}  // namespace gainsay::internal
