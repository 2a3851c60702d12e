#include "resolve/entity.h"

#include <algorithm>
#include <string>

#include "text/tag.h"

namespace gainsay::internal {
namespace {

void AddUnique(std::vector<StringId>& list, StringId id) {
  if (id.valid() && std::find(list.begin(), list.end(), id) == list.end())
    list.push_back(id);
}

class EntityReader {
 public:
  EntityReader(const SentenceView& sentence, std::uint32_t group,
               const EntityClasses& classes)
      : s_(sentence), group_(group), g_(sentence.G(group)), classes_(classes) {}

  std::optional<Entity> Read();

 private:
  void Kind();
  void Named(const NameMention& name);
  void NamedByCapital();
  void Qualified();
  void Modifiers(const Group& group, bool with_head);
  void NamesIn(const Group& group, bool all);
  void Attached();
  void Agent();
  void Parties();
  void ClausePlace();
  std::int32_t Parties(StringId word) const;
  void Place(const NameMention& name);
  bool NamesEvent(const NameMention& name);
  StringId Joined(std::uint32_t token) const;

  const SentenceView& s_;
  std::uint32_t group_;
  const Group& g_;
  const EntityClasses& classes_;
  Entity out_;
};

void EntityReader::Kind() {
  const NameMention* name =
      g_.kind == GroupKind::kNoun ? s_.names.At(g_.head) : nullptr;
  if (name != nullptr) {
    switch (name->kind) {
      case NameKind::kPerson:
        out_.kind = Entity::Kind::kPerson;
        break;
      case NameKind::kOrganisation:
        out_.kind = Entity::Kind::kOrganisation;
        break;
      case NameKind::kPlace:
        out_.kind = Entity::Kind::kPlace;
        break;
      case NameKind::kOther:
        break;
      case NameKind::kNationality:
      case NameKind::kTitle:
      case NameKind::kHonorific:
        name = nullptr;
        break;
    }
  }
  if (name != nullptr) Named(*name);
  if (name == nullptr) NamedByCapital();
  if (out_.kind == Entity::Kind::kThing &&
      (out_.classes & classes_.events()) != 0) {
    out_.kind = (out_.classes & classes_.meeting) != 0 && g_.plural
                    ? Entity::Kind::kSeries
                    : Entity::Kind::kEvent;
  }
}

// "Vrettos, a man of 61": a word that begins a sentence with a capital and that
// no lexicon knows.
void EntityReader::NamedByCapital() {
  const Token& token = s_.text.tokens[g_.head];
  const bool alone = g_.last == g_.first + 1;
  if (!alone || (token.flags & kCapitalised) == 0 || g_.plural ||
      token.shape != TokenShape::kWord || s_.Info(g_.head).known ||
      s_.names.At(g_.head) != nullptr)
    return;
  out_.name = s_.words.interner().Intern(s_.text.View(token));
  out_.definite = true;
}

// A name that stands for itself, and what it is the name of: "the Marlo Bridge"
// a bridge, "the ferry Maria Lorena" a ferry.
void EntityReader::Named(const NameMention& name) {
  const Interner& interner = s_.words.interner();
  const bool empty =
      !name.canonical.valid() || interner.View(name.canonical).empty();
  out_.name = empty ? s_.words.interner().Intern(s_.text.text.substr(
                          name.span.begin, name.span.size()))
                    : name.canonical;
  const ClassSet made = classes_.things() & ~classes_.place;
  // "Mount Kerai", "Lake Komo": the first word says what it is.
  if (name.first + 1 < name.last) {
    const WordInfo& first = s_.Info(name.first);
    if ((first.noun_classes & classes_.natural) != 0) {
      out_.head = first.noun;
      out_.classes |= first.noun_classes;
      out_.described = true;
      return;
    }
  }
  // "Coach Ana Reis" is no coach that goes by that name.
  const NameMention* title =
      name.first > g_.first ? s_.names.At(name.first - 1) : nullptr;
  const bool titled = title != nullptr && title->kind == NameKind::kTitle;
  if (name.first > g_.first && name.last == g_.head + 1 && !titled &&
      (out_.classes & made) == 0 &&
      TagOf(s_.text.tokens[name.first - 1]) == Tag::kNoun) {
    const WordInfo& info = s_.Info(name.first - 1);
    if ((info.noun_classes & made) != 0) {
      out_.head = info.noun;
      out_.classes = info.noun_classes;
      out_.described = true;
    }
  }
  if (name.first > g_.first && out_.kind == Entity::Kind::kThing &&
      (s_.Info(name.first - 1).noun_classes & classes_.people) != 0 &&
      (s_.Info(name.first - 1).noun_classes & classes_.company) == 0)
    out_.kind = Entity::Kind::kPerson;  // "shipping magnate Karel Bos", but not
                                        // "cork maker Sobral"
  const bool thing = (out_.classes & (made & ~classes_.company)) != 0;
  if (thing && (out_.kind == Entity::Kind::kPlace || out_.described))
    out_.kind = Entity::Kind::kThing;
}

// What follows tells it apart from others of its kind.
void EntityReader::Qualified() {
  const std::uint32_t next = group_ + 1;
  out_.owned = g_.possessor != kNowhere ||
               (s_.Info(g_.first).features & kPossessive) != 0;
  out_.qualified = out_.owned;
  for (std::uint32_t i = next;
       i < s_.parse.groups.groups.size() && i < next + 3; ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kVerb || g.kind == GroupKind::kPunct) return;
    out_.qualified |= g.kind == GroupKind::kNoun &&
                      g.role == GroupRole::kPrepositional &&
                      g.governor == group_ && g_.role != GroupRole::kObject;
  }
}

void EntityReader::Modifiers(const Group& group, bool with_head) {
  for (std::uint32_t i = group.first; i < group.last; ++i) {
    if (i >= group.head && !with_head) break;
    const Token& token = s_.text.tokens[i];
    const Tag tag = TagOf(token);
    if (tag == Tag::kNumber && i + 2 < group.head &&
        ((s_.text.tokens[i + 2].flags & kHyphenBefore) != 0 ||
         s_.text.View(s_.text.tokens[i + 1]) == "-")) {
      AddUnique(out_.modifiers, Joined(i));  // "three-way"
      i += 2;
      continue;
    }
    if (tag != Tag::kNoun && tag != Tag::kAdjective &&
        tag != Tag::kParticiple && tag != Tag::kGerund)
      continue;
    if (s_.names.At(i) != nullptr) continue;
    // "The second ferry" is not the ferry: of events the ordinal says so.
    const bool thing =
        (out_.classes & (classes_.vessel | classes_.vehicle |
                         classes_.building | classes_.structure)) != 0;
    const bool in_atom =
        std::any_of(s_.atoms.begin(), s_.atoms.end(), [&](const Atom& a) {
          return a.first <= i && i < a.last &&
                 !(thing && a.kind == Atom::Kind::kOrdinal);
        });
    if (!in_atom)
      AddUnique(out_.modifiers,
                tag == Tag::kNoun ? s_.Info(i).noun : token.folded);
  }
}

// "three-way" of three, -, way.
StringId EntityReader::Joined(std::uint32_t token) const {
  Interner& interner = s_.words.interner();
  return interner.Intern(
      std::string(interner.View(s_.text.tokens[token].folded)) + "-" +
      std::string(interner.View(s_.text.tokens[token + 2].folded)));
}

void EntityReader::Place(const NameMention& name) {
  if (name.kind == NameKind::kPlace && !out_.place.valid())
    out_.place = name.canonical;
}

// Participants from the names inside a group: countries; other names where
// asked.
void EntityReader::NamesIn(const Group& group, bool all) {
  const auto& names = s_.names.names;
  auto it = std::lower_bound(names.begin(), names.end(), group.first,
                             [](const NameMention& name, std::uint32_t token) {
                               return name.last <= token;
                             });
  for (; it != names.end() && it->first < group.last; ++it) {
    const bool compound =
        it->last < s_.text.tokens.size() && it->last < group.last &&
        (s_.text.tokens[it->last].flags & kSpaceBefore) == 0 &&
        TagOf(s_.text.tokens[it->last]) == Tag::kPunct &&
        it->last + 1 < group.last && s_.names.At(it->last + 1) == nullptr;
    if (compound) continue;  // "US-allied"
    if (it->country.valid() &&
        (it->kind == NameKind::kPlace || it->kind == NameKind::kNationality)) {
      AddUnique(out_.participants, it->country);
      if ((out_.classes & classes_.disaster) != 0) Place(*it);
    } else if (all && it->kind != NameKind::kTitle &&
               it->kind != NameKind::kHonorific && it->canonical.valid()) {
      AddUnique(out_.participants, it->canonical);
    }
  }
}

// "Hurricane Ida", "Davis Cup final": a name that says it is something that
// happens.
bool EntityReader::NamesEvent(const NameMention& name) {
  ClassSet classes = 0;
  for (std::uint32_t i = name.first; i < name.last; ++i)
    classes |= s_.Info(i).noun_classes;
  return (classes & classes_.events()) != 0;
}

// Prepositional groups that hang on the noun: between whom, where.
void EntityReader::Attached() {
  std::uint32_t host = group_;
  for (std::uint32_t i = group_ + 1; i < s_.parse.groups.groups.size(); ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kVerb || g.kind == GroupKind::kMark) break;
    const bool attached = g.role == GroupRole::kPrepositional &&
                          (g.governor == host || g.same_as != kNowhere);
    if (!attached || g.preposition == kNowhere) continue;
    const std::uint32_t features = s_.Info(g.preposition).features;
    if ((features & (kAmongWord | kOfWord)) != 0) {
      NamesIn(g, true);
      if (g.possessor != kNowhere) NamesIn(s_.G(g.possessor), true);
      const bool among = (features & kAmongWord) != 0 &&
                         (out_.classes & classes_.events()) != 0;
      // "With 40 people" is a count; "between the two naval staffs" is a topic.
      const ClassSet parties =
          classes_.people | classes_.place | s_.words.index().ClassBit("sides");
      const bool topic =
          g.atom == kNowhere || ((g.features & kDefinite) != 0 &&
                                 (s_.words.Of(g.lemma).classes & parties) == 0);
      if (among && topic && s_.names.At(g.head) == nullptr) Modifiers(g, true);
    } else if ((features & kPlaceWord) != 0) {
      // What stands after "in" or "at" is a place, known to the gazetteer or
      // not; but "in Hurricane Ida" is none.
      if (const NameMention* name = s_.names.At(g.head);
          name != nullptr && !out_.place.valid() &&
          (name->kind == NameKind::kPlace ||
           (name->kind == NameKind::kOther && !NamesEvent(*name)))) {
        out_.place = name->canonical;
      }
    }
  }
}

