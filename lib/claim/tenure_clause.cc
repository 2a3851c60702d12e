// From a value to the office and the person that its clause tells of.
#include <utility>

#include "claim/tenures.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 10;  // groups from a value to its office

}  // namespace

bool TenureReader::Asserts(std::uint32_t verb) const {
  const Group& g = s_.G(verb);
  if (g.clause == kNowhere || (g.verb & kNotTold) != 0) return false;
  const Clause& clause = s_.parse.clauses[g.clause];
  if (clause.conditional || clause.question) return false;
  // "Was back at the helm in 2019": a second time.
  for (std::uint32_t i = clause.first; i < clause.last; ++i) {
    const bool condition =
        s_.G(i).kind == GroupKind::kMark && i < verb &&
        (s_.Info(s_.G(i).first).features & kConditional) != 0;
    if (condition || s_.Holds(i, tenure_.again)) return false;
  }
  return true;
}

std::optional<TenureScope> TenureReader::Office(
    std::optional<std::uint32_t> noun, bool object) const {
  return noun ? phrases_.At(*noun, object) : std::nullopt;
}

// What somebody leads, and who; of a passive "by her".
std::optional<TenureReader::Told> TenureReader::Leading(
    std::uint32_t verb) const {
  const Group& g = s_.G(verb);
  const Clause& clause = s_.parse.clauses[g.clause];
  const std::uint32_t after = verb + 2;  // "by her", "over the court"
  const bool more = after < s_.parse.groups.groups.size() &&
                    s_.G(after).preposition != kNowhere;
  std::uint32_t led = s_.parse.Patient(clause);
  if (led == kNowhere && more) led = after;
  const std::optional<std::string> body = phrases_.Body(led);
  // "Premier Ana Reis, who has governed since 2013".
  if (!body && (phrases_.Of(verb) & tenure_.reign) != 0 &&
      clause.object == kNowhere &&
      (g.verb & (kPassive | kBareParticiple)) == 0) {
    std::optional<FoundSubject> ruler = phrases_.SubjectOf(clause);
    if (!ruler) return std::nullopt;
    const TenureScope title = phrases_.TitleOf(ruler->group);
    if (title.role.empty()) return std::nullopt;
    return Told{Told::How::kIs, title, *std::move(ruler), g.clause, g.verb};
  }
  if (!body) return std::nullopt;
  std::optional<FoundSubject> person;
  if ((g.verb & (kPassive | kBareParticiple)) == 0) {
    person = phrases_.SubjectOf(clause);
  } else if (more) {
    person = phrases_.Person(after);
  }
  if (!person) return std::nullopt;
  Told told{Told::How::kIs, {}, *std::move(person), g.clause, g.verb};
  told.scope.body = *body;
  told.scope.kind = phrases_.KindOfLead(led);
  return told;
}

// Verbs after which somebody is, was or ceases to be in an office.
std::optional<TenureScope> TenureReader::Being(
    std::uint32_t verb, std::optional<std::uint32_t> noun,
    Told::How& how) const {
  const Group& g = s_.G(verb);
  const ClassSet of = phrases_.Of(verb);
  how = Told::How::kIs;
  if ((g.verb & kCopula) != 0 || (of & tenure_.serve) != 0) {
    if (auto scope = Office(noun, false)) return scope;
    // "Served two terms from 2001 to 2009".
    const std::uint32_t object = s_.parse.clauses[g.clause].object;
    if (object != kNowhere && (phrases_.Of(object) & tenure_.term) != 0)
      return TenureScope{.kind = TenureScope::Kind::kPost};
    return std::nullopt;
  }
  if ((of & tenure_.keep) != 0 || (g.verb & kHaveMain) != 0)
    return Office(noun, true);
  if ((of & (tenure_.spend | tenure_.leave)) == 0) return std::nullopt;
  how = (of & tenure_.spend) != 0 ? Told::How::kSpent : Told::How::kLeft;
  // "Left office", "gave up the post".
  return Office(noun, how == Told::How::kLeft && noun &&
                          s_.G(*noun).preposition == kNowhere);
}

