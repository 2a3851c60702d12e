#include "resolve/thing_memory.h"

#include <algorithm>
#include <string>

#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostNamed = 48;
constexpr std::size_t kMostSubjects = 64;
constexpr std::size_t kMostRecent = 4;

bool SubsetOf(const std::vector<StringId>& part,
              const std::vector<StringId>& whole) {
  return std::ranges::all_of(part, [&](StringId word) {
    return std::ranges::find(whole, word) != whole.end();
  });
}

}  // namespace

void ThingMemory::Clear() {
  named_.clear();
  people_.clear();
  mentions_.clear();
  subjects_.clear();
  spoken_of_.clear();
}

void ThingMemory::Describe(StringId name, StringId head, ClassSet classes,
                           std::uint32_t sentence) {
  for (Entity& entity : named_) {
    if (entity.name != name) continue;
    // "The road climbs to the Marlo Bridge, a toll bridge. It ...": what is
    // introduced with a description is spoken of next.
    if (!subjects_.empty() && !subjects_.back().name.valid() &&
        subjects_.back().sentence == sentence) {
      subjects_.back() = entity;
      subjects_.back().sentence = sentence;
    }
    entity.classes |= classes;
    if ((entity.classes & classes_->things()) == 0 || !entity.described) {
      entity.head = head;
      entity.described = true;
    }
  }
}

Entity* ThingMemory::Shorter(const Entity& entity, const Interner& interner) {
  const std::string_view whole = interner.View(entity.name);
  for (Entity& known : named_) {
    const std::string_view text = interner.View(known.name);
    if (known.kind == entity.kind && text.find(' ') == std::string_view::npos &&
        (BeginsWithWords(whole, text) || EndsWithWords(whole, text)))
      return &known;
  }
  return nullptr;
}

void ThingMemory::Note(const Entity& entity, bool subject,
                       const Interner& interner) {
  const bool person = entity.kind == Entity::Kind::kPerson;
  // The first subject of a sentence is what it speaks of.
  if (subject && !person && !entity.plural &&
      (subjects_.empty() || subjects_.back().sentence != entity.sentence)) {
    subjects_.push_back(entity);
    if (subjects_.size() > kMostRecent) subjects_.pop_front();
  }
  if (!entity.name.valid()) return;
  if (person) {
    const bool known = std::ranges::any_of(
        people_, [&](const Entity& p) { return p.name == entity.name; });
    if (!known && people_.size() < kMostNamed) people_.push_back(entity);
    return;
  }
  if (subject && spoken_of_.size() < kMostSubjects)
    spoken_of_.push_back(entity.name);
  if (Entity* shorter = Shorter(entity, interner)) {
    const ByteSpan span = shorter->span;
    const std::uint32_t sentence = shorter->sentence;
    *shorter = entity;
    shorter->span = span;
    shorter->sentence = sentence;
    shorter->leading = true;
  }
  for (std::size_t i = 0; i < named_.size(); ++i) {
    Entity& known = named_[i];
    if (known.name != entity.name) continue;
    ++mentions_[i];
    known.leading = known.leading || entity.leading;
    // "The company" tells what a bare name is.
    const ClassSet things = classes_->things();
    if (!known.described && (known.classes & things) == 0 &&
        (entity.classes & things) != 0)
      known.head = entity.head;
    known.classes |= entity.classes;
    for (const StringId word : entity.modifiers) {
      if (std::ranges::find(known.modifiers, word) == known.modifiers.end() &&
          known.modifiers.size() < kMostNamed)
        known.modifiers.push_back(word);
    }
    return;
  }
  if (named_.size() >= kMostNamed) return;
  named_.push_back(entity);
  mentions_.push_back(1);
}

// True if no other name that nothing is known of was a subject before it.
bool ThingMemory::IsFirstSpokenOf(const Entity& named) const {
  for (const StringId name : spoken_of_) {
    if (name == named.name) return true;
    for (const Entity& other : named_) {
      if (other.name == name && other.kind == Entity::Kind::kThing &&
          (other.classes & classes_->things()) == 0)
        return false;
    }
  }
  return false;
}

