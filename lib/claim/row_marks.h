// The marks behind the name of a row: "begin*", "write!*?". What each says
// stands with the rows (lang/syntax.h).
#ifndef GAINSAY_LIB_CLAIM_ROW_MARKS_H_
#define GAINSAY_LIB_CLAIM_ROW_MARKS_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace gainsay::internal {

struct RowMarks {
  std::string_view name, marks;
  bool Has(char mark) const {
    return marks.find(mark) != std::string_view::npos;
  }
};

inline RowMarks MarksOf(std::string_view row) {
  const std::size_t end = std::min(row.find_first_of("!?^<&*"), row.size());
  return {row.substr(0, end), row.substr(end)};
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_ROW_MARKS_H_