// Meetings that someone agrees on, holds or resumes: the countries that do so
// take part.
void EntityReader::Agent() {
  if ((out_.classes & classes_.meeting) == 0 || g_.role != GroupRole::kObject ||
      g_.clause == kNowhere)
    return;
  const Clause& clause = s_.parse.clauses[g_.clause];
  if (clause.subject == kNowhere || clause.subject == group_) return;
  NamesIn(s_.G(clause.subject), false);
  for (std::uint32_t i = 0; i < s_.parse.groups.groups.size(); ++i) {
    if (s_.G(i).same_as == clause.subject) NamesIn(s_.G(i), false);
  }
}

std::int32_t EntityReader::Parties(StringId word) const {
  for (const PartiesRow& row : s_.words.index().tables().parties) {
    if (s_.words.interner().View(word) == row.word) return row.parties;
  }
  return 0;
}

// "the three-way summit": if the sentence names just three countries, they take
// part.
void EntityReader::Parties() {
  if ((out_.classes & classes_.meeting) == 0) return;
  std::int32_t parties = 0;
  for (std::uint32_t i = g_.first; i < g_.head; ++i) {
    const StringId one = s_.text.tokens[i].folded;
    parties = std::max(parties, Parties(one));
    if (i + 2 < g_.head && (s_.text.tokens[i + 2].flags & kHyphenBefore) != 0) {
      parties = std::max(parties, Parties(Joined(i)));
    }
  }
  if (parties == 0 ||
      static_cast<std::int32_t>(out_.participants.size()) >= parties)
    return;
  Entity before = out_;
  for (const Group& g : s_.parse.groups.groups) {
    if (g.kind == GroupKind::kNoun) NamesIn(g, false);
  }
  if (static_cast<std::int32_t>(out_.participants.size()) != parties)
    out_.participants = before.participants;
}

