#include "claim/extract.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <vector>

#include "claim/atoms.h"
#include "claim/narrowed.h"
#include "claim/offices.h"
#include "claim/sentence.h"
#include "claim/several.h"
#include "mention/finder.h"
#include "mention/names.h"
#include "resolve/document_date.h"
#include "resolve/name_tags.h"
#include "resolve/timex.h"
#include "text/tag.h"
#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kLongestSentence = 400;  // tokens

}  // namespace

class ClaimExtractor::Impl {
 public:
  Impl(const Language& language, const Schema& schema, Interner& interner)
      : schema_(schema),
        interner_(interner),
        language_(language),
        frames_(FramesOf(language)),
        cutter_(language, interner),
        finder_(MentionRules(language), cutter_),
        name_finder_(language.names(), interner),
        words_(language.syntax(), interner),
        classes_(language.syntax()),
        lapse_classes_(language.syntax()),
        clock_words_(language.syntax(), language.values(), interner),
        concept_classes_(language.syntax()),
        discourse_(classes_, interner) {}

  DocumentDate Extract(const ExtractionRequest& request, ClaimTable& out,
                       ExtractionCoverage& coverage);
  void NoteDateline(std::string_view text, DatelineOrder& order,
                    DatelineYears& years);

 private:
  // Compiled at its first use: extractors are made often.
  static const Grammar& MentionRules(const Language& language) {
    static std::mutex mutex;
    static std::map<const Language*, Grammar> compiled;  // stable addresses
    const std::lock_guard lock(mutex);
    return compiled.try_emplace(&language, language).first->second;
  }
  template <typename F>
  void ForEachSentence(F f);
  DocumentDate FindDate(const ExtractionRequest& request);
  bool IsByline(const SentenceView& sentence, const DocumentDate& date) const;
  std::optional<FoundDate> InferDate();
  const Mention* OnlyDate(const SentenceView& sentence, bool clocks) const;
  void DateEvents(const SentenceView& sentence, std::size_t first,
                  ClaimTable& out) const;
  void AddReturn(std::size_t first, std::optional<Claim> told,
                 ClaimTable& out) const;
  void Count(ExtractionCoverage& coverage) const;
  void FindLines(std::string_view text);

  const Schema& schema_;
  Interner& interner_;
  const Language& language_;
  const FrameIndex& frames_;
  Cutter cutter_;
  MentionFinder finder_;
  NameFinder name_finder_;
  WordTable words_;
  EntityClasses classes_;
  LapseClasses lapse_classes_;
  ClockWords clock_words_;
  ConceptClasses concept_classes_;
  Discourse discourse_;
  TokenizedText cut_;
  MentionTable mentions_;
  NameTable names_;
  std::vector<Atom> atoms_;
  Parse parse_;
  std::vector<Mentioned> mentioned_;
  std::vector<std::uint32_t> lines_;  // where each line begins
};

template <typename F>
void ClaimExtractor::Impl::ForEachSentence(F f) {
  auto atom = atoms_.begin();
  for (std::uint32_t i = 0; i < cut_.segments.size(); ++i) {
    // What runs on without an end is read in pieces, so that time stays linear.
    for (Segment piece = cut_.segments[i]; piece.first < cut_.segments[i].last;
         piece.first = piece.last) {
      piece.last =
          std::min(cut_.segments[i].last, piece.first + kLongestSentence);
      while (atom != atoms_.end() && atom->first < piece.first) ++atom;
      auto end = atom;
      while (end != atoms_.end() && end->last <= piece.last) ++end;
      const std::span<const Atom> atoms(atom, end);
      ChunkSegment(cut_, piece, atoms, words_, parse_.groups);
      FindClauses(cut_, atoms, words_, parse_);
      f(SentenceView{cut_, atoms, parse_, names_, words_, i});
      atom = end;
    }
  }
}

