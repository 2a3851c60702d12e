#include "claim/stated_clause.h"

#include <map>

#include "claim/atoms.h"
#include "claim/stated_words.h"
#include "text/clause.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens that are parsed
constexpr int kMostParents = 4;  // clauses upwards in search of a subject

class ClauseReader {
 public:
  ClauseReader(const TokenizedText& text, const ValueWords& value_words,
               WordTable& words, StatedText& out)
      : text_(text), value_words_(value_words), words_(words), out_(out) {}

  // Values [first, last) of `out` stand in one parsed sentence.
  void Read(const Parse& parse, std::size_t first, std::size_t last) {
    parse_ = &parse;
    std::map<std::uint32_t, std::uint32_t> read;  // clause -> out_.clauses
    for (std::size_t v = first; v < last; ++v) {
      StatedValue& value = out_.values[v];
      const std::uint32_t clause = ClauseAt(value.last - 1);
      if (clause == kNowhere) continue;
      const auto [it, added] = read.try_emplace(
          clause, static_cast<std::uint32_t>(out_.clauses.size()));
      if (added) out_.clauses.push_back(State(clause));
      value.clause = it->second;
    }
  }

 private:
  std::uint32_t ClauseAt(std::uint32_t token) const {
    for (const Group& group : parse_->groups.groups) {
      if (token >= group.first && token < group.last) return group.clause;
    }
    return kNowhere;
  }

  StatedClause State(std::uint32_t index) const {
    const Clause& clause = parse_->clauses[index];
    StatedClause out;
    if (clause.verb != kNowhere) {
      const Group& verb = parse_->G(clause.verb);
      if ((verb.verb & (kCopula | kHaveMain)) == 0)
        out.verb = words_.interner().View(verb.lemma);
      out.passive = (verb.verb & kPassive) != 0;
      out.negated = (verb.verb & (kNegated | kDeniedVerb)) != 0;
      out.open = (verb.verb & (kFuture | kUnsure | kPlannedVerb)) != 0;
    }
    out.open |= clause.conditional || clause.question;
    const std::uint32_t subject = SubjectOf(index);
    if (subject != kNowhere)
      AddWords(parse_->G(subject), out.subject, &out.names);
    for (const Group& group : parse_->groups.groups) {
      if (group.clause == index) AddWords(group, out.words, nullptr);
    }
    SortUnique(out.words);
    return out;
  }

  // The subject, or that of the clause it hangs on: ", killing 10 people".
  std::uint32_t SubjectOf(std::uint32_t index) const {
    for (int up = 0; up < kMostParents && index != kNowhere; ++up) {
      const Clause& clause = parse_->clauses[index];
      if (clause.subject != kNowhere) return clause.subject;
      if (clause.head != kNowhere) return clause.head;
      index = clause.parent;
    }
    return kNowhere;
  }

  void AddWords(const Group& group, WordList& words, WordList* names) const {
    for (std::uint32_t t = group.first; t < group.last; ++t) {
      const Token& token = text_.tokens[t];
      const std::string_view word = words_.interner().View(token.folded);
      if (!IsAlpha(word) || word.size() < 2 || value_words_.IsStop(word))
        continue;
      words.push_back(word);
      if (names != nullptr && (token.flags & (kCapitalised | kAllCaps)) != 0)
        names->push_back(word);
    }
  }

  const TokenizedText& text_;
  const ValueWords& value_words_;
  WordTable& words_;
  StatedText& out_;
  const Parse* parse_ = nullptr;
};

}  // namespace

void StateClauses(const TokenizedText& text, const MentionTable& mentions,
                  const ValueWords& value_words, WordTable& words,
                  StatedText& out) {
  std::vector<Atom> atoms;
  MakeAtoms(mentions, atoms);
  ClauseReader reader(text, value_words, words, out);
  Parse parse;
  auto atom = atoms.cbegin();
  std::size_t value = 0;
  for (Segment segment : text.segments) {
    segment.last = std::min(segment.last, segment.first + kLongestSentence);
    while (atom != atoms.cend() && atom->first < segment.first) ++atom;
    auto end = atom;
    while (end != atoms.cend() && end->last <= segment.last) ++end;
    while (value < out.values.size() && out.values[value].last <= segment.first)
      ++value;
    std::size_t last = value;
    while (last < out.values.size() && out.values[last].last <= segment.last)
      ++last;
    if (last > value) {
      const std::span<const Atom> inside(atom, end);
      ChunkSegment(text, segment, inside, words, parse.groups);
      FindClauses(text, inside, words, parse);
      reader.Read(parse, value, last);
    }
    value = last;
    atom = end;
  }
}

void StateFrames(const TokenizedText& text, const Interner& strings,
                 StatedText& out) {
  static constexpr std::string_view kMarks[] = {"#n", "#o", "#t", "#d"};
  auto value = out.values.cbegin();
  for (StatedSentence& sentence : out.sentences) {
    for (std::uint32_t t = sentence.first; t < sentence.last;) {
      while (value != out.values.cend() && value->last <= t) ++value;
      if (value != out.values.cend() && value->first <= t) {
        sentence.tokens.push_back(
            kMarks[static_cast<std::size_t>(value->kind)]);
        t = value->last;
      } else {
        sentence.tokens.push_back(strings.View(text.tokens[t++].folded));
      }
    }
  }
}

}  // namespace gainsay::internal
