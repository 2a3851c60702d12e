// Why a reading of an ambiguous date stands where it stands in their order.
#ifndef GAINSAY_LIB_RESOLVE_REASONS_H_
#define GAINSAY_LIB_RESOLVE_REASONS_H_

namespace gainsay::internal::reasons {

inline constexpr const char* kMonthFirst = "month before day";
inline constexpr const char* kDayFirst = "day before month";
inline constexpr const char* kNearest = "nearest to the document's date";
inline constexpr const char* kPast = "the words around speak of the past";
inline constexpr const char* kFuture = "the words around speak of the future";
inline constexpr const char* kAskedFuture = "future preferred, as was asked";
inline constexpr const char* kLast = "last up to the document's date";
inline constexpr const char* kCompleted = "reports speak of completed quarters";
inline constexpr const char* kNext = "next after the document's date";
inline constexpr const char* kEarlier = "a year earlier";
inline constexpr const char* kLater = "a year later";

}  // namespace gainsay::internal::reasons

#endif  // GAINSAY_LIB_RESOLVE_REASONS_H_