std::optional<FoundDate> ClaimExtractor::Impl::InferDate() {
  std::vector<std::uint32_t> past;
  std::vector<DayOfYear> planned;
  ForEachSentence([&](const SentenceView& s) {
    for (const Atom& atom : s.atoms) {
      if (atom.kind != Atom::Kind::kDate) continue;
      const std::uint32_t group = GroupOfAtom(s.parse, atom);
      if (group == kNowhere || s.G(group).clause == kNowhere) continue;
      const Clause& clause = s.parse.clauses[s.G(group).clause];
      if (clause.verb == kNowhere) continue;
      const std::uint16_t verb = s.G(clause.verb).verb;
      if ((verb & (kPlannedVerb | kFuture)) != 0) {
        if (const auto day = DayOfYearIn(mentions_, atom.id))
          planned.push_back(*day);
      } else if ((verb & (kPast | kPerfect | kPassive)) != 0) {
        past.push_back(atom.id);
      }
    }
  });
  return BetweenFactAndPlan(mentions_, past, planned);
}

DocumentDate ClaimExtractor::Impl::FindDate(const ExtractionRequest& request) {
  DocumentDate date;
  if (request.published) return {*request.published, true, true, {}};
  std::optional<FoundDate> found = Dateline(cut_, mentions_, cutter_.words());
  if (found && found->ambiguous && request.day_first) {
    const auto line =
        std::ranges::find(mentions_.mentions, found->evidence, &Mention::span);
    found->days = line->hull;
  }
  if (!found && request.years != nullptr) {
    const std::optional<DayOfYear> day =
        YearlessDateline(cut_, mentions_, cutter_.words());
    const std::optional<DayInterval> days =
        day ? request.years->DayOf(day->month, day->day) : std::nullopt;
    if (days)
      found = FoundDate{*days, true, mentions_.mentions[day->mention].span};
  }
  if (!found) found = InferDate();
  if (found) date = {found->days, true, found->given, found->evidence};
  return date;
}

// A line of the head that tells who published and when: "Kora Mail, 3 May
// 2024", and those around it, but for the headline. They name nothing that the
// text is about.
bool ClaimExtractor::Impl::IsByline(const SentenceView& s,
                                    const DocumentDate& date) const {
  if (!date.given || date.evidence.empty() || s.index == 0) return false;
  const Segment& line = cut_.segments[s.index];
  const auto of_date =
      std::ranges::find_if(cut_.segments, [&](const Segment& segment) {
        return cut_.tokens[segment.last - 1].end >= date.evidence.end;
      });
  if (of_date == cut_.segments.end()) return false;
  const bool own = of_date->first == line.first &&
                   cut_.tokens[line.last - 1].end <= date.evidence.end + 1;
  return own || (line.kind == Segment::Kind::kHeading &&
                 of_date->kind == Segment::Kind::kHeading &&
                 of_date->paragraph == line.paragraph);
}

// The return that the lead implies, unless the document says when it was.
void ClaimExtractor::Impl::AddReturn(std::size_t first,
                                     std::optional<Claim> told,
                                     ClaimTable& out) const {
  if (!told) return;
  const bool said = std::any_of(
      out.claims.begin() + static_cast<std::ptrdiff_t>(first), out.claims.end(),
      [&](const Claim& c) { return c.predicate == told->predicate; });
  if (!said) out.claims.push_back(*std::move(told));
}

// The one date that a sentence names; null if it names two, or none. `clocks`:
// a clock time that names no day counts as one of the day that it is resolved
// to.
const Mention* ClaimExtractor::Impl::OnlyDate(const SentenceView& sentence,
                                              bool clocks) const {
  const Mention* only = nullptr;
  for (const Atom& atom : sentence.atoms) {
    if (atom.kind != Atom::Kind::kDate) continue;
    const Mention& date = mentions_.mentions[atom.id];
    if (!clocks && date.type == MentionType::kTime &&
        date.sense != Sense::kNoSense &&
        !TellsDay(mentions_.senses[date.sense]))
      continue;
    // A date that the dateline resolved keeps the mark of having had no anchor.
    const bool unanchored = clocks && date.unanchored;
    if (only != nullptr || unanchored || date.hull.lo <= kMinusInfinity ||
        date.hull.hi >= kPlusInfinity)
      return nullptr;
    only = &date;
  }
  return only;
}

