#include "resolve/timex.h"

#include <algorithm>

#include "calendar/cuts.h"
#include "resolve/days.h"
#include "resolve/fields.h"
#include "resolve/mentioned.h"
#include "resolve/nearest.h"
#include "resolve/period.h"
#include "resolve/reasons.h"
#include "resolve/tense.h"
#include "resolve/timex_value.h"

namespace gainsay::internal {
namespace {

using Kind = Period::Kind;
using Direction = Sense::Direction;

bool HasYearFields(const Sense& s) {
  return s.month != 0 || s.part != 0 || !s.holiday.empty();
}

// One resolution pass over a table.
class Resolver {
 public:
  Resolver(const TokenizedText& text, WordCache& words,
           const ResolveOptions& options, MentionTable& table,
           ToldPeriods& told)
      : tense_(text, words), options_(&options), table_(&table), told_(told) {}

  void Run() {
    table_->readings.clear();  // of a Resolve without the document's date
    for (std::uint32_t i = 0; i < table_->mentions.size(); ++i) {
      Mention& mention = table_->mentions[i];
      mention.readings = 0;
      if (mention.sense == Sense::kNoSense) {
        SetValue(mention, NumberValue(mention.number, mention.number_max, {},
                                      false, false));
        continue;
      }
      Sense sense = table_->senses[mention.sense];
      if (options_->day_first && sense.day_month_swappable)
        std::swap(sense.day, sense.month);
      index_ = i;
      switch (sense.kind) {
        case Sense::Kind::kPoint:
          ResolvePoint(sense, mention);
          break;
        case Sense::Kind::kReference:
          SetValue(mention, std::string(sense.reference));
          break;
        case Sense::Kind::kDuration:
        case Sense::Kind::kSet:
          ResolveLength(sense, mention);
          told_.RememberMonths(sense, options_->document_day);
          break;
        case Sense::Kind::kRange:
          ResolveRange(sense, mention);
          break;
        case Sense::Kind::kNumber:
          SetValue(mention, NumberValue(sense));
          break;
        case Sense::Kind::kNone:
          break;
      }
    }
  }

 private:
  void SetValue(Mention& mention, const std::string& value) {
    mention.value = static_cast<std::uint32_t>(table_->values.size());
    mention.value_size =
        static_cast<std::uint16_t>(std::min<std::size_t>(value.size(), 0xFFFF));
    table_->values += value;
  }

  bool HasDocument() const { return options_->document_day.has_value(); }
  Day DocumentDay() const { return *options_->document_day; }

  // -1, 0, 1: where the words of the clause put the date.
  int Tense(const Mention& mention) {
    if (options_->prefer_future) return 1;
    const int tense = tense_.Around(mention.first_token, mention.last_token);
    table_->mentions[index_].tense = static_cast<std::int8_t>(tense);
    return tense;
  }

  // Of three candidates around the document's day, the one that direction,
  // tense or nearness asks for.
  Period Choose(const Sense& sense, const Mention& mention,
                const Period& before, const Period& same, const Period& after) {
    const Day day = DocumentDay();
    switch (sense.direction) {
      case Direction::kThis:
        return same;
      case Direction::kLast:
        return same.days.hi < day ? same : before;
      case Direction::kNext:
        return same.days.lo > day ? same : after;
      case Direction::kByTense:
        break;
    }
    // A report speaks of the quarter that has passed.
    const bool quarter = sense.part >= 33;
    const int tense = quarter ? -1 : Tense(mention);
    const Period chosen =
        Nearest({before, same, after}, day, tense, sense.weekday, &unsure_);
    unsure_ = unsure_ || (options_->all_readings && sense.weekday == 0);
    const Period& beside = same.days.lo > day ? before : after;
    alternative_ = chosen == same ? beside : same;
    reason_ =
        quarter ? reasons::kCompleted : ReasonOf(tense, reasons::kNearest);
    other_reason_ = alternative_.days.lo < chosen.days.lo ? reasons::kEarlier
                                                          : reasons::kLater;
    return chosen;
  }

  const char* ReasonOf(int tense, const char* none) const {
    if (options_->prefer_future) return reasons::kAskedFuture;
    return tense < 0 ? reasons::kPast : tense > 0 ? reasons::kFuture : none;
  }

