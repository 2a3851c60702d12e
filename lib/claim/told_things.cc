// Which concept an amount is of, and what it is told of. See told.h.
#include <algorithm>
#include <optional>

#include "claim/counts.h"
#include "claim/subjects.h"
#include "claim/told.h"
#include "claim/values.h"
#include "resolve/attach.h"

namespace gainsay::internal {

void ToldReader::AddThing(std::uint32_t group, ToldAmount& told) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun) return;
  const Group& g = s_.G(group);
  if (s_.Info(g.head).first == Tag::kPronoun ||
      (s_.words.Of(g.lemma).classes &
       (Class("told_set") | Class("told_amount") | Class("told_authority"))) !=
          0)
    return;
  if (const NameMention* name = s_.names.At(g.head);
      name != nullptr && name->canonical.valid()) {
    told.things.push_back(name->canonical);
    return;
  }
  told.things.push_back(
      s_.words.interner().Intern(rows_.LikeNoun(View(g.lemma))));
  // "The ferry" is the Kessa.
  if ((g.features & kDefinite) == 0 || g.plural) return;
  const std::optional<Entity> what =
      NounOrPronoun(s_, group, discourse_, classes_);
  if (what && what->name.valid()) told.things.push_back(what->name);
}

// What an amount is told of: what acts or is, and whatever hangs on the amount
// or on its noun.
void ToldReader::Things(std::uint32_t group, const ValuePath& path, bool sized,
                        ToldAmount& told) const {
  const PathStep& step = path.steps[0];
  // "Is back with a core 41 metres long": of the noun before it.
  if (step.relation == "adj" && group > 0 &&
      s_.G(group - 1).kind == GroupKind::kNoun &&
      s_.G(group - 1).last == s_.G(group).first)
    return AddThing(group - 1, told);
  const Clause* clause =
      step.clause == kNowhere ? nullptr : &s_.parse.clauses[step.clause];
  if (clause != nullptr && clause->kind == Clause::Kind::kRelative)
    AddThing(clause->head, told);
  // "Replaces one built in 1964, which was 71 metres long".
  if (clause != nullptr && clause->subject != kNowhere &&
      clause->subject != group &&
      s_.G(clause->subject).kind == GroupKind::kValue &&
      s_.atoms[s_.G(clause->subject).atom].kind == Atom::Kind::kNumber)
    told.aside = ToldAmount::Aside::kPart;
  // "The treasurer puts the bill at": not his; "the trust opened its doors on
  // completion of a restoration": that one is of no trust.
  const bool reckons =
      clause != nullptr && clause->verb != kNowhere &&
      (s_.words.Of(s_.G(clause->verb).lemma).classes & Class("reckon")) != 0;
  const Group& host = s_.G(step.group);
  const bool nested = !step.verb && host.preposition != kNowhere &&
                      host.governor != kNowhere &&
                      s_.G(host.governor).kind == GroupKind::kNoun &&
                      s_.G(host.governor).preposition != kNowhere;
  if (clause != nullptr && clause->subject != group &&
      clause->subject != step.group && !reckons && !nested)
    AddThing(clause->subject, told);
  if (step.verb && clause != nullptr && clause->object != group)
    AddThing(clause->object, told);
  if (sized && (step.relation == "app" || step.relation == "mod"))
    AddThing(step.group, told);
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (i == group || groups[i].kind != GroupKind::kNoun) continue;
    // "The distance from Dareh to Zaresh".
    const std::uint32_t over = groups[i].governor;
    const bool of_noun = !step.verb && (over == step.group ||
                                        (over != kNowhere && over < i &&
                                         groups[over].governor == step.group) ||
                                        s_.G(step.group).possessor == i);
    const bool of_subject = clause != nullptr && !reckons && !nested &&
                            clause->subject != kNowhere &&
                            (groups[i].governor == clause->subject ||
                             s_.G(clause->subject).possessor == i);
    const bool behind =
        groups[i].governor == group ||
        (step.verb && i > group && i <= group + 2 &&
         groups[i].preposition != kNowhere &&
         (s_.Info(groups[i].preposition).classes & Class("within")) == 0 &&
         groups[i].clause == s_.G(group).clause);
    if (of_noun || of_subject || behind) AddThing(i, told);
  }
}

