// Claims of JSON Lines, a line at a time.
#ifndef GAINSAY_LIB_CLAIM_LINE_RECORDS_H_
#define GAINSAY_LIB_CLAIM_LINE_RECORDS_H_

#include <string>
#include <string_view>

#include "claim/plain_shapes.h"
#include "claim/records.h"
#include "io/json.h"

namespace gainsay::internal {

// Turns lines into rows: the usual ones by claim/plain_shapes.h, the others by
// a parser of JSON. Thread safety: as std::vector.
class LineRecords {
 public:
  explicit LineRecords(const RecordTarget& target)
      : errors_(target.errors), builder_(target) {}

  // Adds the claim of a line. A byte below 0x20 follows it, and kPlainPadding
  // more can be read. False: a bad record, told in the errors.
  bool Add(std::string_view line, const RecordPlace& place);

 private:
  std::vector<Error>& errors_;
  RecordBuilder builder_;
  PlainShapes plain_;
  JsonParser parser_;
};

// A line of nothing but blanks is no record.
bool IsBlankRecord(std::string_view line);
// What is wrong with a file that has none.
Error NoRecords(const std::string& file);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_LINE_RECORDS_H_
