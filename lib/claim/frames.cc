#include "claim/frames.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

namespace gainsay::internal {
namespace {

constexpr std::pair<std::string_view, std::uint32_t> kValueNames[] = {
    {"number", kNumberValue},   {"percent", kPercentValue},
    {"money", kMoneyValue},     {"duration", kDurationValue},
    {"age", kAgeValue},         {"date", kDateValue},
    {"ordinal", kOrdinalValue}, {"set", kSetValue},
    {"length", kLengthValue},   {"area", kAreaValue},
    {"mass", kMassValue},       {"speed", kSpeedValue},
    {"volume", kVolumeValue},   {"temperature", kTemperatureValue},
    {"unit", kOtherUnitValue},
};

constexpr std::pair<std::string_view, SubjectAt> kSubjectNames[] = {
    {"head", SubjectAt::kHead},
    {"headname", SubjectAt::kHeadName},
    {"of", SubjectAt::kOf},
    {"in", SubjectAt::kIn},
    {"poss", SubjectAt::kPossessor},
    {"host", SubjectAt::kHost},
    {"app", SubjectAt::kApposed},
    {"patient", SubjectAt::kPatient},
    {"agent", SubjectAt::kAgent},
    {"either", SubjectAt::kEither},
    {"event", SubjectAt::kEvent},
    {"place", SubjectAt::kPlace},
    {"for", SubjectAt::kFor},
    {"focus", SubjectAt::kFocus},
    {"subjof", SubjectAt::kSubjectOf},
    {"counted", SubjectAt::kCounted},
};

// Prepositions and bare adverbials by which a date hangs on the event it dates.
constexpr std::string_view kDateRelations[] = {"time", "on",     "in",
                                               "at",   "during", "for"};

// How a date hangs on an event: on its verb, on its noun ("its opening in
// 1931"), on what the noun is of ("the opening of the bridge in 1931").
enum class EventPath : std::uint8_t { kVerb, kNoun, kNounOf };

// The same of a noun: "the opening of the bridge in 1931".
constexpr std::string_view kNounRelations[] = {"on", "in"};

std::string Key(std::string_view relation, std::string_view word) {
  std::string key(relation);
  key += ':';
  key += word;
  return key;
}

}  // namespace

std::uint32_t ReadValues(std::string_view list) {
  std::uint32_t bits = 0;
  ForEachWord(list, '|', [&](std::string_view word) {
    for (const auto& [name, bit] : kValueNames) {
      if (name == word) bits |= bit;
    }
  });
  return bits;
}

bool LemmaSet::Has(std::string_view lemma, ClassSet of_lemma) const {
  return any || (classes & of_lemma) != 0 ||
         std::find(words.begin(), words.end(), lemma) != words.end();
}

bool ReadLemmas(const SyntaxIndex& syntax, std::string_view list, char by,
                LemmaSet& out) {
  bool good = true;
  ForEachWord(list, by, [&](std::string_view word) {
    if (word == "*") {
      out.any = true;
    } else if (word.front() == '@') {
      const ClassSet bit = syntax.ClassBit(word.substr(1));
      good = good && bit != 0;
      out.classes |= bit;
    } else {
      out.words.push_back(word);
    }
  });
  return good;
}

bool FrameIndex::ReadSubject(std::string_view list, Frame& frame) {
  bool good = true;
  ForEachWord(list, ' ', [&](std::string_view word) {
    const auto* it =
        std::find_if(std::begin(kSubjectNames), std::end(kSubjectNames),
                     [&](const auto& name) { return name.first == word; });
    if (it == std::end(kSubjectNames)) {
      good = false;
    } else {
      frame.subject.push_back(it->second);
    }
  });
  return good && !frame.subject.empty();
}

bool FrameIndex::ReadSteps(std::string_view path, Frame& frame) {
  bool good = true;
  ForEachWord(path, ' ', [&](std::string_view text) {
    FrameStep step;
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) {
      good = false;
      return;
    }
    ForEachWord(text.substr(0, colon), '|',
                [&](std::string_view word) { step.relations.push_back(word); });
    std::string_view words = text.substr(colon + 1);
    if (const std::size_t plus = words.find('+');
        plus != std::string_view::npos) {
      step.modifier = words.substr(0, plus);
      words = words.substr(plus + 1);
    }
    good = ReadLemmas(*syntax_, words, '|', step.governors) && good;
    frame.steps.push_back(std::move(step));
  });
  return good && !frame.steps.empty() &&
         frame.steps.size() <= ValuePath::kMaxSteps;
}

void FrameIndex::Add(Frame frame) {
  const auto id = static_cast<std::uint32_t>(frames_.size());
  const FrameStep& first = frame.steps.front();
  for (const std::string_view relation : first.relations) {
    const auto add = [&](std::string_view word) {
      std::vector<std::uint32_t>& list = by_first_[Key(relation, word)];
      if (list.empty() || list.back() != id) list.push_back(id);
    };
    for (const std::string_view word : first.governors.words) add(word);
    if (first.governors.any) add("*");
    for (std::size_t c = 0; c < syntax_->tables().classes.size(); ++c) {
      if (first.governors.classes.Test(c))
        add("@" + std::string(syntax_->tables().classes[c].name));
    }
  }
  frames_.push_back(std::move(frame));
}

