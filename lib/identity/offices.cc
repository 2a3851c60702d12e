// Offices: one role of one body or country is one office. See text_names.h.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "identity/text_names.h"

namespace gainsay::internal {
namespace {

using Words = std::vector<std::string>;

struct Office {
  std::string role;
  bool leads = false;  // a general word for leading: "head"
  std::set<std::string> countries;
  std::vector<Words> bodies;  // the body's names; empty: the country is all
  std::string label;
  std::vector<ReferentIndex> members;
};

class OfficeResolver {
 public:
  OfficeResolver(const NameInput& in, Subjects& out) : in_(in), out_(out) {
    for (const TitleRow& row : in.lexicon.tables().titles) {
      if (row.generic) leading_.emplace(row.name);
      if (row.level == TitleLevel::kCountry) national_.emplace(row.name);
    }
  }

  void Run(std::span<const ReferentIndex> referents) {
    std::map<std::string, Office> distinct;
    for (const ReferentIndex index : referents) {
      Office office = OfficeOf(index);
      Office& slot = distinct.try_emplace(KeyOf(office), office).first->second;
      if (slot.members.empty()) slot = std::move(office);
      slot.members.push_back(index);
    }
    std::vector<Office> offices;
    for (auto& [key, office] : distinct) offices.push_back(std::move(office));
    Join(offices);
    for (Office& office : offices) {
      if (office.members.empty()) continue;
      Subject subject;
      subject.key = "office|" + KeyOf(office);
      subject.label = office.label;
      subject.kind = Referent::Kind::kOffice;
      std::ranges::sort(office.members);
      subject.referents = std::move(office.members);
      out_.subjects.push_back(std::move(subject));
    }
  }

 private:
  static constexpr std::size_t kMaxBlock = 128;

  Office OfficeOf(ReferentIndex index) const {
    const Referent& referent = in_.table[index];
    Office office;
    office.role = in_.strings.View(referent.head);
    office.leads = leading_.contains(office.role);
    for (const StringId country : referent.participants)
      office.countries.emplace(in_.strings.View(country));
    const auto add = [&](StringId name) {
      if (!in_.strings.View(name).empty())
        office.bodies.push_back(
            WordsOfName(in_.strings.View(name), in_.lexicon));
    };
    add(referent.name);
    for (const StringId alias : referent.aliases) add(alias);
    office.label = office.role;
    std::string_view of = in_.strings.View(referent.name);
    if (of.empty() && !office.countries.empty()) of = *office.countries.begin();
    if (!of.empty()) office.label.append(" of ").append(of);
    return office;
  }

  static std::string KeyOf(const Office& office) {
    std::string key = office.role + "|";
    for (const std::string& country : office.countries) key += country + ";";
    if (office.bodies.empty()) return key;
    key += "|";
    for (const std::string& word : office.bodies.front()) key += word + " ";
    return key;
  }

  bool SameBody(const Office& a, const Office& b) const {
    for (const Words& wa : a.bodies) {
      for (const Words& wb : b.bodies) {
        const NameRelation relation = CompareBodies(wa, wb, in_.lexicon);
        if (relation == NameRelation::kSame ||
            relation == NameRelation::kShorter)
          return true;
      }
    }
    return a.bodies.empty() && b.bodies.empty();
  }

  // Any leading role of one body is its leadership: "head of", "minister of the
  // department".
  bool SameRole(const Office& a, const Office& b) const {
    if (a.role == b.role) return true;
    const bool of_body = !a.bodies.empty() && !b.bodies.empty();
    return of_body && (a.leads || b.leads) && Leads(a) && Leads(b);
  }
  bool Leads(const Office& office) const {
    return office.leads || office.role == "minister" ||
           !national_.contains(office.role);
  }

  void Join(std::vector<Office>& offices) {
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < offices.size(); ++i) {
      blocks["role|" + offices[i].role].push_back(i);
      for (const Words& body : offices[i].bodies) {
        for (const std::string& word : body) {
          if ((in_.lexicon.Bits(word) &
               (NameWord::kOrganisationWord | NameWord::kLinker)) == 0)
            blocks["body|" + word].push_back(i);
        }
      }
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    for (const auto& [key, block] : blocks) {
      for (std::size_t i = 0; i < std::min(block.size(), kMaxBlock); ++i) {
        for (std::size_t j = i + 1; j < std::min(block.size(), kMaxBlock);
             ++j) {
          if (seen.emplace(block[i], block[j]).second)
            Meet(offices[block[i]], offices[block[j]]);
        }
      }
    }
  }

  void Meet(Office& a, Office& b) {
    if (a.members.empty() || b.members.empty() || &a == &b || !SameRole(a, b))
      return;
    const bool countries = a.countries == b.countries ||
                           ((a.countries.empty() || b.countries.empty()) &&
                            !a.bodies.empty() && !b.bodies.empty());
    if (countries && SameBody(a, b) &&
        !(a.bodies.empty() && a.countries.empty())) {
      Note(a, b, "same-office", a.label + " and " + b.label);
      a.members.insert(a.members.end(), b.members.begin(), b.members.end());
      a.countries.insert(b.countries.begin(), b.countries.end());
      b.members.clear();
    } else if (a.role == b.role) {
      Note(a, b, "other-office", a.label + " and " + b.label);
    }
  }

  void Note(const Office& a, const Office& b, std::string_view reason,
            std::string text) {
    constexpr std::size_t kMaxNotes = 1000;
    if (out_.notes.size() < kMaxNotes)
      out_.notes.push_back(
          {a.members[0], b.members[0], std::string(reason), std::move(text)});
  }

  const NameInput& in_;
  Subjects& out_;
  std::set<std::string, std::less<>> leading_, national_;
};

}  // namespace

void ResolveOffices(const NameInput& input,
                    std::span<const ReferentIndex> referents, Subjects& out) {
  OfficeResolver(input, out).Run(referents);
}

}  // namespace gainsay::internal