// "The delivery, of 32 tonnes, left": what a size between commas is of.
std::uint32_t ToldReader::HostOf(std::uint32_t atom) const {
  std::uint32_t i = GroupOfAtom(s_.parse, s_.atoms[atom]);
  if (s_.G(i).kind != GroupKind::kValue) return kNowhere;
  if (i > 0 && s_.G(i).preposition != kNowhere &&
      (s_.Info(s_.G(i).preposition).features & kOfWord) != 0)
    --i;
  return i > 1 && s_.G(i - 1).kind == GroupKind::kPunct &&
                 s_.G(i - 2).kind == GroupKind::kNoun
             ? i - 2
             : kNowhere;
}

// "Can take", "carries".
bool ToldReader::IsAble(std::uint32_t clause) const {
  if (clause == kNowhere || s_.parse.clauses[clause].verb == kNowhere)
    return false;
  const std::uint16_t verb = s_.G(s_.parse.clauses[clause].verb).verb;
  constexpr std::uint16_t kOnce = kPast | kPerfect | kFuture | kNegated |
                                  kGerundVerb | kToVerb | kBareParticiple |
                                  kPlannedVerb | kDeniedVerb;
  return (verb & kUnsure) != 0 ? (verb & (kPerfect | kNegated)) == 0
                               : (verb & kOnce) == 0;
}

std::string_view ToldReader::ConceptOf(std::uint32_t atom, ToldAmount& told) {
  const Mention& mention = mentions_.mentions[s_.atoms[atom].id];
  // "The repair cost 131 million": of whatever money.
  constexpr double kSum = 1e6;
  const bool sum =
      mention.type == MentionType::kNumber && mention.number >= kSum &&
      (s_.G(GroupOfAtom(s_.parse, s_.atoms[atom])).kind == GroupKind::kValue ||
       s_.G(GroupOfAtom(s_.parse, s_.atoms[atom])).head < s_.atoms[atom].last);
  const std::uint32_t bits = ClassOf(mention) | (sum ? kMoneyValue : 0U);
  ValuePaths paths = PathsOf(s_.text, s_.atoms, s_.parse, atom, s_.words);
  if (const std::uint32_t host = HostOf(atom); host != kNowhere) {
    const Group& g = s_.G(host);
    paths.emplace_back().steps[paths.back().size++] = {
        "app", g.lemma, s_.words.Of(g.lemma).classes, host, false, g.clause};
  }
  if (const std::uint32_t label = LabelOf(atom); label != kNowhere) {
    const Group& g = s_.G(label);
    paths.emplace_back().steps[paths.back().size++] = {
        "is", g.lemma, s_.words.Of(g.lemma).classes, label, false, g.clause};
  }
  // "Drilled a core 41 metres long": its length, whatever was drilled.
  std::stable_partition(paths.begin(), paths.end(), [](const ValuePath& path) {
    return path.steps[0].relation == "adj";
  });
  std::vector<const Frame*> frames;
  for (const ValuePath& path : paths) {
    rows_.frames().Candidates(path.steps[0], View(path.steps[0].lemma), frames);
    for (const Frame* frame : frames) {
      if ((frame->values & bits) == 0 ||
          !FrameIndex::Fits(*frame, path, s_.words.interner()) ||
          !ModifiersFit(s_, *frame, path))
        continue;
      // What it can carry, or does: not what it carried once.
      const bool able = frame->planned != frame->predicate;
      if (able && !IsAble(path.steps[0].clause)) continue;
      Things(GroupOfAtom(s_.parse, s_.atoms[atom]), path,
             mention.type != MentionType::kMoney, told);
      if (frame->presupposed) told.tense = ToldAmount::Tense::kEvent;
      const std::uint32_t group = path.steps[0].group;
      const std::uint32_t clause = path.steps[0].clause;
      const std::uint32_t subject =
          clause == kNowhere ? kNowhere : s_.parse.clauses[clause].subject;
      // "63 per cent of the capital's voters".
      const std::uint32_t whose =
          path.steps[0].relation == "amount" ? s_.G(group).possessor : kNowhere;
      if (whose != kNowhere && s_.names.At(s_.G(whose).head) == nullptr)
        told.behind = s_.G(whose).lemma;
      if ((!path.steps[0].verb && s_.Holds(group, Class("told_sum"))) ||
          s_.Holds(subject, Class("told_section")))
        told.aside = ToldAmount::Aside::kPart;
      return able ? frame->planned : frame->predicate;
    }
  }
  const CountConcept* role =
      CountReader(s_, mentions_, discourse_, classes_, {})
          .RoleOf(s_.atoms[atom]);
  return role != nullptr && rows_.HasConcept(role->frame.predicate)
             ? role->frame.predicate
             : std::string_view();
}

