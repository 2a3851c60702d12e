#include "base/number.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace gainsay::internal {
namespace {

constexpr double kMostWhole = 1e15;  // whole numbers below it are exact

// What both forms write alike: whole numbers and what is none.
std::optional<std::string> Plain(double x) {
  if (std::isinf(x)) return x > 0 ? "inf" : "-inf";
  if (std::isnan(x)) return "nan";
  if (x == std::trunc(x) && std::abs(x) < kMostWhole)
    return std::to_string(static_cast<long long>(x));
  return std::nullopt;
}

}  // namespace

std::string ExactNumber(double x) {
  if (auto plain = Plain(x)) return *std::move(plain);
  std::array<char, 32> buffer;
  return {buffer.data(),
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), x).ptr};
}

std::string ShortNumber(double x) {
  if (auto plain = Plain(x)) return *std::move(plain);
  std::array<char, 32> buffer;
  return {buffer.data(),
          std::to_chars(buffer.data(), buffer.data() + buffer.size(), x,
                        std::chars_format::general, 12)
              .ptr};
}

}  // namespace gainsay::internal
