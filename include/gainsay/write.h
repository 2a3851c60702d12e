// Writers: a Report to any std::ostream. Each is deterministic: equal reports give
// equal bytes. Quoted source text is escaped for its medium.
#ifndef GAINSAY_WRITE_H_
#define GAINSAY_WRITE_H_

#include <iosfwd>

#include "gainsay/export.h"
#include "gainsay/report.h"

namespace gainsay::inline v0 {

struct TextStyle {
  bool colour = false;
  unsigned width = 80;          // columns; long quotes are cut around the caret
  bool near_misses = true;      // where the report has them
  bool coverage = true;
  Severity least = Severity::kProbable;   // tensions only where kTension
};

GAINSAY_EXPORT void WriteText(const Report& report, std::ostream& out, const TextStyle& style = {});
GAINSAY_EXPORT void WriteJson(const Report& report, std::ostream& out);

}  // namespace gainsay::inline v0

#endif  // GAINSAY_WRITE_H_
