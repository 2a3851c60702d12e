#include "mention/names.h"

#include <algorithm>
#include <optional>

#include "mention/name_context.h"
#include "mention/name_scan.h"

namespace gainsay::internal {
namespace {

// Joins what one document names in several ways: full names, family names,
// acronyms, lower-case slips.
class NameLinker {
 public:
  NameLinker(NameFinder& finder, const TokenizedText& text, NameTable& table)
      : finder_(finder), text_(text), table_(table) {}

  void Link() {
    if (!text_.segments.empty())
      lead_end_ =
          text_.segments[std::min(kLead, text_.segments.size()) - 1].last;
    AddFullNames();
    RecoverFullNames();
    for (NameMention& name : table_.names) {
      if (name.entity == NameMention::kNone) LinkShort(name);
    }
    LinkAcronyms();
    for (NameMention& name : table_.names) {
      // "Orla Bridge": a place that no gazetteer knows is its own name.
      if (name.kind == NameKind::kPlace && !name.canonical.valid())
        name.canonical = finder_.interner().Intern(Surface(name));
      if (name.entity == NameMention::kNone) continue;
      NameEntity& entity = table_.entities[name.entity];
      ++entity.mentions;
      if (name.kind == NameKind::kOther) name.kind = entity.kind;
      name.canonical = entity.name;
      name.country = entity.country;
    }
  }

 private:
  static bool NamesEntity(const NameMention& name) {
    return name.kind == NameKind::kPerson ||
           name.kind == NameKind::kOrganisation ||
           name.kind == NameKind::kOther;
  }

  StringId Folded(std::uint32_t token) const {
    return text_.tokens[token].folded;
  }

  bool IsNameToken(std::uint32_t token) const {
    const TokenShape shape = text_.tokens[token].shape;
    return shape == TokenShape::kWord || shape == TokenShape::kAlnum ||
           shape == TokenShape::kNumber;
  }

  std::vector<StringId> Words(const NameMention& name) const {
    std::vector<StringId> words;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      if (IsNameToken(t)) words.push_back(Folded(t));
    }
    return words;
  }

  // The name as written, its words parted by one blank.
  std::string Surface(const NameMention& name) const {
    std::string out;
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      const Token& token = text_.tokens[t];
      if (!out.empty() && (token.flags & kSpaceBefore) != 0) out += ' ';
      out += text_.View(token);
    }
    return out;
  }

  std::uint32_t Entity(const NameMention& name,
                       const std::vector<StringId>& words) {
    std::string key;
    for (const StringId word : words)
      key.append(finder_.interner().View(word)).push_back(' ');
    const auto [it, added] = by_words_.emplace(
        std::move(key), static_cast<std::uint32_t>(table_.entities.size()));
    if (added) {
      NameEntity entity;
      entity.kind = name.kind;
      entity.name = finder_.interner().Intern(Surface(name));
      entity.country = CountryIn(name);
      table_.entities.push_back(entity);
      words_.push_back(words);
    } else if (table_.entities[it->second].kind == NameKind::kOther) {
      table_.entities[it->second].kind = name.kind;
    }
    return it->second;
  }

  // "Chinese Communist Party", "Bank of England": the country in a body's own
  // name.
  StringId CountryIn(const NameMention& name) {
    if (name.kind != NameKind::kOrganisation) return {};
    for (std::uint32_t t = name.first; t < name.last; ++t) {
      for (const NameLexicon::Phrase& phrase :
           finder_.Info(Folded(t)).phrases) {
        const NameTables& tables = finder_.lexicon().tables();
        if (phrase.words.size() != 1) continue;
        if (phrase.kind == NameLexicon::PhraseKind::kDemonym)
          return finder_.interner().Intern(tables.demonyms[phrase.row].country);
        if (phrase.kind == NameLexicon::PhraseKind::kPlace &&
            tables.places[phrase.row].kind == PlaceKind::kCountry &&
            !tables.places[phrase.row].abbreviation) {
          return finder_.interner().Intern(tables.places[phrase.row].country);
        }
      }
    }
    return {};
  }

