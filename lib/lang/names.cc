#include "lang/names.h"

#include <algorithm>
#include <tuple>

namespace gainsay::internal {
namespace {

std::vector<std::string> SplitWords(std::string_view surface) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : NameSurface(surface)) {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

}  // namespace

std::string NameSurface(std::string_view folded) {
  std::string out;
  out.reserve(folded.size());
  for (const char c : folded) {
    if (c == '.') continue;
    out += c == '-' ? ' ' : c;
  }
  return out;
}

NameLexicon::NameLexicon(const NameTables& tables) : tables_(tables) {
  for (std::size_t i = 0; i < tables.places.size(); ++i)
    AddPhrase(PhraseKind::kPlace, i, tables.places[i].surface);
  for (std::size_t i = 0; i < tables.demonyms.size(); ++i)
    AddPhrase(PhraseKind::kDemonym, i, tables.demonyms[i].surface);
  for (std::size_t i = 0; i < tables.titles.size(); ++i)
    AddPhrase(PhraseKind::kTitle, i, tables.titles[i].surface);
  for (std::size_t i = 0; i < tables.title_modifiers.size(); ++i) {
    AddPhrase(PhraseKind::kTitleModifier, i, tables.title_modifiers[i].surface);
  }
  std::stable_sort(
      phrases_.begin(), phrases_.end(), [](const Phrase& a, const Phrase& b) {
        return std::tuple(std::string_view(a.words[0]), b.words.size()) <
               std::tuple(std::string_view(b.words[0]), a.words.size());
      });
  for (std::uint32_t i = 0; i < phrases_.size(); ++i) {
    auto& range = ranges_.try_emplace(phrases_[i].words[0], i, i).first->second;
    range.second = i + 1;
  }
  AddWords(tables.given_names, NameWord::kGivenName);
  AddWords(tables.organisation_words, NameWord::kOrganisationWord);
  AddWords(tables.geographic_words, NameWord::kGeographicWord);
  AddWords(tables.function_words, NameWord::kFunctionWord);
  AddWords(tables.particles, NameWord::kParticle);
  AddWords(tables.lower_case_words, NameWord::kLowerCaseWord);
  AddWords(tables.linkers, NameWord::kLinker);
  AddWords(tables.conjunctions, NameWord::kConjunction);
  AddWords(tables.articles, NameWord::kArticle);
  AddWords({&tables_.possessive, 1}, NameWord::kPossessive);
  AddWords({&tables_.of, 1}, NameWord::kOf);
  AddWords(tables.small_words, NameWord::kSmallWord);
  AddWords(tables.leading_verbs, NameWord::kLeadingVerb);
  AddWords(tables.becoming, NameWord::kBecoming);
  AddWords(tables.indefinite, NameWord::kIndefinite);
  AddWords({&tables_.who, 1}, NameWord::kWho);
}

void NameLexicon::AddPhrase(PhraseKind kind, std::size_t row,
                            std::string_view surface) {
  std::vector<std::string> words = SplitWords(surface);
  if (!words.empty())
    phrases_.push_back(
        {kind, static_cast<std::uint32_t>(row), std::move(words)});
}

void NameLexicon::AddWords(std::span<const std::string_view> words,
                           NameWord::Bit bit) {
  for (const std::string_view word : words)
    bits_[word] = static_cast<std::uint16_t>(bits_[word] | bit);
}

std::uint16_t NameLexicon::Bits(std::string_view word) const {
  const auto it = bits_.find(word);
  return it == bits_.end() ? 0 : it->second;
}

std::span<const NameLexicon::Phrase> NameLexicon::StartingWith(
    std::string_view word) const {
  const auto it = ranges_.find(word);
  if (it == ranges_.end()) return {};
  return std::span(phrases_).subspan(it->second.first,
                                     it->second.second - it->second.first);
}

}  // namespace gainsay::internal