bool ThingMemory::MayBe(const Entity& named, const Entity& entity) const {
  if (!SubsetOf(entity.modifiers, named.modifiers)) return false;
  if (named.head == entity.head) return true;
  if ((entity.classes & classes_->generic) == 0) return false;
  ClassSet shared = named.classes & entity.classes & classes_->things();
  // "The vessel" is no island, though both are structures that have a length.
  const ClassSet moves = classes_->vessel | classes_->vehicle;
  if ((entity.classes & moves) != 0) shared &= moves;
  if (shared != 0) return true;
  // "After the sale of Halvers ... everyone at Halvers": no other name that may
  // be a firm's is told of as often.
  std::uint32_t mine = 0, most = 0;
  for (std::size_t i = 0; i < named_.size(); ++i) {
    const Entity& other = named_[i];
    if (other.name == named.name) {
      mine = mentions_[i];
    } else if (other.kind == Entity::Kind::kOrganisation ||
               (other.kind == Entity::Kind::kThing &&
                (other.classes & classes_->things()) == 0)) {
      most = std::max(most, mentions_[i]);
    }
  }
  const bool most_named = mine > 1 && mine > most;
  // A name that nothing is known of may be a firm's or a festival's if the
  // document is about it.
  if ((named.leading || most_named) &&
      ((entity.classes & classes_->recurring) == 0 || IsFirstSpokenOf(named)) &&
      (named.classes & classes_->things()) == 0 &&
      named.kind == Entity::Kind::kThing && named.sentence < kLeadSentences &&
      (entity.classes &
       (classes_->company | classes_->natural | classes_->recurring)) != 0)
    return true;
  return named.kind == Entity::Kind::kOrganisation &&
         (entity.classes & classes_->company) != 0;
}

const Entity* ThingMemory::Whole(StringId name, std::string_view text,
                                 const Interner& interner) const {
  if (text.empty() || text.find(' ') != std::string_view::npos) return nullptr;
  const Entity* found = nullptr;
  bool several = false;
  const auto look = [&](const Entity& entity, bool person) {
    const std::string_view whole = interner.View(entity.name);
    if (entity.name == name) return;
    // "Ortega" of "Luisa Ortega Ruiz": of two family names.
    const std::size_t inner = whole.find(' ' + std::string(text) + ' ');
    if (!EndsWithWords(whole, text) && (person ? inner == std::string_view::npos
                                               : !BeginsWithWords(whole, text)))
      return;
    several = several || found != nullptr;
    found = &entity;
  };
  for (const Entity& entity : people_) look(entity, true);
  for (const Entity& entity : named_) look(entity, false);
  return several ? nullptr : found;
}

const Entity* ThingMemory::Definite(const Entity& entity) const {
  // "The Braga company" is not the Lisbon one.
  if (entity.name.valid() || !entity.definite || entity.plural ||
      entity.qualified || !entity.participants.empty() || entity.ordinal != 0 ||
      entity.similar ||
      (entity.classes & (classes_->things() | classes_->body)) == 0)
    return nullptr;
  const Entity* found = nullptr;
  std::size_t same_head = 0;
  std::vector<const Entity*> candidates;
  for (const Entity& named : named_) {
    const bool before =
        named.span.begin < entity.span.begin &&
        (named.sentence != entity.sentence || named.clause != entity.clause);
    if (!before || !MayBe(named, entity)) continue;
    candidates.push_back(&named);
    if (named.head == entity.head) {
      ++same_head;
      found = &named;
    }
  }
  if (candidates.size() == 1) return candidates.front();
  if (same_head == 1) return found;
  // Several: what was spoken of last, if it is what the document began with.
  for (auto name = spoken_of_.rbegin(); name != spoken_of_.rend(); ++name) {
    for (const Entity* candidate : candidates) {
      if (candidate->name == *name)
        return candidate == candidates.front() ? candidate : nullptr;
    }
  }
  return MostNamed(candidates);
}

// The one that is named more often than any other, and more than once.
const Entity* ThingMemory::MostNamed(
    const std::vector<const Entity*>& candidates) const {
  const Entity* found = nullptr;
  std::uint32_t most = 1;
  for (const Entity* candidate : candidates) {
    for (std::size_t i = 0; i < named_.size(); ++i) {
      if (&named_[i] != candidate || mentions_[i] < most) continue;
      found = mentions_[i] > most ? candidate : nullptr;
      most = mentions_[i];
    }
  }
  return found;
}

}  // namespace gainsay::internal
