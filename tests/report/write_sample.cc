// write_sample FOLDER: the sample report in every format, as sample.FORMAT.
#include <fstream>
#include <iostream>
#include <string>

#include "gainsay/write.h"
#include "models.h"

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  using gainsay::Report;
  const struct {
    const char* name;
    void (*write)(const Report&, std::ostream&);
  } formats[] = {
      {"json", &gainsay::WriteJson},   {"jsonl", &gainsay::WriteJsonLines},
      {"sarif", &gainsay::WriteSarif}, {"html", &gainsay::WriteHtml},
      {"dot", &gainsay::WriteDot},     {"graphml", &gainsay::WriteGraphml},
      {"trig", &gainsay::WriteTrig},
  };
  for (const auto& format : formats) {
    std::ofstream out(std::string(argv[1]) + "/sample." + format.name,
                      std::ios::binary);
    format.write(gainsay::internal::SampleReport(), out);
    if (!out.flush()) return 1;
  }
  return 0;
}
