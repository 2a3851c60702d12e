#include "ingest/front_matter.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "ingest/metadata.h"

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

// What files of news call the fields of a document.
struct KeyName {
  std::string_view name, field;
};
constexpr KeyName kKeys[] = {
    {"source", "source"},
    {"publisher", "source"},
    {"outlet", "source"},
    {"publication", "source"},
    {"url", "url"},
    {"link", "url"},
    {"title", "title"},
    {"headline", "title"},
    {"lang", "lang"},
    {"language", "lang"},
    {"published", "published"},
    {"date", "published"},
    {"author", ""},
    {"byline", ""},
    {"by", ""},
    {"section", ""},
};

// Null for a key of somebody else's.
const KeyName* Known(std::string_view key) {
  const auto lower = [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  };
  const auto* const found = std::ranges::find_if(kKeys, [&](const KeyName& k) {
    return std::ranges::equal(key, k.name, {}, lower);
  });
  return found == std::end(kKeys) ? nullptr : found;
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

// The line at `at`, trimmed; `at` moves to the next one.
std::string_view TakeLine(std::string_view text, std::size_t& at) {
  const std::size_t newline = text.find('\n', at);
  const std::size_t end = std::min(newline, text.size());
  const std::string_view line = Trim(text.substr(at, end - at));
  at = newline == text.npos ? text.size() : newline + 1;
  return line;
}

FrontLines SplitFrontMatter(std::string_view text, std::size_t at) {
  FrontLines found;
  for (std::uint64_t number = 1; at < std::min(text.size(), kMaxBytes);
       ++number) {
    const std::string_view line = TakeLine(text, at);
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

// "Title: ...", "Date: ...", "Source: ..." without a fence, up to an empty
// line: two of them or more, of known keys only, a date or a source among them.
FrontLines SplitHeader(std::string_view text, std::size_t at) {
  FrontLines found;
  bool told = false;
  for (std::uint64_t number = 1; at < std::min(text.size(), kMaxBytes);
       ++number) {
    const std::string_view line = TakeLine(text, at);
    if (line.empty()) {
      if (found.lines.size() < 2 || !told) return {};
      found.body = at;
      return found;
    }
    const std::size_t colon = line.find(':');
    if (colon == line.npos) return {};
    const KeyName* const key = Known(line.substr(0, colon));
    if (key == nullptr) return {};
    told |= key->field == "published" || key->field == "source";
    found.lines.push_back(
        {line.substr(0, colon), Unquote(Trim(line.substr(colon + 1))), number});
  }
  return {};
}

// EDTF, or the time formats of mail and logs.
Result<Date> ReadDate(std::string_view text) {
  Result<Date> date = Date::Parse(text);
  if (date) return date;
  if (std::optional<Result<Date>> other = ReadMetadataDate(text);
      other && *other)
    return *other;
  return date;
}

// False if the line is a date in other words ("April 14, 2024").
bool Apply(const FrontLine& line, IngestedDocument& out) {
  Document& document = out.document;
  const KeyName* const key = Known(line.key);
  if (line.value.empty() || key == nullptr) return true;
  if (key->field == "source") document.source = line.value;
  if (key->field == "url") document.url = line.value;
  if (key->field == "title") document.title = line.value;
  if (key->field == "lang") document.lang = line.value;
  if (key->field != "published") return true;
  const Result<Date> date = ReadDate(line.value);
  if (!date) return false;
  document.published = *date;
  out.date_given = "front matter";
  return true;
}

Error BadDate(const std::string& name, const FrontLine& line) {
  Error error = ReadDate(line.value).error();
  error.file = name;
  error.line = line.number;
  error.field = line.key;
  return error;
}

}  // namespace

Result<FrontMatter> ReadFrontMatter(const std::string& name,
                                    IngestedDocument& out) {
  const std::string_view text = out.document.text;
  const std::size_t bom = text.starts_with(kUtf8Bom) ? kUtf8Bom.size() : 0;
  const bool fenced = text.substr(bom).starts_with("---");
  const FrontLines found =
      fenced ? SplitFrontMatter(text, bom) : SplitHeader(text, bom);
  FrontMatter front{std::max(bom, found.body), {}};
  for (const FrontLine& line : found.lines) {
    const bool applied = Apply(line, out);
    if (!applied && fenced && line.key == "published")
      return BadDate(name, line);
    const KeyName* const key = Known(line.key);
    const bool title = key != nullptr && key->field == "title";
    if ((!title && (applied || fenced)) || line.value.empty()) continue;
    const auto begin =
        static_cast<std::size_t>(line.value.data() - text.data());
    front.read.emplace_back(begin, begin + line.value.size());
  }
  return front;
}

std::string BlankUntil(std::string_view text, const FrontMatter& front) {
  if (front.body == 0) return {};
  std::string reading(text);
  for (std::size_t i = 0; i < front.body; ++i) {
    if (reading[i] != '\n') reading[i] = ' ';
  }
  KeepRead(text, front, reading);
  return reading;
}

void KeepRead(std::string_view text, const FrontMatter& front,
              std::string& reading) {
  for (const auto& [begin, end] : front.read)
    reading.replace(begin, end - begin, text.substr(begin, end - begin));
}

}  // namespace gainsay::internal
