// Office holdings as claims. See offices.h.
#include <algorithm>
#include <optional>
#include <string>

#include "calendar/civil.h"
#include "claim/offices.h"
#include "claim/tenure_scope.h"
#include "text/tag.h"

namespace gainsay::internal {

namespace {

Referent ReferentOf(const OfficeMention& office, DocumentIndex document) {
  Referent referent;
  referent.kind = Referent::Kind::kOffice;
  referent.document = document;
  referent.span = office.evidence;
  referent.head = office.role;
  referent.name = office.body;
  if (office.country.valid()) referent.participants.push_back(office.country);
  if (office.body_alias.valid()) referent.aliases.push_back(office.body_alias);
  if (office.parent.valid()) referent.modifiers.push_back(office.parent);
  referent.definite = office.home;
  for (const StringId body : office.candidates)
    referent.modifiers.push_back(body);
  return referent;
}

bool IsYear(std::string_view word) {
  return word.size() == 4 && (word[0] == '1' || word[0] == '2') &&
         word.find_first_not_of("0123456789") == std::string_view::npos;
}

// True if the sentence around a byte names an earlier year than that in which
// the document was written: it may speak of that year's holder. Not if the year
// stands in a clause put in between: ", who came into office in 2022, met".
bool NamesAnotherYear(const TokenizedText& text, std::uint32_t byte,
                      DayInterval written) {
  const auto segment =
      std::ranges::partition_point(text.segments, [&](const Segment& s) {
        return s.first == s.last || text.tokens[s.last - 1].end <= byte;
      });
  if (segment == text.segments.end()) return false;
  const std::string year = FormatDay(written.lo).substr(0, 4);
  bool inserted = false, found = false, holds = false;
  for (const Token& token : text.Tokens(*segment)) {
    const std::string_view word = text.View(token);
    if (token.shape == TokenShape::kPunct && word == ",") {
      if (found && (holds || !inserted)) return true;
      inserted = found = holds = false;
    }
    holds |= token.begin <= byte && byte < token.end;
    inserted |= TagOf(token) == Tag::kSubordinator;
    found |= IsYear(word) && word < year;
  }
  return found && (holds || !inserted);
}

// "Took over".
ClassSet Phrasal(StringId verb, StringId next, WordTable& words) {
  if (words.Of(next).tags == 0 || (words.Of(next).first != Tag::kPreposition &&
                                   words.Of(next).first != Tag::kAdverb &&
                                   words.Of(next).first != Tag::kParticle))
    return 0;
  Interner& strings = words.interner();
  std::string both(strings.View(verb));
  both += '_';
  both += strings.View(next);
  return words.Of(strings.Intern(both)).classes;
}

// The day on which a sentence has an office held: the one that it names, of the
// past ("Governor Ana Reis opened the gate on 17 June 2023").
std::optional<DayInterval> DayOfSentence(const TokenizedText& text,
                                         const MentionTable& mentions,
                                         std::uint32_t byte,
                                         DayInterval written) {
  const auto segment =
      std::ranges::partition_point(text.segments, [&](const Segment& s) {
        return s.first == s.last || text.tokens[s.last - 1].end <= byte;
      });
  if (segment == text.segments.end()) return std::nullopt;
  std::optional<DayInterval> only;
  for (const Mention& date : mentions.mentions) {
    if (date.first_token < segment->first || date.last_token > segment->last ||
        date.type != MentionType::kDate)
      continue;
    if (only || date.hull.lo != date.hull.hi) return std::nullopt;
    only = date.hull;
  }
  return only && only->hi < written.lo ? only : std::nullopt;
}

bool IsRecent(const ClaimTable& table, const Claim& claim) {
  constexpr Day kRecent = 400;
  const ValueRow& value = table[claim.value];
  return value.kind == ValueKind::kDate && claim.as_of.lo > kMinusInfinity &&
         value.hull.lo > claim.as_of.lo - kRecent;
}

}  // namespace

std::vector<TenureMention> TenureMentionsOf(const ClaimTable& table,
                                            std::size_t first,
                                            const Schema& schema,
                                            Interner& strings) {
  std::vector<TenureMention> out;
  const PredicateIndex took_over = schema.Find("took_over"),
                       until = schema.Find("term_until"),
                       length = schema.Find("term_length");
  for (std::size_t i = first; i < table.claims.size(); ++i) {
    const Claim& claim = table.claims[i];
    if (schema[claim.predicate].family != kTenureFamily ||
        claim.predicate == until || claim.predicate == length)
      continue;
    const auto scope = ParseTenureScope(strings.View(claim.scope));
    const Referent& person = table[claim.subject];
    if (!scope || !person.name.valid()) continue;
    // "Had been director since 2010".
    const bool over =
        scope->when != TenureScope::When::kNow && claim.predicate != took_over;
    const bool leads =
        scope->role.empty() && scope->kind == TenureScope::Kind::kLead;
    const bool named = leads && !scope->body.empty() &&
                       !(scope->body[0] >= 'a' && scope->body[0] <= 'z');
    out.push_back({claim.evidence, person.name,
                   named ? strings.Intern(scope->body) : StringId(), over,
                   IsRecent(table, claim), leads});
  }
  return out;
}

void NoteSuccessions(const TokenizedText& text, const NameTable& names,
                     WordTable& words, std::vector<OfficeMention>& offices) {
  if (offices.empty()) return;
  const ClassSet succession = words.index().ClassBit("succession");
  for (const Segment& segment : text.segments) {
    std::vector<std::uint32_t> told;  // bytes
    for (std::uint32_t t = segment.first; t < segment.last; ++t) {
      // "The Election Commission".
      const NameMention* inside = names.At(t);
      if (inside != nullptr && inside->kind == NameKind::kOrganisation)
        continue;
      const WordInfo& info = words.Of(text.tokens[t].folded);
      ClassSet verb =
          info.verb.valid() ? words.Of(info.verb).classes : ClassSet{0};
      if (info.verb.valid() && t + 1 < segment.last)
        verb |= Phrasal(info.verb, text.tokens[t + 1].folded, words);
      if (((info.classes | info.noun_classes | verb) & succession) != 0)
        told.push_back(text.tokens[t].begin);
    }
    if (told.empty()) continue;
    for (const NameMention& name : names.names) {
      if (name.first < segment.first || name.first >= segment.last) continue;
      for (OfficeMention& office : offices) {
        const NameMention& holder = names.names[office.person];
        if (office.recent && std::ranges::all_of(told, [&](std::uint32_t at) {
              return office.evidence.begin <= at && at < office.evidence.end;
            }))
          continue;
        office.changing |=
            (name.kind == NameKind::kTitle &&
             (name.canonical == office.role ||
              (office.title != NameMention::kNone &&
               name.canonical == names.names[office.title].canonical))) ||
            name.canonical == holder.canonical;
      }
    }
  }
}

void AppendOfficeClaims(const TokenizedText& text, const NameTable& names,
                        const std::vector<OfficeMention>& offices,
                        const OfficeClaimsInput& input, const Schema& schema,
                        Interner& strings, ClaimTable& out) {
  const PredicateIndex predicate = schema.Find("office_holder");
  if (!predicate.valid()) return;
  std::uint32_t line = 1, at = 0;
  for (const OfficeMention& office : offices) {
    const NameMention& person = names.names[office.person];
    ValueRow value;
    value.kind = ValueKind::kEntity;
    value.surface =
        strings.Intern(text.text.substr(person.span.begin, person.span.size()));
    value.text = person.canonical;
    const std::uint32_t begin = office.evidence.begin;
    for (; at < begin; ++at) line += text.text[at] == '\n' ? 1 : 0;
    const std::string_view back = text.text.substr(begin, at - begin);
    Claim claim;
    claim.document = input.document;
    claim.source = input.source;
    claim.subject = ReferentIndex(out.referents.size());
    claim.predicate = predicate;
    claim.value = ValueIndex(out.values.size());
    claim.rule = strings.Intern("office/title-beside-name");
    const bool dated = input.as_of.lo > kMinusInfinity;
    std::optional<DayInterval> day;
    if (!office.changing && !office.since)
      day = DayOfSentence(
          text, input.mentions, begin,
          dated ? input.as_of : DayInterval{kPlusInfinity, kPlusInfinity});
    if (day) {
      claim.as_of = *day;
    } else if (!office.changing && dated &&
               (office.since || !NamesAnotherYear(text, begin, input.as_of))) {
      claim.as_of = input.as_of;
    }
    claim.evidence = office.evidence;
    claim.value_span = person.span;
    claim.line =
        line - static_cast<std::uint32_t>(std::ranges::count(back, '\n'));
    claim.modality = office.modality;
    out.referents.push_back(ReferentOf(office, input.document));
    out.values.push_back(value);
    out.claims.push_back(claim);
  }
}

}  // namespace gainsay::internal
