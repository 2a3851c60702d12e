#include "identity/same_name.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "identity/text_names.h"
#include "identity/weights.h"

namespace gainsay::internal {
namespace {

bool MayBear(Referent::Kind kind) {
  return kind != Referent::Kind::kPerson && kind != Referent::Kind::kPlace &&
         kind != Referent::Kind::kOffice;
}

// The words of a subject's name, the fullest that its documents use; empty: it
// has none, or is of records or of a kind that is known otherwise.
std::string NameOf(const Subject& subject, const ClaimTable& table,
                   const Interner& strings, const NameLexicon& lexicon) {
  std::string name;
  for (const ReferentIndex index : subject.referents) {
    const Referent& referent = table[index];
    if (!referent.document.valid() || !MayBear(referent.kind)) return {};
    const std::string_view written = strings.View(referent.name);
    if (written.empty()) continue;
    std::string words;
    for (const std::string& word : WordsOfName(written, lexicon))
      words.append(words.empty() ? "" : " ").append(word);
    if (std::pair(words.size(), name) > std::pair(name.size(), words))
      name = std::move(words);
  }
  return name;
}

// "name", "series", or "event" and its class of head: who has told its own
// subjects of one name apart.
std::string KindOf(const Subject& subject) {
  const std::size_t kind = subject.key.find('|');
  if (!subject.key.starts_with("event|")) return subject.key.substr(0, kind);
  return subject.key.substr(0, subject.key.find('|', kind + 1));
}

}  // namespace

void JoinSameNames(const ClaimTable& table, const Interner& strings,
                   const NameLexicon& lexicon, Subjects& out) {
  std::map<std::string, std::vector<std::size_t>> by_name;
  for (std::size_t i = 0; i < out.subjects.size(); ++i) {
    std::string name = NameOf(out.subjects[i], table, strings, lexicon);
    if (!name.empty()) by_name[std::move(name)].push_back(i);
  }
  for (const auto& [name, bearers] : by_name) {
    if (bearers.size() < 2) continue;
    std::set<std::string> kinds;
    for (const std::size_t i : bearers) kinds.insert(KindOf(out.subjects[i]));
    if (kinds.size() != bearers.size()) continue;
    Subject& to = out.subjects[bearers.front()];
    for (std::size_t i = 1; i < bearers.size(); ++i) {
      Subject& from = out.subjects[bearers[i]];
      out.evidence.push_back({from.referents.front(), to.referents.front(),
                              Weight(Evidence::kSameName),
                              std::string(Name(Evidence::kSameName)) + " " +
                                  name + " +" +
                                  std::to_string(Weight(Evidence::kSameName))});
      to.referents.insert(to.referents.end(), from.referents.begin(),
                          from.referents.end());
      from.referents.clear();
    }
    std::ranges::sort(to.referents);
  }
  std::erase_if(out.subjects,
                [](const Subject& s) { return s.referents.empty(); });
}

}  // namespace gainsay::internal