// An event of which a sentence gives a figure or a clock time happened on the
// one date that the sentence names. Two dates, or none, leave it open.
void ClaimExtractor::Impl::DateEvents(const SentenceView& sentence,
                                      std::size_t first,
                                      ClaimTable& out) const {
  const bool began = std::any_of(
      out.claims.begin() + static_cast<std::ptrdiff_t>(first), out.claims.end(),
      [&](const Claim& claim) { return schema_[claim.predicate].lasting; });
  if (first == out.claims.size() || began) return;
  const Mention *of_figure = OnlyDate(sentence, true),
                *of_clock = OnlyDate(sentence, false);
  for (std::size_t i = first; i < out.claims.size(); ++i) {
    const Claim& claim = out.claims[i];
    Referent& event = out.referents[claim.subject.index];
    if (event.kind != Referent::Kind::kEvent || event.time != DayInterval())
      continue;
    const ValueKind kind = out[claim.value].kind;
    if (kind == ValueKind::kQuantity && of_figure != nullptr)
      event.time = of_figure->hull;
    if (kind == ValueKind::kTime && of_clock != nullptr)
      event.time = of_clock->core;
  }
}

void ClaimExtractor::Impl::Count(ExtractionCoverage& coverage) const {
  coverage.segments += cut_.segments.size();
  for (const Atom& atom : atoms_) {
    const bool temporal = atom.kind == Atom::Kind::kDate ||
                          atom.kind == Atom::Kind::kDuration ||
                          atom.kind == Atom::Kind::kSet;
    ++(temporal ? coverage.temporal_mentions : coverage.numeric_mentions);
  }
}

void ClaimExtractor::Impl::FindLines(std::string_view text) {
  lines_.assign(1, 0);
  for (std::size_t i = text.find('\n'); i != std::string_view::npos;
       i = text.find('\n', i + 1)) {
    lines_.push_back(static_cast<std::uint32_t>(i + 1));
  }
}

