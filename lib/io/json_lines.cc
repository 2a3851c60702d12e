#include "io/json_lines.h"

namespace gainsay::internal {

std::optional<Result<JsonRecord>> JsonLinesReader::Next() {
  while (std::optional<Result<Line>> line = lines_.Next()) {
    if (!*line) return line->error();
    if ((*line)->text.find_first_not_of(" \t\r") == std::string_view::npos) {
      continue;
    }
    const auto object =
        parser_.ParseObject((*line)->text, name(), (*line)->number);
    if (!object) return object.error();
    return JsonRecord{*object, **line, name()};
  }
  return std::nullopt;
}

}  // namespace gainsay::internal
