// Votes for a candidate: "received 78 votes", "was elected with 118 of 201
// votes", "won the votes of 41 federations", "38 of the 47 federations voted
// for Belmara". See told.h.
#include <algorithm>
#include <optional>
#include <utility>

#include "claim/subjects.h"
#include "claim/told.h"
#include "resolve/attach.h"

namespace gainsay::internal {

// The group of votes that a number counts, or counts some of: "19 of the 31
// votes in the senate".
std::uint32_t ToldReader::VotesOf(std::uint32_t group) const {
  const auto& groups = s_.parse.groups.groups;
  const auto is = [&](std::uint32_t i) {
    return i < groups.size() && groups[i].kind == GroupKind::kNoun &&
           (s_.words.Of(groups[i].lemma).classes & Class("ballot_vote")) != 0;
  };
  if (is(group)) return group;
  const bool of = groups[group].kind == GroupKind::kValue &&
                  group + 2 < groups.size() &&
                  (s_.Info(groups[group + 1].first).features & kOfWord) != 0;
  return of && is(group + 2) ? group + 2 : kNowhere;
}

// Whom the votes of a number are for; none: they are for nobody by name.
std::uint32_t ToldReader::VotedFor(std::uint32_t group) const {
  const Group& g = s_.G(group);
  if (g.clause == kNowhere) return kNowhere;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.verb == kNowhere) return kNowhere;
  const Group& verb = s_.G(clause.verb);
  const auto says = [&](std::string_view name) {
    return (s_.words.Of(verb.lemma).classes & Class(name)) != 0;
  };
  const bool passive = (verb.verb & kPassive) != 0;
  const std::uint32_t votes = VotesOf(group);
  if (votes == kNowhere) {
    // "38 federations voted for Belmara", "the votes of 41 federations".
    const std::uint32_t voted = PlaceBehind(clause.verb, kForWord);
    if (clause.subject == group && says("told_voting") && !passive)
      return voted;
    const bool of = g.preposition != kNowhere && g.governor != kNowhere &&
                    (s_.Info(g.preposition).features & kOfWord) != 0 &&
                    VotesOf(g.governor) == g.governor;
    return of && clause.object == g.governor && says("told_get_votes")
               ? clause.subject
               : kNowhere;
  }
  if (g.preposition == kNowhere)
    return clause.object == group && says("told_get_votes") && !passive
               ? clause.subject
               : kNowhere;
  const bool with =
      (s_.Info(g.preposition).classes & Class("told_by_votes")) != 0;
  return with && says("told_elect") ? s_.parse.Patient(clause) : kNowhere;
}

// The body that takes a vote: two are told apart by it.
void ToldReader::NoteChamber(ToldAmount& told) const {
  const Segment& segment = s_.text.segments[s_.index];
  for (std::uint32_t t = segment.first; t < segment.last; ++t) {
    const WordInfo& info = s_.Info(t);
    if (((info.noun_classes | info.classes) & Class("told_chamber")) != 0)
      told.things.push_back(info.noun.valid() ? info.noun
                                              : s_.text.tokens[t].folded);
    // "Rejected an amendment": not the vote on the whole.
    for (const StringId word : {info.noun, info.verb}) {
      if (word.valid() &&
          (s_.words.Of(word).classes & Class("told_other_vote")) != 0) {
        told.narrow.push_back(word);
        break;
      }
    }
  }
  std::ranges::sort(told.narrow);
}

// The round of a vote, and the place whose votes are counted ("83 votes in
// Lomund"): no other is meant.
void ToldReader::NoteRound(std::uint32_t group, ToldAmount& told) const {
  const Segment& segment = s_.text.segments[s_.index];
  for (std::uint32_t t = segment.first; t < segment.last; ++t) {
    const WordInfo& info = s_.Info(t);
    const bool ballot =
        t + 1 < segment.last &&
        ((s_.Info(t + 1).noun_classes | s_.Info(t + 1).classes) &
         Class("told_round")) != 0;
    if ((info.classes & Class("told_round_word")) != 0 && ballot)
      told.narrow.push_back(s_.text.tokens[t].folded);
    if ((info.classes & Class("told_run_off")) != 0)
      told.narrow.push_back(s_.text.tokens[t].folded);
  }
  const std::uint32_t votes = VotesOf(group);
  const std::uint32_t in =
      PlaceBehind(votes == kNowhere ? group : votes, kPlaceWord);
  if (in != kNowhere && s_.G(in).name)
    told.narrow.push_back(s_.text.tokens[s_.G(in).head].folded);
  std::ranges::sort(told.narrow);
}

