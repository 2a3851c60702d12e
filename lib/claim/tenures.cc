#include "claim/tenures.h"

#include <utility>

#include "claim/atoms.h"
#include "claim/values.h"

namespace gainsay::internal {
namespace {

using When = TenureScope::When;

struct TenureFrames {
  Frame since =
      ConceptFrame("tenure/since", "in_office_since", "in_office_since");
  Frame took = ConceptFrame("tenure/took-over", "took_over", "took_over");
  Frame appointed =
      ConceptFrame("tenure/appointed", "appointed_to", "appointed_to");
  Frame elected = ConceptFrame("tenure/elected", "elected_to", "elected_to");
  Frame until =
      ConceptFrame("tenure/until", "in_office_until", "in_office_until");
  Frame so_far = ConceptFrame("tenure/so-far", "office_length_to_date",
                              "office_length_to_date");
  Frame whole = ConceptFrame("tenure/whole", "office_length", "office_length");
  Frame ordinal = ConceptFrame("tenure/in-nth-year", "office_length_to_date",
                               "office_length_to_date");
};
const TenureFrames& Frames() {
  static const TenureFrames frames;
  return frames;
}

}  // namespace

// The preposition before a group; "time" where it has none.
std::string_view TenureReader::Relation(std::uint32_t group) const {
  const std::uint32_t preposition = s_.G(group).preposition;
  if (preposition == kNowhere) return "time";
  return s_.words.interner().View(s_.text.tokens[preposition].folded);
}

FrameReading TenureReader::Make(const Frame& frame, const Told& told,
                                std::uint32_t group, When when) const {
  FrameReading out =
      ReadingAt(frame, StepTo("time", group, told.clause), told.person);
  TenureScope scope = told.scope;
  scope.when = when;
  out.scope = ToText(scope);
  return out;
}

// "Was elected speaker in 2018 and left office on Saturday": what was told of
// before.
void TenureReader::InheritOffice(std::uint32_t group, Told& told) const {
  if (!told.scope.role.empty() || !told.scope.body.empty()) return;
  for (std::uint32_t i = group, verbs = 0; i > 0 && verbs < 3;) {
    if (s_.G(--i).kind != GroupKind::kVerb) continue;
    ++verbs;
    std::optional<std::uint32_t> noun;
    if (s_.G(i + 1).kind == GroupKind::kNoun) noun = i + 1;
    const std::optional<Told> before =
        s_.G(i).clause == told.clause ? std::nullopt : OfVerb(i, noun);
    if (!before || before->person.entity.name != told.person.entity.name)
      continue;
    told.scope.role = before->scope.role;
    told.scope.body = before->scope.body;
    told.scope.kind = before->scope.kind;
    told.scope.leads = before->scope.leads;
    return;
  }
}

std::optional<FrameReading> TenureReader::Date(Told told,
                                               std::uint32_t group) const {
  const std::string_view relation = Relation(group);
  const bool past = (told.verb & kPast) != 0,
             perfect = (told.verb & kPerfect) != 0;
  if (told.how == Told::How::kTook || told.how == Told::How::kAppointed ||
      told.how == Told::How::kElected) {
    if (relation != "in" && relation != "on" && relation != "time")
      return std::nullopt;
    const Frame& frame = told.how == Told::How::kTook      ? Frames().took
                         : told.how == Told::How::kElected ? Frames().elected
                                                           : Frames().appointed;
    return Make(frame, told, group, When::kOpen);
  }
  // "Left office in June", "resigned as chairman on Saturday".
  if (told.how == Told::How::kLeft && past &&
      (relation == "in" || relation == "on" || relation == "time")) {
    InheritOffice(group, told);
    return Make(Frames().until, told, group, When::kThen);
  }
  if (told.how != Told::How::kIs && told.how != Told::How::kBare)
    return std::nullopt;
  if (relation == "since" && (perfect || told.verb == 0 ||
                              (told.verb & (kPassive | kBareParticiple)) != 0))
    return Make(Frames().since, told, group, past ? When::kOpen : When::kNow);
  if (relation == "from" && (past || told.verb == 0))
    return Make(Frames().since, told, group, When::kThen);
  if ((relation == "to" || relation == "until" || relation == "till") &&
      (past || told.verb == 0))
    return Make(Frames().until, told, group, When::kThen);
  return std::nullopt;
}

// "Director for nine years until April", "for nine years, until April".
bool TenureReader::EndsBehind(std::uint32_t group) const {
  const auto& groups = s_.parse.groups.groups;
  std::uint32_t next = group + 1;
  if (next < groups.size() && s_.G(next).kind == GroupKind::kPunct) ++next;
  if (next < groups.size() && s_.G(next).kind == GroupKind::kPreposition)
    ++next;
  if (next >= groups.size() || s_.G(next).kind != GroupKind::kValue)
    return false;
  const std::uint32_t preposition = s_.G(next).preposition;
  return preposition != kNowhere &&
         (s_.Info(preposition).classes & tenure_.until) != 0;
}

std::optional<FrameReading> TenureReader::Length(Told told,
                                                 std::uint32_t group) const {
  const std::string_view relation = Relation(group);
  const bool past = (told.verb & kPast) != 0,
             perfect = (told.verb & kPerfect) != 0;
  const When when = perfect && past ? When::kOpen : When::kThen;
  switch (told.how) {
    case Told::How::kIs:
      if (relation != "for" && relation != "time") return std::nullopt;
      if (perfect && !past)
        return Make(Frames().so_far, told, group, When::kNow);
      return past ? std::optional(Make(Frames().whole, told, group, when))
                  : std::nullopt;
    case Told::How::kBare:
      if (relation != "for") return std::nullopt;
      if (EndsBehind(group))
        return Make(Frames().whole, told, group, When::kThen);
      return Make(Frames().so_far, told, group, When::kNow);
    case Told::How::kSpent:
      if (relation == "after") return std::nullopt;
      if (perfect && !past)
        return Make(Frames().so_far, told, group, When::kNow);
      return past ? std::optional(Make(Frames().whole, told, group, when))
                  : std::nullopt;
    case Told::How::kLeft:
      if (relation != "after") return std::nullopt;
      // "Is stepping down after nine years".
      if (!past) return Make(Frames().so_far, told, group, When::kNow);
      return Make(Frames().whole, told, group, When::kThen);
    case Told::How::kAfter:
      return Make(Frames().so_far, told, group, When::kOpen);
    case Told::How::kTook:
    case Told::How::kAppointed:
    case Told::How::kElected:
      return std::nullopt;
  }
  return std::nullopt;
}

// "In her eighth year as director", "is in her third year at the helm".
std::optional<FrameReading> TenureReader::Ordinal(const Atom& atom,
                                                  std::uint32_t group) const {
  const Group& g = s_.G(group);
  const double n = mentions_.mentions[atom.id].number;
  const std::uint32_t after = group + 2;
  if ((s_.words.Of(g.lemma).classes & tenure_.year) == 0 || n < 1 ||
      Relation(group) != "in" || after >= s_.parse.groups.groups.size() ||
      (s_.Info(g.first).features & kPossessive) == 0)
    return std::nullopt;
  std::optional<TenureScope> scope = phrases_.At(after, false);
  if (!scope) return std::nullopt;
  std::optional<FoundSubject> person;
  std::uint32_t clause = kNowhere;
  std::uint32_t before = group >= 2 ? group - 2 : kNowhere;
  // "Ana Reis, now in her eighth year".
  if (before != kNowhere && before > 0 && s_.Holds(before, tenure_.now))
    --before;
  if (before != kNowhere && s_.G(before).kind == GroupKind::kPunct) {
    person = phrases_.Before(before);
  } else if (before != kNowhere && s_.G(before).kind == GroupKind::kVerb &&
             (s_.G(before).verb & kCopula) != 0 &&
             (s_.G(before).verb & kPast) == 0 && Asserts(before)) {
    clause = s_.G(before).clause;
    person = phrases_.SubjectOf(s_.parse.clauses[clause]);
  }
  if (!person) return std::nullopt;
  const Told told{Told::How::kBare, *std::move(scope), *std::move(person),
                  clause};
  FrameReading out = Make(Frames().ordinal, told, group, When::kNow);
  out.count = Count{.n = n - 1, .n_max = n, .unit = TimeUnit::kYear};
  return out;
}

// "Is in her second five-year term": between five and ten years.
std::optional<FrameReading> TenureReader::Term(const Atom& atom,
                                               std::uint32_t group) const {
  if ((phrases_.Of(group) & tenure_.term) == 0 || group < 2 ||
      Relation(group) != "in")
    return std::nullopt;
  const Atom* ordinal = nullptr;
  for (const Atom& other : s_.atoms) {
    if (other.kind == Atom::Kind::kOrdinal &&
        other.first >= s_.G(group).first && other.last <= atom.first)
      ordinal = &other;
  }
  const std::uint32_t verb = group - 2;
  if (ordinal == nullptr || s_.G(verb).kind != GroupKind::kVerb ||
      (s_.G(verb).verb & kCopula) == 0 || (s_.G(verb).verb & kPast) != 0 ||
      !Asserts(verb))
    return std::nullopt;
  const std::uint32_t clause = s_.G(verb).clause;
  std::optional<FoundSubject> person =
      phrases_.SubjectOf(s_.parse.clauses[clause]);
  if (!person) return std::nullopt;
  Told told{Told::How::kIs, {}, *std::move(person), clause};
  told.scope.kind = TenureScope::Kind::kPost;
  FrameReading out = Make(Frames().ordinal, told, group, When::kNow);
  const double k = mentions_.mentions[ordinal->id].number;
  Count count = mentions_.mentions[atom.id].count;
  count.n_max = count.n * k;
  count.n *= k - 1;
  out.count = count;
  return out;
}

// "Was sacked a year after he took over", "18 months after taking charge of the
// club she won": news is of now, unless the sentence has another date.
std::optional<TenureReader::Told> TenureReader::AfterTaking(
    std::uint32_t group) const {
  const auto size = static_cast<std::uint32_t>(s_.parse.groups.groups.size());
  constexpr std::uint32_t kNear = 4;
  for (const Atom& other : s_.atoms) {
    if (other.kind == Atom::Kind::kDate) return std::nullopt;
  }
  std::optional<std::uint32_t> verb;
  for (std::uint32_t i = group + 2; i < size && i < group + kNear; ++i) {
    if (s_.G(i).kind == GroupKind::kVerb) {
      verb = i;
      break;
    }
  }
  if (!verb || s_.G(*verb).clause == kNowhere) return std::nullopt;
  std::optional<std::uint32_t> noun;
  for (std::uint32_t i = *verb + 1; i < size && i <= *verb + 2; ++i) {
    if (s_.G(i).kind == GroupKind::kPunct) break;
    if (s_.G(i).kind == GroupKind::kNoun) {
      noun = i;
      break;
    }
  }
  std::optional<TenureScope> scope = Taking(*verb, noun);
  if (!scope) return std::nullopt;
  const Clause& clause = s_.parse.clauses[s_.G(*verb).clause];
  std::optional<FoundSubject> person = phrases_.SubjectOf(clause);
  if (!person && !s_.parse.clauses.empty())
    person = phrases_.SubjectOf(s_.parse.clauses.front());
  if (!person) return std::nullopt;
  return Told{Told::How::kAfter, *std::move(scope), *std::move(person),
              s_.G(*verb).clause, s_.G(*verb).verb};
}

// "Ran the bank from 2009 until the board removed him in 2021", "until her
// death in 2021": whatever happened then, it ended the tenure.
std::optional<FrameReading> TenureReader::Until(std::uint32_t group) const {
  const std::string_view relation = Relation(group);
  if (relation != "in" && relation != "on" && relation != "time")
    return std::nullopt;
  constexpr std::uint32_t kReach = 8;
  std::uint32_t until = kNowhere;
  for (std::uint32_t i = group, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kConjunction)
      return std::nullopt;
    if ((g.kind == GroupKind::kPreposition || g.kind == GroupKind::kMark) &&
        (s_.Info(g.first).classes & tenure_.until) != 0) {
      until = i;
      break;
    }
  }
  if (until == kNowhere) return std::nullopt;
  std::optional<std::uint32_t> noun;
  for (std::uint32_t i = until, steps = 0; i > 0 && steps < kReach; ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kPunct || g.kind == GroupKind::kMark)
      return std::nullopt;
    if (g.kind == GroupKind::kNoun) noun = i;
    if (g.kind != GroupKind::kVerb) continue;
    const std::optional<Told> told = OfVerb(i, noun);
    if (!told || told->how != Told::How::kIs || (told->verb & kPast) == 0)
      return std::nullopt;
    return Make(Frames().until, *told, group, When::kThen);
  }
  return std::nullopt;
}

