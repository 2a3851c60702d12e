#include "report/html_figure.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "base/number.h"
#include "report/escape.h"
#include "report/explain.h"
#include "text/width.h"

namespace gainsay::internal {
namespace {

constexpr double kAxis = 1000;              // user units of a lane
constexpr double kWide = 400, kHigh = 220;  // of a ring
constexpr std::size_t kMostNodes = 10;

double Amount(const DerivationStep& step) {
  return step.forward ? step.hi.value_or(0) : -step.lo.value_or(0);
}

struct Lane {
  std::string label, css;
  double begin = 0, end = 0;
};

// Lanes of a walk in the units of its axis.
class Lanes {
 public:
  Lanes(const Finding& finding, const Derivation& walk) {
    const std::vector<const DerivationStep*> steps = Rotated(walk);
    const std::vector<SumRow> rows = SumRows(finding, walk);
    double at = 0;
    for (std::size_t i = 0; i < steps.size(); ++i) {
      const double amount = Amount(*steps[i]);
      const std::string label =
          rows[i].text + (rows[i].by.empty() ? "" : " [" + rows[i].by + "]");
      const std::string css = SideClass(finding, *steps[i]);
      const bool last = i + 1 == steps.size();
      if (last) {
        Window(*steps[i], label, css, false);
        Widen(-amount);
        gap_ = {WithUnit(std::abs(walk.sum), walk.unit) +
                    " between what is possible and what is said",
                "gap", std::min(at, -amount), std::max(at, -amount)};
      } else if (i == 0) {
        Window(*steps[i], label, css, true);
      } else {
        rows_.push_back(
            {label, css, std::min(at, at + amount), std::max(at, at + amount)});
      }
      at += amount;
      if (!last) Widen(at);
    }
    const double margin = std::max((most_ - least_) * 0.08, 0.5);
    least_ -= margin, most_ += margin;
  }

  const std::vector<Lane>& rows() const { return rows_; }
  const Lane& gap() const { return gap_; }
  double least() const { return least_; }
  double most() const { return most_; }

 private:
  // What a step at an end of the walk allows for its point, seen from the
  // start.
  void Window(const DerivationStep& step, const std::string& label,
              const std::string& css, bool first) {
    const double lo = step.lo.value_or(-1e18), hi = step.hi.value_or(1e18);
    const bool from_start = first == step.forward;
    rows_.push_back({label, css, from_start ? lo : -hi, from_start ? hi : -lo});
  }

  void Widen(double x) {
    if (!seen_) least_ = most_ = x;
    seen_ = true;
    least_ = std::min(least_, x), most_ = std::max(most_, x);
  }