  Period WeekdayPeriod(const Sense& sense, const Mention& mention) {
    const Day day = DocumentDay();
    const Day back =
        (IsoWeekday(day) - sense.weekday + 7) % 7;  // 0: the same day
    const Period last = DayPeriod(day - back),
                 next = DayPeriod(last.days.lo + 7);
    switch (sense.direction) {
      case Direction::kThis:
        return DayPeriod(WeekPeriod(day).days.lo + sense.weekday - 1);
      case Direction::kLast:
        return back == 0 ? DayPeriod(day - 7) : last;
      case Direction::kNext:
        return next;
      case Direction::kByTense:
        break;
    }
    const int tense = Tense(mention);
    const bool forward = tense > 0 && back != 0;
    unsure_ = options_->all_readings;
    alternative_ = forward ? last : next;
    reason_ = ReasonOf(tense, reasons::kLast);
    other_reason_ = forward ? reasons::kLast : reasons::kNext;
    return forward ? next : last;
  }

  Period Shifted(const Sense& sense, const Mention& mention) {
    if (sense.from == Sense::From::kDocument && !HasDocument()) return {};
    if (sense.from == Sense::From::kMentioned)
      return FromMentioned(sense, mention);
    Period base;
    if (sense.from == Sense::From::kDate) {
      base = PointPeriod(table_->senses[sense.base], mention);
      if (base.kind == Kind::kNone) return {};
      return ShiftPeriod(base, sense.shift, sense.shift_unit);
    }
    base = PeriodOf(sense.shift_unit, DocumentDay());
    Period period = ShiftPeriod(base, sense.shift, sense.shift_unit);
    if (sense.weekday != 0) {
      const Day monday = WeekPeriod(period.days.lo).days.lo;
      return DayPeriod(monday + sense.weekday - 1);
    }
    if (sense.fiscal || !HasYearFields(sense)) return period;
    return PeriodInYear(sense, period.year);
  }

  // What a report is about: the period last mentioned of the unit asked for,
  // else the last completed quarter, the document's year or month, the past
  // weekend.
  Period SamePeriodAs(const Sense& sense, const Mention& mention) {
    const Unit unit = sense.same_unit;
    Period base = told_.Same(unit, sense.any_time);
    if (base.kind != Kind::kNone) {
      anchored_to_mention_ = true;
    } else if (!HasDocument()) {
      return {};
    } else if (unit == Unit::kWeekend) {
      base = WeekendPeriod(DocumentDay());
      if (Tense(mention) <= 0 && base.days.lo > DocumentDay())
        base = ShiftPeriod(base, -1, unit);
    } else {
      const bool report = unit == Unit::kQuarter || unit == Unit::kPeriod;
      base = PeriodOf(report ? Unit::kQuarter : unit, DocumentDay());
      if (report) base = ShiftPeriod(base, -1, Unit::kQuarter);
    }
    if (sense.year != Sense::kNoYear) {
      if (base.kind == Kind::kQuarter)
        return QuarterPeriod(sense.year, base.index);
      return unit == Unit::kYear || base.kind == Kind::kNone
                 ? YearPeriod(sense.year)
                 : ShiftPeriod(base, sense.year - base.year, Unit::kYear);
    }
    return ShiftPeriod(base, sense.shift, Unit::kYear);
  }

  // The period last mentioned, shifted at its own grain.
  Period FromMentioned(const Sense& sense, const Mention& mention) {
    if (sense.same) return SamePeriodAs(sense, mention);
    const bool coarse = sense.shift_unit >= Unit::kMonth;
    Period base = coarse ? told_.period : told_.last;
    if (coarse && told_.NamesJustBefore(mention.first_token))
      base = told_.named;
    if (sense.shift_unit == Unit::kDay && told_.day.kind != Kind::kNone)
      base = told_.day;
    anchored_to_mention_ = base.kind != Kind::kNone;
    if (!anchored_to_mention_ && !HasDocument()) return {};
    if (!anchored_to_mention_) base = PeriodOf(sense.shift_unit, DocumentDay());
    counted_ = anchored_to_mention_ ? told_.DayWithin(base)
                                    : told_.AndLast(DocumentDay());
    if (sense.shift_unit < Unit::kMonth && base.kind > Kind::kWeek &&
        HasDocument())
      base = PeriodOf(sense.shift_unit, base.days.hi);
    if (sense.shift_unit == Unit::kMonth && base.kind > Kind::kMonth)
      base = PeriodOf(Unit::kMonth, base.days.lo);
    if (sense.shift_unit == Unit::kQuarter && base.kind != Kind::kQuarter)
      base = PeriodOf(Unit::kQuarter, base.days.lo);
    return ShiftPeriod(base, sense.shift, sense.shift_unit);
  }

