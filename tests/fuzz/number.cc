// The number grammar on sequences of number words: every byte picks one.
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lang/language.h"
#include "mention/chart.h"
#include "text/tokenize.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                      std::size_t size) {
  using namespace gainsay::internal;
  static constexpr const char* kWords[] = {
      "one",         "seven",    "twelve",  "twenty",     "ninety",  "hundred",
      "thousand",    "million",  "billion", "and",        "a",       "half",
      "third",       "quarters", "point",   "first",      "second",  "dozen",
      "-",           "1",        "2.5",     "1/2",        "100,000", "12th",
      "k",           "zero",     "fifths",  "hundredths", "oh",      "over",
      "quintillion", "1'000",    ",",       "$",          "eur"};
  std::string text;
  for (std::size_t i = 0; i < size && i < 4096; ++i) {
    text += kWords[data[i] % std::size(kWords)];
    if (data[i] < 200) text += ' ';
  }
  Interner interner;
  Cutter cutter(English(), interner);
  TokenizedText cut;
  cutter.Cut(text, cut);
  Chart chart;
  chart.Fill(cut, 0, static_cast<std::uint32_t>(cut.tokens.size()),
             cutter.words(), interner);
  for (std::uint32_t at = 0; at < chart.size(); ++at) {
    for (const NumberHit* hit : {chart.cardinal(at), chart.ordinal(at)}) {
      if (hit == nullptr) continue;
      if (hit->end <= at || hit->end > chart.size() ||
          !std::isfinite(hit->value) || hit->value < 0)
        std::abort();
    }
  }
  return 0;
}
