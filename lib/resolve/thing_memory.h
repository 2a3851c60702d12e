// Which named thing "the company", "the 640-metre bridge" or "it" takes up:
// firms, buildings, ships, works and places of the document so far.
#ifndef GAINSAY_LIB_RESOLVE_THING_MEMORY_H_
#define GAINSAY_LIB_RESOLVE_THING_MEMORY_H_

#include <deque>
#include <optional>
#include <string_view>
#include <vector>

#include "resolve/entity.h"

namespace gainsay::internal {

class ThingMemory {
 public:
  explicit ThingMemory(const EntityClasses& classes) : classes_(&classes) {}
  void Clear();

  // Remembers one entity of a sentence. `subject`: it is what a main or
  // coordinate clause speaks of.
  void Note(const Entity& entity, bool subject, const Interner& interner);
  // The one thing that a definite noun without a name means: of its head or of
  // a class that goes by such names, and named before. Several: the one that
  // was spoken of last, if it is what the document speaks of.
  const Entity* Definite(const Entity& entity) const;
  // What a sentence shortly before spoke of, the last that `fits`: "it".
  template <typename Fits>
  const Entity* LastSubject(std::uint32_t sentence, Fits fits) const {
    for (auto it = subjects_.rbegin(); it != subjects_.rend(); ++it) {
      if (it->sentence >= sentence) continue;
      if (it->sentence + kSubjectReach < sentence) break;
      if (fits(*it)) return &*it;
    }
    return nullptr;
  }
  // What the document is about: the first named thing of its title or lead that
  // one of the classes or heads fits.
  template <typename Fits>
  const Entity* Focus(Fits fits) const {
    for (const Entity& entity : named_) {
      if (entity.sentence < kLeadSentences && fits(entity)) return &entity;
    }
    return nullptr;
  }
  // The one longer name, of a person or a thing, that begins or ends with this
  // one; null if there is none, or several.
  const Entity* Whole(StringId name, std::string_view text,
                      const Interner& interner) const;
  // Tells what a named thing is: "Maria Lorena, a ferry".
  void Describe(StringId name, StringId head, ClassSet classes,
                std::uint32_t sentence);

 private:
  static constexpr std::uint32_t kLeadSentences = 3, kSubjectReach = 2;
  // The known name that a longer one begins or ends with: they are one.
  Entity* Shorter(const Entity& entity, const Interner& interner);
  const Entity* MostNamed(const std::vector<const Entity*>& candidates) const;
  bool MayBe(const Entity& named, const Entity& entity) const;
  bool IsFirstSpokenOf(const Entity& named) const;

  const EntityClasses* classes_;
  std::deque<Entity> named_;             // one a name, by first mention
  std::deque<Entity> people_;            // the same of persons
  std::deque<Entity> subjects_;          // of the last sentences, one each
  std::vector<std::uint32_t> mentions_;  // of each of them
  std::vector<StringId> spoken_of_;      // names that were subjects, in order
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_THING_MEMORY_H_
