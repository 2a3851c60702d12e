#include "claim/name_list.h"

#include <algorithm>
#include <span>

#include "text/canonical.h"

namespace gainsay::internal {
namespace {

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

std::vector<std::string_view> Split(std::string_view text,
                                    std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end =
        std::min(text.find_first_of(separators), text.size());
    parts.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// Without what stands in brackets.
std::string WithoutBrackets(std::string_view text) {
  std::string out;
  int depth = 0;
  for (const char c : text) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out.push_back(c);
    if ((c == ')' || c == ']') && depth > 0) --depth, out.push_back(' ');
  }
  return out;
}

// "ph d" of "Ph.D." is "phd".
std::string WithoutSpaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

// Joining words as semicolons, credits and suffixes dropped; commas stay.
std::string WithSemicolons(std::string_view text, const NameWords& words) {
  std::string out;
  for (const std::string_view word : Split(text, " \t")) {
    const std::string plain = PlainLetters(word);
    if (IsOneOf(plain.empty() ? word : std::string_view(plain),
                words.joiners)) {
      out += ';';
    } else if (IsOneOf(plain, words.credits) ||
               IsOneOf(WithoutSpaces(plain), words.suffixes) ||
               IsOneOf(plain, words.honorifics)) {
      if (word.ends_with(',')) out += ", ";
      if (word.ends_with(';')) out += ";";
    } else {
      (out += word) += ' ';
    }
  }
  return out;
}

std::vector<std::string> WordsOf(std::string_view plain) {
  std::vector<std::string> words;
  for (const std::string_view word : Split(plain, " "))
    words.emplace_back(word);
  return words;
}

// The family name of "Donald E. Knuth": its last word, unless that is an
// initial.
std::string LastName(std::string_view name) {
  const std::vector<std::string> words = WordsOf(PlainLetters(name));
  if (words.empty()) return {};
  if (words.back().size() > 1 || words.size() == 1) return words.back();
  return *std::ranges::max_element(words, {}, &std::string::size);
}

// "Last, First", or names separated by commas alone.
void AddCommaSeparated(std::span<const std::string> parts,
                       std::vector<std::string>& out) {
  const auto words = [](const std::string& part) {
    return std::ranges::count(part, ' ') + 1;
  };
  const bool full_names =
      parts.size() >= 2 &&
      std::ranges::all_of(parts, [&](const auto& p) { return words(p) >= 2; });
  const bool pairs = !full_names && parts.size() > 2 && parts.size() % 2 == 0;
  const std::size_t step = full_names ? 1 : pairs ? 2 : parts.size();
  for (std::size_t i = 0; i < parts.size(); i += step)
    out.push_back(WordsOf(parts[i]).back());
}

void AddNames(std::string_view part, std::vector<std::string>& out) {
  std::vector<std::string> between_commas;
  for (const std::string_view piece : Split(part, ",")) {
    std::string plain = PlainLetters(piece);
    if (!plain.empty()) between_commas.push_back(std::move(plain));
  }
  if (between_commas.empty()) return;
  if (part.find(',') == std::string_view::npos) {
    out.push_back(LastName(part));
  } else {
    AddCommaSeparated(between_commas, out);
  }
}

}  // namespace

std::vector<std::string> FamilyNames(std::string_view list,
                                     const NameWords& words) {
  const std::string text = WithSemicolons(WithoutBrackets(list), words);
  std::vector<std::string> names;
  for (const std::string_view part : Split(text, ";&/")) AddNames(part, names);
  std::erase(names, std::string());
  std::ranges::sort(names);
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace gainsay::internal
