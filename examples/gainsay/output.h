// The output options that commands share: formats, files, limits and exit
// codes.
#ifndef GAINSAY_EXAMPLES_GAINSAY_OUTPUT_H_
#define GAINSAY_EXAMPLES_GAINSAY_OUTPUT_H_

#include <CLI/CLI.hpp>
#include <cstdint>
#include <map>
#include <string>

#include "gainsay/report.h"
#include "gainsay/result.h"
#include "gainsay/write.h"

namespace gainsay::tool {

// What --format, --FORMAT-output and their like say. Defaults as in --help.
struct OutputOptions {
  std::string format = "text";  // to standard output
  std::map<std::string, std::string>
      outputs;  // format -> file; "-" is standard output
  std::string fail_on = "probable";
  std::string group_by;
  std::string baseline;      // an older report
  std::string suppressions;  // JSON Lines
  bool near_misses = false;  // also what Options::near_misses should be
  bool coverage = false;
  bool keep_going = false;
  std::uint64_t max_findings =
      0;  // applied here, after marks, so that the cut is stated
};

// Adds the options to a command. `options` outlives the parse.
void AddOutputOptions(CLI::App& app, OutputOptions& options);

// Writes the report in all formats asked for and returns the exit code of
// design: 2 if records were bad (unless --keep-going) or a file could not be
// written, 3 if the search was incomplete, 1 for findings at or above
// --fail-on, else 0. Suppressed findings and those that a baseline knows do not
// count.
int WriteReport(const Report& checked, const OutputOptions& options);

// The exit code that wins: 2 beats 3 beats 1.
int Worse(int a, int b);

// Width and colour of the terminal that standard output is, if it is one.
TextStyle TerminalStyle();

// Prints what is wrong with a file; returns kUsage.
int FailAt(const std::string& path, Error error);

// The whole of a file, "-" for standard input. Prints the error and returns
// false if it cannot be read.
bool ReadFile(const std::string& path, std::string& text);

}  // namespace gainsay::tool

#endif  // GAINSAY_EXAMPLES_GAINSAY_OUTPUT_H_
