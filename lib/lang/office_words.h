// Offices of records and the roles behind them: rows only.
#ifndef GAINSAY_LIB_LANG_OFFICE_WORDS_H_
#define GAINSAY_LIB_LANG_OFFICE_WORDS_H_

#include <cstdint>
#include <span>
#include <string_view>

namespace gainsay::internal {

// kLeader: whoever leads a country in fact, by whatever office.
enum class OfficeRole : std::uint8_t {
  kNone,
  kLeader,
  kHeadOfGovernment,
  kHeadOfState
};

struct OfficeRow {
  std::string_view title;  // folded; an office's text begins with it
  OfficeRole role = OfficeRole::kNone;
  bool one_holder = false;
};

// Sorted by title. Static storage.
std::span<const OfficeRow> EnglishOffices();
// "of": between a title and what it is of.
std::string_view EnglishOfficeLink();

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_LANG_OFFICE_WORDS_H_
