// JSON Lines (jsonlines.org): one object a line, with line numbers and byte
// offsets.
#ifndef GAINSAY_LIB_IO_JSON_LINES_H_
#define GAINSAY_LIB_IO_JSON_LINES_H_

#include <boost/json/fwd.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "gainsay/result.h"
#include "io/input.h"
#include "io/json.h"
#include "io/lines.h"

namespace gainsay::internal {

// One object of a file. Valid until the next call of the reader.
struct JsonRecord {
  const boost::json::object* object = nullptr;
  Line line;
  std::string_view file;

  JsonFields fields(std::string_view prefix = {}) const {
    return JsonFields(*object, file, line.number, prefix);
  }
};

// Reads records lazily. Blank lines are skipped; a bad line is an error, and
// reading goes on with the next.
//
//   while (auto record = reader.Next()) {
//     if (!*record) errors.push_back(record->error());
//     else Take((*record)->fields());
//   }
class JsonLinesReader {
 public:
  explicit JsonLinesReader(Input input, JsonLimits limits = {})
      : lines_(std::move(input)), parser_(limits) {}

  // The next record or error; nothing at the end.
  std::optional<Result<JsonRecord>> Next();

  const std::string& name() const { return lines_.name(); }

 private:
  LineReader lines_;
  JsonParser parser_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IO_JSON_LINES_H_
