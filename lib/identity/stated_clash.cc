#include "identity/stated_clash.h"

#include <algorithm>
#include <cmath>

#include "claim/stated_words.h"
#include "identity/stated_align.h"
#include "identity/stated_context.h"

namespace gainsay::internal {
namespace {

constexpr double kSpeltAlike = 0.6;              // of the letters of the longer
constexpr std::size_t kBefore = 6, kBehind = 2;  // words beside a value

// Letters in one order.
std::size_t CommonLetters(std::string_view x, std::string_view y) {
  std::vector<std::string_view> a, b;
  for (std::size_t i = 0; i < x.size(); ++i) a.push_back(x.substr(i, 1));
  for (std::size_t i = 0; i < y.size(); ++i) b.push_back(y.substr(i, 1));
  return static_cast<std::size_t>(std::lround(
      CommonRatio(a, b) * static_cast<double>(a.size() + b.size()) / 2));
}

bool OneDay(const StatedValue& x, const StatedValue& y) {
  if (x.kind == y.kind && x.kind == StatedValue::Kind::kDate)
    return x.hull == y.hull && x.core == y.core;
  return !x.place_in_year.empty() && x.place_in_year == y.place_in_year;
}

bool Alike(const StatedValue& x, const StatedValue& y) {
  return x.kind == y.kind && x.dimension == y.dimension && x.aged == y.aged;
}
bool Equal(const StatedValue& x, const StatedValue& y) {
  return Alike(x, y) && x.hull == y.hull && x.core == y.core;
}

bool SameVerb(const StatedClause& p, const StatedClause& q) {
  return !p.verb.empty() && !q.verb.empty() && SameStem(p.verb, q.verb);
}
bool SameSubject(const StatedClause& p, const StatedClause& q) {
  return CommonWords(q.subject, p.subject) > 0;
}

// Lemmas of the words right before and behind a value, up to another value or a
// mark.
WordList Beside(const StatedText& text, const StatedValue& v) {
  const StatedSentence& s = text.sentences[v.sentence];
  const auto stops = [&](std::size_t i) {
    return (s.kinds[i] & (kValueMark | kOtherMark)) != 0;
  };
  WordList out;
  if (v.slot == kNoSlot) return out;
  for (std::size_t i = v.slot, n = 0; i-- > 0 && n < kBefore && !stops(i); ++n)
    out.push_back(s.lemmas[i]);
  for (std::size_t i = v.slot + 1, n = 0;
       i < s.lemmas.size() && n < kBehind && !stops(i); ++i, ++n)
    out.push_back(s.lemmas[i]);
  return out;
}

// The word of `of` that has an antonym in `in`, if neither holds both.
std::string_view Opposed(const WordList& of, const WordList& in,
                         const ValueWords& words) {
  for (const std::string_view u : of) {
    if (Contains(in, u)) continue;
    for (const std::string_view w : in) {
      if (words.AreAntonyms(u, w) && !Contains(of, w)) return u;
    }
  }
  return {};
}

class ClauseClash {
 public:
  ClauseClash(const StatedText& a, const StatedText& b, const ValueWords& words)
      : a_(a), b_(b), words_(words) {}

  // x is equal to y, and told of the opposite.
  bool Clashes(const StatedValue& x, const StatedValue& y) const {
    return Equal(x, y) && (OppositeVerb(x, y) || Swapped(x, y));
  }
  // ... of the same.
  bool Agrees(const StatedValue& x, const StatedValue& y) const {
    if (x.clause == kNoClause || y.clause == kNoClause || !Equal(x, y))
      return false;
    const StatedClause &p = a_.clauses[x.clause], &q = b_.clauses[y.clause];
    return SameVerb(p, q) && SameSubject(p, q);
  }

 private:
  // "Rose 5 %", "fell 5 %". Of two counts both may be true: "won 3, lost 3".
  bool OppositeVerb(const StatedValue& x, const StatedValue& y) const {
    if (x.clause == kNoClause || y.clause == kNoClause ||
        (!IsDate(y) && y.dimension.empty()))
      return false;
    const StatedClause &p = a_.clauses[x.clause], &q = b_.clauses[y.clause];
    return words_.AreAntonyms(p.verb, q.verb) && SameSubject(p, q) &&
           p.negated == q.negated && p.open == q.open && OnePlace(x, y);
  }
  // Whoever left one place on a day may have reached another.
  bool OnePlace(const StatedValue& x, const StatedValue& y) const {
    const WordList& content = a_.sentences[x.sentence].content;
    return std::ranges::none_of(a_.moves,
                                [&](const StatedMove& m) {
                                  return &a_.values[m.value] == &x;
                                }) &&
           std::ranges::all_of(b_.moves, [&](const StatedMove& m) {
             return &b_.values[m.value] != &y ||
                    CommonWords(m.place, content) > 0;
           });
  }

  // "Exports rose 5 %" where imports did, and exports by another value.
  bool Swapped(const StatedValue& x, const StatedValue& y) const {
    const WordList beside = Beside(b_, y), opposite = Beside(a_, x);
    const std::string_view word = Opposed(beside, opposite, words_);
    return !word.empty() &&
           std::ranges::any_of(a_.values, [&](const StatedValue& v) {
             if (!Alike(v, y) || v.hull.Meets(y.hull)) return false;
             const WordList near = Beside(a_, v);
             return Contains(near, word) &&
                    Opposed(near, opposite, words_) == word;
           });
  }

