#include "identity/story_things.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "identity/features.h"
#include "identity/stories.h"
#include "identity/text_names.h"
#include "identity/weights.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

// Classes of heads of things that stories name once and call by nouns then.
constexpr std::string_view kThings[] = {
    "bridge", "building", "dam",    "facility", "mine",   "museum", "pier",
    "plane",  "plant",    "school", "ship",     "statue", "train",  "tunnel"};

constexpr std::string_view kFirm = "company";

bool IsThing(std::string_view head_class) {
  return std::ranges::find(kThings, head_class) != std::end(kThings);
}

// A subject that bears a name, and the documents that mention it.
struct Named {
  std::size_t subject = 0;
  std::vector<std::string> words;  // folded, sorted
  std::string_view head_class;
  std::set<std::string_view> heads, modifiers;
  std::set<std::uint32_t> documents;
};

class StoryThings {
 public:
  StoryThings(const IdentityInput& in, Subjects& out)
      : in_(in), out_(out), stories_(in.document_words) {}

  void Run() {
    for (std::size_t i = 0; i < out_.subjects.size(); ++i) AddNamed(i);
    bool joined = false;
    for (std::size_t i = 0; i < out_.subjects.size(); ++i) {
      const Named* thing = named_.empty() ? nullptr : ThingOf(i);
      const std::optional<std::size_t> whole =
          thing != nullptr ? thing->subject : FirmOf(i);
      if (!whole) continue;
      Join(i, *whole);
      joined = true;
    }
    if (joined)
      std::erase_if(out_.subjects,
                    [](const Subject& s) { return s.referents.empty(); });
  }

 private:
  std::string_view View(StringId id) const { return in_.strings.View(id); }
  std::string_view ClassOf(const Referent& referent) const {
    return in_.events.HeadClass(View(referent.head));
  }

  static bool MayBeThing(Referent::Kind kind) {
    return kind != Referent::Kind::kPerson && kind != Referent::Kind::kOffice &&
           kind != Referent::Kind::kOrganisation;
  }

  // Whether the text of a document has all words of a name.
  bool Mentions(std::uint32_t document,
                const std::vector<std::string>& words) const {
    const WordList& names = in_.document_words[document].names;
    return std::ranges::all_of(words, [&](const std::string& word) {
      return std::ranges::binary_search(names, std::string_view(word));
    });
  }

  void AddNamed(std::size_t index) {
    Named named;
    named.subject = index;
    for (const ReferentIndex r : out_.subjects[index].referents) {
      const Referent& referent = in_.table[r];
      if (!MayBeThing(referent.kind) || !referent.document.valid()) return;
      const std::string_view name = View(referent.name);
      if (name.empty()) continue;
      std::vector<std::string> words = WordsOfName(name, in_.names);
      if (words.size() > named.words.size()) named.words = std::move(words);
      const std::string_view head_class = ClassOf(referent);
      if (IsThing(head_class)) {
        if (!named.head_class.empty() && named.head_class != head_class) return;
        named.head_class = head_class;
        named.heads.insert(View(referent.head));
      }
      for (const StringId word : referent.modifiers)
        named.modifiers.insert(View(word));
    }
    if (named.words.empty() || named.head_class.empty()) return;
    for (std::uint32_t d = 0; d < in_.document_words.size(); ++d) {
      if (Mentions(d, named.words)) named.documents.insert(d);
    }
    for (const ReferentIndex r : out_.subjects[index].referents)
      named.documents.insert(in_.table[r].document.index);
    named_.push_back(std::move(named));
  }

  // "The ship", "the 19-year-old vessel", "the suspension bridge": nothing that
  // tells it from another of its kind. A kind of ship may: "the fishing boat".
  bool MayMean(const Referent& referent, const Named& named) const {
    if (!referent.definite || referent.ordinal != 0 ||
        !referent.participants.empty() || referent.place.valid() ||
        !MayBeThing(referent.kind) || !View(referent.name).empty())
      return false;
    const bool same_noun = named.heads.contains(View(referent.head));
    return std::ranges::all_of(referent.modifiers, [&](StringId id) {
      const std::string_view word = View(id);
      if (word.empty() || (word[0] >= '0' && word[0] <= '9') ||
          named.modifiers.contains(word))
        return true;
      if (!WordApart(word).empty()) return false;
      const ModifierRow* row = in_.events.Modifier(word);
      if (row != nullptr && row->kind != ModifierKind::kTopic)
        return row->kind == ModifierKind::kGeneric;
      return same_noun;
    });
  }

