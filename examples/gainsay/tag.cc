// gainsay tag: texts as JSON Lines in, their temporal and numeric mentions out.
#include "gainsay/tag.h"

#include <boost/json.hpp>
#include <cstdio>
#include <iostream>
#include <map>
#include <string>

#include "command.h"

namespace gainsay::tool {
namespace {

struct TagFlags {
  std::string offsets = "bytes";
  std::string lang = "en";
  bool explain = false, day_first = false, prefer_future = false,
       ranges = false;
};

// Turns ascending byte offsets into another unit, in one pass over the text.
class Offsets {
 public:
  Offsets(std::string_view text, std::string_view unit)
      : text_(text), bytes_(unit == "bytes"), utf16_(unit == "utf16") {}

  std::uint64_t At(std::uint32_t byte) {
    if (bytes_) return byte;
    if (byte < byte_) byte_ = 0, count_ = 0;
    for (; byte_ < byte && byte_ < text_.size(); ++byte_) {
      const unsigned char c = static_cast<unsigned char>(text_[byte_]);
      if ((c & 0xC0) != 0x80) count_ += utf16_ && c >= 0xF0 ? 2 : 1;
    }
    return count_;
  }

 private:
  std::string_view text_;
  bool bytes_, utf16_;
  std::uint32_t byte_ = 0;
  std::uint64_t count_ = 0;
};

void AppendString(std::string_view text, std::string& out) {
  out += boost::json::serialize(
      boost::json::string_view(text.data(), text.size()));
}

void AppendNumber(std::int64_t n, std::string& out) {
  out += std::to_string(n);
}

// [lo,hi] as days of dates; a duration's are counts of days.
void AppendDays(const char* key, DayInterval days, bool dates,
                std::string& out) {
  out += ",\"";
  out += key;
  out += "\":[";
  for (const Day day : {days.lo, days.hi}) {
    if (day != days.lo || out.back() != '[') out += ',';
    if (day <= kMinusInfinity || day >= kPlusInfinity) {
      out += "null";
    } else if (dates) {
      AppendString(FormatDay(day), out);
    } else {
      AppendNumber(day, out);
    }
    if (out.back() == '[') break;
  }
  out += ']';
}

void AppendTag(const Tag& tag, const TagFlags& flags, Offsets& offsets,
               std::string& out) {
  const bool dated = tag.type == TagType::kDate || tag.type == TagType::kTime;
  out += "{\"start\":";
  AppendNumber(static_cast<std::int64_t>(offsets.At(tag.span.begin)), out);
  out += ",\"end\":";
  AppendNumber(static_cast<std::int64_t>(offsets.At(tag.span.end)), out);
  out += ",\"type\":";
  AppendString(Name(tag.type), out);
  out += ",\"value\":";
  AppendString(tag.value, out);
  if (const std::string_view mod = TimexMod(tag.modifier); !mod.empty()) {
    out += ",\"mod\":";
    AppendString(mod, out);
  }
  const bool has_days =
      tag.core.lo > kMinusInfinity || tag.core.hi < kPlusInfinity;
  if ((dated || tag.type == TagType::kDuration) && has_days) {
    AppendDays("core", tag.core, dated, out);
    AppendDays("hull", tag.hull, dated, out);
  }
  if (tag.from_document) out += ",\"anchor\":\"document\"";
  if (tag.anchor) out += ",\"anchor\":" + std::to_string(*tag.anchor);
  if (tag.unanchored) out += ",\"unanchored\":true";
  if (!tag.readings.empty()) {
    out += ",\"readings\":[";
    for (const TagReading& reading : tag.readings) {
      if (&reading != tag.readings.data()) out += ',';
      out += "{\"value\":";
      AppendString(reading.value, out);
      out += ",\"reason\":";
      AppendString(reading.reason, out);
      out += '}';
    }
    out += ']';
  }
  out += ",\"rule\":";
  AppendString(tag.rule, out);
  if (flags.explain && dated) {
    out += ",\"tense\":";
    AppendString(tag.tense < 0   ? "past"
                 : tag.tense > 0 ? "future"
                                 : "none",
                 out);
  }
  out += '}';
}

std::string_view FieldOf(const boost::json::object& record, const char* key) {
  const boost::json::value* value = record.if_contains(key);
  if (value == nullptr || !value->is_string()) return {};
  return {value->get_string().data(), value->get_string().size()};
}

// The clock of "2024-05-29T14:30:05"; none without one.
std::optional<std::int32_t> SecondOfDay(std::string_view ref) {
  int hour = 0, minute = 0, second = 0;
  const std::size_t t = ref.find('T');
  if (t == std::string_view::npos) return std::nullopt;
  const std::string clock(ref.substr(t + 1, 8));
  if (std::sscanf(clock.c_str(), "%2d:%2d:%2d", &hour, &minute, &second) < 2 ||
      hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 ||
      second > 59)
    return std::nullopt;
  return (hour * 60 + minute) * 60 + second;
}

class TagRun {
 public:
  explicit TagRun(TagFlags flags) : flags_(std::move(flags)) {}

