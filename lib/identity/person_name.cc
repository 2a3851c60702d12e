#include "identity/person_name.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>
#include <span>

#include "text/canonical.h"

namespace gainsay::internal {
namespace {

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::vector<std::string> Words(std::string_view plain) {
  std::vector<std::string> words;
  while (!plain.empty()) {
    const std::size_t end = std::min(plain.find(' '), plain.size());
    if (end > 0) words.emplace_back(plain.substr(0, end));
    plain.remove_prefix(std::min(end + 1, plain.size()));
  }
  return words;
}

bool IsAscii(std::string_view text) {
  return std::ranges::all_of(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

// Plain words in Latin letters.
std::string Latin(std::string_view text) {
  const std::string plain = PlainLetters(text);
  if (IsAscii(plain)) return plain;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> to_latin(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII",
                                          UTRANS_FORWARD, status));
  if (U_FAILURE(status) || to_latin == nullptr) return plain;
  icu::UnicodeString unicode = icu::UnicodeString::fromUTF8(
      {plain.data(), static_cast<int32_t>(plain.size())});
  to_latin->transliterate(unicode);
  std::string out;
  unicode.toUTF8String(out);
  return PlainLetters(out);
}

// "William Petty, 2nd Earl of Shelburne": what follows the comma is no name.
bool IsTitle(const std::vector<std::string>& words, const NameWords& rows) {
  return std::ranges::any_of(words, [&](const std::string& w) {
    return IsOneOf(w, rows.peerages) || (w[0] >= '0' && w[0] <= '9');
  });
}

bool IsNumeral(std::string_view word) {
  return word.size() <= 4 &&
         word.find_first_not_of("ivx") == std::string_view::npos;
}

// Levenshtein's distance, or `most` + 1. O(|a| * |b|) of words.
std::size_t Distance(std::string_view a, std::string_view b, std::size_t most) {
  if ((a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > most)
    return most + 1;
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({row[j] + 1, row[j - 1] + 1,
                         diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

bool Abbreviates(std::string_view a, std::string_view b) {
  return a == b || (a.size() == 1 && b.starts_with(a)) ||
         (b.size() == 1 && a.starts_with(b));
}

// How many words of `a` have a partner in `b` that is left, each used once.
struct Pairing {
  std::size_t full = 0, initials = 0, near = 0;
  bool Has() const { return full + near > 0; }
  std::size_t all() const { return full + initials + near; }
};

Pairing PairWords(const std::vector<std::string>& a,
                  std::vector<std::string> b) {
  Pairing out;
  std::vector<std::string> left;
  for (const std::string& word : a) {
    const auto it = std::ranges::find(b, word);
    if (it == b.end() || word.size() == 1) {
      left.push_back(word);
      continue;
    }
    ++out.full;
    b.erase(it);
  }
  for (const std::string& word : left) {
    auto it = std::ranges::find_if(b, [&](const std::string& w) {
      return w.size() > 1 && word.size() > 1 && NearWords(word, w);
    });
    if (it != b.end()) {
      ++out.near;
    } else {
      it = std::ranges::find_if(
          b, [&](const std::string& w) { return Abbreviates(word, w); });
      if (it == b.end()) continue;
      ++out.initials;
    }
    b.erase(it);
  }
  return out;
}

}  // namespace

std::string WithoutUmlauts(std::string_view word) {
  std::string out;
  for (const char c : word) {
    const bool after = !out.empty() && (out.back() == 'a' ||
                                        out.back() == 'o' || out.back() == 'u');
    if (c == 'e' && after) continue;
    out.push_back(c);
  }
  return out;
}

bool NearWords(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::size_t shorter = std::min(a.size(), b.size());
  if (shorter >= 4 && WithoutUmlauts(a) == WithoutUmlauts(b)) return true;
  const std::size_t most = shorter >= 9 ? 2 : shorter >= 5 ? 1 : 0;
  return most > 0 && Distance(a, b, most) <= most;
}

PersonName ParsePersonName(std::string_view name, const NameWords& rows) {
  const std::size_t bracket = std::min(name.find('('), name.size());
  PersonName out;
  for (const std::string& word : Words(PlainLetters(name.substr(bracket)))) {
    if (IsOneOf(word, rows.kin)) out.kin = word;
  }
  name = name.substr(0, bracket);
  const std::size_t comma = name.find(',');
  std::vector<std::string> words =
      Words(Latin(name.substr(0, std::min(comma, name.size()))));
  if (comma != std::string_view::npos) {
    std::vector<std::string> rest = Words(Latin(name.substr(comma + 1)));
    // "Charles, baron de Broqueville" has its family name in the title.
    if (words.size() == 1 && !rest.empty() &&
        IsOneOf(rest.front(), rows.peerages)) {
      words.insert(words.end(), rest.begin() + 1, rest.end());
    } else if (!rest.empty() && !IsTitle(rest, rows)) {
      rest.insert(rest.end(), words.begin(), words.end());
      words = std::move(rest);
    }
  }
  for (std::string& word : words) {
    const bool first = out.words.empty();
    if (first && words.size() > 1 && IsOneOf(word, rows.honorifics) &&
        &word != &words.back())
      continue;
    if (IsOneOf(word, rows.particles) && words.size() > 1) continue;
    if (!first && (IsOneOf(word, rows.suffixes) ||
                   (IsNumeral(word) && &word == &words.back())))
      continue;
    out.words.push_back(word);
  }
  if (out.words.empty()) out.words = std::move(words);
  return out;
}

const PersonName& PersonNameCache::Get(std::string_view name) {
  const auto [it, added] = names_.try_emplace(std::string(name));
  if (added) it->second = ParsePersonName(name);
  return it->second;
}

PersonMatch MatchPersons(const PersonName& a, const PersonName& b) {
  if (a.words.empty() || b.words.empty()) return PersonMatch::kDifferent;
  const bool a_shorter = a.words.size() <= b.words.size();
  const PersonName& shorter = a_shorter ? a : b;
  const PersonName& longer = a_shorter ? b : a;
  const Pairing pairs = PairWords(shorter.words, longer.words);
  if (!pairs.Has()) return PersonMatch::kDifferent;
  if (a.kin != b.kin) return PersonMatch::kConflict;
  if (pairs.all() == shorter.words.size()) {
    if (shorter.single() && !longer.single())
      return pairs.full > 0 ? PersonMatch::kFamily : PersonMatch::kNear;
    if (pairs.near > 0 && pairs.full == 0) return PersonMatch::kNear;
    const bool same = shorter.words.size() == longer.words.size() &&
                      pairs.full == shorter.words.size();
    return same ? PersonMatch::kEqual : PersonMatch::kCompatible;
  }
  // Two words in common and a third that differs may be two ways to leave names
  // out.
  if (pairs.full >= 2) return PersonMatch::kCompatible;
  // A shared given name alone is nothing; a shared last word is a family name.
  const bool family = NearWords(shorter.words.back(), longer.words.back()) ||
                      NearWords(shorter.words.front(), longer.words.back()) ||
                      NearWords(shorter.words.back(), longer.words.front());
  return family ? PersonMatch::kConflict : PersonMatch::kDifferent;
}

}  // namespace gainsay::internal
