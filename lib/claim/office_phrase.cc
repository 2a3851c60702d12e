#include "claim/office_phrase.h"

#include "lang/names.h"
#include "text/fold.h"
#include "text/tag.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kReach = 8;  // groups from "who" to its person

}  // namespace

TenureClasses::TenureClasses(const SyntaxIndex& index)
    : lead(index.ClassBit("lead")),
      take_charge(index.ClassBit("take_charge")),
      take(index.ClassBit("take")),
      helm(index.ClassBit("helm")),
      post(index.ClassBit("post")),
      office(index.ClassBit("public_office")),
      become(index.ClassBit("become")),
      succeed(index.ClassBit("succeed")),
      leave(index.ClassBit("leave_office")),
      serve(index.ClassBit("serve")),
      keep(index.ClassBit("keep_office")),
      spend(index.ClassBit("spend")),
      term(index.ClassBit("term_of_office")),
      leading_title(index.ClassBit("leading_title")),
      polity(index.ClassBit("polity")),
      body(index.ClassBit("body") | index.ClassBit("company") |
           index.ClassBit("polity") | index.ClassBit("led")),
      sworn(index.ClassBit("sworn")),
      enter(index.ClassBit("enter_office")),
      part(index.ClassBit("first_one") | index.ClassBit("last_one")),
      begin(index.ClassBit("begin")),
      contest(index.ClassBit("contest")),
      again(index.ClassBit("again")),
      year(index.ClassBit("year_word") | index.ClassBit("season_word")),
      office_noun(index.ClassBit("office_noun")),
      appoint(index.ClassBit("appoint")),
      appoint_alone(index.ClassBit("appoint_alone")),
      appointment(index.ClassBit("appointment")),
      put_in(index.ClassBit("put_in")),
      into(index.ClassBit("into_office")),
      now(index.ClassBit("now_age")),
      ministry(index.ClassBit("ministry")),
      come_to(index.ClassBit("come_to")),
      after(index.ClassBit("only_after")),
      give_post(index.ClassBit("give_post")),
      win_post(index.ClassBit("win_post")),
      reign(index.ClassBit("reign")),
      until(index.ClassBit("until")),
      elect(index.ClassBit("elect")),
      company_leads(index.ClassBit("company_leads")),
      contract(index.ClassBit("contract_noun")),
      term_changed(index.ClassBit("term_changed")),
      term_another(index.ClassBit("term_another")),
      gets_term(index.ClassBit("gets_term")),
      runs_on(index.ClassBit("runs_on")),
      runs_out(index.ClassBit("runs_out")),
      until_day(index.ClassBit("until_day")),
      for_time(index.ClassBit("for_time")),
      removed(index.ClassBit("removed_from")) {}

const NameMention* OfficePhrases::TitleAt(std::uint32_t group) const {
  const NameMention* name = s_.names.At(s_.G(group).head);
  return name != nullptr && name->kind == NameKind::kTitle ? name : nullptr;
}

std::optional<TenureScope> OfficePhrases::At(std::uint32_t group,
                                             bool object) const {
  const Group& g = s_.G(group);
  if (g.kind != GroupKind::kNoun || g.plural) return std::nullopt;
  const bool placed = g.preposition != kNowhere &&
                      (s_.Info(g.preposition).features & kPlaceWord) != 0;
  TenureScope scope;
  const bool helm = s_.Holds(group, tenure_.helm);
  const bool post = s_.Holds(group, tenure_.post);
  const bool office = s_.Holds(group, tenure_.office);
  if ((placed || object) && (helm || post || office)) {
    // "The post of spokesman".
    const std::uint32_t of = Owned(group);
    if (helm && IsField(of)) SetField(of, scope);
    if (const NameMention* title = of == kNowhere ? nullptr : TitleAt(of);
        post && title != nullptr) {
      scope.kind = TenureScope::Kind::kPost;
      SetRole(*title, of, scope);
      scope.body = BodyOf(of);
      return scope;
    }
    scope.kind = helm   ? KindOfLead(Owned(group))
                 : post ? TenureScope::Kind::kPost
                        : TenureScope::Kind::kOffice;
    scope.body = BodyOf(group);
    return scope;
  }
  const NameMention* title = TitleAt(group);
  if (title == nullptr) return std::nullopt;
  const bool lower = title->time == TitleTime::kLower;
  if (lower ? title->title->generic
            : title->time != TitleTime::kCurrent &&
                  title->time != TitleTime::kOrdinal)
    return std::nullopt;
  const bool post_here =
      title->title->kind == TitleKind::kOffice ||
      (s_.Holds(group, tenure_.office_noun) && (g.features & kIndefinite) == 0);
  if (!post_here) return std::nullopt;
  SetRole(*title, group, scope);
  if (lower) MakeDeputy(scope);
  scope.body = BodyOf(group);
  return scope;
}

// A deputy's post is one of its own.
void OfficePhrases::MakeDeputy(TenureScope& scope) {
  scope.role += " (deputy)";
  scope.leads = false;
}

