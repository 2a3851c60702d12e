#include <array>

#include "lang/language.h"

namespace gainsay::internal {
namespace {

using enum WordClass;

constexpr WordRow kCutting[] = {
#include "lang/en/cutting.inc"
};

constexpr std::span<const WordRow> kWords[] = {kCutting};

constexpr LanguageTables kTables = {.tag = "en", .words = kWords};

}  // namespace

const Language& English() {
  static const Language language(kTables);
  return language;
}

}  // namespace gainsay::internal