void FrameIndex::AddAttribute(const AttrRow& row) {
  Frame frame;
  frame.name = row.name;
  frame.predicate = row.predicate;
  if (frame.predicate.ends_with('~')) {
    frame.dated = true;
    frame.predicate.remove_suffix(1);
  }
  if (frame.predicate.ends_with('*') || frame.predicate.ends_with('^')) {
    frame.scoped = frame.predicate.ends_with('*');
    frame.kind_scoped = !frame.scoped;
    frame.predicate.remove_suffix(1);
  }
  if (frame.predicate.ends_with('<')) {
    frame.open_past = true;
    frame.predicate.remove_suffix(1);
  }
  if (frame.predicate.ends_with('!')) {
    frame.presupposed = true;
    frame.predicate.remove_suffix(1);
  }
  const std::size_t slash = frame.predicate.find('/');
  frame.planned = slash == std::string_view::npos
                      ? frame.predicate
                      : frame.predicate.substr(slash + 1);
  frame.presupposed = frame.presupposed || slash != std::string_view::npos;
  frame.predicate = frame.predicate.substr(0, slash);
  frame.values = ReadValues(row.value);
  frame.things.any = row.things.empty();
  const bool good = frame.values != 0 && ReadSteps(row.path, frame) &&
                    ReadSubject(row.subject, frame) &&
                    ReadLemmas(*syntax_, row.things, '|', frame.things);
  if (!good) {
    errors_.emplace_back(row.name);
    return;
  }
  Add(std::move(frame));
}

void FrameIndex::AddEvent(const EventRow& row) {
  const auto add = [&](std::string_view predicate, std::uint32_t values,
                       std::span<const std::string_view> relations,
                       EventPath by) {
    if (predicate.empty()) return;
    Frame frame;
    frame.name = row.name;
    const std::size_t blank = predicate.find(' ');
    if (blank != std::string_view::npos)
      frame.series = predicate.substr(blank + 1);
    frame.predicate = frame.planned = predicate.substr(0, blank);
    frame.event = true;
    frame.values = values;
    frame.things.any = row.things.empty();
    FrameStep step;
    for (const std::string_view relation : relations)
      step.relations.push_back(relation);
    const bool noun = by != EventPath::kVerb;
    frame.noun = noun;
    if (by == EventPath::kNounOf) {
      FrameStep of;
      of.governors.any = true;
      of.relations = step.relations;
      frame.steps.push_back(std::move(of));
      step.relations = {"of"};
    }
    const bool good =
        ReadLemmas(*syntax_, noun ? row.nouns : row.verbs, ' ',
                   step.governors) &&
        ReadSubject(by == EventPath::kVerb   ? row.subject
                    : by == EventPath::kNoun ? "of poss"
                                             : "counted",
                    frame) &&
        ReadLemmas(*syntax_, row.things,
                   row.things.find('|') != std::string_view::npos ? '|' : ' ',
                   frame.things);
    if (!good) {
      errors_.emplace_back(row.name);
      return;
    }
    frame.steps.push_back(std::move(step));
    Add(std::move(frame));
  };
  constexpr std::string_view kSince[] = {"since"}, kLasting[] = {"for", "obj"};
  add(row.on_date, kDateValue, kDateRelations, EventPath::kVerb);
  add(row.since_date, kDateValue, kSince, EventPath::kVerb);
  add(row.lasting, kDurationValue, kLasting, EventPath::kVerb);
  if (row.nouns.empty()) return;
  add(row.on_date, kDateValue, kNounRelations, EventPath::kNoun);
  add(row.on_date, kDateValue, kNounRelations, EventPath::kNounOf);
}

FrameIndex::FrameIndex(const SyntaxIndex& syntax) : syntax_(&syntax) {
  for (const AttrRow& row : syntax.tables().attributes) AddAttribute(row);
  for (const EventRow& row : syntax.tables().events) AddEvent(row);
}

FrameIndex::FrameIndex(const SyntaxIndex& syntax, std::span<const AttrRow> rows)
    : syntax_(&syntax) {
  for (const AttrRow& row : rows) AddAttribute(row);
}

void FrameIndex::Candidates(const PathStep& step, std::string_view lemma,
                            std::vector<const Frame*>& out) const {
  out.clear();
  const auto add = [&](std::string_view word) {
    const auto it = by_first_.find(Key(step.relation, word));
    if (it == by_first_.end()) return;
    for (const std::uint32_t id : it->second) {
      if (std::find(out.begin(), out.end(), &frames_[id]) == out.end())
        out.push_back(&frames_[id]);
    }
  };
  add(lemma);
  for (std::size_t c = 0; c < syntax_->tables().classes.size(); ++c) {
    if (step.classes.Test(c))
      add("@" + std::string(syntax_->tables().classes[c].name));
  }
  add("*");
}

bool FrameIndex::Fits(const Frame& frame, const ValuePath& path,
                      const Interner& interner) {
  if (frame.steps.size() > path.size) return false;
  if (frame.event && frame.noun == path.steps[0].verb) return false;
  for (std::size_t i = 0; i < frame.steps.size(); ++i) {
    const FrameStep& want = frame.steps[i];
    const PathStep& have = path.steps[i];
    if (std::find(want.relations.begin(), want.relations.end(),
                  have.relation) == want.relations.end())
      return false;
    if (!want.governors.Has(interner.View(have.lemma), have.classes))
      return false;
  }
  return true;
}

const FrameIndex& FramesOf(const Language& language) {
  static std::mutex mutex;
  static std::map<const SyntaxIndex*, FrameIndex> compiled;  // stable addresses
  const std::lock_guard lock(mutex);
  const SyntaxIndex& syntax = language.syntax();
  return compiled.try_emplace(&syntax, syntax).first->second;
}

}  // namespace gainsay::internal