  // The one thing that an unnamed subject means, or null.
  const Named* ThingOf(std::size_t index) const {
    const Subject& subject = out_.subjects[index];
    if (subject.referents.empty()) return nullptr;
    const Named* found = nullptr;
    std::size_t most = 0, next = 0;
    for (const Named& named : named_) {
      if (!Fits(subject, named)) continue;
      const std::size_t count = named.documents.size();
      if (count > most) {
        next = std::exchange(most, count);
        found = &named;
      } else {
        next = std::max(next, count);
      }
    }
    return most >= 2 * next ? found : nullptr;
  }

  bool Fits(const Subject& subject, const Named& named) const {
    return std::ranges::all_of(subject.referents, [&](ReferentIndex r) {
      const Referent& referent = in_.table[r];
      return referent.document.valid() &&
             ClassOf(referent) == named.head_class &&
             named.documents.contains(referent.document.index) &&
             MayMean(referent, named) && OnStory(referent, named.subject);
    });
  }

  // The one firm of the story whose name begins with that of a firm: "Halvers",
  // which its document calls the company, is "Halvers Tools".
  std::optional<std::size_t> FirmOf(std::size_t index) const {
    const Subject& subject = out_.subjects[index];
    std::string word;
    bool firm = false;
    for (const ReferentIndex r : subject.referents) {
      const Referent& referent = in_.table[r];
      const std::vector<std::string> words =
          WordsOfName(View(referent.name), in_.names);
      if (!referent.document.valid() || words.size() != 1 ||
          !MayBeFirm(referent))
        return std::nullopt;
      word = words.front();
      firm |= ClassOf(referent) == kFirm;
    }
    if (!firm) return std::nullopt;
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < out_.subjects.size(); ++i) {
      const Subject& other = out_.subjects[i];
      const bool begins =
          !other.referents.empty() &&
          std::ranges::all_of(other.referents, [&](ReferentIndex r) {
            const Referent& referent = in_.table[r];
            const std::vector<std::string> words =
                WordsOfName(View(referent.name), in_.names);
            return referent.document.valid() && words.size() > 1 &&
                   words.front() == word && MayBeFirm(referent);
          });
      if (!begins) continue;
      if (found) return std::nullopt;
      if (OnStory(in_.table[subject.referents.front()], i)) found = i;
    }
    return found;
  }

  // A body, or a name whose noun names no kind of thing: "Tools".
  bool MayBeFirm(const Referent& referent) const {
    const std::string_view of = ClassOf(referent);
    return referent.kind == Referent::Kind::kOrganisation ||
           (referent.kind == Referent::Kind::kThing &&
            (of == kFirm || (of == View(referent.head) && !IsThing(of))));
  }

  // Some document that makes a claim of the thing is this one, or on its story.
  bool OnStory(const Referent& referent, std::size_t thing) const {
    const std::uint32_t d = referent.document.index;
    return std::ranges::any_of(
        out_.subjects[thing].referents, [&](ReferentIndex r) {
          const std::uint32_t e = in_.table[r].document.index;
          if (d == e) return true;
          return stories_.Alike(d, e);
        });
  }

  void Join(std::size_t index, std::size_t thing) {
    Subject &from = out_.subjects[index], &to = out_.subjects[thing];
    out_.evidence.push_back({from.referents.front(), to.referents.front(),
                             kMerge, "the one of its kind of the story"});
    to.referents.insert(to.referents.end(), from.referents.begin(),
                        from.referents.end());
    std::ranges::sort(to.referents);
    from.referents.clear();
  }

  const IdentityInput& in_;
  Subjects& out_;
  std::vector<Named> named_;
  mutable TextStories stories_;  // remembers what it was asked
};

}  // namespace

void JoinStoryThings(const IdentityInput& in, Subjects& out) {
  if (in.document_words.empty() || in.document_words.size() > kSmallCorpus)
    return;
  StoryThings(in, out).Run();
}

}  // namespace gainsay::internal
