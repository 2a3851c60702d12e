#include "mention/pattern.h"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "mention/atoms.h"
#include "mention/numbers.h"

namespace gainsay::internal {
namespace {

std::uint8_t AtomIndex(std::string_view name) {
  const auto it =
      std::find_if(std::begin(kAtoms), std::end(kAtoms),
                   [name](const Atom& a) { return a.name == name; });
  assert(it != std::end(kAtoms) &&
         "a pattern names an atom that does not exist");
  return static_cast<std::uint8_t>(
      it == std::end(kAtoms) ? 0 : it - std::begin(kAtoms));
}

}  // namespace

// Turns one pattern into nodes, last element first, so that each knows its
// next.
class PatternCompiler {
 public:
  PatternCompiler(Grammar& grammar, std::string_view pattern)
      : grammar_(&grammar), rest_(pattern) {}

  std::uint32_t Compile() {
    Sequence sequence = ReadSequence(false);
    return Emit(sequence, Add({}));
  }

 private:
  struct Element {
    std::vector<std::vector<Element>> choices;  // a group, if not empty
    std::string_view word;
    bool optional = false;
  };
  using Sequence = std::vector<Element>;

  std::string_view NextWord() {
    while (!rest_.empty() && rest_.front() == ' ') rest_.remove_prefix(1);
    const std::size_t size = std::min(rest_.find(' '), rest_.size());
    const std::string_view word = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return word;
  }

  Sequence ReadSequence(bool inside) {
    Sequence out;
    for (std::string_view word = NextWord(); !word.empty(); word = NextWord()) {
      if (inside && (word == ")" || word == ")?")) {
        closed_optional_ = word.size() == 2;
        break;
      }
      Element element;
      if (word == "(") {
        element.choices.push_back(ReadSequence(true));
        element.optional = closed_optional_;
        out.push_back(std::move(element));
        continue;
      }
      if (word.size() > 1 && word.back() == '?')
        element.optional = true, word.remove_suffix(1);
      for (;;) {
        const std::size_t bar =
            word.size() > 1 ? word.find('|') : std::string_view::npos;
        Element choice;
        choice.word = word.substr(0, bar);
        element.choices.push_back({choice});
        if (bar == std::string_view::npos) break;
        word.remove_prefix(bar + 1);
      }
      out.push_back(std::move(element));
    }
    return out;
  }

  std::uint32_t Add(Grammar::Node node) {
    grammar_->nodes_.push_back(node);
    return static_cast<std::uint32_t>(grammar_->nodes_.size() - 1);
  }

  std::uint32_t Emit(const Sequence& sequence, std::uint32_t next) {
    for (auto it = sequence.rbegin(); it != sequence.rend(); ++it) {
      const std::uint32_t after = next;
      next = it->choices.empty() ? EmitWord(it->word, after)
                                 : EmitChoices(*it, after);
      if (it->optional)
        next = Add({.kind = Grammar::Node::Kind::kSplit,
                    .next = next,
                    .other = after});
    }
    return next;
  }

  std::uint32_t EmitChoices(const Element& element, std::uint32_t after) {
    std::uint32_t all = Emit(element.choices.back(), after);
    for (std::size_t i = element.choices.size() - 1; i-- > 0;) {
      const std::uint32_t one = Emit(element.choices[i], after);
      all =
          Add({.kind = Grammar::Node::Kind::kSplit, .next = one, .other = all});
    }
    return all;
  }

  std::uint32_t EmitWord(std::string_view word, std::uint32_t after) {
    Grammar::Node node{.kind = Grammar::Node::Kind::kAtom, .next = after};
    if (word.size() > 1 && word.front() == '$') {
      node.atom = AtomIndex(word.substr(1));
    } else {
      node.word = grammar_->language_->lexicon().Find(word);
      assert(node.word != 0 &&
             "words of patterns are entered into the lexicon");
    }
    return Add(node);
  }

  Grammar* grammar_;
  std::string_view rest_;
  bool closed_optional_ = false;
};

Grammar::Grammar(const Language& language) : language_(&language) {
  for (const std::span<const RuleRow> table : language.tables().rules) {
    rows_.insert(rows_.end(), table.begin(), table.end());
  }
  for (auto& level : by_word_) level.resize(language.lexicon().words());
  for (std::uint32_t i = 0; i < rows_.size(); ++i) {
    starts_.push_back(PatternCompiler(*this, rows_[i].pattern).Compile());
    Index(i, starts_.back());
  }
}

void Grammar::Index(std::uint32_t rule, std::uint32_t node) {
  const Node& n = nodes_[node];
  const std::size_t level = rows_[rule].level;
  const auto add = [&](std::vector<Start>& list) {
    if (list.empty() || list.back().rule != rule)
      list.push_back({.rule = rule});
    AddNext(n.next, list.back());
  };
  if (n.kind == Node::Kind::kSplit) {
    Index(rule, n.next);
    Index(rule, n.other);
  } else if (n.kind == Node::Kind::kAtom && n.atom == 0) {
    add(by_word_[level][n.word]);
  } else if (n.kind == Node::Kind::kAtom) {
    for (unsigned bit = 0; bit < kTriggerBits; ++bit) {
      if (!(kAtoms[n.atom].triggers >> bit & 1)) continue;
      add(by_bit_[level][bit]);
    }
    triggers_[level] |= kAtoms[n.atom].triggers;
  }
}

void Grammar::AddNext(std::uint32_t node, Start& start) const {
  const Node& n = nodes_[node];
  if (n.kind == Node::Kind::kAccept) {
    start.any = true;
  } else if (n.kind == Node::Kind::kSplit) {
    AddNext(n.next, start);
    AddNext(n.other, start);
  } else if (kAtoms[n.atom].kind == AtomKind::kGlue) {
    AddNext(n.next, start);
  } else if (n.atom == 0) {
    start.words |= WordBit(n.word);
  } else {
    start.atoms |= kAtoms[n.atom].triggers;
  }
}

std::span<const Grammar::Start> Grammar::ByWord(int level,
                                                Lexicon::Word word) const {
  return by_word_[static_cast<std::size_t>(level)][word];
}

}  // namespace gainsay::internal
