#include "identity/text_names.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMaxNotes = 1000;
constexpr std::size_t kMaxCandidates = 64;

using Words = std::vector<std::string>;

bool IsInitialOf(const std::string& a, const std::string& b) {
  return a.size() == 1 && !b.empty() && a[0] == b[0];
}

bool GivenNamesAgree(const std::string& a, const std::string& b) {
  return a == b || IsInitialOf(a, b) || IsInitialOf(b, a);
}

bool IsSubset(const Words& part, const Words& whole) {
  return std::ranges::all_of(part, [&](const std::string& w) {
    return std::ranges::find(whole, w) != whole.end();
  });
}

std::string Joined(const Words& words) {
  std::string out;
  for (const std::string& word : words)
    out.append(out.empty() ? "" : " ").append(word);
  return out;
}

// Numbers in names tell apart, in their order: "Line 4", "Line 14"; "11:05",
// "05:11".
bool OtherNumbers(const Words& a, const Words& b) {
  const auto numbers = [](const Words& words) {
    Words out;
    for (const std::string& word : words) {
      if (word.find_first_of("0123456789") != std::string::npos)
        out.push_back(word);
    }
    return out;
  };
  const Words x = numbers(a), y = numbers(b);
  return x != y && !x.empty() && !y.empty();
}

// Small words and countries aside, what a body's name is made of; countries
// apart.
struct BodyParts {
  Words words;
  std::set<std::string> countries;
  std::string initials;
};

BodyParts PartsOf(const Words& words, const NameLexicon& lexicon) {
  constexpr std::uint16_t kSmall =
      NameWord::kLinker | NameWord::kArticle | NameWord::kConjunction;
  BodyParts parts;
  for (const std::string& word : words) {
    if ((lexicon.Bits(word) & kSmall) != 0) continue;
    parts.initials += word[0];
    bool country = false;
    for (const NameLexicon::Phrase& phrase : lexicon.StartingWith(word)) {
      if (phrase.words.size() != 1) continue;
      const NameTables& tables = lexicon.tables();
      if (phrase.kind == NameLexicon::PhraseKind::kDemonym) {
        parts.countries.emplace(tables.demonyms[phrase.row].country);
        country = true;
      } else if (phrase.kind == NameLexicon::PhraseKind::kPlace &&
                 tables.places[phrase.row].kind == PlaceKind::kCountry) {
        parts.countries.emplace(tables.places[phrase.row].country);
        country = true;
      }
    }
    if (!country) parts.words.push_back(word);
  }
  std::ranges::sort(parts.words);
  return parts;
}

// One cluster of equal names; the first by name leads.
struct Cluster {
  Words words;
  std::string name;      // as written
  std::string initials;  // of three words and more
  bool exact = true;     // of records alone, which name no kind of thing
  bool alone = false;    // of its document
  std::vector<ReferentIndex> referents;
};

std::string OfDocument(const Referent& referent) {
  return "@" + std::to_string(referent.document.index);
}

// A record that says nothing of what kind its subject is. Two names of records
// are two things; only words of a text may call one of them otherwise.
bool IsExact(const Referent& referent) {
  return !referent.document.valid() && referent.span.empty() &&
         (referent.kind == Referent::Kind::kUnknown ||
          referent.kind == Referent::Kind::kThing);
}

std::vector<Cluster> ClusterByName(const NameInput& in,
                                   std::span<const ReferentIndex> referents,
                                   Referent::Kind kind) {
  std::map<std::string, Cluster> by_key;
  for (const ReferentIndex index : referents) {
    const std::string_view name = in.strings.View(in.table[index].name);
    Words words = WordsOfName(name, in.lexicon);
    const bool exact = IsExact(in.table[index]);
    const bool alone = in.many && words.size() == 1 &&
                       kind == Referent::Kind::kPerson &&
                       in.table[index].document.valid();
    std::string key = exact ? "=" + CanonicalText(name) : Joined(words);
    if (alone) key += OfDocument(in.table[index]);
    Cluster& cluster = by_key[key];
    cluster.alone = alone;
    if (cluster.name.empty() || name < cluster.name) cluster.name = name;
    cluster.initials = PartsOf(words, in.lexicon).initials;
    cluster.words = std::move(words);
    cluster.exact = exact;
    cluster.referents.push_back(index);
  }
  std::vector<Cluster> out;
  for (auto& [key, cluster] : by_key) out.push_back(std::move(cluster));
  return out;
}

// Longest names first: short ones join them.
void SortByLength(std::vector<Cluster>& clusters) {
  std::ranges::stable_sort(clusters, [](const Cluster& a, const Cluster& b) {
    return a.words.size() > b.words.size();
  });
}

void Note(Subjects& out, ReferentIndex a, ReferentIndex b,
          std::string_view reason, std::string text) {
  if (out.notes.size() < kMaxNotes)
    out.notes.push_back({a, b, std::string(reason), std::move(text)});
}

