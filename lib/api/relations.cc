#include "api/relations.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <string>

#include "identity/person_name.h"
#include "identity/person_spelling.h"
#include "identity/text_names.h"
#include "lang/language.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

// ISO 3166 codes of three letters, by their English name; other names as they
// are.
std::string CountryName(std::string_view text) {
  if (text.size() != 3) return std::string(text);
  for (const char* const* country = icu::Locale::getISOCountries();
       *country != nullptr; ++country) {
    const icu::Locale region("", *country);
    if (CanonicalText(region.getISO3Country()) != text) continue;
    icu::UnicodeString name;
    region.getDisplayCountry(icu::Locale::getEnglish(), name);
    std::string out;
    name.toUTF8String(out);
    return CanonicalText(out);
  }
  return std::string(text);
}

}  // namespace

RunRelations::RunRelations(const ClaimTable& table, const Subjects& subjects,
                           const Interner& strings, const PlaceTree* places)
    : table_(table), subjects_(subjects), strings_(strings), places_(places) {
  std::map<StringId, std::string> spelt;
  const auto name_of = [&](StringId id) -> const std::string& {
    const auto [it, added] = spelt.try_emplace(id);
    if (added) it->second = CountryName(strings.View(id));
    return it->second;
  };
  for (const auto& [id, name] : table.place_names)
    country_names_[id].insert(name_of(name));
  for (const ValueRow& value : table.values) {
    if (value.kind != ValueKind::kOffice || value.qualifier.index == 0)
      continue;
    if (!country_names_.contains(value.qualifier))
      country_names_[value.qualifier].insert(name_of(value.qualifier));
  }
}

bool RunRelations::Holds(const ValueRow& outer, const ValueRow& inner) const {
  if (outer.text == inner.text) return true;
  return places_ != nullptr &&
         places_->Holds(strings_.View(outer.text), strings_.View(inner.text));
}

bool RunRelations::OnePerson(std::string_view a, std::string_view b) const {
  return OnePersonSpelt(WordsOfName(a, English().names()),
                        WordsOfName(b, English().names()));
}

// The longest title that the office begins with.
const OfficeRow* RunRelations::RowOf(std::string_view text) {
  const OfficeRow* best = nullptr;
  for (const OfficeRow& row : English().offices()) {
    if (!text.starts_with(row.title)) continue;
    const std::string_view rest = text.substr(row.title.size());
    if (!rest.empty() && !rest.starts_with(EnglishOfficeLink())) continue;
    if (best == nullptr || row.title.size() > best->title.size()) best = &row;
  }
  return best;
}

const OfficeRow* RunRelations::RowOf(StringId office) const {
  return RowOf(strings_.View(office));
}

bool RunRelations::SameCountry(StringId a, StringId b) const {
  if (a == b) return true;
  const auto x = country_names_.find(a), y = country_names_.find(b);
  if (x == country_names_.end() || y == country_names_.end()) return false;
  return std::ranges::any_of(x->second, [&](const std::string& name) {
    return y->second.contains(name);
  });
}

OfficeRelation RunRelations::Offices(const ValueRow& a,
                                     const ValueRow& b) const {
  if (a.text == b.text && a.qualifier == b.qualifier)
    return OfficeRelation::kSame;
  const bool open = a.qualifier.index == 0 || b.qualifier.index == 0;
  if (!open && !SameCountry(a.qualifier, b.qualifier))
    return OfficeRelation::kOther;
  if (a.text == b.text) return OfficeRelation::kSame;
  const OfficeRow* const x = RowOf(a.text);
  const OfficeRow* const y = RowOf(b.text);
  if (open || x == nullptr || y == nullptr) return OfficeRelation::kOther;
  if (x->role == y->role && x->one_holder == y->one_holder)
    return OfficeRelation::kSame;
  const bool leads =
      x->role == OfficeRole::kLeader || y->role == OfficeRole::kLeader;
  return leads || x->role == y->role ? OfficeRelation::kRelated
                                     : OfficeRelation::kOther;
}

bool RunRelations::Continues(const ValueRow& a, const ValueRow& b) const {
  if (a.text == b.text && a.qualifier == b.qualifier) return true;
  if (a.qualifier.index == 0 || !SameCountry(a.qualifier, b.qualifier))
    return false;
  const OfficeRow* const x = RowOf(a.text);
  const OfficeRow* const y = RowOf(b.text);
  return x != nullptr && y != nullptr && x->role == y->role;
}

bool RunRelations::OneHolder(const ValueRow& office) const {
  const OfficeRow* const row = RowOf(office.text);
  return row != nullptr && row->one_holder;
}

bool RunRelations::IsOffice(const Referent& office, const ValueRow& tenure,
                            bool any_country) const {
  const OfficeRow* const row = RowOf(tenure.text);
  const OfficeRow* const of_text =
      RowOf(CanonicalText(strings_.View(office.head)));
  if (row == nullptr || of_text == nullptr || row->role != of_text->role ||
      !row->one_holder || !strings_.View(office.name).empty())
    return false;
  if (any_country) return true;
  const std::string country =
      CanonicalText(strings_.View(office.participants.front()));
  const auto names = country_names_.find(tenure.qualifier);
  if (names != country_names_.end()) return names->second.contains(country);
  // "prime minister of japan"
  const std::string_view text = strings_.View(tenure.text);
  return text.substr(row->title.size()) ==
         std::string(EnglishOfficeLink()) + country;
}

PersonRelation RunRelations::Person(const ValueRow& person,
                                    SubjectIndex subject) const {
  const PersonName named = ParsePersonName(strings_.View(person.surface));
  PersonMatch best = PersonMatch::kDifferent;
  const auto meet = [&](StringId name) {
    best = std::max(best,
                    MatchPersons(named, ParsePersonName(strings_.View(name))));
  };
  for (const ReferentIndex index : subjects_[subject].referents) {
    meet(table_[index].name);
    for (const StringId alias : table_[index].aliases) meet(alias);
  }
  if (best >= PersonMatch::kCompatible) return PersonRelation::kSame;
  return best >= PersonMatch::kNear ? PersonRelation::kNear
                                    : PersonRelation::kOther;
}

}  // namespace gainsay::internal