  // What a point names; kNone if it cannot be told.
  Period PointPeriod(const Sense& sense, const Mention& mention) {
    if (sense.shifted) return Shifted(sense, mention);
    if (sense.year != Sense::kNoYear) {
      const Period period =
          PeriodInYear(sense, FullYear(sense, options_->document_day));
      return sense.week_of != 0 && period.kind == Kind::kDay
                 ? WeekPeriod(period.days.lo)
                 : period;
    }
    if (!HasDocument()) return {};
    if (sense.weekday != 0 && sense.month == 0) {
      return sense.day != 0
                 ? WeekdayOnDay(sense.weekday, sense.day, DocumentDay())
                 : WeekdayPeriod(sense, mention);
    }
    if (!HasYearFields(sense)) {
      return sense.hour >= 0 || !sense.part_of_day.empty()
                 ? (told_.day.kind == Kind::kDay &&
                            told_.DayIsNear(mention.first_token)
                        ? told_.day
                        : DayPeriod(DocumentDay()))
                 : Period();
    }
    const std::int32_t year = CivilOf(DocumentDay()).year;
    Period before = PeriodInYear(sense, year - 1),
           same = PeriodInYear(sense, year),
           after = PeriodInYear(sense, year + 1);
    const auto or_else = [](Period& p, const Period& other) {
      if (p.kind == Kind::kNone) p = other;  // 29 February
    };
    or_else(same, before), or_else(same, after);
    if (same.kind == Kind::kNone) return {};
    or_else(before, same), or_else(after, same);
    const Period period = Choose(sense, mention, before, same, after);
    return sense.week_of != 0 && period.kind == Kind::kDay
               ? WeekPeriod(period.days.lo)
               : period;
  }

  bool CountsFromClock(const Sense& sense) const {
    const bool from_now = sense.from == Sense::From::kDocument ||
                          (sense.from == Sense::From::kMentioned &&
                           told_.last.kind == Kind::kNone);
    return from_now && options_->document_second && HasDocument() &&
           sense.shifted && sense.shift_unit <= Unit::kHour && !sense.vague;
  }

  void ResolvePoint(const Sense& stated, Mention& mention) {
    Sense sense = stated;
    Day clock_day = 0;
    const bool by_clock =
        CountsFromClock(sense) &&
        ShiftClock(*options_->document_second, sense, &clock_day);
    if (by_clock) mention.type = MentionType::kTime;
    unsure_ = anchored_to_mention_ = false, counted_ = {1, 0};

    const Period period = by_clock ? DayPeriod(DocumentDay() + clock_day)
                                   : PointPeriod(sense, mention);
    mention.grain = GrainOf(period.kind);
    if (sense.vague && sense.shifted) return ResolveVagueShift(sense, mention);
    if (period.kind == Kind::kNone) {
      mention.unanchored = true;
      return SetValue(mention, OpenValue(sense));
    }
    const bool from_document =
        (sense.shifted && sense.from == Sense::From::kDocument) ||
        (!sense.shifted && sense.year == Sense::kNoYear);
    mention.anchor = anchored_to_mention_ ? Mention::Anchor::kMention
                     : from_document      ? Mention::Anchor::kDocument
                                          : Mention::Anchor::kNone;
    if (anchored_to_mention_) mention.anchor_mention = told_.mention;
    const PointDays days =
        DaysOf(sense, period, options_->document_day, mention.tense, counted_);
    mention.core = days.core;
    mention.hull = days.hull;
    SetValue(mention, PointValue(sense, period));
    AddReadings(sense, period, mention);
    const bool quarter = period.kind == Kind::kQuarter;
    told_.Remember(
        sense, period, mention.last_token, index_, options_->document_day,
        quarter ? tense_.Around(mention.first_token, mention.last_token) : 0);
  }