// Where the clause says it happened.
void EntityReader::ClausePlace() {
  const bool event = (out_.classes & classes_.events()) != 0;
  if (!event || out_.place.valid() || g_.clause == kNowhere) return;
  if (g_.role != GroupRole::kSubject && g_.role != GroupRole::kObject) return;
  for (const Group& g : s_.parse.groups.groups) {
    if (g.clause != g_.clause || g.role != GroupRole::kPrepositional ||
        g.preposition == kNowhere)
      continue;
    if ((s_.Info(g.preposition).features & kPlaceWord) == 0) continue;
    if (const NameMention* name = s_.names.At(g.head)) Place(*name);
  }
}

std::optional<Entity> EntityReader::Read() {
  if (g_.kind != GroupKind::kNoun || s_.Info(g_.head).first == Tag::kPronoun)
    return std::nullopt;
  out_.head = g_.lemma;
  out_.classes = s_.words.Of(g_.lemma).classes;
  // "The April fair": an adjective elsewhere.
  if (const WordInfo& last = s_.Info(g_.last - 1);
      (last.noun_classes & classes_.recurring) != 0) {
    out_.head = last.noun;
    out_.classes = last.noun_classes;
  }
  out_.plural = g_.plural;
  out_.definite = (g_.features & kDefinite) != 0;
  out_.demonstrative = (g_.features & kDemonstrative) != 0;
  out_.similar = (g_.features & kSimilar) != 0;
  for (std::uint32_t i = g_.first; i < g_.head; ++i)
    out_.similar |= (s_.Info(i).features & kSimilar) != 0;
  out_.sentence = s_.index;
  out_.clause = g_.clause;
  out_.leading = g_.role != GroupRole::kPrepositional;
  out_.span = {s_.text.tokens[g_.first].begin, s_.text.tokens[g_.last - 1].end};
  Kind();
  if (out_.kind == Entity::Kind::kPerson) out_.classes |= classes_.people;
  if (out_.kind == Entity::Kind::kOrganisation)
    out_.classes |= classes_.company;
  Qualified();
  Modifiers(g_, false);
  if (out_.kind == Entity::Kind::kEvent || out_.kind == Entity::Kind::kSeries ||
      out_.kind == Entity::Kind::kThing || out_.kind == Entity::Kind::kPlace) {
    NamesIn(g_, !out_.name.valid());
    if (g_.possessor != kNowhere) NamesIn(s_.G(g_.possessor), true);
    Attached();
    Agent();
    Parties();
    ClausePlace();
  }
  std::sort(out_.participants.begin(), out_.participants.end(),
            [&](StringId a, StringId b) {
              return s_.words.interner().View(a) < s_.words.interner().View(b);
            });
  return out_;
}

}  // namespace

std::optional<Entity> ReadEntity(const SentenceView& sentence,
                                 std::uint32_t group,
                                 const EntityClasses& classes) {
  return EntityReader(sentence, group, classes).Read();
}

}  // namespace gainsay::internal
