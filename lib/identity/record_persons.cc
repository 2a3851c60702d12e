#include "identity/record_persons.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>
#include <set>

#include "identity/person_evidence.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostOfBlock = 256;
constexpr std::size_t kMostEvidence = 20000;
constexpr std::size_t kBlockPrefix = 3;  // bytes of a word

// "wikidata:Q42" is of the scheme "wikidata"; an id without a colon of no
// scheme at all.
std::pair<std::string, std::string> SchemeOf(std::string_view id) {
  const std::size_t colon = id.find(':');
  if (colon == std::string_view::npos) return {std::string(), std::string(id)};
  return {std::string(id.substr(0, colon)), std::string(id.substr(colon + 1))};
}

class RecordPersons {
 public:
  RecordPersons(const RecordPersonInput& in, Subjects& out)
      : in_(in), out_(out) {}

  void Run(std::span<const ReferentIndex> referents) {
    MakeNodes(referents);
    ReadClaims();
    DropSpellIds();
    parent_.resize(nodes_.size());
    std::iota(parent_.begin(), parent_.end(), std::uint32_t{0});
    for (const PersonNode& node : nodes_) clusters_.push_back(node.ids);
    ApplyAliases();
    for (const Pair& pair : Pairs()) Decide(pair);
    Emit();
  }

 private:
  struct Pair {
    std::uint32_t a, b;
    PersonScore score;
  };

  void MakeNodes(std::span<const ReferentIndex> referents) {
    node_of_.assign(in_.table.referents.size(), kNoNode);
    std::map<std::string, std::vector<ReferentIndex>> by_key;
    for (const ReferentIndex index : referents) {
      const Referent& r = in_.table[index];
      const std::string id(in_.strings.View(r.external_id));
      // Without an id, records that the reader kept apart are kept apart.
      const std::string unnamed =
          "name|" + CanonicalText(in_.strings.View(r.name)) + "|" +
          std::string(in_.strings.View(r.place)) + "|" + FormatDay(r.time.lo) +
          "|" + FormatDay(r.time.hi);
      by_key[id.empty() ? unnamed : "id|" + id].push_back(index);
    }
    for (auto& [key, members] : by_key) {
      PersonNode node;
      node.key = key;
      for (const ReferentIndex index : members) {
        const Referent& r = in_.table[index];
        node_of_[index.index] = static_cast<std::uint32_t>(nodes_.size());
        if (const std::string_view id = in_.strings.View(r.external_id);
            !id.empty())
          node.ids.insert(SchemeOf(id));
        AddName(r.name, node);
        for (const StringId alias : r.aliases) AddName(alias, node);
        if (r.place.valid() && r.place.index != 0)
          node.countries.insert(r.place);
      }
      for (const std::string& name : node.raw_names)
        node.names.push_back(&names_.Get(name));
      node.referents = std::move(members);
      nodes_.push_back(std::move(node));
    }
  }
  // Ids of a scheme that gives one name in one country several of them, with
  // tenures apart, name spells rather than persons: they keep nobody apart.
  void DropSpellIds() {
    struct Names {
      std::map<std::pair<std::string, StringId>, std::set<std::string>> ids;
    };
    std::map<std::string, Names> schemes;
    for (const PersonNode& node : nodes_) {
      for (const auto& [scheme, id] : node.ids) {
        for (const StringId country : node.countries) {
          schemes[scheme].ids[{*node.raw_names.begin(), country}].insert(id);
        }
      }
    }
    for (const auto& [scheme, names] : schemes) {
      constexpr std::int64_t kLeast = 10, kOneIn = 30;
      const auto several = std::ranges::count_if(
          names.ids, [](const auto& n) { return n.second.size() > 1; });
      if (several < kLeast ||
          several * kOneIn < static_cast<std::int64_t>(names.ids.size()))
        continue;
      for (PersonNode& node : nodes_) node.ids.erase(scheme);
    }
  }

  void AddName(StringId name, PersonNode& node) const {
    constexpr std::size_t kMostNames = 12;
    if (const std::string_view text = in_.strings.View(name);
        !text.empty() && node.raw_names.size() < kMostNames)
      node.raw_names.emplace(text);
  }

