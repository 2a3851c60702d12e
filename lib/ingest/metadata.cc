#include "ingest/metadata.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace gainsay::internal {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// "dddd-dd-dd" and so on, d for a digit.
bool Matches(std::string_view text, std::string_view shape) {
  if (text.size() < shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits = shape[i] == 'd' ? IsDigit(text[i]) : shape[i] == text[i];
    if (!fits) return false;
  }
  return true;
}

// RFC 5322, section 3.3: the names of months are words of the format.
constexpr std::string_view kMonths[] = {"Jan", "Feb", "Mar", "Apr",
                                        "May", "Jun", "Jul", "Aug",
                                        "Sep", "Oct", "Nov", "Dec"};

std::string Two(std::size_t n) {
  return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
}

// "29 May 2024", the day of the week before it left out, as "2024-05-29"; or
// empty.
std::string FromRfc5322(std::string_view text) {
  if (const std::size_t comma = text.find(','); comma <= 9) {
    text = TrimSpace(text.substr(comma + 1));
  }
  std::string day;
  while (!text.empty() && IsDigit(text[0]) && day.size() < 3) {
    day += text[0];
    text.remove_prefix(1);
  }
  if (day.empty() || day.size() > 2) return {};
  if (day.size() == 1) day.insert(0, "0");
  text = TrimSpace(text);
  const auto month = std::ranges::find(kMonths, text.substr(0, 3));
  if (month == std::end(kMonths)) return {};
  const std::size_t space = text.find(' ');
  if (space == text.npos) return {};
  text = TrimSpace(text.substr(space));
  if (!Matches(text, "dddd")) return {};
  const auto number = static_cast<std::size_t>(month - kMonths) + 1;
  return std::string(text.substr(0, 4)) + "-" + Two(number) + "-" + day;
}

}  // namespace

std::string_view TrimSpace(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const std::size_t first = text.find_first_not_of(kSpace);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(kSpace) + 1 - first);
}

std::optional<Result<Date>> ReadMetadataDate(std::string_view text) {
  text = TrimSpace(text);
  if (Matches(text, "dddd-dd-dd")) {
    const bool ends = text.size() == 10 || text[10] == 'T' || text[10] == 't' ||
                      text[10] == ' ';
    if (ends) return Date::Parse(text.substr(0, 10));
  }
  if (Matches(text, "dddd-dd") && text.size() == 7) return Date::Parse(text);
  const std::string date = FromRfc5322(text);
  if (date.empty()) return std::nullopt;
  return Date::Parse(date);
}

void Metadata::Keep(std::string& field, std::string_view value) {
  if (field.empty()) field = TrimSpace(value);
}

void Metadata::KeepDate(std::string_view text, std::string_view field) {
  if (published) return;
  const std::optional<Result<Date>> date = ReadMetadataDate(text);
  if (!date) return;
  if (*date) {
    published = **date;
  } else if (!bad_date) {
    bad_date = date->error();
    bad_date->field = field;
  }
}

void Metadata::Apply(IngestedDocument& out, Ingested& in) && {
  Document& document = out.document;
  document.title = std::move(title);
  document.url = std::move(url);
  document.lang = std::move(lang);
  if (source.empty()) source = HostOf(document.url);
  if (!source.empty()) document.source = std::move(source);
  document.published = published;
  if (published) {
    out.date_given = "metadata";
  } else if (bad_date) {
    bad_date->file = out.file;
    bad_date->line = out.line;
    in.errors.push_back(std::move(*bad_date));
  }
}

std::string_view HostOf(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == url.npos) return {};
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#"));
  if (const std::size_t at = host.rfind('@'); at != host.npos) {
    host.remove_prefix(at + 1);
  }
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

}  // namespace gainsay::internal