void AddSubject(Subjects& out, std::string key, std::string label,
                Referent::Kind kind, std::vector<ReferentIndex> referents) {
  Subject subject;
  subject.key = std::move(key);
  subject.label = std::move(label);
  subject.kind = kind;
  std::ranges::sort(referents);
  subject.referents = std::move(referents);
  out.subjects.push_back(std::move(subject));
}

// Joins each cluster to the one longer cluster that it must mean; several
// possible ones leave it alone.
template <typename Relate>
void JoinShorter(std::vector<Cluster>& clusters, Relate relate, Subjects& out) {
  if (std::ranges::all_of(clusters, &Cluster::exact)) return;
  std::map<std::string, std::vector<std::uint32_t>> by_word;
  for (std::uint32_t i = 0; i < clusters.size(); ++i) {
    if (clusters[i].alone) continue;
    std::set<std::uint32_t> candidates;
    for (const std::string& word : clusters[i].words) {
      const auto it = by_word.find(word);
      if (it == by_word.end() || it->second.size() > kMaxCandidates) continue;
      candidates.insert(it->second.begin(), it->second.end());
    }
    std::optional<std::uint32_t> same, longer;
    bool many = false;
    for (const std::uint32_t c : candidates) {
      if (clusters[c].exact && clusters[i].exact) continue;
      const NameRelation relation = relate(clusters[c], clusters[i]);
      if (relation == NameRelation::kSame && !same) same = c;
      if (relation == NameRelation::kShorter)
        many |= std::exchange(longer, c).has_value();
      if (relation == NameRelation::kRelated) {
        Note(out, clusters[c].referents[0], clusters[i].referents[0],
             "other-entity", clusters[c].name + " and " + clusters[i].name);
      }
    }
    if (!same && longer && !many) same = longer;
    if (same) {
      Cluster& target = clusters[*same];
      target.referents.insert(target.referents.end(),
                              clusters[i].referents.begin(),
                              clusters[i].referents.end());
      target.exact &= clusters[i].exact;
      clusters[i].referents.clear();
      continue;
    }
    for (const std::string& word : clusters[i].words)
      by_word[word].push_back(i);
    if (clusters[i].initials.size() >= 3)
      by_word[clusters[i].initials].push_back(i);
  }
}

}  // namespace

std::vector<std::string> WordsOfName(std::string_view name,
                                     const NameLexicon& lexicon) {
  Words words;
  std::string word;
  const auto flush = [&] {
    if (word.size() > 1 && word.ends_with("'s")) word.resize(word.size() - 2);
    const bool article = (lexicon.Bits(word) & NameWord::kArticle) != 0;
    if (!word.empty() && !article) words.push_back(word);
    word.clear();
  };
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 'A' && byte <= 'Z') {
      word += static_cast<char>(c + 32);
    } else if ((byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
               byte >= 0x80 || c == '\'' || c == '&') {
      word += c;
    } else if (c != '.' || word.size() == 1) {
      flush();
    }
  }
  flush();
  const auto is_honorific = [&](const std::string& w) {
    return std::ranges::any_of(
        lexicon.StartingWith(w), [&](const NameLexicon::Phrase& phrase) {
          return phrase.kind == NameLexicon::PhraseKind::kTitle &&
                 phrase.words.size() == 1 &&
                 lexicon.tables().titles[phrase.row].kind ==
                     TitleKind::kHonorific;
        });
  };
  while (words.size() > 1 && is_honorific(words.front()))
    words.erase(words.begin());
  return words;
}

NameRelation ComparePersons(const Words& a, const Words& b) {
  if (a.empty() || b.empty()) return NameRelation::kDifferent;
  Words sa = a, sb = b;
  std::ranges::sort(sa);
  std::ranges::sort(sb);
  if (sa == sb) return NameRelation::kSame;
  const Words& shorter = a.size() <= b.size() ? a : b;
  const Words& longer = a.size() <= b.size() ? b : a;
  if (shorter.size() == 1) {
    const bool end =
        shorter[0] == longer.back() || shorter[0] == longer.front();
    return end ? NameRelation::kShorter : NameRelation::kDifferent;
  }
  if (shorter.back() == longer.back() &&
      GivenNamesAgree(shorter.front(), longer.front())) {
    // Middle names may be missing, not different.
    for (std::size_t i = 1; i + 1 < shorter.size(); ++i) {
      const bool found = std::any_of(
          longer.begin() + 1, longer.end() - 1,
          [&](const std::string& w) { return GivenNamesAgree(w, shorter[i]); });
      if (!found && longer.size() > 2) return NameRelation::kRelated;
    }
    return NameRelation::kSame;
  }
  if (IsSubset(shorter, longer)) return NameRelation::kSame;
  const bool family = a.back() == b.back() || a.front() == b.front() ||
                      a.back() == b.front() || a.front() == b.back();
  return family ? NameRelation::kRelated : NameRelation::kDifferent;
}

