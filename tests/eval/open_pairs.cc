// Prints which sentences of documents (JSON Lines: id, text) are worded alike
// but for a value, as `gainsay check` sees them.
//
//   open_pairs DOCUMENTS.jsonl
#include <fstream>
#include <iostream>
#include <string>

#include "base/interner.h"
#include "boost/json.hpp"
#include "claim/state_text.h"
#include "identity/open_match.h"
#include "lang/language.h"

namespace gainsay::internal {
namespace {

int Run(const char* path) {
  const Grammar grammar{English()};
  Interner strings;
  TextStater stater(grammar, strings);
  std::vector<OpenDocument> documents;
  std::vector<std::string> texts, ids;
  std::ifstream file(path);
  std::string line;
  while (std::getline(file, line)) {
    const boost::json::object o = boost::json::parse(line).as_object();
    ids.emplace_back(o.at("id").as_string());
    texts.emplace_back(o.at("text").as_string());
    documents.push_back(SplitSentences(stater.State(texts.back(), {})));
  }
  for (const OpenPair& p : MatchOpen(documents)) {
    if (!p.apart) continue;
    std::cout << "== " << path << ' ' << p.score << ' ' << p.evidence << '\n';
    for (const OpenValue& v : {p.a, p.b}) {
      const ByteSpan span =
          documents[v.document][v.sentence].values[v.value].span;
      const std::string& text = texts[v.document];
      const std::size_t from = span.begin < 110 ? 0 : span.begin - 110;
      std::string s = text.substr(from, span.begin - from) + "[[" +
                      text.substr(span.begin, span.size()) + "]]" +
                      text.substr(span.end, 90);
      std::replace(s.begin(), s.end(), '\n', '|');
      std::cout << "   " << ids[v.document] << ": " << s << '\n';
    }
  }
  return 0;
}

}  // namespace
}  // namespace gainsay::internal

int main(int argc, char** argv) {
  return argc == 2 ? gainsay::internal::Run(argv[1]) : 2;
}
