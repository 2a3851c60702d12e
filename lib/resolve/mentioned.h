// What a text has told of so far, for mentions that count from it.
#ifndef GAINSAY_LIB_RESOLVE_MENTIONED_H_
#define GAINSAY_LIB_RESOLVE_MENTIONED_H_

#include <cstdint>
#include <optional>

#include "mention/sense.h"
#include "resolve/period.h"

namespace gainsay::internal {

struct Mentioned {
  Period last;    // of any kind
  Period period;  // a month or longer that the text is about
  Period day, quarter;
  Period any_quarter;                            // however long ago
  Period named;                                  // by its year
  std::uint32_t named_token = 0, day_token = 0;  // where they end
  std::uint32_t mention = 0;                     // index of `last`

  // Comparisons ("a year earlier"), years long past and forecasts are told of
  // the present, so they are not what the text is about.
  void Remember(const Sense& sense, const Period& told, std::uint32_t end,
                std::uint32_t index, std::optional<Day> document);

  // "The quarter", "that year": the one told of, none if there is none.
  Period Same(Unit unit, bool any_time) const;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_RESOLVE_MENTIONED_H_