// Verbs by which somebody comes into an office.
std::optional<TenureScope> TenureReader::Taking(
    std::uint32_t verb, std::optional<std::uint32_t> noun) const {
  const Group& g = s_.G(verb);
  const Clause& clause = s_.parse.clauses[g.clause];
  const ClassSet of = phrases_.Of(verb);
  const TenureScope public_office{.kind = TenureScope::Kind::kOffice};
  // "Came to power" is one group of three words.
  const bool came = (of & tenure_.office) != 0 && g.last >= g.first + 3;
  if ((g.verb & (kPassive | kBareParticiple)) != 0) {
    if ((of & tenure_.sworn) == 0) return std::nullopt;
    // "As an honorary consul".
    const ClassSet as = s_.words.index().ClassBit("told_of");
    std::optional<TenureScope> scope = Office(noun, false);
    if (!scope && noun && s_.G(*noun).preposition != kNowhere &&
        (s_.Info(s_.G(*noun).preposition).classes & as) != 0)
      return std::nullopt;
    return scope.value_or(public_office);
  }
  if ((of & tenure_.enter) != 0 || came)
    return Office(noun, false).value_or(public_office);
  if ((of & tenure_.begin) != 0) return Office(noun, false);
  if ((of & tenure_.take_charge) != 0) {
    std::optional<TenureScope> scope = Office(noun, false);
    if (clause.object == kNowhere) return scope.value_or(TenureScope());
    if (!scope) scope = Office(clause.object, true);
    if (scope && !scope->body.empty()) return scope;
    // "Took over the family farm": of no body.
    const std::optional<std::string> body = phrases_.Body(clause.object);
    if (!body) return scope;
    if (!scope) scope = TenureScope();
    scope->body = *body;
    scope->kind = phrases_.KindOfLead(clause.object);
    return scope;
  }
  if ((of & tenure_.take) != 0) return Office(noun, true);
  if ((of & tenure_.win_post) != 0 && noun &&
      s_.G(*noun).preposition == kNowhere &&
      s_.Holds(*noun, tenure_.post | tenure_.office))
    return Office(noun, true);
  // "Came to the post", "moved into the job", "arrived as director".
  if ((of & tenure_.come_to) != 0 && noun &&
      s_.G(*noun).preposition != kNowhere) {
    const ClassSet as = s_.words.index().ClassBit("told_of");
    if ((s_.Info(s_.G(*noun).preposition).classes & as) != 0)
      return (s_.G(*noun).features & kIndefinite) != 0 ? std::nullopt
                                                       : Office(noun, false);
    if (s_.Holds(*noun, tenure_.helm | tenure_.post)) return Office(noun, true);
  }
  if ((of & tenure_.become) != 0) {
    std::optional<TenureScope> scope = Office(noun, false);
    if (scope && scope->role.empty() && scope->body.empty()) scope.reset();
    return scope;
  }
  if ((of & tenure_.succeed) == 0) return std::nullopt;
  const std::optional<FoundSubject> other = phrases_.Person(clause.object);
  if (!other || other->entity.kind != Entity::Kind::kPerson)
    return std::nullopt;
  return TenureScope{.kind = TenureScope::Kind::kPost};
}

// "Was appointed director", "was put in charge of the court", "appointed in
// 2021". Whoever is named something without an office has got no office:
// "named in a report", "appointed to the commission".
std::optional<TenureScope> TenureReader::Appointing(
    std::uint32_t verb, std::optional<std::uint32_t> noun) const {
  const ClassSet of = phrases_.Of(verb);
  if ((s_.G(verb).verb & (kPassive | kBareParticiple)) == 0)
    return std::nullopt;
  if ((of & tenure_.put_in) != 0) {
    // "In charge of the inquiry": of no body.
    if (!noun || !s_.Holds(*noun, tenure_.helm) ||
        !phrases_.Body(phrases_.Owned(*noun)))
      return std::nullopt;
    return Office(noun, false);
  }
  // "Was given command of the ferry", "was handed the post".
  if ((of & tenure_.give_post) != 0 && noun &&
      s_.G(*noun).preposition == kNowhere &&
      s_.Holds(*noun, tenure_.helm | tenure_.post))
    return Office(noun, true);
  if ((of & tenure_.appoint) == 0) return std::nullopt;
  // "Appointed in May by the board, with the club in trouble": no office
  // follows.
  const bool aside =
      noun && s_.G(*noun).preposition != kNowhere &&
      (s_.Info(s_.G(*noun).preposition).classes & tenure_.into) == 0;
  if (!noun || aside) {
    const Clause& clause = s_.parse.clauses[s_.G(verb).clause];
    // "He was young when he was appointed in 1975": to what, is not said.
    if ((of & tenure_.appoint_alone) == 0 ||
        clause.kind == Clause::Kind::kSubordinate)
      return std::nullopt;
    const std::uint32_t who =
        clause.subject != kNowhere ? clause.subject : clause.head;
    return phrases_.TitleOf(who);
  }
  // "Named director of the year".
  if (s_.Holds(phrases_.Owned(*noun), tenure_.year)) return std::nullopt;
  return Office(noun, true);
}

