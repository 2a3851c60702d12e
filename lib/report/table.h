// Small tables for a terminal: columns that fit, cells wrapped, source text
// harmless.
#ifndef GAINSAY_LIB_REPORT_TABLE_H_
#define GAINSAY_LIB_REPORT_TABLE_H_

#include <string>
#include <string_view>
#include <vector>

namespace gainsay::internal {

class Table {
 public:
  explicit Table(std::vector<std::string> head) : rows_{std::move(head)} {}
  void Add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }

  // Appends the table, indented by two, at most `width` columns wide: the
  // widest columns are narrowed first, their cells wrapped. The head stands
  // between `dim` and `off`.
  void Write(std::string& out, std::size_t width, std::string_view dim,
             std::string_view off) const;

 private:
  std::vector<std::vector<std::string>> rows_;  // the first is the head
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_REPORT_TABLE_H_
