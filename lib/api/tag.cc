#include "gainsay/tag.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "lang/language.h"
#include "mention/finder.h"
#include "resolve/timex.h"
#include "text/block.h"
#include "text/tokenize.h"

namespace gainsay::inline v0 {
namespace {

// Beyond this many distinct strings a scratch starts afresh.
constexpr std::size_t kMostStrings = std::size_t{1} << 20;

TagType TypeOf(internal::MentionType type) {
  using enum internal::MentionType;
  switch (type) {
    case kDate:
      return TagType::kDate;
    case kTime:
      return TagType::kTime;
    case kDuration:
      return TagType::kDuration;
    case kSet:
      return TagType::kSet;
    case kNumber:
    case kFraction:
      return TagType::kNumber;
    case kOrdinal:
      return TagType::kOrdinal;
    case kPercent:
      return TagType::kPercent;
    case kMoney:
      return TagType::kMoney;
    case kAge:
      return TagType::kAge;
    case kDimension:
      return TagType::kDimension;
    case kTemperature:
      return TagType::kTemperature;
    case kNumberRange:
      return TagType::kNumberRange;
  }
  return TagType::kNumber;
}

// `begin`: where the block of the mention begins in the text.
void Fill(const internal::Mention& m, std::uint32_t begin,
          std::string_view values, gainsay::Tag& tag) {
  tag.span = {begin + m.span.begin, begin + m.span.end};
  tag.type = TypeOf(m.type);
  tag.modifier = m.modifier;
  tag.value = values.substr(m.value, m.value_size);
  tag.rule = m.rule;
  tag.unit = m.unit;
  tag.number = m.number, tag.number_max = m.number_max, tag.step = m.step;
  tag.count = m.count;
  tag.core = m.core, tag.hull = m.hull;
  tag.grain = m.grain;
  tag.unanchored = m.unanchored;
  tag.tense = m.tense;
  tag.from_document = m.anchor == internal::Mention::Anchor::kDocument;
  if (m.anchor == internal::Mention::Anchor::kMention)
    tag.anchor = m.anchor_mention;
}

// Makes room for the tags of the whole text by what the part read so far had,
// so that they move once at most.
void ReserveTags(std::size_t more, std::size_t read, std::size_t size,
                 std::vector<gainsay::Tag>& tags) {
  const std::size_t needed = tags.size() + more;
  if (needed <= tags.capacity()) return;
  const double share = static_cast<double>(size) /
                       static_cast<double>(std::max<std::size_t>(read, 1));
  tags.reserve(std::max(
      needed,
      static_cast<std::size_t>(1.1 * share * static_cast<double>(needed))));
}

}  // namespace

std::string_view Name(TagType type) noexcept {
  constexpr std::string_view kNames[] = {
      "DATE",   "TIME",      "DURATION",    "SET",
      "NUMBER", "ORDINAL",   "PERCENT",     "MONEY",
      "AGE",    "DIMENSION", "TEMPERATURE", "NUMBERRANGE"};
  return kNames[static_cast<std::size_t>(type)];
}

struct Tagger::Rep {
  TagOptions options;
  const internal::Language* language;
  internal::Grammar grammar;

  Rep(TagOptions given, const internal::Language& lang)
      : options(std::move(given)), language(&lang), grammar(lang) {}
};

struct TagScratch::Rep {
  // What belongs to one tagger and its strings.
  struct Engine {
    std::shared_ptr<const Tagger::Rep> tagger;
    internal::Interner interner;
    internal::Cutter cutter;
    internal::MentionFinder finder;