  void ReadClaims() {
    const PredicateIndex born = in_.schema.Find("born"),
                         died = in_.schema.Find("died");
    for (const Claim& claim : in_.table.claims) {
      if (!claim.subject.valid() || node_of_[claim.subject.index] == kNoNode)
        continue;
      PersonNode& node = nodes_[node_of_[claim.subject.index]];
      const ValueRow& value = in_.table[claim.value];
      node.sources.insert(claim.source);
      if (value.kind == ValueKind::kOffice &&
          (claim.valid.begin_known || claim.valid.end_known)) {
        PersonTenure tenure{value.qualifier,         claim.source,
                            claim.valid.begin,       claim.valid.end,
                            claim.valid.begin_known, claim.valid.end_known};
        if (!tenure.end_known)
          tenure.end = {claim.as_of.lo, claim.as_of.lo > kMinusInfinity
                                            ? claim.as_of.hi
                                            : kPlusInfinity};
        node.tenures.push_back(tenure);
        if (value.qualifier.index != 0) node.countries.insert(value.qualifier);
      } else if (value.kind == ValueKind::kDate && claim.predicate == born) {
        node.born.push_back(value.hull);
      } else if (value.kind == ValueKind::kDate && claim.predicate == died) {
        node.died.push_back(value.hull);
      }
    }
  }

