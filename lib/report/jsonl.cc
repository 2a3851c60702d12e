// JSON Lines: a finding or near miss a line, then one line that says what was
// searched.
#include <ostream>
#include <string>

#include "gainsay/write.h"
#include "report/json.h"

namespace gainsay::inline v0 {

void WriteJsonLines(const Report& report, std::ostream& out) {
  const internal::ReportModel& model = report.model();
  std::string line;
  const auto end = [&] {
    line += '\n';
    out.write(line.data(), static_cast<std::streamsize>(line.size()));
    line.clear();
  };
  for (const internal::Finding& finding : model.findings) {
    internal::JsonWriter json(line);
    internal::AppendFinding(json, finding);
    end();
  }
  for (const internal::NearMiss& miss : model.near_misses) {
    internal::JsonWriter json(line);
    internal::AppendNearMiss(json, miss);
    end();
  }
  internal::JsonWriter json(line);
  json.Open('{').Key("coverage");
  internal::AppendCoverage(json, model.coverage);
  json.Field("complete", model.complete).Key("summary");
  internal::AppendSummary(json, model);
  json.Close('}');
  end();
}

}  // namespace gainsay::inline v0
