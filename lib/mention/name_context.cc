#include "mention/name_context.h"

#include <string_view>

#include "absl/container/flat_hash_set.h"

namespace gainsay::internal {
namespace {

constexpr int kYoungest = 10, kOldest = 115;  // of whom an age alone is told

class PersonMarker {
 public:
  PersonMarker(const TokenizedText& text, NameFinder& finder, NameTable& table)
      : text_(text), finder_(finder), table_(table) {}

  void Run() {
    NoteHonorifics();
    for (std::size_t i = 0; i < table_.names.size(); ++i) {
      NameMention& name = table_.names[i];
      if (name.kind == NameKind::kOther && name.last >= name.first + 2 &&
          !Led(name) &&
          (HasAge(name) || IsWho(name) || HasTitle(i) ||
           honoured_.contains(LastWord(name))))
        name.kind = NameKind::kPerson;
    }
  }

 private:
  std::string_view At(std::uint32_t token) const {
    return token < text_.tokens.size() ? text_.View(text_.tokens[token])
                                       : std::string_view();
  }
  bool Has(std::uint32_t token, std::uint16_t bits) {
    return token < text_.tokens.size() &&
           (finder_.Info(text_.tokens[token].folded).bits & bits) != 0;
  }
  std::uint32_t LastWord(const NameMention& name) const {
    return text_.tokens[name.last - 1].folded.index;
  }

  // "Mr Perera", "Perera, 45,": who bears that name is a person.
  void NoteHonorifics() {
    for (const NameMention& name : table_.names) {
      if (name.kind == NameKind::kOther && name.last == name.first + 1 &&
          !Led(name) && HasAge(name))
        honoured_.insert(LastWord(name));
    }
    for (std::size_t i = 1; i < table_.names.size(); ++i) {
      const NameMention &title = table_.names[i - 1], &name = table_.names[i];
      if (title.kind == NameKind::kHonorific && title.last == name.first)
        honoured_.insert(LastWord(name));
    }
  }

  bool Led(const NameMention& name) {
    return name.first > 0 &&
           Has(name.first - 1, NameWord::kArticle | NameWord::kOf);
  }

  // "X Y, 24," and "X Y (24)".
  bool HasAge(const NameMention& name) const {
    const std::string_view open = At(name.last), close = At(name.last + 2);
    if (open == "(" ? close != ")"
                    : open != "," || (close != "," && close != "." &&
                                      close != ";" && close != ")"))
      return false;
    const std::string_view age = At(name.last + 1);
    if (age.size() < 2 || age.size() > 3 ||
        text_.tokens[name.last + 1].shape != TokenShape::kNumber)
      return false;
    int years = 0;
    for (const char c : age) {
      if (c < '0' || c > '9') return false;
      years = 10 * years + (c - '0');
    }
    return years >= kYoungest && years <= kOldest;
  }

  bool IsWho(const NameMention& name) {
    return Has(name.last + (At(name.last) == "," ? 1 : 0), NameWord::kWho);
  }

  // "The driver, X Y,", "driver X Y", "X Y, director of": a title beside it.
  bool HasTitle(std::size_t i) {
    const NameMention& name = table_.names[i];
    const auto is_title = [](const NameMention& n) {
      return n.kind == NameKind::kTitle;
    };
    if (i > 0 && is_title(table_.names[i - 1])) {
      const std::uint32_t end = table_.names[i - 1].last;
      if (end == name.first || (end + 1 == name.first && At(end) == ","))
        return true;
    }
    if (i + 1 >= table_.names.size() || !is_title(table_.names[i + 1]))
      return false;
    const std::uint32_t title = table_.names[i + 1].first;
    return (At(name.last) == "," && title == name.last + 1) ||
           Becomes(name.last, title);
  }

  // "X Y was named director", "X Y became the chairman": words of being and
  // becoming between them, and no other.
  bool Becomes(std::uint32_t from, std::uint32_t title) {
    constexpr std::uint32_t kMost = 4;
    if (title <= from || title > from + kMost) return false;
    for (std::uint32_t t = from; t < title; ++t) {
      const bool is =
          Has(t, NameWord::kFunctionWord) && !Has(t, NameWord::kSmallWord);
      if (!is && !Has(t, NameWord::kBecoming | NameWord::kArticle))
        return false;
    }
    return true;
  }

  const TokenizedText& text_;
  NameFinder& finder_;
  NameTable& table_;
  absl::flat_hash_set<std::uint32_t> honoured_;  // folded family names
};

}  // namespace

void MarkPersons(const TokenizedText& text, NameFinder& finder,
                 NameTable& table) {
  PersonMarker(text, finder, table).Run();
}

}  // namespace gainsay::internal