  int Run(std::istream& in, std::ostream& out) {
    std::ios::sync_with_stdio(false);
    std::string line, answer;
    int code = kClean;
    for (std::uint64_t number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      answer.clear();
      if (!Answer(line, number, answer)) code = kUsage;
      out << answer;
    }
    return code;
  }

 private:
  const Tagger* TaggerOf(std::string_view lang) {
    const std::string key(lang.empty() ? std::string_view(flags_.lang) : lang);
    auto it = taggers_.find(key);
    if (it == taggers_.end()) {
      auto made = Tagger::Create({.lang = key,
                                  .day_first = flags_.day_first,
                                  .prefer_future = flags_.prefer_future,
                                  .ranges = flags_.ranges});
      it = taggers_
               .emplace(key, made ? std::make_unique<Tagger>(std::move(*made))
                                  : nullptr)
               .first;
    }
    return it->second.get();
  }

  bool Bad(std::uint64_t number, const char* field, const std::string& what) {
    std::cerr << "<stdin>:" << number << ": \"" << field << "\": " << what
              << '\n';
    return false;
  }

  bool Answer(const std::string& line, std::uint64_t number, std::string& out) {
    boost::system::error_code error;
    const boost::json::value value = boost::json::parse(line, error);
    if (error || !value.is_object())
      return Bad(number, "", "expected a JSON object");
    const boost::json::object& record = value.get_object();
    if (!record.contains("text") || !record.at("text").is_string())
      return Bad(number, "text", "expected a string");
    const std::string_view text = FieldOf(record, "text"),
                           ref = FieldOf(record, "ref");
    const Tagger* tagger = TaggerOf(FieldOf(record, "lang"));
    if (tagger == nullptr)
      return Bad(number, "lang", "expected a language with tables");
    std::optional<Date> date;
    if (!ref.empty()) {
      const Result<Date> parsed = Date::Parse(ref);
      if (!parsed) return Bad(number, "ref", parsed.error().what);
      date = *parsed;
    }
    const TagResult result =
        tagger->Tag(text, date, scratch_, SecondOfDay(ref));
    out += "{\"id\":";
    AppendString(FieldOf(record, "id"), out);
    out += ",\"spans\":[";
    Offsets offsets(text, flags_.offsets);
    for (const Tag& tag : result.tags()) {
      if (&tag != result.tags().data()) out += ',';
      AppendTag(tag, flags_, offsets, out);
    }
    out += "]}\n";
    return true;
  }

  TagFlags flags_;
  TagScratch scratch_;
  std::map<std::string, std::unique_ptr<Tagger>> taggers_;
};

}  // namespace

void AddTagCommand(CLI::App& app, Run& run) {
  auto flags = std::make_shared<TagFlags>();
  CLI::App* command = app.add_subcommand(
      "tag", "Give every temporal and numeric mention of texts");
  command->add_option("--offsets", flags->offsets, "Unit of spans")
      ->type_name("UNIT")
      ->capture_default_str()
      ->check(CLI::IsMember({"bytes", "codepoints", "utf16"}));
  command->add_option("--lang", flags->lang, "Language of texts that name none")
      ->type_name("TAG")
      ->capture_default_str();
  command->add_flag(
      "--explain", flags->explain,
      "Add the evidence of tense; rule and anchor are always given");
  command->add_flag("--day-first", flags->day_first,
                    "Read 5/4/1999 as 5 April");
  command->add_flag("--prefer-future", flags->prefer_future,
                    "Resolve as an assistant: a bare weekday is the next one");
  command->add_flag("--ranges", flags->ranges,
                    "Give \"from May to July\" as one mention");
  command->footer(
      "Reads JSON Lines {\"id\", \"text\", \"ref\"?, \"lang\"?}, writes "
      "{\"id\", "
      "\"spans\"}.\nExample:\n  echo "
      "'{\"id\":\"1\",\"text\":\"on 6 May\",\"ref\":\"2024-05-01\"}' |\n    "
      "gainsay tag");
  command->callback([flags, &run] {
    run = [flags] { return TagRun(*flags).Run(std::cin, std::cout); };
  });
}

}  // namespace gainsay::tool