// "Since her appointment as director in 2020".
std::optional<TenureReader::Told> TenureReader::Appointment(
    std::uint32_t noun, std::uint32_t office) const {
  const std::optional<TenureScope> scope = Office(office, false);
  if (!scope) return std::nullopt;
  const Group& g = s_.G(noun);
  const bool owned = (s_.Info(g.first).features & kPossessive) != 0;
  std::optional<FoundSubject> person =
      owned && g.possessor == kNowhere
          ? phrases_.Hers(noun)
          : phrases_.Person(g.possessor != kNowhere ? g.possessor
                                                    : phrases_.Owned(noun));
  if (!person) return std::nullopt;
  const bool elected = (phrases_.Of(noun) & tenure_.elect) != 0;
  return Told{elected ? Told::How::kElected : Told::How::kAppointed, *scope,
              *std::move(person)};
}

// What a verb and the office after it tell; `noun`: that office's group, or
// what else follows the verb.
std::optional<TenureReader::Told> TenureReader::OfVerb(
    std::uint32_t verb, std::optional<std::uint32_t> noun) const {
  if (!Asserts(verb)) return std::nullopt;
  const Group& g = s_.G(verb);
  const ClassSet of = phrases_.Of(verb);
  std::optional<Told> told;
  if ((of & tenure_.lead) != 0) {
    told = Leading(verb);
  } else {
    const bool passive = (g.verb & (kPassive | kBareParticiple)) != 0;
    Told::How how = Told::How::kTook;
    std::optional<TenureScope> scope;
    if (!passive) {
      scope = Being(verb, noun, how);
    } else if ((of & tenure_.removed) != 0) {  // "was sacked as coach"
      how = Told::How::kLeft;
      scope = Office(noun, true);
    }
    if (!scope) {
      how = (of & tenure_.elect) != 0 ? Told::How::kElected
                                      : Told::How::kAppointed;
      scope = Appointing(verb, noun);
    }
    if (!scope) {
      how = Told::How::kTook;
      scope = Taking(verb, noun);
    }
    if (!scope) return std::nullopt;
    const Clause& clause = s_.parse.clauses[g.clause];
    // "Reis, head of the panel appointed in 2019": the panel was.
    const bool bare =
        how != Told::How::kTook && (g.verb & kBareParticiple) != 0;
    std::optional<FoundSubject> person =
        !bare || verb == 0 ? phrases_.SubjectOf(clause)
        : verb > 0 && s_.G(verb - 1).kind == GroupKind::kPunct
            ? phrases_.Before(verb - 1)
            : std::nullopt;
    if (!person) return std::nullopt;
    told = Told{how, *std::move(scope), *std::move(person), g.clause, g.verb};
  }
  // A name of which nothing is known leads as a body does: "the Marlo Group has
  // run the port since". A title makes it a person's, as do two words that no
  // book has beside what a company does not do: "Thom Ebers has led".
  const bool sounds = (of & (tenure_.lead | tenure_.succeed)) != 0 &&
                      (of & tenure_.company_leads) == 0 && told &&
                      phrases_.SoundsLikePerson(told->person.entity);
  if (told && !sounds && told->person.entity.kind != Entity::Kind::kPerson &&
      (of & (tenure_.lead | tenure_.take_charge | tenure_.succeed |
             tenure_.office | tenure_.come_to)) != 0)
    return std::nullopt;
  if (told) OfTitle(*told);
  return told;
}

// "Ana Reis, director of the museum since 2010".
std::optional<TenureReader::Told> TenureReader::OfComma(
    std::uint32_t comma, std::uint32_t noun) const {
  std::optional<TenureScope> scope = phrases_.At(noun, false);
  if (!scope) return std::nullopt;
  std::optional<FoundSubject> person = phrases_.Before(comma);
  if (!person) return std::nullopt;
  Told told{Told::How::kBare, *std::move(scope), *std::move(person)};
  OfTitle(told);
  return told;
}

// Whose years before a verb: "in her nine years as director she", "her nine
// years in charge", "at the helm Reis has bought", which is one group.
std::optional<FoundSubject> TenureReader::Whose(std::uint32_t group,
                                                std::uint32_t office,
                                                std::uint32_t verb) const {
  if (s_.G(group).possessor != kNowhere)
    return phrases_.Person(s_.G(group).possessor);
  if (s_.G(office).name) return phrases_.Person(office);
  std::uint32_t who = s_.parse.clauses[s_.G(verb).clause].subject;
  const bool hers =
      group > 0 && s_.G(group - 1).kind == GroupKind::kNoun &&
      (s_.Info(s_.G(group - 1).first).features & kPossessive) != 0;
  if (who == group && hers) {
    who = group - 1;
    for (std::uint32_t i = office + 1; i < verb; ++i) {
      if (s_.G(i).name) who = i;
    }
  }
  return phrases_.Person(who);
}

