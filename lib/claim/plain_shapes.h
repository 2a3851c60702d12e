// Lines of JSON that look like the lines before them.
//
// The records of one file mostly have the same keys in the same order: between
// their values stand the same bytes. A shape is those bytes; a line that has
// them is read by comparing them and finding the ends of its values, without
// looking at keys.
#ifndef GAINSAY_LIB_CLAIM_PLAIN_SHAPES_H_
#define GAINSAY_LIB_CLAIM_PLAIN_SHAPES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "claim/plain_record.h"

namespace gainsay::internal {

// Reads what ScanPlainRecord reads, and the same of it. Learns up to kMost
// shapes. Thread safety: as std::vector.
class PlainShapes {
 public:
  PlainShapes();
  ~PlainShapes();

  // The record that begins at `begin`, on the terms of ScanPlainRecord; valid
  // until the next call. Null if it is not plain. Linear.
  const ClaimRecord* Scan(const char* begin, const char*& end);

 private:
  static constexpr std::size_t kMost = 8;
  struct Step;
  struct Shape;

  bool Take(const Step& step, const char*& at, bool& wide);
  const char* Match(const Shape& shape, std::size_t& step, const char*& at,
                    const char* begin, bool& wide);
  void Switch(std::size_t to);
  const ClaimRecord* Learn(const char* begin, const char*& end);
  void Add(const char* begin, const char* end, const PlainTrace& trace,
           const ClaimRecord& record);

  std::vector<std::unique_ptr<Shape>> shapes_;
  std::size_t last_ = 0;  // the shape that fitted
  ClaimRecord record_;    // of lines of a shape: each sets the same fields
  double span_begin_ = 0;
  ClaimRecord general_;  // of others
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PLAIN_SHAPES_H_