  void AddFullNames() {
    for (NameMention& name : table_.names) {
      if (!NamesEntity(name)) continue;
      const std::vector<StringId> words = Words(name);
      if (words.size() < 2) continue;
      name.entity = Entity(name, words);
      const std::uint32_t e = name.entity;
      if (e >= first_at_.size()) first_at_.resize(e + 1, name.first);
      first_.try_emplace(words.front().index).first->second.push_back(e);
      if (table_.entities[e].kind == NameKind::kPerson) {
        Remember(by_family_[words.back().index], e);
        Remember(by_family_first_[words.front().index], e);
      }
    }
  }

  static void Remember(std::optional<std::uint32_t>& slot,
                       std::uint32_t entity) {
    if (!slot) {
      slot = entity;
    } else if (*slot != entity) {
      slot = NameMention::kNone;  // two bear it: it says neither
    }
  }

  // A full name met once licenses the same words anywhere, whatever their case:
  // "Hiroshi moriyama" beside "Hiroshi Moriyama".
  void RecoverFullNames() {
    std::vector<NameMention> merged;
    merged.reserve(table_.names.size());
    std::size_t n = 0;
    for (std::uint32_t t = 0; t < text_.tokens.size();) {
      while (n < table_.names.size() && table_.names[n].last <= t) ++n;
      const bool covered =
          n < table_.names.size() && table_.names[n].first <= t;
      std::uint32_t end = 0, entity = NameMention::kNone;
      if (!covered || table_.names[n].entity == NameMention::kNone)
        std::tie(end, entity) = MatchFull(t);
      if (end == 0 || (covered && end <= table_.names[n].last) ||
          text_.tokens[t].begin == text_.tokens[end - 1].begin) {
        if (covered && table_.names[n].first == t) {
          merged.push_back(table_.names[n]);
          t = table_.names[n].last;
        } else {
          ++t;
        }
        continue;
      }
      NameMention name;
      name.first = t;
      name.last = end;
      name.span = {text_.tokens[t].begin, text_.tokens[end - 1].end};
      name.kind = table_.entities[entity].kind;
      name.entity = entity;
      merged.push_back(name);
      t = end;
    }
    table_.names = std::move(merged);
  }

  std::pair<std::uint32_t, std::uint32_t> MatchFull(std::uint32_t token) const {
    std::pair<std::uint32_t, std::uint32_t> best{0, NameMention::kNone};
    const auto it = first_.find(Folded(token).index);
    if (it == first_.end() || (text_.tokens[token].flags & kCapitalised) == 0)
      return best;
    std::size_t tried = 0;
    for (const std::uint32_t entity : it->second) {
      if (++tried > kMaxCandidates) break;
      const std::vector<StringId>& words = words_[entity];
      std::uint32_t t = token;
      std::size_t w = 0;
      while (w < words.size() && t < text_.tokens.size() &&
             t - token < 2 * words.size()) {
        if (Folded(t) == words[w]) {
          ++w, ++t;
        } else if (w > 0 && !IsNameToken(t) &&
                   (text_.tokens[t].flags & kSpaceBefore) == 0 &&
                   text_.View(text_.tokens[t]) != ",") {
          ++t;
        } else {
          break;
        }
      }
      if (w == words.size() && t > best.first) best = {t, entity};
    }
    return best;
  }

  // "Mr Liu", "Motegi": the one person of the document who bears the name.
  void LinkShort(NameMention& name) {
    if (!NamesEntity(name)) return;
    const std::vector<StringId> words = Words(name);
    if (words.empty()) return;
    if (words.size() == 1 && name.kind != NameKind::kOrganisation) {
      // A family name alone takes up the full name before it. Headlines come
      // before all full names.
      for (const auto* index : {&by_family_, &by_family_first_}) {
        const auto it = index->find(words[0].index);
        if (it == index->end() || !it->second ||
            *it->second == NameMention::kNone ||
            (name.first >= lead_end_ && name.first < first_at_[*it->second]))
          continue;
        name.kind = NameKind::kPerson;
        name.entity = *it->second;
        return;
      }
    }
    name.entity = Entity(name, words);
  }

