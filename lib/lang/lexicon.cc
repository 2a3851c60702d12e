#include "lang/lexicon.h"

#include <algorithm>

namespace gainsay::internal {
namespace {

std::uint64_t EdgeKey(Lexicon::Node node, Lexicon::Word word) {
  return std::uint64_t{node} << 32 | word;
}

}  // namespace

Lexicon::Lexicon(std::span<const std::span<const WordRow>> tables,
                 std::span<const std::span<const RuleRow>> rules) {
  roots_.push_back(0);
  nodes_.emplace_back();
  std::vector<std::pair<Node, const WordRow*>> ends;
  for (const std::span<const WordRow> table : tables) {
    for (const WordRow& row : table)
      ends.emplace_back(AddPhrase(row.words), &row);
  }
  std::stable_sort(ends.begin(), ends.end(), [](const auto& a, const auto& b) {
    return a.first < b.first;
  });
  for (const auto& [node, row] : ends) {
    NodeData& data = nodes_[node];
    if (data.count++ == 0)
      data.first = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back(row);
  }
  for (const std::span<const RuleRow> table : rules) {
    for (const RuleRow& row : table) AddPatternWords(row.pattern);
  }
}

void Lexicon::AddPatternWords(std::string_view pattern) {
  while (!pattern.empty()) {
    const std::size_t blank = std::min(pattern.find(' '), pattern.size());
    std::string_view element = pattern.substr(0, blank);
    pattern.remove_prefix(std::min(blank + 1, pattern.size()));
    if (element == "(" || element == ")" || element == ")?") continue;
    if (element.size() > 1 && element.back() == '?') element.remove_suffix(1);
    while (!element.empty()) {
      const std::size_t bar = element.size() > 1
                                  ? std::min(element.find('|'), element.size())
                                  : element.size();
      const std::string_view word = element.substr(0, bar);
      if (word.size() == 1 || word.front() != '$') AddWord(word);
      element.remove_prefix(std::min(bar + 1, element.size()));
    }
  }
}

Lexicon::Word Lexicon::AddWord(std::string_view word) {
  const auto [it, added] = ids_.emplace(word, static_cast<Word>(roots_.size()));
  if (added) roots_.push_back(0);
  return it->second;
}

Lexicon::Node Lexicon::AddPhrase(std::string_view phrase) {
  Node node = 0;
  while (!phrase.empty()) {
    const std::size_t blank = std::min(phrase.find(' '), phrase.size());
    const Word word = AddWord(phrase.substr(0, blank));
    phrase.remove_prefix(std::min(blank + 1, phrase.size()));
    Node& next = node == 0 ? roots_[word] : edges_[EdgeKey(node, word)];
    if (node != 0) nodes_[node].has_next = true;
    if (next == 0) {
      next = static_cast<Node>(nodes_.size());
      nodes_.emplace_back();
    }
    node = next;
  }
  return node;
}

Lexicon::Word Lexicon::Find(std::string_view folded) const {
  const auto it = ids_.find(folded);
  return it == ids_.end() ? 0 : it->second;
}

Lexicon::Node Lexicon::Step(Node node, Word word) const {
  if (word == 0 || !nodes_[node].has_next) return 0;
  const auto it = edges_.find(EdgeKey(node, word));
  return it == edges_.end() ? 0 : it->second;
}

void WordCache::Fill() {
  words_.reserve(std::max(interner_->size(), words_.capacity()));
  for (std::size_t i = words_.size(); i < interner_->size(); ++i) {
    words_.push_back(lexicon_->Find(interner_->View(StringId(i))));
  }
}

}  // namespace gainsay::internal