  std::uint32_t Find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }

  // Joins two clusters unless ids or the alias file forbid it.
  bool Join(std::uint32_t a, std::uint32_t b) {
    a = Find(a);
    b = Find(b);
    if (a == b) return true;
    for (const auto& [scheme, id] : clusters_[b]) {
      const auto it = clusters_[a].find(scheme);
      if (it != clusters_[a].end() && it->second != id) return false;
    }
    for (const auto& [x, y] : never_) {
      if ((Find(x) == a && Find(y) == b) || (Find(x) == b && Find(y) == a))
        return false;
    }
    clusters_[a].insert(clusters_[b].begin(), clusters_[b].end());
    parent_[b] = a;
    return true;
  }

  void JoinByAlias(std::uint32_t a, std::uint32_t b,
                   const std::vector<std::string>& group) {
    if (Find(a) == Find(b)) return;
    const bool joined = Join(a, b);
    if (out_.evidence.size() >= kMostEvidence) return;
    out_.evidence.push_back(
        {nodes_[a].referents.front(), nodes_[b].referents.front(), 0,
         "the alias file: " + group.front() +
             (joined ? "" : "; kept apart by ids or a never-merge pair")});
  }

  void ApplyAliases() {
    if (in_.aliases == nullptr) return;
    std::map<std::string, std::vector<std::uint32_t>> by_name;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      for (const std::string& name : nodes_[i].raw_names)
        by_name[CanonicalText(name)].push_back(i);
      for (const auto& [scheme, id] : nodes_[i].ids)
        by_name[CanonicalText(scheme.empty() ? id : scheme + ":" + id)]
            .push_back(i);
    }
    for (const auto& [x, y] : in_.aliases->never_merge) {
      for (const std::uint32_t a : by_name[x]) {
        for (const std::uint32_t b : by_name[y]) never_.emplace_back(a, b);
      }
    }
    for (const std::vector<std::string>& group : in_.aliases->groups) {
      std::optional<std::uint32_t> first;
      for (const std::string& name : group) {
        for (const std::uint32_t i : by_name[name]) {
          if (first) JoinByAlias(*first, i, group);
          if (!first) first = i;
        }
      }
    }
  }

  std::map<std::string, std::vector<std::uint32_t>> Blocks() const {
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    const auto add = [&](std::string key, std::uint32_t i) {
      std::vector<std::uint32_t>& block = blocks[std::move(key)];
      if (block.empty() || block.back() != i) block.push_back(i);
    };
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      for (const PersonName* name : nodes_[i].names) {
        std::string full;
        std::vector<std::string> sorted = name->words;
        std::ranges::sort(sorted);
        for (const std::string& word : sorted) full += word + " ";
        if (!name->single()) add("full|" + full, i);
        for (const StringId country : nodes_[i].countries) {
          const std::string prefix =
              std::string(in_.strings.View(country)) + "|";
          for (const std::string& word : name->words)
            add(prefix + WithoutUmlauts(word).substr(0, kBlockPrefix), i);
        }
      }
    }
    return blocks;
  }

  // Pairs that meet in a block, best first.
  std::vector<Pair> Pairs() {
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    std::vector<Pair> pairs;
    for (const auto& [key, block] : Blocks()) {
      const std::size_t size = std::min(block.size(), kMostOfBlock);
      for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
          if (!seen.emplace(block[i], block[j]).second ||
              OtherIds(nodes_[block[i]], nodes_[block[j]]))
            continue;
          PersonScore score = ScorePersons(nodes_[block[i]], nodes_[block[j]]);
          if (score.names != PersonMatch::kDifferent)
            pairs.push_back({block[i], block[j], std::move(score)});
        }
      }
    }
    std::ranges::sort(pairs, {}, [](const Pair& p) {
      return std::tuple(-p.score.total, p.a, p.b);
    });
    return pairs;
  }

  void Decide(const Pair& pair) {
    const ReferentIndex a = nodes_[pair.a].referents.front(),
                        b = nodes_[pair.b].referents.front();
    const std::string names = *nodes_[pair.a].raw_names.begin() + " / " +
                              *nodes_[pair.b].raw_names.begin();
    if (pair.score.total >= kMergePersons) {
      const bool joined = Join(pair.a, pair.b);
      if (out_.evidence.size() < kMostEvidence) {
        out_.evidence.push_back(
            {a, b, pair.score.total,
             names + ": " + pair.score.text +
                 (joined ? "" : "; kept apart by ids or a never-merge pair")});
      }
    } else if (pair.score.total >= kAskPersons &&
               Find(pair.a) != Find(pair.b)) {
      if (out_.undecided.size() < kMostEvidence)
        out_.undecided.push_back(
            {a, b, pair.score.total, names + ": " + pair.score.text});
    } else if (pair.score.tenure && Find(pair.a) != Find(pair.b) &&
               out_.notes.size() < kMostEvidence) {
      out_.notes.push_back(
          {a, b, "other-entity", names + ": " + pair.score.text});
    }
  }

  void Emit() {
    std::map<std::uint32_t, Subject> subjects;
    std::map<std::uint32_t, std::size_t> longest;
    for (std::uint32_t i = 0; i < nodes_.size(); ++i) {
      Subject& subject = subjects[Find(i)];
      const PersonNode& node = nodes_[i];
      // Ids sort before names: the least key is canonical.
      if (subject.key.empty() || node.key < subject.key) subject.key = node.key;
      // Its sources' own names, not their aliases: those are of all tongues.
      for (const ReferentIndex index : node.referents) {
        const std::string name(in_.strings.View(in_.table[index].name));
        const std::size_t words = names_.Get(name).words.size();
        std::size_t& most = longest[Find(i)];
        if (words > most || (words == most && name < subject.label))
          most = words, subject.label = name;
      }
      subject.kind = Referent::Kind::kPerson;
      subject.referents.insert(subject.referents.end(), node.referents.begin(),
                               node.referents.end());
    }
    for (auto& [root, subject] : subjects) {
      if (subject.label.empty()) subject.label = subject.key;
      std::ranges::sort(subject.referents);
      out_.subjects.push_back(std::move(subject));
    }
  }

  static constexpr std::uint32_t kNoNode = 0xffffffff;

  const RecordPersonInput& in_;
  Subjects& out_;
  PersonNameCache names_;
  std::vector<PersonNode> nodes_;
  std::vector<std::uint32_t> node_of_, parent_;
  std::vector<std::map<std::string, std::string, std::less<>>>
      clusters_;  // ids by scheme
  std::vector<std::pair<std::uint32_t, std::uint32_t>> never_;
};

}  // namespace

bool IsRecordPerson(const Referent& referent) {
  return referent.kind == Referent::Kind::kPerson &&
         !referent.document.valid() && referent.span.empty();
}

void ResolveRecordPersons(const RecordPersonInput& input,
                          std::span<const ReferentIndex> referents,
                          Subjects& out) {
  RecordPersons(input, out).Run(referents);
}

}  // namespace gainsay::internal
