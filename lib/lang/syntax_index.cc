#include "lang/syntax_index.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

template <typename Row>
const Row* FindSorted(std::span<const Row> rows, std::string_view key) {
  const auto it = std::lower_bound(
      rows.begin(), rows.end(), key,
      [](const Row& row, std::string_view k) { return row.word < k; });
  return it != rows.end() && it->word == key ? &*it : nullptr;
}

bool ListsWord(std::string_view list, std::string_view word) {
  bool found = false;
  ForEachWord(list, ' ',
              [&](std::string_view one) { found = found || one == word; });
  return found;
}

}  // namespace

SyntaxIndex::SyntaxIndex(const SyntaxTables& tables) : tables_(&tables) {
  for (std::size_t i = 0; i < tables.classes.size(); ++i) {
    class_of_.emplace(tables.classes[i].name, i);
    ForEachWord(tables.classes[i].lemmas, ' ', [&](std::string_view lemma) {
      classes_[lemma] |= ClassSet::Bit(i);
    });
  }
  for (const VerbRow& row : tables.verbs) {
    ForEachWord(row.lemmas, ' ', [&](std::string_view lemma) {
      verbs_[lemma] |= 1U << static_cast<unsigned>(row.kind);
    });
  }
  for (const PhrasalRow& row : tables.phrasal)
    phrasal_[row.verb].push_back(&row);
}

const ClosedRow* SyntaxIndex::Closed(std::string_view word) const {
  return FindSorted(tables_->closed, word);
}

const LexiconRow* SyntaxIndex::Word(std::string_view word) const {
  return FindSorted(tables_->lexicon, word);
}

std::string_view SyntaxIndex::Irregular(std::string_view form, char tag) const {
  const auto rows = tables_->irregular;
  auto it = std::lower_bound(rows.begin(), rows.end(), form,
                             [](const IrregularRow& row, std::string_view key) {
                               return row.form < key;
                             });
  for (; it != rows.end() && it->form == form; ++it) {
    if (it->tag == tag) return it->lemma;
  }
  return {};
}

ClassSet SyntaxIndex::Classes(std::string_view lemma,
                              std::uint8_t noun_file) const {
  const auto it = classes_.find(lemma);
  ClassSet set = it == classes_.end() ? ClassSet() : it->second;
  for (std::size_t i = 0; noun_file != 0 && i < tables_->classes.size(); ++i) {
    if (tables_->classes[i].noun_file == noun_file &&
        !ListsWord(tables_->classes[i].but, lemma))
      set |= ClassSet::Bit(i);
  }
  return set;
}

ClassSet SyntaxIndex::ClassBit(std::string_view name) const {
  const auto it = class_of_.find(name);
  return it == class_of_.end() ? ClassSet() : ClassSet::Bit(it->second);
}

std::string_view SyntaxIndex::FirstOf(std::string_view name) const {
  std::string_view first;
  for (const WordClassRow& row : tables_->classes) {
    if (row.name == name) first = row.lemmas.substr(0, row.lemmas.find(' '));
  }
  return first;
}

std::uint32_t SyntaxIndex::VerbKinds(std::string_view lemma) const {
  const auto it = verbs_.find(lemma);
  return it == verbs_.end() ? 0 : it->second;
}

const PhrasalRow* SyntaxIndex::Phrasal(std::string_view verb,
                                       std::string_view particle) const {
  const auto it = phrasal_.find(verb);
  if (it == phrasal_.end()) return nullptr;
  for (const PhrasalRow* row : it->second) {
    if (row->particle == particle) return row;
  }
  return nullptr;
}

const SyntaxIndex& EnglishSyntax() {
  static const SyntaxIndex index(EnglishSyntaxTables());
  return index;
}

}  // namespace gainsay::internal
