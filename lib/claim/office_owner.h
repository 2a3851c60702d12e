// What an office is of: the body or country beside a title.
#ifndef GAINSAY_LIB_CLAIM_OFFICE_OWNER_H_
#define GAINSAY_LIB_CLAIM_OFFICE_OWNER_H_

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "mention/names.h"
#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

// Tokens between a title and what it is of, at most.
inline constexpr std::uint32_t kOfficeReach = 6;

struct Owner {
  StringId body, body_alias, parent, country;
  std::uint32_t first = 0, last = 0;  // tokens it spans
  bool Any() const { return body.valid() || country.valid(); }
};

// The names of one segment at a time, by token.
class NamedSegment {
 public:
  NamedSegment(const TokenizedText& text, const NameTable& names,
               NameFinder& finder, WordTable& words)
      : text_(text), names_(names), finder_(finder), words_(words) {
    for (const NameMention& name : names.names) {
      if (HeadsLine(name) && datelines_.size() < kMostDatelines)
        datelines_.push_back(name.canonical);
    }
  }

 protected:
  const NameMention& N(std::uint32_t i) const { return names_.names[i]; }
  std::string_view View(std::uint32_t token) const {
    return text_.View(text_.tokens[token]);
  }
  std::uint16_t Bits(std::uint32_t token) {
    return finder_.Info(text_.tokens[token].folded).bits;
  }
  bool Has(std::uint32_t token, std::uint16_t bit) {
    return token < end_ && (Bits(token) & bit) != 0;
  }
  // The index of the name that covers a token of the segment, or kNone.
  std::uint32_t NameAt(std::uint32_t token) const {
    if (token < begin_ || token >= end_) return NameMention::kNone;
    const NameMention* name = names_.At(token);
    return name == nullptr
               ? NameMention::kNone
               : static_cast<std::uint32_t>(name - names_.names.data());
  }
  // "Sea Lines' director".
  bool IsApostrophe(std::uint32_t token) const {
    return View(token) == "'" || View(token) == "\u2019";
  }
  // A name of two words and more that nothing else is known of: beside a title
  // it is a person's.
  bool MayBePerson(std::uint32_t name) const {
    return IsPerson(name) ||
           (name != NameMention::kNone && N(name).kind == NameKind::kOther &&
            N(name).last >= N(name).first + 2);
  }
  bool IsPerson(std::uint32_t name) const {
    return name != NameMention::kNone && N(name).kind == NameKind::kPerson;
  }
  // "KELM, 24 May 2024 -": at the head of a text or line, there or elsewhere.
  bool IsDateline(const NameMention& name) const {
    return std::ranges::find(datelines_, name.canonical) != datelines_.end();
  }
  // "KELM (Lusa) -".
  bool IsAgency(const NameMention& name) const {
    return name.first > 0 && View(name.first - 1) == "(" &&
           name.last < text_.tokens.size() && View(name.last) == ")";
  }
  bool HeadsLine(const NameMention& name) const {
    const bool head =
        name.first == 0 ||
        text_.text
                .substr(text_.tokens[name.first - 1].end,
                        name.span.begin - text_.tokens[name.first - 1].end)
                .find('\n') != std::string_view::npos;
    return head && name.last < text_.tokens.size() &&
           text_.tokens[name.last].shape == TokenShape::kPunct;
  }
  static bool IsBody(const NameMention& name) {
    return name.kind == NameKind::kOrganisation ||
           name.kind == NameKind::kOther;
  }

  StringId Alias(const NameMention& name) const {
    return name.entity == NameMention::kNone
               ? StringId()
               : names_.entities[name.entity].acronym;
  }

  const TokenizedText& text_;
  const NameTable& names_;
  NameFinder& finder_;
  WordTable& words_;
  std::uint32_t begin_ = 0, end_ = 0;  // tokens of the segment

 private:
  static constexpr std::size_t kMostDatelines = 4;
  std::vector<StringId> datelines_;  // names
};

// Finds what titles of a segment are of.
class OwnerFinder : public NamedSegment {
 public:
  using NamedSegment::NamedSegment;

 protected:
  // "... of the Communist Party's International Liaison Department", "... of
  // Norway", right behind a title.
  Owner OwnerAfter(std::uint32_t token);
  // "The board" of the one named body that ends with that word.
  Owner OwnerCalled(std::uint32_t token) const;
  // The owner that starts at a token: a chain of possessives ends in the
  // nearest body; "of the Y" behind it is its parent.
  Owner OwnerAt(std::uint32_t token);
  // "LDP Secretary-General", "Japan's prime minister", "Chinese Premier"; a
  // name of which nothing is known only between its mark or right before the
  // title of a person: "Volta chief executive Ann Bell".
  Owner OwnerBefore(std::uint32_t title);
  // "The bureau, whose director, Ana Reis,"; "its director, Ana Reis": of the
  // one body named before in the sentence, else in the sentence before.
  Owner OwnerOfPronoun(std::uint32_t title);
  // "Chief executive Anna Bell said", "the airline's managing director": of the
  // one body that the document names, if it does so more than once.
  Owner OfDocument(std::uint32_t title);
  // The one body with a name that ends with a word.
  std::uint32_t OnlyBodyCalled(std::string_view word) const;
  // OwnerAt with the nouns that follow: "the Kelm fire brigade"; none where
  // more follows than a body is called by.
  Owner OwnerWhole(std::uint32_t token);
  Owner OwnerIn(std::uint32_t title);
  // "The Red Cross in Salla": the branch there, or the body that is there.
  StringId PlaceBehind(const Owner& owner);
  Owner BehindPerson(std::uint32_t title);

 private:
  std::uint32_t CalledBy(std::uint32_t title) const;
  // The one body that is named among tokens, or in the sentence before this.
  std::uint32_t OnlyBodyIn(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t OnlyBodyBefore() const;
  bool WithNouns(Owner& owner);
  bool WithNounsThere(Owner& owner);
  Owner OwnerNamed(std::uint32_t name, std::uint32_t first,
                   std::uint32_t last) const;
  bool IsCommon(const NameMention& name) const;
  bool IsApposed(std::uint32_t token);
  bool Take(const NameMention& name, Owner& owner) const;
  void Describe(Owner& owner);
  void AddParent(Owner& owner);
  bool GoesOn(std::uint32_t token) const;

  bool open_ = false;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_OFFICE_OWNER_H_