// The canonical title; none of a general word for whoever leads.
void OfficePhrases::SetRole(const NameMention& title, std::uint32_t group,
                            TenureScope& scope) const {
  if (title.title->generic) {
    if (const std::uint32_t of = Owned(group); IsField(of)) SetField(of, scope);
    return;
  }
  scope.role = title.title->name;
  scope.leads = true;
  ForEachWord(scope.role, ' ', [&](std::string_view word) {
    const StringId id = s_.words.interner().Intern(word);
    scope.leads =
        scope.leads && (s_.words.Of(id).classes & tenure_.leading_title) != 0;
  });
  const StringId id = s_.words.interner().Intern(scope.role);
  if ((s_.words.Of(id).classes & tenure_.office_noun) != 0)
    scope.role = KindOfPost(title, group) + scope.role;
}

// "Head of sales", "in charge of exports": of no body, but of what one does.
bool OfficePhrases::IsField(std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun ||
      s_.G(group).name || (Of(group) & tenure_.body) != 0)
    return false;
  constexpr std::uint8_t kAct = 4, kCognition = 9, kCommunication = 10;
  const std::uint8_t file = s_.words.Of(s_.G(group).lemma).noun_file;
  return s_.G(group).plural || file == kAct || file == kCognition ||
         file == kCommunication;
}

void OfficePhrases::SetField(std::uint32_t group, TenureScope& scope) const {
  scope.kind = TenureScope::Kind::kPost;
  scope.role = "head of ";
  scope.role += s_.words.interner().View(s_.G(group).lemma);
  scope.leads = false;
}

// "Plant " of "plant manager" and "manager of the Marlo plant", "defensive "
// of "defensive coordinator".
std::string OfficePhrases::KindOfPost(const NameMention& title,
                                      std::uint32_t group) const {
  const auto noun = [&](std::uint32_t token) {
    const Tag tag = TagOf(s_.text.tokens[token]);
    return s_.names.At(token) == nullptr &&
           (tag == Tag::kNoun || tag == Tag::kName || tag == Tag::kAdjective);
  };
  StringId kind;
  if (title.first > s_.G(group).first && noun(title.first - 1)) {
    kind = s_.text.tokens[title.first - 1].folded;
  } else if (const std::uint32_t of = Owned(group);
             of != kNowhere && noun(s_.G(of).head)) {
    kind = s_.G(of).lemma;
  }
  if (!kind.valid()) return {};
  std::string text(s_.words.interner().View(kind));
  text.push_back(' ');
  return text;
}

std::uint32_t OfficePhrases::Owned(std::uint32_t group) const {
  std::uint32_t next = group + 2;
  // "In charge of Salia's Aviation Authority".
  if (next + 1 < s_.parse.groups.groups.size() &&
      s_.G(next).role == GroupRole::kPossessor)
    ++next;
  const bool of = next < s_.parse.groups.groups.size() &&
                  s_.G(next).governor == group &&
                  s_.G(next).preposition != kNowhere &&
                  (s_.Info(s_.G(next).preposition).features & kOfWord) != 0;
  return of ? next : kNowhere;
}

// The title of a person: "chief executive Ana Reis", "the chief executive, Ana
// Reis". A deputy's is the post of a deputy.
TenureScope OfficePhrases::TitleOf(std::uint32_t person) const {
  TenureScope scope;
  scope.kind = TenureScope::Kind::kPost;
  if (person == kNowhere) return scope;
  const Group& g = s_.G(person);
  for (std::uint32_t i = g.first; i < g.head; ++i) {
    const NameMention* title = s_.names.At(i);
    if (title == nullptr || title->kind != NameKind::kTitle ||
        title->title->kind != TitleKind::kOffice)
      continue;
    SetRole(*title, person, scope);
    if (title->time == TitleTime::kLower) MakeDeputy(scope);
  }
  if (scope.role.empty() && g.role == GroupRole::kApposition) {
    if (const auto apposed = At(g.governor, false)) {
      scope.role = apposed->role;
      scope.leads = apposed->leads;
    }
  }
  return scope;
}

// Of what an office is: whose it is, or what follows with "of".
std::string OfficePhrases::BodyOf(std::uint32_t group) const {
  const Group& g = s_.G(group);
  std::optional<std::string> body;
  if (g.possessor != kNowhere) body = Body(g.possessor);
  if (const std::uint32_t of = Owned(group); !body && of != kNowhere)
    body = Body(of);
  const bool its = (s_.Info(g.first).features & kPossessive) != 0 &&
                   (s_.Info(g.first).features & kPerson) == 0;
  if (!body && its) {
    const std::optional<Entity> whose = discourse_.Pronoun(s_, group);
    if (whose && whose->name.valid() && whose->kind != Entity::Kind::kPerson)
      body = std::string(s_.words.interner().View(whose->name));
  }
  return body.value_or("");
}