  const StatedText &a_, &b_;
  const ValueWords& words_;
};

// What differs, and how much of b's sentence besides stands in a.
void AddConflict(WordingConflict::Kind kind, const StatedText& a,
                 const StatedValue& x, const StatedText& b,
                 const StatedValue& y, std::vector<WordingConflict>& out) {
  const WordList& content = b.sentences[y.sentence].content;
  WordingConflict c;
  c.kind = kind;
  c.a = x.span;
  c.b = y.span;
  c.content = static_cast<std::uint32_t>(content.size());
  c.aligned = static_cast<std::uint32_t>(CommonWords(content, a.content));
  out.push_back(c);
}

}  // namespace

bool SpeltAlike(std::string_view x, std::string_view y) {
  const auto spelt = static_cast<double>(CommonLetters(x, y)),
             longer = static_cast<double>(std::max(x.size(), y.size()));
  return spelt >= kSpeltAlike * longer;
}

void ConflictsOfHolders(const StatedText& a, const StatedText& b,
                        std::vector<WordingConflict>& out) {
  const auto named = [](const StatedHolder& holder, const StatedText& text) {
    return CommonWords({&holder.family, 1}, text.content) > 0;
  };
  for (const StatedHolder& y : b.holders) {
    for (const StatedHolder& x : a.holders) {
      if (x.office != y.office || CommonWords(y.of, x.of) == 0 || named(x, b) ||
          named(y, a) || SpeltAlike(x.family, y.family))
        continue;
      const WordList& content = b.sentences[y.sentence].content;
      WordingConflict c;
      c.kind = WordingConflict::Kind::kHolder;
      c.a = x.span;
      c.b = y.span;
      c.content = static_cast<std::uint32_t>(
          content.size() - std::min<std::size_t>(content.size(), y.words));
      c.aligned = static_cast<std::uint32_t>(CommonWords(content, a.content));
      out.push_back(c);
    }
  }
}

namespace {

bool OfOneOffice(const StatedTerm& x, const StatedTerm& y) {
  return x.office == y.office && x.of == y.of;
}

bool Names(const StatedTerm& term, const StatedText& text) {
  return std::ranges::any_of(term.holders, [&](const WordList& name) {
    return std::ranges::binary_search(text.content, name.back());
  });
}

bool AreOneName(const StatedTerm& x, const StatedTerm& y) {
  return std::ranges::any_of(x.holders, [&](const WordList& name) {
    return std::ranges::any_of(y.holders, [&](const WordList& other) {
      return SpeltAlike(name.back(), other.back());
    });
  });
}

// Of the first and last year of several another may have had a part.
bool Meet(const StatedTerm& x, const StatedTerm& y) {
  const auto inner = [](const StatedTerm& term) {
    const std::int32_t part = term.first == term.last ? 0 : 1;
    return std::pair(term.first + part, term.last - part);
  };
  if (x.first == x.last && y.first == y.last)
    return x.first == y.first && x.all && y.all;
  const auto [a, b] = inner(x);
  const auto [c, d] = inner(y);
  return std::max(a, c) <= std::min(b, d);
}

}  // namespace

void ConflictsOfTerms(const StatedText& a, const StatedText& b,
                      std::vector<WordingConflict>& out) {
  for (const StatedTerm& y : b.terms) {
    for (const StatedTerm& x : a.terms) {
      if (!OfOneOffice(x, y) || !Meet(x, y) || Names(x, b) || Names(y, a) ||
          AreOneName(x, y))
        continue;
      const auto content = static_cast<std::uint32_t>(y.of.size() + 1);
      out.push_back({.kind = WordingConflict::Kind::kHolder,
                     .a = x.span,
                     .b = y.span,
                     .content = content,
                     .aligned = content});
    }
  }
}

bool InTurn(const StatedText& a, ByteSpan x, const StatedText& b, ByteSpan y) {
  const auto of = [](const StatedText& text, ByteSpan value,
                     const StatedTerm& term) {
    const ByteSpan span = text.sentences[term.sentence].span;
    return span.begin <= value.begin && value.end <= span.end;
  };
  return std::ranges::any_of(a.terms, [&](const StatedTerm& s) {
    return of(a, x, s) && std::ranges::any_of(b.terms, [&](const auto& t) {
             return of(b, y, t) && OfOneOffice(s, t) && !Meet(s, t) &&
                    !AreOneName(s, t);
           });
  });
}

void ConflictsOfMoves(const StatedText& a, const StatedText& b,
                      std::vector<WordingConflict>& out) {
  for (const StatedMove& y : b.moves) {
    const StatedValue& on = b.values[y.value];
    const auto tells = [&](const StatedMove& x, bool to) {
      return x.to == to && OneDay(a.values[x.value], on) &&
             CommonWords(x.place, y.place) > 0;
    };
    const auto opposite = std::ranges::find_if(
        a.moves, [&](const StatedMove& x) { return tells(x, !y.to); });
    if (opposite == a.moves.end() ||
        std::ranges::any_of(
            a.moves, [&](const StatedMove& x) { return tells(x, y.to); }))
      continue;
    AddConflict(WordingConflict::Kind::kMove, a, a.values[opposite->value], b,
                on, out);
  }
}

void ConflictsOfClauses(const StatedText& a, const StatedText& b,
                        const ValueWords& words,
                        std::vector<WordingConflict>& out) {
  const ClauseClash clash(a, b, words);
  for (const StatedValue& y : b.values) {
    const auto x = std::ranges::find_if(
        a.values, [&](const StatedValue& v) { return clash.Clashes(v, y); });
    if (x == a.values.end() ||
        std::ranges::any_of(
            a.values, [&](const StatedValue& v) { return clash.Agrees(v, y); }))
      continue;
    AddConflict(WordingConflict::Kind::kOpposite, a, *x, b, y, out);
  }
}

}  // namespace gainsay::internal
