// Columns of a CSV file as fields of claims.
#ifndef GAINSAY_LIB_CLAIM_RECORD_COLUMNS_H_
#define GAINSAY_LIB_CLAIM_RECORD_COLUMNS_H_

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "claim/records.h"

namespace gainsay::internal {

class RecordColumns {
 public:
  // Error: a column that there must be is missing.
  static Result<RecordColumns> Of(const std::vector<std::string>& columns,
                                  std::string_view file);

  // Views into the fields of one row, one a column.
  ClaimRecord Record(std::span<const std::string_view> fields) const;

 private:
  std::vector<std::string_view ClaimRecord::*>
      fields_;  // one a column; null: extra
  int aliases_ = -1, confidence_ = -1;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_RECORD_COLUMNS_H_