// "Minister Ana Reis, who has held the office since": the office is hers.
void TenureReader::OfTitle(Told& told) const {
  if (told.scope.kind != TenureScope::Kind::kOffice || !told.scope.role.empty())
    return;
  const TenureScope title = phrases_.TitleOf(told.person.group);
  told.scope.role = title.role;
  told.scope.leads = title.leads;
}

std::optional<FrameReading> TenureReader::Read(const Atom& atom) const {
  const std::uint32_t group = GroupOfAtom(s_.parse, atom);
  if (group == kNowhere) return std::nullopt;
  const Mention& mention = mentions_.mentions[atom.id];
  if (atom.kind == Atom::Kind::kOrdinal) return Ordinal(atom, group);
  const bool value = s_.G(group).kind == GroupKind::kValue;
  if (atom.kind == Atom::Kind::kDuration) {
    const bool counted = (mention.count.unit == TimeUnit::kMonth ||
                          mention.count.unit == TimeUnit::kYear) &&
                         !mention.plural_or_vague;
    if (!counted) return std::nullopt;
    if (!value) return Term(atom, group);
  }
  const bool date =
      atom.kind == Atom::Kind::kDate && mention.type == MentionType::kDate;
  if (!value || (!date && atom.kind != Atom::Kind::kDuration))
    return std::nullopt;
  if (date) {
    if (auto until = Until(group)) return until;
  }
  const std::optional<Told> told = Find(group);
  if (!told) return std::nullopt;
  // "In her first two years as director": of more.
  const bool part =
      (s_.Info(atom.first).classes & tenure_.part) != 0 ||
      (atom.first > 0 && (s_.Info(atom.first - 1).classes & tenure_.part) != 0);
  if (told->how == Told::How::kSpent && part) return std::nullopt;
  return date ? Date(*told, group) : Length(*told, group);
}

}  // namespace gainsay::internal
