// Temporal and numeric mentions of a text: what they say, and which days they
// mean.
//
//   const gainsay::Tagger tagger;
//   const gainsay::TagResult result = tagger.Tag("Talks resumed on 29 May after
//   a six-year gap.",
//                                                gainsay::Date::Parse("2024-05-30").value());
//   for (const gainsay::Tag& tag : result.tags()) std::cout << tag.value <<
//   '\n';   // 2024-05-29, P6Y
//
// Values are TIMEX3 for dates, times, durations and sets; "number" or
// "number|unit" for the rest, a range "[5,10]|km", with one side "(5,)|km"; of
// "last", "next" and the like as ordinals "end+0", "end-1", "current+1"; of a
// unit that a value is turned into or told beside ("60 miles in km") "|km".
// Pounds that may be paid or weigh are two tags of one span. An
// ambiguous date carries all its readings, the
// likeliest first; a relative one without a document's date is `unanchored`.
#ifndef GAINSAY_TAG_H_
#define GAINSAY_TAG_H_

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gainsay/date.h"
#include "gainsay/document.h"
#include "gainsay/export.h"
#include "gainsay/result.h"
#include "gainsay/value.h"

namespace gainsay::internal {
struct MentionTable;
}

namespace gainsay::inline v0 {

enum class TagType : std::uint8_t {
  kDate,
  kTime,
  kDuration,
  kSet,
  kNumber,
  kOrdinal,
  kPercent,
  kMoney,
  kAge,
  kDimension,
  kTemperature,
  kNumberRange,
};

GAINSAY_EXPORT std::string_view Name(
    TagType type) noexcept;  // "DATE", "NUMBER" ...

// One reading of an ambiguous date: 5/4/1999, or a month, season, quarter or
// weekday by itself.
struct TagReading {
  std::string_view value;
  DayInterval core, hull;
  // Why it stands where it stands in the order: "month before day", "nearest to
  // the document's date", "the words around speak of the future", "a year
  // later" ...
  std::string_view reason;
};

// One mention. Views live as long as the TagResult.
struct Tag {
  ByteSpan span;
  TagType type = TagType::kNumber;
  Modifier modifier = Modifier::kBare;
  std::string_view value;
  std::string_view rule;  // name of the row that made it
  std::string_view unit;  // canonical unit of a quantity
  double number = 0,
         number_max = 0;  // of a quantity; a range's end, else equal
  double step = 0;        // unit of the last significant digit; 0: exact
  Count count;            // of a duration
  // Days: of a date the days it may lie in, of a duration how many it may last.
  DayInterval core, hull;
  Grain grain = Grain::kUnknown;
  bool unanchored = false;              // relative, and nothing to count from
  bool from_document = false;           // counted from the document's date
  std::optional<std::uint32_t> anchor;  // index of the tag that it counts from
  int tense = 0;                        // evidence around it: -1 past, 1 future
  // All readings, the likeliest first, which is the tag's own; empty if there
  // is only one.
  std::span<const TagReading> readings;
};

struct TagOptions {
  std::string lang = "en";     // BCP 47
  bool day_first = false;      // 5/4/1999 is rather 5 April
  bool prefer_future = false;  // as an assistant: "Friday" is the next one
  // "From May to July" is one mention "2001-05/2001-07" rather than two, as
  // TIMEX3 has it.
  bool ranges = false;
};

// The mentions of one text, in its order. Movable; owns what its tags show.
class GAINSAY_EXPORT TagResult {
 public:
  std::span<const Tag> tags() const& noexcept { return tags_; }
  std::span<const Tag> tags() && = delete;  // name the result first

 private:
  friend class Tagger;
  std::vector<Tag> tags_;
  // Of one block of the text each.
  std::vector<std::unique_ptr<TagReading[]>> readings_;
  std::vector<std::unique_ptr<char[]>> values_;
};

// Memory that one thread keeps from text to text. Optional: it makes tagging of
// many texts free of allocation per token.
class GAINSAY_EXPORT TagScratch {
 public:
  TagScratch();
  ~TagScratch();
  TagScratch(TagScratch&&) noexcept;
  TagScratch& operator=(TagScratch&&) noexcept;

 private:
  friend class Tagger;
  struct Rep;
  std::unique_ptr<Rep> rep_;
};

// Finds and resolves mentions. Immutable; share among threads.
class GAINSAY_EXPORT Tagger {
 public:
  Tagger();  // English
  // An error if there are no tables for the language.
  static Result<Tagger> Create(TagOptions options);
  ~Tagger();
  Tagger(const Tagger&);
  Tagger(Tagger&&) noexcept;
  Tagger& operator=(const Tagger&);
  Tagger& operator=(Tagger&&) noexcept;

  // Linear in the text, which is shorter than 4 GiB; what it keeps beside the
  // tags is bounded: a text is read in blocks of paragraphs. `document_date`:
  // what relative dates count from.
  TagResult Tag(std::string_view text,
                std::optional<Date> document_date = {}) const;
  // `second_of_day`, 0 to 86,399: what "15 minutes ago" counts from.
  TagResult Tag(std::string_view text, std::optional<Date> document_date,
                TagScratch& scratch,
                std::optional<std::int32_t> second_of_day = {}) const;

 private:
  friend class TagScratch;
  struct Rep;
  explicit Tagger(std::shared_ptr<const Rep> rep);
  static void AddBlock(const internal::MentionTable& table, std::uint32_t begin,
                       TagResult& result);
  std::shared_ptr<const Rep> rep_;
};

}  // namespace gainsay::inline v0

#endif  // GAINSAY_TAG_H_
