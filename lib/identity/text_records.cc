#include "identity/text_records.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "identity/weights.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

bool IsOfText(const Referent& referent) { return referent.document.valid(); }

// Events and offices are known by more than a name.
bool HasProperName(Referent::Kind kind) {
  return kind != Referent::Kind::kEvent && kind != Referent::Kind::kSeries &&
         kind != Referent::Kind::kOffice;
}

bool KindsMeet(const Subject& a, const Subject& b) {
  const auto person = [](const Subject& s) {
    return s.kind == Referent::Kind::kPerson;
  };
  const auto open = [](const Subject& s) {
    return s.kind == Referent::Kind::kUnknown ||
           s.kind == Referent::Kind::kThing;
  };
  return person(a) == person(b) || open(a) || open(b);
}

class TextRecordJoiner {
 public:
  TextRecordJoiner(const ClaimTable& table, const Interner& strings,
                   const AliasBook* aliases, Subjects& subjects)
      : table_(table), strings_(strings), aliases_(aliases), out_(subjects) {}

  void Run() {
    std::vector<std::size_t> texts;
    for (std::size_t i = 0; i < out_.subjects.size(); ++i) {
      const Subject& subject = out_.subjects[i];
      if (!HasProperName(subject.kind)) continue;
      const auto of_text = [&](ReferentIndex r) { return IsOfText(table_[r]); };
      if (std::ranges::all_of(subject.referents, of_text)) texts.push_back(i);
    }
    if (texts.empty()) return;
    ReadAliases();
    std::set<std::string> wanted;
    for (const std::size_t i : texts) wanted.merge(NamesOf(out_.subjects[i]));
    std::map<std::string, std::vector<std::size_t>> records;
    for (std::size_t i = 0; i < out_.subjects.size(); ++i) {
      if (!OfRecords(out_.subjects[i])) continue;
      for (const std::string& name : NamesOf(out_.subjects[i]))
        if (wanted.contains(name)) records[name].push_back(i);
    }
    for (const std::size_t i : texts) Join(i, records);
    std::erase_if(out_.subjects,
                  [](const Subject& s) { return s.referents.empty(); });
  }

 private:
  bool OfRecords(const Subject& subject) const {
    return HasProperName(subject.kind) &&
           std::ranges::any_of(subject.referents, [&](ReferentIndex r) {
             return !IsOfText(table_[r]);
           });
  }

  void ReadAliases() {
    if (aliases_ == nullptr) return;
    for (const std::vector<std::string>& group : aliases_->groups) {
      for (const std::string& name : group)
        alias_.try_emplace(name, group.front());
    }
  }

  // Folded, one for each group of aliases.
  void AddName(StringId name, std::set<std::string>& names) const {
    const std::string_view view = strings_.View(name);
    if (view.empty()) return;
    std::string folded = CanonicalText(view);
    const auto it = alias_.find(folded);
    names.insert(it == alias_.end() ? std::move(folded) : it->second);
  }

  std::set<std::string> NamesOf(const Subject& subject) const {
    std::set<std::string> names;
    for (const ReferentIndex index : subject.referents) {
      const Referent& r = table_[index];
      if (!IsOfText(r)) {
        AddName(r.name, names);
        AddName(r.external_id, names);
        for (const StringId alias : r.aliases) AddName(alias, names);
      } else if (!strings_.View(r.name).empty()) {
        AddName(r.name, names);
      } else if (r.kind == Referent::Kind::kPlace) {
        AddName(r.place, names);
      }
    }
    if (subject.kind == Referent::Kind::kPerson)
      std::erase_if(names, [](const std::string& name) {
        return name.find(' ') == std::string::npos;
      });
    return names;
  }

  bool NeverMerge(const Subject& a, const Subject& b) const {
    if (aliases_ == nullptr) return false;
    std::set<std::string> of_a, of_b;
    for (const auto& [subject, names] :
         {std::pair(&a, &of_a), std::pair(&b, &of_b)}) {
      for (const ReferentIndex r : subject->referents) {
        names->insert(CanonicalText(strings_.View(table_[r].name)));
        names->insert(CanonicalText(strings_.View(table_[r].external_id)));
      }
    }
    return std::ranges::any_of(aliases_->never_merge, [&](const auto& pair) {
      return (of_a.contains(pair.first) && of_b.contains(pair.second)) ||
             (of_a.contains(pair.second) && of_b.contains(pair.first));
    });
  }

  void Join(std::size_t text,
            const std::map<std::string, std::vector<std::size_t>>& records) {
    std::set<std::size_t> meant;
    std::string by;
    for (const std::string& name : NamesOf(out_.subjects[text])) {
      const auto it = records.find(name);
      if (it == records.end()) continue;
      for (const std::size_t i : it->second) {
        if (!KindsMeet(out_.subjects[text], out_.subjects[i])) continue;
        meant.insert(i);
        by = name;
      }
    }
    if (meant.size() != 1) return;
    Subject &from = out_.subjects[text], &to = out_.subjects[*meant.begin()];
    if (NeverMerge(from, to)) {
      out_.notes.push_back({from.referents.front(), to.referents.front(),
                            "other-entity", "kept apart by the alias file"});
      return;
    }
    out_.evidence.push_back({from.referents.front(), to.referents.front(),
                             kMerge,
                             "one proper name in a text and in records: " + by +
                                 " +" + std::to_string(kMerge)});
    to.referents.insert(to.referents.end(), from.referents.begin(),
                        from.referents.end());
    std::ranges::sort(to.referents);
    from.referents.clear();
  }

  const ClaimTable& table_;
  const Interner& strings_;
  const AliasBook* aliases_;
  Subjects& out_;
  std::map<std::string, std::string> alias_;  // name -> first of its group
};

}  // namespace

void JoinTextsAndRecords(const ClaimTable& table, const Interner& strings,
                         const AliasBook* aliases, Subjects& subjects) {
  TextRecordJoiner(table, strings, aliases, subjects).Run();
}

}  // namespace gainsay::internal