  // "Liberal Democratic Party (LDP)"; elsewhere by the capitals of one long
  // name.
  void LinkAcronyms() {
    absl::flat_hash_map<std::uint32_t, std::uint32_t>
        long_form;  // acronym's entity -> entity
    for (std::size_t i = 1; i < table_.names.size(); ++i) {
      const NameMention& a = table_.names[i - 1];
      const NameMention& b = table_.names[i];
      if (!IsAcronym(b) || a.entity == NameMention::kNone ||
          b.first != a.last + 1)
        continue;
      if (text_.View(text_.tokens[a.last]) != "(" || Words(a).size() < 2)
        continue;
      long_form.try_emplace(b.entity, a.entity);
    }
    absl::flat_hash_map<std::string, std::optional<std::uint32_t>> initials;
    for (std::uint32_t e = 0; e < table_.entities.size(); ++e) {
      if (words_[e].size() >= 2 && table_.entities[e].kind != NameKind::kPerson)
        Remember(initials[Initials(e)], e);
    }
    for (const NameMention& name : table_.names) {
      if (!IsAcronym(name) || long_form.contains(name.entity)) continue;
      const std::string_view word =
          finder_.interner().View(words_[name.entity][0]);
      const auto it = initials.find(std::string(word));
      if (word.size() >= 3 && it != initials.end() && it->second &&
          *it->second != NameMention::kNone) {
        long_form.emplace(name.entity, *it->second);
      }
    }
    for (NameMention& name : table_.names) {
      const auto it = long_form.find(name.entity);
      if (it == long_form.end()) continue;
      NameEntity& entity = table_.entities[it->second];
      if (!entity.acronym.valid())
        entity.acronym = table_.entities[name.entity].name;
      if (entity.kind == NameKind::kOther)
        entity.kind = NameKind::kOrganisation;
      name.kind = entity.kind;
      name.entity = it->second;
    }
  }

  bool IsAcronym(const NameMention& name) const {
    return name.entity != NameMention::kNone && name.last == name.first + 1 &&
           name.kind != NameKind::kPerson &&
           (text_.tokens[name.first].flags & kAllCaps) != 0;
  }

  std::string Initials(std::uint32_t entity) const {
    std::string out;
    for (const StringId word : words_[entity]) {
      const std::string_view view = finder_.interner().View(word);
      const std::uint16_t bits = finder_.lexicon().Bits(view);
      if (view.empty() || (bits & (NameWord::kLinker | NameWord::kArticle |
                                   NameWord::kConjunction)) != 0)
        continue;
      out += view[0];
    }
    return out;
  }

  static constexpr std::size_t kMaxCandidates = 64;
  static constexpr std::size_t kLead = 2;  // segments: the headline, a lead

  NameFinder& finder_;
  const TokenizedText& text_;
  NameTable& table_;
  absl::flat_hash_map<std::string, std::uint32_t> by_words_;
  std::vector<std::vector<StringId>> words_;  // by entity
  std::vector<std::uint32_t> first_at_;       // token; by entity of a full name
  std::uint32_t lead_end_ = 0;                // token
  absl::flat_hash_map<std::uint32_t, std::vector<std::uint32_t>> first_;
  absl::flat_hash_map<std::uint32_t, std::optional<std::uint32_t>> by_family_,
      by_family_first_;
};

}  // namespace

const NameMention* NameTable::At(std::uint32_t token) const {
  auto it = std::upper_bound(
      names.begin(), names.end(), token,
      [](std::uint32_t t, const NameMention& name) { return t < name.first; });
  if (it == names.begin()) return nullptr;
  --it;
  return token < it->last ? &*it : nullptr;
}

NameFinder::WordInfo NameFinder::Info(StringId folded) {
  if (folded.index >= cache_.size())
    cache_.resize(std::max<std::size_t>(interner_->size(), folded.index + 1));
  WordInfo& info = cache_[folded.index];
  if (info.known) return info;
  info.known = true;
  info.word = interner_->View(folded);
  if (info.word.size() > 1 && info.word.find('.') != std::string_view::npos) {
    info.word = interner_->View(interner_->Intern(NameSurface(info.word)));
  }
  info.bits = lexicon_->Bits(info.word);
  info.phrases = lexicon_->StartingWith(info.word);
  return info;
}

void NameFinder::Find(const TokenizedText& text, NameTable& out) {
  out.names.clear();
  out.entities.clear();
  NameScanner(*this, text, out.names).Scan();
  MarkPersons(text, *this, out);
  NameLinker(*this, text, out).Link();
}

}  // namespace gainsay::internal