  std::vector<Lane> rows_;
  Lane gap_;
  double least_ = 0, most_ = 0;
  bool seen_ = false;
};

void AppendLane(std::string& out, const Lane& lane, double least, double most) {
  const auto place = [&](double x) {
    return (std::clamp(x, least, most) - least) / (most - least) * kAxis;
  };
  const double begin = place(lane.begin),
               size = std::max(place(lane.end) - begin, 8.0);
  const bool gap = lane.css == "gap";
  out += "<div class=\"lane\"><span" +
         std::string(gap ? " class=\"gaptext\"" : "") + ">" +
         EscapeHtml(lane.label) + "</span>";
  out +=
      "<svg viewBox=\"0 0 1000 14\" preserveAspectRatio=\"none\" "
      "aria-hidden=\"true\"><rect class=\"" +
      lane.css + "\" x=\"" +
      ShortNumber(std::round(std::min(begin, kAxis - size))) +
      "\" y=\"2\" width=\"" + ShortNumber(std::round(size)) +
      "\" height=\"10\"/></svg></div>\n";
}

struct Spot {
  double x = 0, y = 0;
};

Spot OnRing(std::size_t i, std::size_t n) {
  const double angle =
      2 * std::numbers::pi * (static_cast<double>(i) / static_cast<double>(n)) -
      (n == 2 ? std::numbers::pi : std::numbers::pi / 2);
  return {kWide / 2 + 130 * std::cos(angle),
          kHigh / 2 + (n == 2 ? 0 : 72 * std::sin(angle))};
}

std::string Round(double x) { return ShortNumber(std::round(x * 10) / 10); }

std::string Point(Spot spot) { return Round(spot.x) + " " + Round(spot.y); }

void AppendText(std::string& out, Spot at, std::string_view text,
                std::string_view css) {
  out += "<text x=\"" + Round(at.x) + "\" y=\"" + Round(at.y) +
         "\" text-anchor=\"middle\" class=\"" + std::string(css) + "\">" +
         EscapeHtml(HarmlessCut(text, 26)) + "</text>";
}

void AppendNode(std::string& out, Spot spot, std::string_view label,
                std::string_view css) {
  out += "<circle cx=\"" + Round(spot.x) + "\" cy=\"" + Round(spot.y) +
         "\" r=\"5\" class=\"" + std::string(css) + "\"/>";
  const double side = spot.y > kHigh / 2 + 1 ? 20 : -12;
  AppendText(out, {std::clamp(spot.x, 80.0, kWide - 80), spot.y + side}, label,
             "node");
}

// An arrow bent outwards from the middle of the ring, with the number of its
// step.
void AppendArrow(std::string& out, Spot from, Spot to, std::string_view label,
                 std::string_view css, bool bend_down) {
  const Spot middle{(from.x + to.x) / 2, (from.y + to.y) / 2};
  Spot control{middle.x + (middle.x - kWide / 2) * 0.5,
               middle.y + (middle.y - kHigh / 2) * 0.5};
  if (std::abs(from.y - to.y) < 1 && std::abs(middle.y - kHigh / 2) < 1)
    control.y += bend_down ? 90 : -90;
  const double dx = to.x - control.x, dy = to.y - control.y,
               length = std::max(1.0, std::hypot(dx, dy));
  const Spot tip{to.x - dx / length * 9, to.y - dy / length * 9};
  out += "<path d=\"M" + Point(from) + " Q" + Point(control) + " " +
         Point(tip) + "\" class=\"arrow " + std::string(css) +
         "\" marker-end=\"url(#tip)\"/>";
  // Beside the arrow: under one of the lower half, over one of the upper.
  const double peak = (middle.y + control.y) / 2;
  const bool level = std::abs(from.y - to.y) < 1;
  const Spot at{(middle.x + control.x) / 2, !level                 ? peak + 4
                                            : peak > kHigh / 2 + 1 ? peak + 18
                                                                   : peak - 8};
  AppendText(out, at, label, "halo");
  AppendText(out, at, label, "step");
}

void AppendSides(std::string& out, const Finding& finding) {
  const std::size_t n = std::min(finding.sides.size(), kMostNodes);
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t k = i + 1; k < n; ++k) {
      const Spot a = OnRing(i, n), b = OnRing(k, n);
      out +=
          "<path d=\"M" + Point(a) + " L" + Point(b) + "\" class=\"differ\"/>";
      if (n == 2) AppendText(out, {kWide / 2, kHigh / 2 - 6}, "\u2260", "step");
    }
  for (std::size_t i = 0; i < n; ++i)
    AppendNode(out, OnRing(i, n), std::string(Says(finding.sides[i])),
               "s" + std::to_string(i % 4));
}

// "return(talks)" of what the finding is about is "return"; the publication of
// a file goes by the file's own name.
std::string ShortName(std::string name, const Finding& finding) {
  const std::string about = "(" + finding.subject + ")";
  if (name.ends_with(about)) name.resize(name.size() - about.size());
  constexpr std::string_view kPublication = "publication of ";
  const std::size_t slash = name.rfind('/');
  if (name.starts_with(kPublication) && slash != std::string::npos)
    name.erase(kPublication.size(), slash + 1 - kPublication.size());
  return name;
}

void AppendWalk(std::string& out, const Finding& finding,
                const Derivation& walk) {
  const std::vector<const DerivationStep*> steps = Rotated(walk);
  const std::size_t n = steps.size();
  const std::vector<SumRow> rows = SumRows(finding, walk);
  for (std::size_t i = 0; i < n; ++i) {
    const std::string css = SideClass(finding, *steps[i]);
    AppendArrow(out, OnRing(i, n), OnRing((i + 1) % n, n), rows[i].amount, css,
                n == 2 && i == 1);
  }
  for (std::size_t i = 0; i < n; ++i) {
    const std::string& name = steps[i]->forward ? steps[i]->from : steps[i]->to;
    AppendNode(out, OnRing(i, n),
               name == "origin" && walk.unit == "days" ? "calendar"
               : name == "origin"                      ? "zero"
                                  : ShortName(name, finding),
               "point");
  }
}

}  // namespace

std::string SideClass(const Finding& finding, const DerivationStep& step) {
  if (step.by_kind != "claim") return "given";
  const auto claim =
      std::ranges::find(finding.claims, step.by, &ReportClaim::id);
  return claim == finding.claims.end() ? "given"
                                       : "s" + std::to_string(claim->side % 4);
}

void AppendAxis(std::string& out, const Finding& finding,
                const Derivation& walk) {
  if (walk.unit == "side" || walk.steps.size() < 2) return;
  const Lanes lanes(finding, walk);
  const bool dates =
      walk.unit == "days" && Rotated(walk).front()->from == "origin";
  const auto value = [&](double x) {
    return dates ? DayWords(std::round(x))
                 : ShortNumber(std::round(x * 100) / 100) +
                       (walk.unit.empty() ? "" : " " + walk.unit);
  };
  out += "<figure class=\"line\"><figcaption>" +
         std::string(dates ? "On a time line" : "On a line") + ", " +
         EscapeHtml(CutWords(walk.cut)) + "</figcaption>\n";
  for (const Lane& lane : lanes.rows())
    AppendLane(out, lane, lanes.least(), lanes.most());
  AppendLane(out, lanes.gap(), lanes.least(), lanes.most());
  out += "<div class=\"axis\"><span>" + EscapeHtml(value(lanes.least())) +
         "</span><span>" + EscapeHtml(value(lanes.most())) +
         "</span></div></figure>\n";
}

void AppendRing(std::string& out, const Finding& finding) {
  const bool sides = finding.derivations.empty() ||
                     finding.derivations[0].unit == "side" ||
                     finding.derivations[0].steps.size() < 2 ||
                     finding.derivations[0].steps.size() > kMostNodes;
  if (sides && finding.sides.size() < 2) return;
  out += "<figure><figcaption>" +
         std::string(sides ? "The sides"
                           : "The steps as a ring that cannot close") +
         "</figcaption><svg class=\"cycle\" viewBox=\"0 0 400 220\" "
         "role=\"img\" aria-label=\"" +
         (sides ? "sides that differ"
                : "closed walk over " +
                      std::to_string(finding.derivations[0].steps.size()) +
                      " points") +
         "\">";
  if (sides) {
    AppendSides(out, finding);
  } else {
    AppendWalk(out, finding, finding.derivations[0]);
  }
  out += "</svg></figure>\n";
}

}  // namespace gainsay::internal