    explicit Engine(std::shared_ptr<const Tagger::Rep> rep)
        : tagger(std::move(rep)),
          cutter(*tagger->language, interner),
          finder(tagger->grammar, cutter) {
      finder.set_every_value(true);
      finder.set_ranges(tagger->options.ranges);
    }
  };
  std::unique_ptr<Engine> engine;
  internal::TokenizedText cut;
  internal::MentionTable table;
};

TagScratch::TagScratch() : rep_(std::make_unique<Rep>()) {}
TagScratch::~TagScratch() = default;
TagScratch::TagScratch(TagScratch&&) noexcept = default;
TagScratch& TagScratch::operator=(TagScratch&&) noexcept = default;

Tagger::Tagger()
    : rep_(std::make_shared<Rep>(TagOptions(), internal::English())) {}
Tagger::Tagger(std::shared_ptr<const Rep> rep) : rep_(std::move(rep)) {}
Tagger::~Tagger() = default;
Tagger::Tagger(const Tagger&) = default;
Tagger::Tagger(Tagger&&) noexcept = default;
Tagger& Tagger::operator=(const Tagger&) = default;
Tagger& Tagger::operator=(Tagger&&) noexcept = default;

Result<Tagger> Tagger::Create(TagOptions options) {
  const internal::Language* language = internal::FindLanguage(options.lang);
  if (language == nullptr) {
    Error error;
    error.what =
        "expected a language with tables, got \"" + options.lang + "\"";
    error.field = "lang";
    return error;
  }
  return Tagger(std::make_shared<Rep>(std::move(options), *language));
}

TagResult Tagger::Tag(std::string_view text,
                      std::optional<Date> document_date) const {
  TagScratch scratch;
  return Tag(text, document_date, scratch);
}

TagResult Tagger::Tag(std::string_view text, std::optional<Date> document_date,
                      TagScratch& scratch,
                      std::optional<std::int32_t> second_of_day) const {
  TagScratch::Rep& s = *scratch.rep_;
  if (s.engine == nullptr || s.engine->tagger != rep_ ||
      s.engine->interner.size() > kMostStrings) {
    s.engine = std::make_unique<TagScratch::Rep::Engine>(rep_);
  }
  internal::ResolveOptions options;
  options.day_first = rep_->options.day_first;
  options.prefer_future = rep_->options.prefer_future;
  options.all_readings = true;
  if (document_date && document_date->core().lo > kMinusInfinity)
    options.document_day = document_date->core().lo;
  options.document_second = second_of_day;

  TagResult result;
  internal::ToldPeriods told;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = internal::EndOfBlock(text, begin);
    s.engine->cutter.Cut(text.substr(begin, end - begin), s.cut);
    s.engine->finder.Find(s.cut, s.table);
    internal::Resolve(s.cut, s.engine->cutter.words(), options, s.table, told);
    told.Leave(s.cut.tokens.size(), s.table.mentions.size());
    if (!s.table.mentions.empty()) {
      ReserveTags(s.table.mentions.size(), end, text.size(), result.tags_);
      AddBlock(s.table, static_cast<std::uint32_t>(begin), result);
    }
    begin = end;
    if (s.engine->interner.size() > kMostStrings)
      s.engine = std::make_unique<TagScratch::Rep::Engine>(rep_);
  }
  return result;
}

// Appends the mentions of one block, and what their views show.
void Tagger::AddBlock(const internal::MentionTable& table, std::uint32_t begin,
                      TagResult& result) {
  const std::size_t size = table.values.size();
  result.values_.push_back(std::make_unique_for_overwrite<char[]>(size));
  std::memcpy(result.values_.back().get(), table.values.data(), size);
  const std::string_view values(result.values_.back().get(), size);
  if (!table.readings.empty())
    result.readings_.push_back(
        std::make_unique<TagReading[]>(table.readings.size()));
  for (std::size_t i = 0; i < table.readings.size(); ++i) {
    const internal::Reading& r = table.readings[i];
    result.readings_.back()[i] = {values.substr(r.value, r.value_size), r.core,
                                  r.hull, r.reason};
  }
  for (const internal::Mention& m : table.mentions) {
    Fill(m, begin, values, result.tags_.emplace_back());
    if (m.readings > 1)
      result.tags_.back().readings = {
          result.readings_.back().get() + m.first_reading, m.readings};
  }
}

}  // namespace gainsay::inline v0