void ToldReader::AddName(std::uint32_t group, ToldAmount& told) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun) return;
  const Group& g = s_.G(group);
  if (s_.Info(g.head).first == Tag::kPronoun) {
    // "They called 41 witnesses": one side's, perhaps.
    if ((s_.Info(g.head).features & kPlural) != 0) told.someone = true;
    if ((s_.Info(g.head).features & kPerson) == 0) return;
    const std::optional<Entity> who = discourse_.Pronoun(s_, group);
    if (who && who->name.valid()) {
      told.names.push_back(who->name);
    } else {
      told.someone = true;
    }
    return;
  }
  if (const NameMention* name = s_.names.At(g.head);
      name != nullptr && name->canonical.valid())
    told.names.push_back(name->canonical);
}

// Who acts on or owns what is counted, and where it is.
void ToldReader::Names(std::uint32_t group, ToldAmount& told) const {
  const Group& g = s_.G(group);
  if (g.clause != kNowhere) {
    const Clause& clause = s_.parse.clauses[g.clause];
    // "The sea was calm, and the passengers were mostly Scots."
    const bool beside =
        clause.verb != kNowhere && (s_.G(clause.verb).verb & kCopula) != 0;
    if (clause.subject != group && !beside) {
      AddName(clause.subject, told);
      const std::optional<Entity> whose =
          NounOrPronoun(s_, clause.subject, discourse_, classes_);
      if (whose) told.whose = whose->name;
    }
    if (clause.kind == Clause::Kind::kRelative) AddName(clause.head, told);
  }
  AddName(g.possessor, told);
  const auto& groups = s_.parse.groups.groups;
  for (std::uint32_t i = 0; i < groups.size(); ++i) {
    if (groups[i].governor == group) AddName(i, told);
  }
}

void ToldReader::Around(ToldAmount& told) const {
  const Segment& segment = s_.text.segments[s_.index];
  for (std::uint32_t t = segment.first; t < segment.last; ++t) {
    const WordInfo& info = s_.Info(t);
    constexpr std::uint32_t kShort = 4;  // bytes; shorter ones tell little
    if (s_.text.tokens[t].end - s_.text.tokens[t].begin < kShort) continue;
    if (t > segment.first && (s_.text.tokens[t].flags & kCapitalised) != 0)
      told.around_names.push_back(s_.text.tokens[t].folded);
    told.around.push_back(info.noun.valid()   ? info.noun
                          : info.verb.valid() ? info.verb
                                              : s_.text.tokens[t].folded);
  }
  std::ranges::sort(told.around);
  told.around.erase(std::unique(told.around.begin(), told.around.end()),
                    told.around.end());
  std::ranges::sort(told.around_names);
}

// "At Cape Rennet the wind reached": places of the clause, by name.
void ToldReader::Places(std::uint32_t clause, ToldAmount& told) const {
  if (clause == kNowhere) return;
  for (const Group& g : s_.parse.groups.groups) {
    if (g.kind != GroupKind::kNoun || g.clause != clause ||
        g.preposition == kNowhere ||
        (s_.Info(g.preposition).features & kPlaceWord) == 0)
      continue;
    const NameMention* name = s_.names.At(g.head);
    if (name != nullptr && name->canonical.valid())
      told.places.push_back(name->canonical);
  }
}

void ToldReader::When(std::uint32_t group_of, ToldAmount& told) const {
  const std::uint32_t clause =
      group_of == kNowhere ? kNowhere : s_.G(group_of).clause;
  std::optional<DayInterval> only;  // of the sentence
  bool several = false;
  for (const Atom& atom : s_.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const std::uint32_t group = GroupOfAtom(s_.parse, atom);
    const Mention& date = mentions_.mentions[atom.id];
    if (group == kNowhere || date.hull.lo <= kMinusInfinity ||
        date.hull.hi >= kPlusInfinity)
      continue;
    several |= only.has_value();
    if (group_of != kNowhere && IsOfOtherCount(group, group_of)) continue;
    only = date.hull;
    if (s_.G(group).clause != clause) continue;
    told.when = told.when == DayInterval()
                    ? date.hull
                    : DayInterval{std::min(told.when.lo, date.hull.lo),
                                  std::max(told.when.hi, date.hull.hi)};
  }
  if (told.when == DayInterval() && only && !several) told.when = *only;
}

}  // namespace gainsay::internal
