// Dates and fields in the metadata of pages and feeds, which were not written
// for us.
#ifndef GAINSAY_LIB_INGEST_METADATA_H_
#define GAINSAY_LIB_INGEST_METADATA_H_

#include <optional>
#include <string>
#include <string_view>

#include "gainsay/result.h"
#include "ingest/ingest.h"

namespace gainsay::internal {

// Reads an ISO 8601 date or time ("2024-05-29T10:30:00+09:00", "2024-05-29
// 10:30") or an RFC 5322 one ("Wed, 29 May 2024 10:30:00 +0900") to its day.
// Nothing if it is in no such format; an error if it is, and there is no such
// day.
std::optional<Result<Date>> ReadMetadataDate(std::string_view text);

// What a page or a feed says of itself, first come first kept.
struct Metadata {
  std::string title, source, url, lang;
  std::optional<Date> published;
  std::optional<Error> bad_date;  // the first one, if no date was good

  // Takes a value unless one is there; surrounding white space is dropped.
  static void Keep(std::string& field, std::string_view value);
  void KeepDate(std::string_view text, std::string_view field);
  // Moves the fields into a document; a bad date becomes an error of `in`.
  void Apply(IngestedDocument& out, Ingested& in) &&;
};

// The host of an address: "example.org" of "https://www.example.org/a"; or
// empty.
std::string_view HostOf(std::string_view url);

std::string_view TrimSpace(std::string_view text);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_METADATA_H_
