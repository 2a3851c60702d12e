#include "ingest/front_matter.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 16;

std::string_view Trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") + 1 - first);
}

// A value may stand in quotes, as in YAML.
std::string_view Unquote(std::string_view value) {
  const bool quoted = value.size() >= 2 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

struct FrontLine {
  std::string_view key, value;
  std::uint64_t number = 0;
};

struct FrontLines {
  std::vector<FrontLine> lines;
  std::size_t body = 0;  // offset of what follows; 0: no front matter
};

bool IsKey(std::string_view key) {
  return !key.empty() && std::ranges::all_of(key, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
  });
}

FrontLines SplitFrontMatter(std::string_view text, std::size_t at) {
  FrontLines found;
  for (std::uint64_t number = 1; at < std::min(text.size(), kMaxBytes);
       ++number) {
    const std::size_t newline = text.find('\n', at);
    const std::size_t end = std::min(newline, text.size());
    const std::string_view line = Trim(text.substr(at, end - at));
    at = newline == text.npos ? text.size() : newline + 1;
    if (number == 1) {
      if (line != "---") return {};
    } else if (line == "---") {
      found.body = at;
      return found;
    } else if (!line.empty() && line[0] != '#') {
      const std::size_t colon = line.find(':');
      if (colon == line.npos || !IsKey(line.substr(0, colon))) return {};
      found.lines.push_back({line.substr(0, colon),
                             Unquote(Trim(line.substr(colon + 1))), number});
    }
  }
  return {};
}

Result<void> Apply(const std::string& name, const FrontLine& line,
                   IngestedDocument& out) {
  Document& document = out.document;
  if (line.value.empty()) return {};
  if (line.key == "source") document.source = line.value;
  if (line.key == "url") document.url = line.value;
  if (line.key == "title") document.title = line.value;
  if (line.key == "lang") document.lang = line.value;
  if (line.key != "published") return {};
  Result<Date> date = Date::Parse(line.value);
  if (!date) {
    Error error = date.error();
    error.file = name;
    error.line = line.number;
    error.field = line.key;
    return error;
  }
  document.published = *date;
  out.date_given = "front matter";
  return {};
}

}  // namespace

Result<std::size_t> ReadFrontMatter(const std::string& name,
                                    IngestedDocument& out) {
  const std::string_view text = out.document.text;
  const std::size_t bom = text.starts_with(kUtf8Bom) ? kUtf8Bom.size() : 0;
  const FrontLines found = SplitFrontMatter(text, bom);
  for (const FrontLine& line : found.lines) {
    if (Result<void> applied = Apply(name, line, out); !applied) {
      return applied.error();
    }
  }
  return std::max(bom, found.body);
}

std::string BlankUntil(std::string_view text, std::size_t body) {
  if (body == 0) return {};
  std::string reading(text);
  std::replace_if(
      reading.begin(), reading.begin() + static_cast<std::ptrdiff_t>(body),
      [](char c) { return c != '\n'; }, ' ');
  return reading;
}

}  // namespace gainsay::internal
