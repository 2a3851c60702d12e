#include "output.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>
#include <span>
#include <sstream>

#include "command.h"
#include "gainsay/review.h"
#include "gainsay/write.h"

namespace gainsay::tool {
namespace {

using Writer = void (*)(const Report&, std::ostream&);

struct Format {
  const char* name;
  Writer write;  // null: text, which takes a style
};

constexpr Format kFormats[] = {
    {"text", nullptr},          {"json", &WriteJson},
    {"jsonl", &WriteJsonLines}, {"sarif", &WriteSarif},
    {"html", &WriteHtml},       {"dot", &WriteDot},
    {"graphml", &WriteGraphml}, {"trig", &WriteTrig},
};

const Format* FindFormat(const std::string& name) {
  for (const Format& format : kFormats)
    if (name == format.name) return &format;
  return nullptr;
}

bool IsTerminal() {
  const char* term = std::getenv("TERM");
  return isatty(STDOUT_FILENO) != 0 &&
         (term == nullptr || std::string(term) != "dumb");
}

unsigned TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
    return size.ws_col;
  return 100;
}

TextStyle StyleOf(const OutputOptions& options, bool to_terminal) {
  TextStyle style;
  const char* no_colour = std::getenv("NO_COLOR");
  style.colour = to_terminal && (no_colour == nullptr || *no_colour == '\0');
  style.width = to_terminal ? TerminalWidth() : 100;
  style.near_misses = options.near_misses;
  style.coverage = options.coverage;
  if (options.fail_on == "tension") style.least = Severity::kTension;
  if (options.group_by == "subject") style.group_by = GroupBy::kSubject;
  if (options.group_by == "source") style.group_by = GroupBy::kSource;
  if (options.group_by == "kind") style.group_by = GroupBy::kKind;
  return style;
}

void WriteAs(const Format& format, const Report& report,
             const OutputOptions& options, std::ostream& out,
             bool to_terminal) {
  if (format.write == nullptr) {
    WriteText(report, out, StyleOf(options, to_terminal));
  } else {
    format.write(report, out);
  }
}

int Fail(const std::string& path, const char* what) {
  std::cerr << "gainsay: " << path << ": " << what << '\n';
  return kUsage;
}

// Writes beside the file and renames, so that a reader never sees half a
// report.
int WriteFile(const Format& format, const Report& report,
              const OutputOptions& options, const std::string& path) {
  if (path == "-") {
    WriteAs(format, report, options, std::cout, IsTerminal());
    return std::cout.flush() ? kClean : Fail("standard output", "cannot write");
  }
  const std::string beside = path + "." + std::to_string(getpid()) + ".part";
  {
    std::ofstream out(beside, std::ios::binary);
    if (!out) return Fail(path, "cannot open for writing");
    WriteAs(format, report, options, out, false);
    if (!out.flush()) {
      std::remove(beside.c_str());
      return Fail(path, "cannot write");
    }
  }
  if (std::rename(beside.c_str(), path.c_str()) != 0) {
    std::remove(beside.c_str());
    return Fail(path, "cannot write");
  }
  return kClean;
}

Date Today() {
  const auto now = std::chrono::system_clock::now();
  return Date(
      std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(now)));
}

// Applies --baseline and --suppressions. False: an error was printed.
bool Mark(Report& report, const OutputOptions& options) {
  std::string text;
  if (!options.baseline.empty()) {
    if (!ReadFile(options.baseline, text)) return false;
    const Result<Report> older = ReadReport(text);
    if (!older) return FailAt(options.baseline, older.error()), false;
    report = WithBaseline(report, *older);
  }
  if (!options.suppressions.empty()) {
    if (!ReadFile(options.suppressions, text)) return false;
    const Result<std::vector<Suppression>> rows = ReadSuppressions(text);
    if (!rows) return FailAt(options.suppressions, rows.error()), false;
    report = WithSuppressions(report, *rows, Today());
  }
  return true;
}

