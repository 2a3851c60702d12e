#include "mention/chart.h"

#include <algorithm>

#include "mention/numbers.h"

namespace gainsay::internal {
namespace {

constexpr TriggerMask Bit(unsigned bit) { return TriggerMask{1} << bit; }

}  // namespace

void Chart::Fill(const TokenizedText& text, std::uint32_t first,
                 std::uint32_t last, WordCache& words,
                 const Interner& interner) {
  text_ = &text;
  interner_ = &interner;
  first_ = first;
  lexicon_ = &words.lexicon();
  const std::uint32_t size = last - first;
  masks_.assign(size, 0);
  word_ids_.resize(size);
  hit_begin_.resize(size + 1);
  cardinal_.assign(size, kNoIndex);
  ordinal_.assign(size, kNoIndex);
  heads_.assign(size, kNoIndex);
  hits_.clear(), numbers_.clear(), results_.clear(), senses_.clear();
  const Lexicon& lexicon = words.lexicon();
  for (std::uint32_t at = 0; at < size; ++at)
    word_ids_[at] = words.Of(token(at).folded);
  bool numeric = false;
  for (std::uint32_t at = 0; at < size; ++at) {
    hit_begin_[at] = static_cast<std::uint32_t>(hits_.size());
    Lexicon::Node node = lexicon.Start(word_ids_[at]);
    for (std::uint32_t end = at + 1; node != 0; ++end) {
      for (const WordRow* row : lexicon.Rows(node)) {
        hits_.push_back({row, end});
        masks_[at] |= Bit(static_cast<unsigned>(row->word_class));
      }
      if (end == size || !lexicon.HasNext(node)) break;
      node = lexicon.Step(node, word_ids_[end]);
    }
    const Token& t = token(at);
    const bool fraction_sign =
        t.shape == TokenShape::kSymbol &&
        folded(at).find("\u2044") != std::string_view::npos;
    if (t.shape == TokenShape::kNumber || fraction_sign)
      masks_[at] |= Bit(kDigitsBit);
    if (t.shape == TokenShape::kAlnum && t.end - t.begin <= 24 &&
        text.text[t.begin] >= '0' && text.text[t.begin] <= '9') {
      masks_[at] |= Bit(kAlnumBit);
    }
    numeric = numeric || StartsNumber(masks_[at]);
  }
  hit_begin_[size] = static_cast<std::uint32_t>(hits_.size());
  if (numeric) NumberReader(*this).ReadAll();
}

bool Chart::IsOrdinalSuffix(std::string_view folded) const {
  for (const WordRow* row :
       lexicon_->Rows(lexicon_->Start(lexicon_->Find(folded)))) {
    if (row->word_class == WordClass::kOrdinalSuffix) return true;
  }
  return false;
}

const LexHit* Chart::Find(std::uint32_t at, WordClass word_class) const {
  if (at >= size() || !Has(at, word_class)) return nullptr;
  const LexHit* best = nullptr;
  for (const LexHit& hit : hits(at)) {
    if (hit.row->word_class == word_class &&
        (best == nullptr || hit.end > best->end))
      best = &hit;
  }
  return best;
}

std::uint32_t Chart::EndingAt(std::uint32_t at, WordClass word_class,
                              const WordRow** row) const {
  constexpr std::uint32_t kLongestPhrase = 5;
  for (std::uint32_t n = std::min(at, kLongestPhrase); n >= 1; --n) {
    if (!Has(at - n, word_class)) continue;
    for (const LexHit& hit : hits(at - n)) {
      if (hit.end != at || hit.row->word_class != word_class) continue;
      if (row != nullptr) *row = hit.row;
      return at - n;
    }
  }
  return at;
}

void Chart::AddResult(const RuleHit& hit) {
  std::uint32_t* link = &heads_[hit.begin];
  while (*link != kNoIndex && results_[*link].end >= hit.end) {
    const RuleHit& old = results_[*link];
    if (old.end == hit.end && old.rule->category == hit.rule->category) return;
    link = &results_[*link].next;
  }
  const std::uint32_t index = static_cast<std::uint32_t>(results_.size());
  RuleHit added = hit;
  added.next = *link;
  *link = index;  // before push_back: `link` may point into results_
  results_.push_back(added);
  const Category category = hit.rule->category;
  if (category == Category::kDate || category == Category::kPart)
    masks_[hit.begin] |= Bit(kDateBit);
  if (category == Category::kTime) masks_[hit.begin] |= Bit(kTimeBit);
  if (category == Category::kDuration) masks_[hit.begin] |= Bit(kDurationBit);
}

}  // namespace gainsay::internal