  void AddReading(const Sense& sense, const Period& period, const char* reason,
                  Mention& mention) {
    const PointDays days = DaysOf(sense, period, options_->document_day);
    Reading reading{days.core, days.hull,
                    static_cast<std::uint32_t>(table_->values.size()), 0};
    const std::string value = PointValue(sense, period);
    reading.value_size = static_cast<std::uint16_t>(value.size());
    reading.reason = reason;
    table_->values += value;
    if (mention.readings++ == 0)
      mention.first_reading =
          static_cast<std::uint32_t>(table_->readings.size());
    table_->readings.push_back(reading);
  }

  // All readings, the likeliest first, which is the mention's own.
  void AddReadings(const Sense& sense, const Period& period, Mention& mention) {
    Period other = unsure_ ? alternative_ : Period();
    if (sense.day_month_swappable) {
      reason_ = options_->day_first ? reasons::kDayFirst : reasons::kMonthFirst;
      other_reason_ =
          options_->day_first ? reasons::kMonthFirst : reasons::kDayFirst;
      Sense swapped = sense;
      std::swap(swapped.day, swapped.month);
      other = PeriodInYear(swapped, FullYear(sense, options_->document_day));
    }
    if (other.kind == Kind::kNone || other == period) return;
    AddReading(sense, period, reason_, mention);
    AddReading(sense, other, other_reason_, mention);
  }

  // "several years ago": no day at all.
  void ResolveVagueShift(const Sense& sense, Mention& mention) {
    SetValue(mention, LengthValue(sense));
    mention.core = {};
    if (HasDocument() && sense.shift <= 0) mention.core.hi = DocumentDay();
    mention.hull = mention.core;
  }

  void ResolveLength(const Sense& sense, Mention& mention) {
    SetValue(mention, LengthValue(sense));
    mention.count = CountOf(sense);
    if (sense.vague) mention.count.modifier = Modifier::kVague;
    mention.core = CountDays(mention.count, Cut::kCore);
    mention.hull = CountDays(mention.count, Cut::kHull);
    // Beyond the lengths that the tables of months hold for.
    mention.hull = {std::min(mention.hull.lo, mention.core.lo),
                    std::max(mention.hull.hi, mention.core.hi)};
  }

  void ResolveRange(const Sense& sense, Mention& mention) {
    Mention end = mention;
    ResolvePoint(table_->senses[sense.base], mention);
    const std::string first(table_->Value(mention));
    const DayInterval core = mention.core, hull = mention.hull;
    ResolvePoint(table_->senses[sense.other], end);
    std::string last(table_->Value(end));
    // "Monday to Friday": the end is the next one after the start.
    if (end.core.hi < core.lo && core.lo - end.core.lo < 7 && last.size() == 10)
      end.core.hi = end.hull.hi += 7, last = FormatDay(end.core.hi);
    mention.readings = 0;
    mention.core = {core.lo, end.core.hi};
    mention.hull = {hull.lo, end.hull.hi};
    mention.unanchored = mention.unanchored || end.unanchored;
    SetValue(mention, first + "/" + last);
  }

  TenseEvidence tense_;
  const ResolveOptions* options_;
  MentionTable* table_;
  std::uint32_t index_ = 0;
  ToldPeriods& told_;  // what later mentions count from
  bool unsure_ = false, anchored_to_mention_ = false;
  DayInterval counted_{1, 0};  // the day that a length counts from
  Period alternative_;         // the second reading, if `unsure_`
  const char *reason_ = "", *other_reason_ = "";
};

}  // namespace

void Resolve(const TokenizedText& text, WordCache& words,
             const ResolveOptions& options, MentionTable& table) {
  ToldPeriods told;
  Resolve(text, words, options, table, told);
}

void Resolve(const TokenizedText& text, WordCache& words,
             const ResolveOptions& options, MentionTable& table,
             ToldPeriods& told) {
  Resolver(text, words, options, table, told).Run();
}

}  // namespace gainsay::internal