DocumentDate ClaimExtractor::Impl::Extract(const ExtractionRequest& request,
                                           ClaimTable& out,
                                           ExtractionCoverage& coverage) {
  cutter_.Cut(request.text, cut_);
  TagTokens(cut_, words_);
  finder_.Find(cut_, mentions_);
  TrimParticles(cut_, words_, mentions_);
  RepeatBounds(cut_, mentions_);
  name_finder_.Find(cut_, names_);
  TagNames(names_, words_, cut_);
  MakeAtoms(mentions_, atoms_);
  ResolveOptions options;
  options.day_first = request.day_first.value_or(false);
  const bool day =
      request.published && request.published->lo == request.published->hi;
  if (day) options.document_day = request.published->lo;
  Resolve(cut_, cutter_.words(), options, mentions_);
  const DocumentDate date = FindDate(request);
  if (!day && date.known && date.days.lo == date.days.hi) {
    options.document_day = date.days.lo;
    Resolve(cut_, cutter_.words(), options, mentions_);
  }
  if (!date.known && request.years != nullptr)
    FillYears(*request.years, mentions_);
  JoinDates(mentions_, atoms_);
  Count(coverage);
  const std::size_t before = out.claims.size();
  discourse_.Clear();
  mentioned_.clear();
  FindLines(request.text);
  std::optional<Claim> return_told;
  AskedWhen asked;
  const std::size_t told_before =
      request.told_times == nullptr ? 0 : request.told_times->size();
  DocumentContext context{schema_,
                          frames_,
                          classes_,
                          lapse_classes_,
                          clock_words_,
                          concept_classes_,
                          interner_,
                          mentions_,
                          discourse_,
                          lines_,
                          request.document,
                          request.source,
                          date.days,
                          date.given ? date.evidence : ByteSpan(),
                          out,
                          coverage,
                          mentioned_,
                          return_told};
  ForEachSentence([&](const SentenceView& sentence) {
    if (IsByline(sentence, date)) return;
    discourse_.Note(sentence);
    const std::size_t first = out.claims.size();
    SentenceReader reader(sentence, context);
    reader.Read();
    DateEvents(sentence, first, out);
    const std::size_t told = SizeOf(request.told),
                      times = SizeOf(request.told_times);
    if (request.told != nullptr)
      ToldReader(sentence, mentions_, discourse_, classes_, request.document,
                 *request.told)
          .Read();
    if (request.told_times != nullptr)
      ToldTimeReader(sentence, mentions_, discourse_, classes_, clock_words_,
                     request.document, date.days, asked, *request.told_times)
          .Read();
    DropNarrowed(reader.narrowed(), told, request.told);
    DropNarrowed(reader.narrowed(), times, request.told_times);
  });
  if (request.told_times != nullptr)
    AddLengthsBetween(told_before, words_, *request.told_times);
  RemoveIndistinct(before, mentioned_, schema_, words_, out, coverage);
  AddReturn(before, std::move(return_told), out);
  const std::size_t first = out.claims.size();
  std::vector<OfficeMention> offices = FindOffices(
      cut_, names_, TenureMentionsOf(out, before, schema_, interner_),
      name_finder_, words_, language_);
  NoteSuccessions(cut_, names_, words_, offices);
  AppendOfficeClaims(cut_, names_, offices,
                     {request.document, request.source, date.days, mentions_},
                     schema_, interner_, out);
  coverage.in_claims += out.claims.size() - first;
  return date;
}

void ClaimExtractor::Impl::NoteDateline(std::string_view text,
                                        DatelineOrder& order,
                                        DatelineYears& years) {
  constexpr std::size_t kHead = 2000;  // bytes in which a dateline stands
  if (text.size() > kHead) {
    std::size_t end = kHead;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80)
      --end;
    text = text.substr(0, end);
  }
  cutter_.Cut(text, cut_);
  TagTokens(cut_, words_);
  finder_.Find(cut_, mentions_);
  const auto read = [&](bool day_first) {
    ResolveOptions options;
    options.day_first = day_first;
    Resolve(cut_, cutter_.words(), options, mentions_);
    std::optional<FoundDate> found = Dateline(cut_, mentions_, cutter_.words());
    if (found)
      found->days =
          std::ranges::find(mentions_.mentions, found->evidence, &Mention::span)
              ->hull;
    return found;
  };
  const std::optional<FoundDate> day = read(true), month = read(false);
  if (!day || !month) return;
  const DateOrder figures =
      OrderOf(text.substr(day->evidence.begin, day->evidence.size()));
  if (figures != DateOrder::kOpen || day->ambiguous)
    order.Note(figures, day->days, month->days);
  if (day->days == month->days) years.Note(day->days);
}

ClaimExtractor::ClaimExtractor(const Language& language, const Schema& schema,
                               Interner& interner)
    : impl_(std::make_unique<Impl>(language, schema, interner)) {}

ClaimExtractor::~ClaimExtractor() = default;

DocumentDate ClaimExtractor::Extract(const ExtractionRequest& request,
                                     ClaimTable& out,
                                     ExtractionCoverage& coverage) {
  return impl_->Extract(request, out, coverage);
}

void ClaimExtractor::NoteDateline(std::string_view text, DatelineOrder& order,
                                  DatelineYears& years) {
  impl_->NoteDateline(text, order, years);
}

}  // namespace gainsay::internal
