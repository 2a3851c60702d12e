// The English of reports: what values, statements and time points are called.
// Canonical values ("P5Y", "2018") are for programs, these are for readers.
#ifndef GAINSAY_LIB_REPORT_WORDS_H_
#define GAINSAY_LIB_REPORT_WORDS_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/interner.h"
#include "claim/claim.h"
#include "gainsay/date.h"
#include "identity/identity.h"
#include "schema/schema.h"

namespace gainsay::internal {

// "14 January 2025".
std::string LongDate(Day day);

// "five years", "14 January 2025", "May 2018", "at least 31 people".
std::string WordsOfValue(const ValueRow& value, const Interner& strings);

// The same of a claim, which may deny it: "not Harbour Board".
std::string ClaimWords(const Claim& claim, const ValueRow& value,
                       const Interner& strings);

// "number of dead", "member of".
std::string PredicateWords(const Predicate& predicate);

// "born", "opened": what a date of the predicate stands behind; empty if it has
// no such word.
std::string DatedWords(const Predicate& predicate);

// A date or length of time under the name of its predicate: "return on 14
// January 2025", "a break of five years", "aged 52"; `as_of` is the day an age
// is of, if it is one day.
std::string StatementWords(const Predicate& predicate, const ValueRow& value,
                           DayInterval as_of, const Interner& strings);

// "the return", "the birth": a time point by its role in the schema.
std::string RoleWords(std::string_view role);

// "mayor of Port Hallum", "prime minister, country not named".
std::string OfficeWords(const OfficeLabel& office);

// Labels and notes of offices, which identity leaves to be put into words.
void NameOffices(Subjects& subjects);

// "15 days", from two years on with the years: "872 days (2.4 years)".
std::string DaysWords(double days);

// "a", "a and b", "a, b and c", with `last` for "and".
std::string Listed(const std::vector<std::string>& items,
                   std::string_view last);

// Words that all items end in are said once, at the last: "38 or 41 people".
std::string ListedOnce(std::vector<std::string> items, std::string_view last);

// The first letter in upper case, unless the first word is written with
// capitals of its own ("eBay").
std::string Capitalised(std::string text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_WORDS_H_
