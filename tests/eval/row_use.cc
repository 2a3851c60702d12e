// Counts in how many documents each row of the frames fires: a row that fires
// in one story only was made for it.
//
//   row_use FILE...     .jsonl: a document a line (id, text); others: one
//   document
//
// Prints "documents<TAB>claims<TAB>row<TAB>first document", rarest first; rows
// that fire nowhere are left out.
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/interner.h"
#include "boost/json.hpp"
#include "claim/extract.h"
#include "lang/language.h"

namespace gainsay::internal {
namespace {

struct Use {
  std::size_t documents = 0, claims = 0;
  std::string first;
};

class RowCounter {
 public:
  RowCounter() : extractor_(English(), Schema::BuiltIn(), strings_) {}

  void Add(const std::string& id, const std::string& text) {
    ClaimTable table;
    ExtractionCoverage coverage;
    ExtractionRequest request;
    request.text = text;
    request.document = DocumentIndex(0);
    extractor_.Extract(request, table, coverage);
    std::map<std::string, std::size_t> rows;
    for (const Claim& claim : table.claims)
      ++rows[std::string(strings_.View(claim.rule))];
    for (const auto& [row, claims] : rows) {
      Use& use = uses_[row];
      if (use.documents++ == 0) use.first = id;
      use.claims += claims;
    }
  }

  void Print() const {
    std::vector<std::tuple<std::size_t, std::size_t, std::string>> order;
    for (const auto& [row, use] : uses_)
      order.emplace_back(use.documents, use.claims, row);
    std::ranges::sort(order);
    for (const auto& [documents, claims, row] : order)
      std::cout << documents << '\t' << claims << '\t' << row << '\t'
                << uses_.at(row).first << '\n';
  }

 private:
  Interner strings_;
  ClaimExtractor extractor_;
  std::map<std::string, Use> uses_;
};

int Run(int files, char** paths) {
  RowCounter counter;
  for (int i = 0; i < files; ++i) {
    const std::string path = paths[i];
    std::ifstream file(path);
    if (!file) {
      std::cerr << "row_use: cannot read " << path << '\n';
      return 2;
    }
    if (!path.ends_with(".jsonl")) {
      counter.Add(path, {std::istreambuf_iterator<char>(file), {}});
      continue;
    }
    for (std::string line; std::getline(file, line);) {
      const boost::json::object o = boost::json::parse(line).as_object();
      counter.Add(std::string(o.at("id").as_string()),
                  std::string(o.at("text").as_string()));
    }
  }
  counter.Print();
  return 0;
}

}  // namespace
}  // namespace gainsay::internal

int main(int argc, char** argv) {
  return argc > 1 ? gainsay::internal::Run(argc - 1, argv + 1) : 2;
}
