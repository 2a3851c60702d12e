// The house stands as CONTRIBUTING.md draws it: includes point down, third
// parties stay where they belong, public headers show none of them, files stay
// readable.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace gainsay::internal {
namespace {

namespace fs = std::filesystem;

struct FolderRow {
  std::string_view folder;
  std::string_view may_include;    // folders of lib/, beside itself
  std::string_view third_parties;  // prefixes of their headers, beside absl/
};

// In the order in which data flows.
constexpr FolderRow kFolders[] = {
    {"base", "", ""},
    {"calendar", "base", "boost/date_time"},
    {"io", "base", "boost/json simdjson.h"},
    {"lang", "base calendar", "unicode/"},
    {"text", "base lang", "unicode/"},
    {"ingest", "base calendar io text", "boost/json libxml/ expat.h md4c.h"},
    {"mention", "base calendar lang text", ""},
    {"resolve", "base calendar lang text mention", "boost/date_time"},
    {"schema", "base calendar io", "boost/json"},
    {"claim", "base calendar lang text mention resolve schema io",
     "boost/json"},
    {"identity", "base calendar lang text schema claim", "unicode/"},
    {"voices", "base text claim", ""},
    {"graph", "base calendar schema claim identity", "boost/graph"},
    {"consistency", "base calendar schema graph", ""},
    {"truth", "base graph consistency", ""},
    {"report",
     "base calendar io lang text ingest mention resolve schema claim identity "
     "voices graph consistency truth",
     "boost/graph boost/json"},
    {"api",
     "base calendar io lang text ingest mention resolve schema claim identity "
     "voices graph consistency truth report",
     "boost/ unicode/ sqlite3.h"},
};

// What belongs to no standard library.
constexpr std::string_view kThirdParties[] = {
    "absl/",  "boost/",    "unicode/", "libxml/", "simdjson.h", "expat.h",
    "md4c.h", "sqlite3.h", "CLI/",     "gtest/",  "gmock/",     "benchmark/",
};

std::vector<std::string> Words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (end > at) words.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

struct Include {
  std::string path;
  bool quoted = false;
  int line = 0;
};

struct SourceFile {
  std::string name;    // relative to the repository
  std::string folder;  // of lib/
  std::vector<Include> includes;
  int lines = 0;
};

SourceFile ReadSource(const fs::path& path, const fs::path& root) {
  SourceFile file;
  file.name = fs::relative(path, root).generic_string();
  std::ifstream in(path);
  for (std::string line; std::getline(in, line);) {
    ++file.lines;
    if (!line.starts_with("#include")) continue;
    const std::size_t open = line.find_first_of("\"<");
    if (open == line.npos) continue;
    const std::size_t close = line.find_first_of("\">", open + 1);
    file.includes.push_back({line.substr(open + 1, close - open - 1),
                             line[open] == '"', file.lines});
  }
  return file;
}

std::vector<SourceFile> Sources(std::string_view folder) {
  const fs::path root = GAINSAY_SOURCE_DIR;
  std::vector<SourceFile> files;
  for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
    const std::string extension = entry.path().extension().string();
    if (extension != ".h" && extension != ".cc" && extension != ".inc") {
      continue;
    }
    files.push_back(ReadSource(entry.path(), root));
    if (folder == "lib") {
      const fs::path within = fs::relative(entry.path(), root / "lib");
      files.back().folder = within.begin()->string();
    }
  }
  std::ranges::sort(files, {}, &SourceFile::name);
  return files;
}

const FolderRow* RowOf(std::string_view folder) {
  const auto row = std::ranges::find(kFolders, folder, &FolderRow::folder);
  return row == std::end(kFolders) ? nullptr : &*row;
}

bool IsThirdParty(std::string_view path) {
  return std::ranges::any_of(kThirdParties, [path](std::string_view p) {
    return path.starts_with(p);
  });
}