// Appends the votes for somebody with a name.
void ToldReader::ReadVotes(std::uint32_t atom, const ToldAmount& told) {
  const Atom& a = s_.atoms[atom];
  if (a.kind != Atom::Kind::kNumber || a.share || told.value.number < 2) return;
  const std::uint32_t group = GroupOfAtom(s_.parse, a);
  const std::uint32_t whom = VotedFor(group);
  if (whom == kNowhere || s_.G(whom).kind != GroupKind::kNoun) return;
  const std::optional<Entity> who =
      NounOrPronoun(s_, whom, discourse_, classes_);
  // "Elected Maud Ebel president".
  const NameMention* name = s_.names.At(s_.G(whom).first);
  const StringId named = who && who->name.valid() ? who->name
                         : name != nullptr        ? name->canonical
                                                  : StringId();
  if (!named.valid()) return;
  ToldAmount votes = told;
  votes.names = {named};
  votes.things.clear();
  votes.someone = false;
  votes.one_name = true;
  votes.key = s_.words.interner().Intern("votes_for_one");
  votes.label = s_.words.interner().Intern("votes");
  NoteChamber(votes);
  NoteRound(group, votes);
  const Segment& segment = s_.text.segments[s_.index];
  bool counting = false;
  for (std::uint32_t t = segment.first; t < segment.last; ++t)
    counting = counting || (s_.Info(t).classes & Class("told_counting")) != 0;
  if (counting) {
    votes.aside = ToldAmount::Aside::kGrowing;
  } else if (IsNoFact(s_.G(group).clause)) {
    votes.aside = ToldAmount::Aside::kNoFact;
  }
  out_.push_back(std::move(votes));
}

// Whether a number counts who voted for a motion, or their votes: "31
// councillors voted for it", "voted in favour", "31 votes in favour", "was
// backed by 31 councillors", "passed with 31 votes".
bool ToldReader::IsInFavour(std::uint32_t group) const {
  const Group& g = s_.G(group);
  const auto favour = [&](std::uint32_t before) {
    const std::uint32_t in = PlaceBehind(before, kPlaceWord);
    return in != kNowhere && Is(in, "told_favour");
  };
  const auto counts_voters = [&](std::uint32_t of) {
    return (s_.words.Of(s_.G(of).lemma).classes & Class("told_voter")) != 0;
  };
  // "12 of its 15 members in favour".
  if (g.kind == GroupKind::kValue) {
    const std::uint32_t of = PlaceBehind(group, kOfWord);
    return of == group + 2 && counts_voters(of) && favour(of);
  }
  if (g.clause == kNowhere || g.kind != GroupKind::kNoun) return false;
  // "The 241 deputies who voted in favour".
  for (const Clause& told : s_.parse.clauses) {
    if (counts_voters(group) && (g.features & kDefinite) != 0 &&
        told.kind == Clause::Kind::kRelative && told.head == group &&
        told.verb != kNowhere && favour(told.verb) &&
        (s_.words.Of(s_.G(told.verb).lemma).classes & Class("told_voting")) !=
            0)
      return true;
  }
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.verb == kNowhere) return false;
  const Group& verb = s_.G(clause.verb);
  const auto says = [&](std::string_view name) {
    return (s_.words.Of(verb.lemma).classes & Class(name)) != 0;
  };
  const bool passive = (verb.verb & (kPassive | kBareParticiple)) != 0,
             voters = counts_voters(group);
  // "Carried with the votes of 19 governments".
  if (voters && says("told_pass") && g.preposition != kNowhere &&
      g.governor != kNowhere && VotesOf(g.governor) == g.governor &&
      (s_.Info(g.preposition).features & kOfWord) != 0)
    return true;
  if (VotesOf(group) == group) {
    if (favour(group)) return true;
    const bool with =
        g.preposition != kNowhere &&
        (s_.Info(g.preposition).classes & Class("told_by_votes")) != 0;
    // "The plan won 31 votes".
    const bool motion = clause.object == group && clause.subject != kNowhere &&
                        (s_.words.Of(s_.G(clause.subject).lemma).classes &
                         Class("told_motion")) != 0;
    return (with && says("told_pass")) || (motion && says("told_get_votes"));
  }
  if (!voters) return false;
  if (clause.subject == group && !passive) {
    if (says("told_pass")) return clause.object != kNowhere;
    return says("told_voting") &&
           (favour(clause.verb) ||
            PlaceBehind(clause.verb, kForWord) != kNowhere);
  }
  return passive && says("told_pass") && g.preposition != kNowhere &&
         (s_.Info(g.preposition).classes & Class("by_whom")) != 0;
}

// Appends how many voted for a motion, which nobody is by name.
void ToldReader::ReadInFavour() {
  for (std::uint32_t atom = 0; atom < s_.atoms.size(); ++atom) {
    const Atom& a = s_.atoms[atom];
    const std::uint32_t group = GroupOfAtom(s_.parse, a);
    if (a.kind != Atom::Kind::kNumber || a.share || group == kNowhere ||
        VotedForOne(group) || !IsInFavour(group))
      continue;
    ToldAmount votes = Derived(atom, "votes_in_favour", "votes in favour");
    if (votes.value.kind != ValueKind::kQuantity || votes.value.number < 2)
      continue;
    NoteChamber(votes);
    NoteRound(group, votes);
    if (s_.G(group).kind == GroupKind::kNoun && IsPart(a, group, true))
      votes.aside = ToldAmount::Aside::kPart;
    out_.push_back(std::move(votes));
  }
}

// Of somebody with a name.
bool ToldReader::VotedForOne(std::uint32_t group) const {
  const std::uint32_t whom = VotedFor(group);
  if (whom == kNowhere || s_.G(whom).kind != GroupKind::kNoun) return false;
  const std::optional<Entity> who =
      NounOrPronoun(s_, whom, discourse_, classes_);
  return (who && who->kind == Entity::Kind::kPerson) ||
         s_.names.At(s_.G(whom).head) != nullptr;
}

}  // namespace gainsay::internal
