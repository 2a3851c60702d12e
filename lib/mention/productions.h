// Productions by kind, and what they share. See produce.h.
#ifndef GAINSAY_LIB_MENTION_PRODUCTIONS_H_
#define GAINSAY_LIB_MENTION_PRODUCTIONS_H_

#include "mention/produce.h"

namespace gainsay::internal {

inline Unit UnitOf(const Capture& capture) {
  return static_cast<Unit>(capture.row->value);
}
inline bool IsPlural(const Capture& capture) {
  return capture.row->text == "pl";
}
// A word that is a month or season only where the context says so: "may".
inline bool IsAmbiguous(const Capture& capture) {
  return capture.row->text == "amb";
}

inline void SetShift(Sense& sense, double n, Unit unit, Sense::From from) {
  sense.kind = Sense::Kind::kPoint;
  sense.shifted = true;
  sense.shift = n;
  sense.shift_unit = unit;
  sense.from = from;
}

// Whether a condition of a rule of quantities holds; true of any other letter.
bool HoldsOfQuantity(char condition, const Match& m);
// A measure that is nothing else: not the "in" of "in a year".
bool IsPlainMeasure(const Chart& chart, std::uint32_t at);

// The count that stands before a unit: a number, an article, or a vague word.
bool Amount(const Match& m, double* n, bool* vague);

bool Length(const Match& m, Sense& out);
bool Span(const Match& m, Sense& out);
bool Repeat(const Match& m, Sense& out);
bool Clock(const Match& m, Sense& out);
bool ClockOnDate(const Match& m, Sense& out);
bool Numeric(const Match& m, Sense& out);
bool UnitAlone(const Match& m, Sense& out);
bool Range(const Match& m, Sense& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_MENTION_PRODUCTIONS_H_