// What is wrong with an include of a file of lib/, or an empty string.
std::string WhatIsWrong(const FolderRow& row, const Include& include) {
  const std::string_view path = include.path;
  if (IsThirdParty(path)) {
    if (path.starts_with("absl/")) return {};
    const auto allowed = Words(row.third_parties);
    const bool fits = std::ranges::any_of(
        allowed, [path](const std::string& p) { return path.starts_with(p); });
    return fits ? "" : "third party";
  }
  if (path.starts_with("sys/")) {  // the operating system
    return row.folder == "base" || row.folder == "io" ? "" : "system call";
  }
  if (!include.quoted) {
    return path.find('/') == path.npos ? "" : "third party that no row names";
  }
  if (path.starts_with("gainsay/")) return {};
  const std::string folder(path.substr(0, path.find('/')));
  if (folder == row.folder) return {};
  if (!RowOf(folder)) return "folder that no row names";
  const auto allowed = Words(row.may_include);
  return std::ranges::count(allowed, folder) != 0 ? "" : "points up";
}

TEST(Layering, IncludesPointDown) {
  for (const SourceFile& file : Sources("lib")) {
    const FolderRow* const row = RowOf(file.folder);
    ASSERT_TRUE(row) << file.name << ": a folder that no row names";
    for (const Include& include : file.includes) {
      EXPECT_EQ(WhatIsWrong(*row, include), "")
          << file.name << ":" << include.line << ": " << include.path;
    }
  }
}

TEST(Layering, RowsPointDownThemselves) {
  std::vector<std::string> above = {};
  for (const FolderRow& row : kFolders) {
    for (const std::string& folder : Words(row.may_include)) {
      EXPECT_NE(std::ranges::count(above, folder), 0)
          << row.folder << " includes " << folder;
    }
    above.emplace_back(row.folder);
  }
}

TEST(Layering, PublicHeadersShowTheStandardLibraryOnly) {
  for (const SourceFile& file : Sources("include")) {
    const bool opt_in = file.name.ends_with("/boost_graph.h") ||
                        file.name.ends_with("/boost_date_time.h");
    for (const Include& include : file.includes) {
      const bool ours = include.quoted && include.path.starts_with("gainsay/");
      const bool standard = !include.quoted && !IsThirdParty(include.path) &&
                            include.path.find('/') == include.path.npos;
      const bool boost = opt_in && include.path.starts_with("boost/");
      EXPECT_TRUE(ours || standard || boost)
          << file.name << ":" << include.line << ": " << include.path;
    }
  }
}

TEST(Layering, ExamplesUseThePublicHeadersOnly) {
  for (const SourceFile& file : Sources("examples")) {
    for (const Include& include : file.includes) {
      const std::string folder = include.path.substr(0, include.path.find('/'));
      EXPECT_FALSE(include.quoted && RowOf(folder))
          << file.name << ":" << include.line << ": " << include.path;
    }
  }
}

// clang 14 does not compile what libstdc++ 12 makes of std::ranges::subrange.
TEST(Layering, Clang14CompilesIt) {
  constexpr std::string_view kSubranges[] = {
      "ranges::unique(",           "ranges::remove(",
      "ranges::remove_if(",        "ranges::partition(",
      "ranges::stable_partition(", "ranges::rotate(",
      "ranges::equal_range(",      "std::views::",
  };
  const fs::path root = GAINSAY_SOURCE_DIR;
  for (const SourceFile& file : Sources("lib")) {
    std::ifstream in(root / file.name);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      for (const std::string_view name : kSubranges) {
        EXPECT_EQ(line.find(name), line.npos) << file.name << ":" << number;
      }
    }
  }
}

TEST(Readme, ShowsTheExampleThatIsCompiled) {
  const auto read = [](std::string_view name) {
    std::ifstream in(fs::path(GAINSAY_SOURCE_DIR) / name);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  const std::string hello = read("examples/hello.cc");
  const std::string code = hello.substr(hello.find("#include"));
  EXPECT_NE(read("README.md").find("```cpp\n" + code + "```"),
            std::string::npos);
}

TEST(Layering, FilesStayReadable) {
  for (const char* const folder : {"lib", "include", "examples", "tests"}) {
    for (const SourceFile& file : Sources(folder)) {
      if (file.name.ends_with(".inc")) continue;  // rows of data
      EXPECT_LE(file.lines, 400) << file.name;
    }
  }
}

}  // namespace
}  // namespace gainsay::internal
