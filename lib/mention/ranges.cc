// Ranges of dates and of times.
#include "calendar/civil.h"
#include "mention/productions.h"

namespace gainsay::internal {
namespace {

std::uint32_t AddSense(const Match& m, const Sense& sense) {
  m.chart.senses().push_back(sense);
  return static_cast<std::uint32_t>(m.chart.senses().size() - 1);
}

bool MakeRange(const Match& m, const Sense& first, const Sense& last,
               Sense& out) {
  out.kind = Sense::Kind::kRange;
  out.base = AddSense(m, first);
  out.other = AddSense(m, last);
  return true;
}

bool IsPlainPoint(const Sense& s) {
  return s.kind == Sense::Kind::kPoint && s.base == Sense::kNoSense;
}

// Fields of the calendar that a time lacks, from the day it is of.
void PutOn(const Sense& day, Sense& time) {
  Sense out = day;
  out.hour = time.hour, out.minute = time.minute, out.second = time.second;
  out.half_told = time.half_told, out.zone = time.zone;
  out.part_of_day = time.part_of_day;
  time = out;
}

// "10 - 22 August 2012".
bool Days(const Match& m, Sense& out) {
  Sense first;
  first.kind = Sense::Kind::kPoint;
  first.month = static_cast<std::int8_t>(m.At(Slot::kMonth).value);
  if (m.Has(Slot::kYear))
    first.year = static_cast<std::int32_t>(m.At(Slot::kYear).value);
  Sense last = first;
  first.day = static_cast<std::int8_t>(m.At(Slot::kDay).value);
  last.day = static_cast<std::int8_t>(m.At(Slot::kDay2).value);
  const unsigned longest =
      LastDayOf(first.year == Sense::kNoYear ? 2000 : first.year,
                static_cast<unsigned>(first.month));
  return first.day < last.day && static_cast<unsigned>(last.day) <= longest &&
         MakeRange(m, first, last, out);
}

// "3 - 5 pm": the first hour is of the half of the day that the last is of.
bool OpenTimes(const Match& m, Sense& out) {
  Sense last = m.SenseOf(Slot::kTime), first = last;
  const Capture& hour = m.At(Slot::kNum);
  if (last.hour < 0 || hour.value < 1 || hour.value > 12 ||
      hour.number->fraction)
    return false;
  int h = static_cast<int>(hour.value) % 12;
  if (h != hour.value && hour.value != 12) return false;
  if (last.hour > 12 && h + 12 < last.hour) h += 12;
  if (last.hour == 12 || h == 0) h = static_cast<int>(hour.value);
  first.hour = static_cast<std::int8_t>(h);
  first.minute = first.second = -1;
  return MakeRange(m, first, last, out);
}

bool Times(const Match& m, Sense& out) {
  Sense first = m.SenseOf(Slot::kTime), last = m.SenseOf(Slot::kTime2);
  if (!IsPlainPoint(first) || !IsPlainPoint(last)) return false;
  if (m.Has(Slot::kDate)) {
    const Sense day = m.SenseOf(Slot::kDate);
    if (!IsPlainPoint(day) || first.shifted || last.shifted) return false;
    PutOn(day, first), PutOn(day, last);
    return MakeRange(m, first, last, out);
  }
  const bool day_of_last = last.shifted || last.day != 0 || last.weekday != 0;
  const bool day_of_first =
      first.shifted || first.day != 0 || first.weekday != 0;
  if (day_of_last && !day_of_first) PutOn(Sense(last), first);
  if (day_of_first && !day_of_last) PutOn(Sense(first), last);
  return MakeRange(m, first, last, out);
}

bool HasTime(const Sense& s) { return s.hour >= 0 || !s.part_of_day.empty(); }

bool Dates(const Match& m, Sense& out) {
  Sense first = m.SenseOf(Slot::kDate), last = m.SenseOf(Slot::kDate2);
  if (!IsPlainPoint(first) || !IsPlainPoint(last) || first.same || last.same ||
      HasTime(first) != HasTime(last))
    return false;
  // "March to May 2017", "10 August 2013 - 12 September"
  if (first.month != 0 && last.month != 0) {
    if (first.year == Sense::kNoYear && !first.shifted &&
        first.month <= last.month)
      first.year = last.year;
    if (last.year == Sense::kNoYear && !last.shifted &&
        last.month >= first.month)
      last.year = first.year;
  }
  const bool backwards = first.year != Sense::kNoYear &&
                         last.year != Sense::kNoYear && first.year > last.year;
  return !backwards && MakeRange(m, first, last, out);
}

}  // namespace

bool Range(const Match& m, Sense& out) {
  switch (m.rule.arg) {
    case 1:
      return Days(m, out);
    case 2:
      return Times(m, out);
    case 3:
      return OpenTimes(m, out);
    default:
      return Dates(m, out);
  }
}

}  // namespace gainsay::internal
