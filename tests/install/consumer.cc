// A user's program, built against an installed or an embedded gainsay. It is
// compiled without exceptions and RTTI too: the headers must allow it.
#include <cstdio>

#include "gainsay/gainsay.h"

int main() {
  const gainsay::Result<gainsay::Date> good = gainsay::Date::Parse("2025-01");
  const gainsay::Result<gainsay::Date> bad = gainsay::Date::Parse("2025-13");
  if (!good || bad) return 1;
  std::printf("%s; %s\n", good->ToString().c_str(),
              bad.error().message().c_str());
  return 0;
}