// "For two decades she stood at its head", "in a decade at the helm she has
// bought five firms".
std::optional<TenureReader::Told> TenureReader::Fronted(
    std::uint32_t group) const {
  const auto size = static_cast<std::uint32_t>(s_.parse.groups.groups.size());
  std::optional<std::uint32_t> before, verb;
  for (std::uint32_t i = group + 1; i < size && i <= group + kReach; ++i) {
    const Group& g = s_.G(i);
    if (g.kind == GroupKind::kMark) return std::nullopt;
    if (g.kind == GroupKind::kVerb) {
      verb = i;
      break;
    }
    // Right behind it: "in a decade at the helm", "nine years as director".
    if (i <= group + 2 && g.kind == GroupKind::kNoun &&
        g.preposition != kNowhere &&
        (s_.Info(g.preposition).features & kTemporal) == 0 &&
        (phrases_.At(i, false) || s_.Holds(i, tenure_.helm)))
      before = i;
  }
  if (!verb || !Asserts(*verb)) return std::nullopt;
  if (!before) {
    std::optional<std::uint32_t> noun;
    for (std::uint32_t i = *verb + 1; i < size && i <= *verb + 2; ++i) {
      if (s_.G(i).kind == GroupKind::kNoun) noun = i;
    }
    return OfVerb(*verb, noun);
  }
  const Group& g = s_.G(*verb);
  std::optional<FoundSubject> person = Whose(group, *before, *verb);
  if (!person) return std::nullopt;
  Told told{Told::How::kSpent, {}, *std::move(person), g.clause, g.verb};
  if ((phrases_.Of(*verb) & tenure_.leave) != 0) told.how = Told::How::kLeft;
  told.scope = phrases_.At(*before, false).value_or(TenureScope());
  return told;
}

// The words before a value back to a verb or a comma, else those after it.
std::optional<TenureReader::Told> TenureReader::Find(
    std::uint32_t group) const {
  const std::uint32_t next = group + 1;
  if (next < s_.parse.groups.groups.size() &&
      (s_.G(next).kind == GroupKind::kPreposition ||
       s_.G(next).kind == GroupKind::kMark) &&
      (s_.Info(s_.G(next).first).classes & tenure_.after) != 0)
    return AfterTaking(group);
  std::optional<std::uint32_t> noun;
  const std::string_view relation = Relation(group);
  const bool range = relation == "from" || relation == "until" ||
                     relation == "till" || relation == "to";
  bool joined = false;  // "once a lawyer and director since 2010"
  std::uint32_t i = group;
  for (std::uint32_t steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    // "For ten years, from 1990 to 2000".
    if (!noun && range && g.kind == GroupKind::kPunct && i > 0 &&
        s_.G(i - 1).kind == GroupKind::kValue)
      continue;
    if (g.kind == GroupKind::kConjunction && noun &&
        phrases_.At(*noun, false)) {
      joined = true;
      continue;
    }
    if (joined && g.kind != GroupKind::kPunct && g.kind != GroupKind::kVerb)
      continue;
    if (joined && g.kind == GroupKind::kVerb) return std::nullopt;
    if (g.kind == GroupKind::kNoun && noun &&
        (phrases_.Of(i) & tenure_.appointment) != 0)
      return Appointment(i, *noun);
    // "The sheriff's department" is no sheriff.
    if (g.kind == GroupKind::kNoun && g.role != GroupRole::kPossessor &&
        (!noun || phrases_.At(i, true) || phrases_.At(i, false)))
      noun = i;
    if (g.kind == GroupKind::kVerb) {
      // "Appointed in 2012 as a judge", "appointed in May to lead the inquiry".
      if ((phrases_.Of(i) & tenure_.appoint) != 0) {
        const bool more = next + 1 < s_.parse.groups.groups.size();
        if (more && s_.G(next).kind == GroupKind::kVerb) return std::nullopt;
        if (more && s_.G(next).kind == GroupKind::kPreposition &&
            !Office(noun, true))
          noun = next + 1;
      }
      if (auto told = OfVerb(i, noun)) return told;
      const std::uint32_t after = group + 2;
      const bool then = (phrases_.Of(i) &
                         (tenure_.spend | tenure_.leave | tenure_.serve)) != 0;
      return then && after < s_.parse.groups.groups.size() &&
                     s_.G(after).kind == GroupKind::kNoun
                 ? OfVerb(i, after)
                 : std::nullopt;
    }
    if (g.kind == GroupKind::kPunct && noun) return OfComma(i, *noun);
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kMark ||
        g.kind == GroupKind::kConjunction)
      break;
  }
  return noun ? std::nullopt : Fronted(group);
}

}  // namespace gainsay::internal