NameRelation CompareBodies(const Words& a, const Words& b,
                           const NameLexicon& lexicon) {
  if (a == b) return NameRelation::kSame;
  const BodyParts pa = PartsOf(a, lexicon), pb = PartsOf(b, lexicon);
  if (OtherNumbers(a, b)) return NameRelation::kDifferent;
  const auto acronym = [](const Words& short_form, const BodyParts& parts) {
    return short_form.size() == 1 && short_form[0].size() >= 3 &&
           parts.initials.size() >= 3 && short_form[0] == parts.initials;
  };
  if (acronym(a, pb) || acronym(b, pa)) return NameRelation::kSame;
  const bool countries_meet = pa.countries.empty() || pb.countries.empty() ||
                              pa.countries == pb.countries;
  if (!countries_meet)
    return pa.words == pb.words ? NameRelation::kRelated
                                : NameRelation::kDifferent;
  if (pa.words.empty() || pb.words.empty()) return NameRelation::kDifferent;
  if (pa.words == pb.words)
    return pa.countries == pb.countries ? NameRelation::kSame
                                        : NameRelation::kShorter;
  const Words& shorter =
      pa.words.size() <= pb.words.size() ? pa.words : pb.words;
  const Words& longer =
      pa.words.size() <= pb.words.size() ? pb.words : pa.words;
  return shorter.size() >= 2 && IsSubset(shorter, longer)
             ? NameRelation::kShorter
             : NameRelation::kDifferent;
}

void ResolvePersons(const NameInput& in,
                    std::span<const ReferentIndex> referents, Subjects& out) {
  std::vector<Cluster> clusters =
      ClusterByName(in, referents, Referent::Kind::kPerson);
  SortByLength(clusters);
  JoinShorter(
      clusters,
      [](const Cluster& a, const Cluster& b) {
        return ComparePersons(a.words, b.words);
      },
      out);
  for (Cluster& cluster : clusters) {
    if (cluster.referents.empty()) continue;
    Words sorted = cluster.words;
    std::ranges::sort(sorted);
    std::string key = "person|" + Joined(sorted);
    if (cluster.alone) key += OfDocument(in.table[cluster.referents[0]]);
    AddSubject(out, std::move(key), cluster.name, Referent::Kind::kPerson,
               std::move(cluster.referents));
  }
}

void ResolveBodies(const NameInput& in,
                   std::span<const ReferentIndex> referents, Subjects& out) {
  std::vector<Cluster> clusters =
      ClusterByName(in, referents, Referent::Kind::kOrganisation);
  SortByLength(clusters);
  const auto relate = [&](const Cluster& a, const Cluster& b) {
    return CompareBodies(a.words, b.words, in.lexicon);
  };
  JoinShorter(clusters, relate, out);
  for (Cluster& cluster : clusters) {
    if (cluster.referents.empty()) continue;
    const Referent::Kind kind = in.table[cluster.referents[0]].kind;
    AddSubject(out,
               "name|" + (cluster.exact ? "=" + CanonicalText(cluster.name)
                                        : Joined(cluster.words)),
               cluster.name, kind, std::move(cluster.referents));
  }
}

void ResolvePlaces(const NameInput& in,
                   std::span<const ReferentIndex> referents, Subjects& out) {
  std::map<std::string_view, std::string_view> canonical;
  for (const PlaceRow& row : in.lexicon.tables().places)
    canonical.emplace(row.surface, row.name);
  std::map<std::string, std::vector<ReferentIndex>> by_name;
  for (const ReferentIndex index : referents) {
    const std::string_view name = in.strings.View(in.table[index].name);
    const auto it = canonical.find(Joined(WordsOfName(name, in.lexicon)));
    by_name[std::string(it == canonical.end() ? name : it->second)].push_back(
        index);
  }
  for (auto& [name, members] : by_name)
    AddSubject(out, "place|" + name, name, Referent::Kind::kPlace,
               std::move(members));
}

bool IsDemonymOf(std::string_view adjective, std::string_view country) {
  constexpr std::size_t kStem = 4;
  if (country.size() < kStem || adjective.size() < country.size()) return false;
  std::string_view stem = country;
  constexpr std::string_view kVowels = "aeiouy";
  if (kVowels.find(stem.back()) != std::string_view::npos)
    stem.remove_suffix(1);
  constexpr std::string_view kEndings[] = {"an",  "ian", "n", "ese",
                                           "ish", "i",   "ic"};
  return std::ranges::any_of(kEndings, [&](std::string_view ending) {
    const auto made = [&](std::string_view of) {
      return adjective.size() == of.size() + ending.size() &&
             adjective.starts_with(of) && adjective.ends_with(ending);
    };
    return made(stem) || made(country);
  });
}

}  // namespace gainsay::internal
