// Values that a sentence tells of more, of less or of a part of what they seem
// to be told of ("35,000 for concerts"): what has left them out leaves them out
// for all.
#ifndef GAINSAY_LIB_CLAIM_NARROWED_H_
#define GAINSAY_LIB_CLAIM_NARROWED_H_

#include <algorithm>
#include <cstddef>
#include <vector>

#include "gainsay/document.h"

namespace gainsay::internal {

template <typename T>
std::size_t SizeOf(const std::vector<T>* list) {
  return list == nullptr ? 0 : list->size();
}

// Takes what is told by one of `values` from what stands from `first` on.
template <typename T>
void DropNarrowed(const std::vector<ByteSpan>& values, std::size_t first,
                  std::vector<T>* told) {
  if (told == nullptr || values.empty()) return;
  const auto begin = told->begin() + static_cast<std::ptrdiff_t>(first);
  told->erase(std::remove_if(begin, told->end(),
                             [&](const T& t) {
                               return std::ranges::any_of(
                                   values, [&](const ByteSpan& value) {
                                     return t.value_span.begin < value.end &&
                                            value.begin < t.value_span.end;
                                   });
                             }),
              told->end());
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_NARROWED_H_
