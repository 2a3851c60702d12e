#include "claim/stated_clause.h"

#include <map>

#include "claim/atoms.h"
#include "claim/frames.h"
#include "claim/stated_move.h"
#include "claim/stated_words.h"
#include "claim/subjects.h"
#include "claim/values.h"
#include "resolve/attach.h"
#include "text/clause.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens that are parsed
constexpr int kMostParents = 4;  // clauses upwards in search of a subject

class ClauseReader {
 public:
  ClauseReader(const TokenizedText& text, const MentionTable& mentions,
               const Language& language, WordTable& words, StatedText& out)
      : text_(text),
        mentions_(mentions),
        value_words_(language.values()),
        frame_index_(FramesOf(language)),
        words_(words),
        out_(out) {}

  // Values [first, last) of `out` stand in one parsed sentence.
  void Read(const Parse& parse, std::span<const Atom> atoms, std::size_t first,
            std::size_t last) {
    parse_ = &parse;
    atoms_ = atoms;
    std::map<std::uint32_t, std::uint32_t> read;  // clause -> out_.clauses
    for (std::size_t v = first; v < last; ++v) {
      StatedValue& value = out_.values[v];
      AddFrames(value);
      const std::uint32_t clause = ClauseAt(value.last - 1);
      if (clause == kNowhere) continue;
      const auto [it, added] = read.try_emplace(
          clause, static_cast<std::uint32_t>(out_.clauses.size()));
      if (added) out_.clauses.push_back(State(clause));
      value.clause = it->second;
      if (IsDate(value)) {
        out_.clauses[value.clause].since |= value.since;
        StateMoves(text_, *parse_, clause, value_words_, words_.interner(),
                   static_cast<std::uint32_t>(v), out_);
      }
      // "Is not more than 20 metres" denies no value.
      value.negated |= out_.clauses[value.clause].negated &&
                       !Contains(value_words_.negations, Word(value.first));
    }
  }

 private:
  std::string_view Word(std::uint32_t token) const {
    return words_.interner().View(text_.tokens[token].folded);
  }
  std::uint32_t ClauseAt(std::uint32_t token) const {
    for (const Group& group : parse_->groups.groups) {
      if (token >= group.first && token < group.last) return group.clause;
    }
    return kNowhere;
  }

  // The frames that would take the value, whoever is their subject.
  void AddFrames(StatedValue& value) {
    const auto atom = std::ranges::find_if(atoms_, [&](const Atom& a) {
      return a.first >= value.first && a.first < value.last;
    });
    if (atom == atoms_.end()) return;
    const auto index = static_cast<std::uint32_t>(atom - atoms_.begin());
    const ValuePaths paths = PathsOf(text_, atoms_, *parse_, index, words_);
    const Interner& strings = words_.interner();
    const std::uint32_t bits = ClassOf(mentions_.mentions[atom->id]);
    const SentenceView sentence{text_, atoms_, *parse_, no_names_, words_};
    for (const ValuePath& path : paths) {
      frame_index_.Candidates(path.steps[0], strings.View(path.steps[0].lemma),
                              frames_);
      for (const Frame* frame : frames_) {
        if ((frame->values & bits) != 0 &&
            FrameIndex::Fits(*frame, path, strings) &&
            ModifiersFit(sentence, *frame, path))
          value.predicates.push_back(frame->predicate);
      }
    }
    SortUnique(value.predicates);
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
      out.reports = (verb.verb & kSayVerb) != 0;
      out.open = (verb.verb & (kFuture | kUnsure | kPlannedVerb)) != 0;
    }
    out.open |= clause.conditional || clause.question;
    const std::uint32_t subject = SubjectOf(index);
    if (subject != kNowhere) {
      AddWords(parse_->G(subject), out.subject, &out.names);
      out.subject_head = words_.interner().View(parse_->G(subject).lemma);
    }
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
  const MentionTable& mentions_;
  const ValueWords& value_words_;
  const FrameIndex& frame_index_;
  WordTable& words_;
  StatedText& out_;
  const NameTable no_names_;
  std::vector<const Frame*> frames_;
  const Parse* parse_ = nullptr;
  std::span<const Atom> atoms_;
};

}  // namespace

void StateClauses(const TokenizedText& text, const MentionTable& mentions,
                  const Language& language, WordTable& words, StatedText& out) {
  std::vector<Atom> atoms;
  MakeAtoms(mentions, atoms);
  ClauseReader reader(text, mentions, language, words, out);
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
      reader.Read(parse, inside, value, last);
    }
    value = last;
    atom = end;
  }
}

}  // namespace gainsay::internal
