// The state of attachment: one value of one sentence. See attach.h.
#ifndef GAINSAY_LIB_RESOLVE_PATH_FINDER_H_
#define GAINSAY_LIB_RESOLVE_PATH_FINDER_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "resolve/attach.h"
#include "text/tag.h"

namespace gainsay::internal {

inline constexpr std::size_t kMaxPaths = 8;

class PathFinder {
 public:
  PathFinder(const TokenizedText& text, std::span<const Atom> atoms,
             const Parse& parse, WordTable& words)
      : text_(text), atoms_(atoms), parse_(parse), words_(words) {}

  ValuePaths Run(std::uint32_t atom);

 private:
  const Group& G(std::uint32_t i) const { return parse_.G(i); }
  const WordInfo& Info(std::uint32_t token) {
    return words_.Of(text_.tokens[token].folded);
  }
  std::string_view View(std::uint32_t token) {
    return words_.interner().View(text_.tokens[token].folded);
  }

  void Inside(const Atom& atom, std::uint32_t group);
  void Amount(std::uint32_t group);
  std::string_view EndOfSpan(std::uint32_t group) const;
  bool IsTerm(std::uint32_t first, std::uint32_t second) const;
  void Relative(const ValuePath& path, std::uint32_t group);
  void Possessed(std::uint32_t group);
  void When(const Atom& atom, std::uint32_t group);
  void Shared(const Atom& atom, std::uint32_t group);
  void Hedged(std::uint32_t group);
  void Numbered(std::uint32_t group);
  bool Compares(std::uint32_t group);
  bool IsNamed(std::uint32_t group) const;
  bool IsPlain(std::uint32_t group) const;
  bool OfSubject(std::uint32_t group, const Clause& clause);
  void Neighbour(std::string_view relation, std::uint32_t token,
                 std::uint32_t group);
  void Outward(const ValuePath& path, std::uint32_t group);
  void FromSubject(const ValuePath& path, const Clause& clause);
  void FromObject(const ValuePath& path, std::uint32_t group,
                  const Clause& clause);
  void FromPreposition(const ValuePath& path, std::uint32_t group);
  void FromTime(std::uint32_t group, const Clause& clause);
  bool TakesTime(std::uint32_t group);
  void Noun(const ValuePath& path, std::string_view relation,
            std::uint32_t group);
  void Verb(const ValuePath& path, std::string_view relation,
            std::uint32_t group);
  bool Extend(ValuePath& path, std::string_view relation, std::uint32_t group,
              bool verb);
  bool IsShare(std::uint32_t group) const {
    const Group& g = G(group);
    if (g.atom == kNowhere || !atoms_[g.atom].share) return false;
    return g.kind == GroupKind::kValue ||
           (g.head >= atoms_[g.atom].first && g.head < atoms_[g.atom].last);
  }
  void Emit(const ValuePath& path) {
    if (path.size > 0 && found_.size() < kMaxPaths) found_.push_back(path);
  }
  const Clause* ClauseOf(std::uint32_t group) const {
    const std::uint32_t c = G(group).clause;
    return c == kNowhere ? nullptr : &parse_.clauses[c];
  }

  const TokenizedText& text_;
  std::span<const Atom> atoms_;
  const Parse& parse_;
  WordTable& words_;
  ValuePaths found_;
  bool time_ = false;  // the value is a date or duration
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_PATH_FINDER_H_