int ExitCodeOf(const Report& report, const OutputOptions& options) {
  if (!options.keep_going && !report.errors().empty()) return kUsage;
  if (!report.complete()) return kIncomplete;
  const Severity least = options.fail_on == "definite"  ? Severity::kDefinite
                         : options.fail_on == "tension" ? Severity::kTension
                                                        : Severity::kProbable;
  for (const FindingView finding : report.findings()) {
    const std::string_view state = finding.baseline_state();
    const bool counts =
        finding.suppressed_by().empty() && (state.empty() || state == "new");
    if (counts && finding.severity() <= least) return kFindings;
  }
  return kClean;
}

}  // namespace

int FailAt(const std::string& path, Error error) {
  error.file = path;
  std::cerr << "gainsay: " << error.message() << '\n';
  return kUsage;
}

TextStyle TerminalStyle() { return StyleOf({}, IsTerminal()); }

int Worse(int a, int b) {
  for (const int code :
       {static_cast<int>(kUsage), static_cast<int>(kIncomplete),
        static_cast<int>(kFindings)})
    if (a == code || b == code) return code;
  return kClean;
}

void AddOutputOptions(CLI::App& app, OutputOptions& options) {
  std::vector<std::string> names;
  for (const Format& format : kFormats) names.emplace_back(format.name);
  app.add_option("--format", options.format, "As")
      ->check(CLI::IsMember(names))
      ->type_name("FORMAT")
      ->capture_default_str();
  for (const std::string& name : names) {
    CLI::Option* option =
        app.add_option("--" + name + "-output", options.outputs[name],
                       "Write " + name + " to a file as well")
            ->type_name("FILE");
    if (name == "json") {
      option->description("Write JSON to a file as well; so for each format");
    } else {
      option->group("");  // said of all of them with the first
    }
  }
  app.add_option("--fail-on", options.fail_on, "Exit 1 from")
      ->check(CLI::IsMember({"definite", "probable", "tension"}))
      ->type_name("GRADE")
      ->capture_default_str();
  app.add_option("--group-by", options.group_by, "Headings of the text")
      ->check(CLI::IsMember({"subject", "source", "kind"}))
      ->type_name("WORD");
  app.add_option("--baseline", options.baseline,
                 "An older JSON report: mark what is new or gone")
      ->type_name("FILE");
  app.add_option("--suppressions", options.suppressions,
                 "Mark findings of JSON Lines {id, reason, expires}")
      ->type_name("FILE");
  app.add_option("--max-findings", options.max_findings,
                 "Most findings written, worst first")
      ->type_name("N");
  app.add_flag("--near-misses", options.near_misses,
               "Also what nearly contradicts, and why it does not");
  app.add_flag("--coverage", options.coverage,
               "Also what was read, compared, left undecided");
  app.add_flag("--keep-going", options.keep_going,
               "Bad records are counted and do not set the exit code");
}

namespace {

// The first of them; the report lists all.
void PrintErrors(std::span<const Error> errors) {
  constexpr std::size_t kMost = 20;
  for (const Error& error : errors.first(std::min(kMost, errors.size())))
    std::cerr << "gainsay: " << error.message() << '\n';
  if (errors.size() > kMost)
    std::cerr << "gainsay: and " << errors.size() - kMost
              << " more bad records (--format json lists them all)\n";
}

}  // namespace

int WriteReport(const Report& checked, const OutputOptions& options) {
  Report report = checked;
  if (!Mark(report, options)) return kUsage;
  int code = ExitCodeOf(report, options);
  PrintErrors(report.errors());
  const Report limited = Limited(report, options.max_findings);
  bool printed = false;
  for (const auto& [name, path] : options.outputs) {
    if (path.empty()) continue;
    code = Worse(code, WriteFile(*FindFormat(name), limited, options, path));
    printed = printed || path == "-";
  }
  if (!printed)
    code = Worse(code,
                 WriteFile(*FindFormat(options.format), limited, options, "-"));
  return code;
}

bool ReadFile(const std::string& path, std::string& text) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  if (path != "-" && !file) return Fail(path, "cannot open"), false;
  std::istream& in = path == "-" ? std::cin : file;
  text.assign(std::istreambuf_iterator<char>(in), {});
  return in.bad() ? (Fail(path, "cannot read"), false) : true;
}

}  // namespace gainsay::tool
