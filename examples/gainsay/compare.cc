// gainsay compare: pairs of texts as JSON Lines in, one verdict a line out.
#include "gainsay/compare.h"

#include <boost/json.hpp>
#include <fstream>
#include <iostream>
#include <memory>
#include <string>

#include "command.h"

namespace gainsay::tool {
namespace {

namespace json = boost::json;

struct CompareFlags {
  std::string file = "-";
  bool explain = false;
};

// {"text", "doc_date"?}
Result<Document> SideOf(const json::object& pair, const char* key) {
  const auto expected = [&](const char* what) {
    Error error;
    error.code = ErrorCode::kBadRecord;
    error.what = what;
    error.field = key;
    return error;
  };
  const json::value* side = pair.if_contains(key);
  if (side == nullptr || !side->is_object())
    return expected("expected an object with a \"text\"");
  const json::value* text = side->as_object().if_contains("text");
  if (text == nullptr || !text->is_string())
    return expected("expected a string \"text\"");
  Document document;
  document.text = std::string(text->as_string());
  if (const json::value* date = side->as_object().if_contains("doc_date");
      date != nullptr && date->is_string()) {
    const Result<Date> parsed =
        Date::Parse(std::string_view(date->as_string()));
    if (!parsed) return expected("expected an EDTF \"doc_date\"");
    document.published = *parsed;
  }
  return document;
}

json::object SideJson(const Comparison::Side& side) {
  return {{"span", json::array{side.span.begin, side.span.end}},
          {"quote", side.quote}};
}

Result<json::object> Answer(std::string_view line, const Comparer& comparer,
                            bool explain) {
  json::error_code code;
  const json::value record =
      json::parse(json::string_view(line.data(), line.size()), code);
  if (code || !record.is_object()) {
    Error error;
    error.code = ErrorCode::kSyntax;
    error.what = "expected one JSON object";
    return error;
  }
  const Result<Document> a = SideOf(record.as_object(), "a"),
                         b = SideOf(record.as_object(), "b");
  if (!a) return a.error();
  if (!b) return b.error();
  const Result<Comparison> c = comparer.Compare(*a, *b);
  if (!c) return c.error();
  json::object out;
  if (const json::value* id = record.as_object().if_contains("id"))
    out["id"] = *id;
  out["contradiction"] = c->contradiction;
  const bool apart = c->contradiction || (!c->a.span.empty() && c->score > 0);
  out["severity"] = apart ? json::value(std::string(Name(c->severity)))
                          : json::value(nullptr);
  out["reason"] =
      c->reason.empty() ? json::value(nullptr) : json::value(c->reason);
  out["score"] = c->score;
  out["claims"] = c->a.span.empty()
                      ? json::array()
                      : json::array{SideJson(c->a), SideJson(c->b)};
  if (explain) out["evidence"] = c->evidence;
  return out;
}

int Compare(const CompareFlags& flags) {
  std::ifstream file;
  if (flags.file != "-") {
    file.open(flags.file, std::ios::binary);
    if (!file) {
      std::cerr << "gainsay: " << flags.file << ": cannot be opened\n";
      return kUsage;
    }
  }
  std::istream& in = flags.file == "-" ? std::cin : file;
  const Comparer comparer;
  bool found = false, bad = false;
  std::string line;
  for (std::uint64_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    Result<json::object> answer = Answer(line, comparer, flags.explain);
    if (!answer) {
      Error error = answer.error();
      error.file = flags.file == "-" ? "<stdin>" : flags.file;
      error.line = number;
      std::cerr << error.message() << '\n';
      bad = true;
      continue;
    }
    found |= answer->at("contradiction").as_bool() &&
             answer->at("severity").as_string() != Name(Severity::kTension);
    std::cout << json::serialize(*answer) << '\n';
  }
  if (bad) return kUsage;
  return found ? kFindings : kClean;
}

}  // namespace

void AddCompare(CLI::App& app, Run& run) {
  const auto flags = std::make_shared<CompareFlags>();
  CLI::App* command = app.add_subcommand(
      "compare",
      "Pairs of texts about one topic: does one contradict the other?");
  command->add_option(
      "FILE", flags->file,
      "JSON Lines {\"id\", \"a\": {\"text\", \"doc_date\"?}, \"b\": {...}}; "
      "without it standard input");
  command->add_flag("--explain", flags->explain,
                    "Add what was added up to decide");
  command->footer(
      "Writes one JSON line a pair.\nExample:\n"
      "  echo '{\"a\":{\"text\":\"It took 5 days.\"},"
      "\"b\":{\"text\":\"It took 9 days.\"}}' |\n    gainsay compare");
  command->callback(
      [flags, &run] { run = [flags] { return Compare(*flags); }; });
}

}  // namespace gainsay::tool