std::optional<std::string> OfficePhrases::Body(std::uint32_t group) const {
  if (group == kNowhere || s_.G(group).kind != GroupKind::kNoun)
    return std::nullopt;
  const Interner& strings = s_.words.interner();
  if (s_.Info(s_.G(group).head).first == Tag::kPronoun) {
    // "The hospital's president, Ana Reis, has run it".
    if (const std::uint32_t c = s_.G(group).clause; c != kNowhere) {
      const std::uint32_t subject = s_.parse.clauses[c].subject;
      if (subject != kNowhere && subject != group &&
          s_.G(subject).possessor != kNowhere)
        return Body(s_.G(subject).possessor);
    }
    const std::optional<Entity> meant = discourse_.Pronoun(s_, group);
    if (!meant || meant->kind == Entity::Kind::kPerson) return std::nullopt;
    if (meant->name.valid()) return std::string(strings.View(meant->name));
    return (meant->classes & tenure_.body) != 0 ? std::optional(std::string())
                                                : std::nullopt;
  }
  std::optional<Entity> entity = ReadEntity(s_, group, classes_);
  if (!entity || entity->kind == Entity::Kind::kPerson) return std::nullopt;
  discourse_.Resolve(*entity);
  const ClassSet of = Of(group);
  if (entity->name.valid()) {
    // Whatever has a name may be led, but for what one runs or wins: "the
    // Boston Marathon".
    if ((entity->classes & tenure_.contest) != 0) return std::nullopt;
    return std::string(strings.View(entity->name));
  }
  if ((of & tenure_.body) == 0) return std::nullopt;
  // "The firm" may be any that has a name; "the plant" is none of them.
  const ClassSet any = s_.words.index().ClassBit("any_body");
  if ((of & any) != 0) return std::string();
  return std::string(strings.View(s_.G(group).lemma));
}

std::optional<FoundSubject> OfficePhrases::Person(std::uint32_t group) const {
  if (group == kNowhere) return std::nullopt;
  // "Her predecessor, Karel Bos, had held".
  if (const std::uint32_t name = group + 2;
      !s_.G(group).name && name < s_.parse.groups.groups.size() &&
      s_.G(name).role == GroupRole::kApposition &&
      s_.G(name).governor == group && s_.G(name).name)
    group = name;
  std::optional<Entity> entity = Meant(s_, group, discourse_, classes_);
  if (!entity || !entity->name.valid() || entity->plural ||
      s_.G(group).coordinated)
    return std::nullopt;
  // A name of two words and more of which no noun says what it is.
  const bool open = entity->kind == Entity::Kind::kThing &&
                    entity->classes == 0 && !entity->described &&
                    s_.words.interner().View(entity->name).find(' ') !=
                        std::string_view::npos;
  if (entity->kind != Entity::Kind::kPerson && !open) return std::nullopt;
  return FoundSubject{*std::move(entity), group};
}

bool OfficePhrases::SoundsLikePerson(const Entity& entity) const {
  std::size_t words = 0;
  bool unknown = entity.name.valid() && !entity.described;
  if (!unknown) return false;
  std::string folded;
  AppendFolded(s_.words.interner().View(entity.name), folded);
  ForEachWord(folded, ' ', [&](std::string_view word) {
    unknown = unknown && !s_.words.Of(s_.words.interner().Intern(word)).known;
    ++words;
  });
  return unknown && words == 2;
}

std::optional<FoundSubject> OfficePhrases::Hers(std::uint32_t group) const {
  std::optional<Entity> who = discourse_.Pronoun(s_, group);
  if (!who || who->kind != Entity::Kind::kPerson || !who->name.valid())
    return std::nullopt;
  return FoundSubject{*std::move(who), group};
}

std::optional<FoundSubject> OfficePhrases::SubjectOf(
    const Clause& clause) const {
  if (clause.kind != Clause::Kind::kRelative || clause.head == kNowhere)
    return Person(clause.subject);
  // "The museum, which she has run".
  if (clause.subject != clause.head && clause.subject != kNowhere)
    return Person(clause.subject);
  if (auto person = Person(clause.head)) return person;
  // "Ana Reis is a lawyer who has been mayor since".
  for (const Clause& c : s_.parse.clauses) {
    if (c.predicate == clause.head) return Person(c.subject);
  }
  for (std::uint32_t i = clause.head, steps = 0; i > 0 && steps < kReach;
       ++steps) {
    const Group& g = s_.G(--i);
    if (g.kind == GroupKind::kVerb || g.kind == GroupKind::kMark) break;
    if (g.name && g.possessor == kNowhere) {
      if (auto person = Person(i)) return person;
    }
  }
  return std::nullopt;
}

std::optional<FoundSubject> OfficePhrases::Before(std::uint32_t comma) const {
  if (comma == 0) return std::nullopt;
  std::uint32_t at = comma - 1;
  if (s_.G(at).kind == GroupKind::kValue && at >= 2 &&
      s_.G(at - 1).kind == GroupKind::kPunct)
    at -= 2;
  return s_.G(at).name ? Person(at) : std::nullopt;
}

}  // namespace gainsay::internal
