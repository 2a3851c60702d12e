#include "ingest/html_text.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

namespace gainsay::internal {
namespace {

// What an element does to the flow of text.
enum class Role : std::uint8_t { kInline, kBlock, kLine, kCell, kSkip, kLink };

struct ElementRow {
  std::string_view name;
  Role role;
};

constexpr ElementRow kElements[] = {
    {"a", Role::kLink},           {"address", Role::kBlock},
    {"article", Role::kBlock},    {"aside", Role::kSkip},
    {"audio", Role::kSkip},       {"blockquote", Role::kBlock},
    {"br", Role::kLine},          {"button", Role::kSkip},
    {"canvas", Role::kSkip},      {"caption", Role::kBlock},
    {"dd", Role::kLine},          {"div", Role::kBlock},
    {"dl", Role::kBlock},         {"dt", Role::kLine},
    {"figcaption", Role::kBlock}, {"figure", Role::kBlock},
    {"footer", Role::kSkip},      {"form", Role::kSkip},
    {"h1", Role::kBlock},         {"h2", Role::kBlock},
    {"h3", Role::kBlock},         {"h4", Role::kBlock},
    {"h5", Role::kBlock},         {"h6", Role::kBlock},
    {"head", Role::kSkip},        {"header", Role::kBlock},
    {"hr", Role::kBlock},         {"iframe", Role::kSkip},
    {"li", Role::kLine},          {"main", Role::kBlock},
    {"nav", Role::kSkip},         {"noscript", Role::kSkip},
    {"object", Role::kSkip},      {"ol", Role::kBlock},
    {"p", Role::kBlock},          {"pre", Role::kBlock},
    {"script", Role::kSkip},      {"section", Role::kBlock},
    {"select", Role::kSkip},      {"style", Role::kSkip},
    {"svg", Role::kSkip},         {"table", Role::kBlock},
    {"td", Role::kCell},          {"template", Role::kSkip},
    {"textarea", Role::kSkip},    {"th", Role::kCell},
    {"tr", Role::kLine},          {"ul", Role::kBlock},
    {"video", Role::kSkip},
};
static_assert(std::ranges::is_sorted(kElements, {}, &ElementRow::name));

Role RoleOf(std::string_view name) {
  const auto row =
      std::ranges::lower_bound(kElements, name, {}, &ElementRow::name);
  return row != std::end(kElements) && row->name == name ? row->role
                                                         : Role::kInline;
}

bool IsSpace(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Collects blocks; a block that is mostly links is dropped where `prune` says
// so.
class Flow {
 public:
  explicit Flow(bool prune) : prune_(prune) {}

  bool Enter(const xmlNode* node) {
    if (const std::string_view text = TextOf(node); !text.empty()) {
      Add(text);
      return false;
    }
    if (node->type != XML_ELEMENT_NODE) return false;
    const Role role = RoleOf(ElementName(node));
    if (role == Role::kSkip) return false;
    Boundary(role);
    if (role == Role::kLink) ++links_;
    return true;
  }
  void Leave(const xmlNode* node) {
    const Role role = RoleOf(ElementName(node));
    if (role == Role::kLink) --links_;
    if (role != Role::kCell) Boundary(role);
  }
  std::string Finish() {
    EndBlock();
    return std::move(text_);
  }

 private:
  void Add(std::string_view text) {
    for (const char c : text) {
      if (IsSpace(c)) {
        space_ = !line_start_;
        continue;
      }
      if (space_) block_ += ' ';
      space_ = line_start_ = false;
      block_ += c;
      ++(links_ > 0 ? linked_ : plain_);
    }
  }
  void Boundary(Role role) {
    if (role == Role::kBlock) EndBlock();
    if (role == Role::kCell && !line_start_) {
      block_ += " | ";
      space_ = false;
      line_start_ = true;
    }
    if (role == Role::kLine && !block_.empty() && block_.back() != '\n') {
      block_ += '\n';
      space_ = false;
      line_start_ = true;
    }
  }
  void EndBlock() {
    while (!block_.empty() && IsSpace(block_.back())) block_.pop_back();
    if (!block_.empty() && !(prune_ && linked_ > plain_)) {
      if (!text_.empty()) text_ += "\n\n";
      text_ += block_;
    }
    block_.clear();
    linked_ = plain_ = 0;
    space_ = false;
    line_start_ = true;
  }

  bool prune_;
  std::string text_, block_;
  std::size_t linked_ = 0, plain_ = 0;
  int links_ = 0;
  bool space_ = false, line_start_ = true;
};

std::string TextUnder(const xmlNode* root, bool prune) {
  if (!root) return {};
  Flow flow(prune);
  Walk(
      root,
      [&flow, root](const xmlNode* node) {
        // The root itself may be of a kind that is skipped inside a page.
        return node == root || flow.Enter(node);
      },
      [&flow, root](const xmlNode* node) {
        if (node != root) flow.Leave(node);
      });
  return flow.Finish();
}

// The outermost elements of a name.
std::vector<const xmlNode*> Find(const xmlNode* root, std::string_view name) {
  std::vector<const xmlNode*> found;
  if (!root) return found;
  Walk(
      root,
      [&](const xmlNode* node) {
        if (ElementName(node) != name) return node->type == XML_ELEMENT_NODE;
        found.push_back(node);
        return false;
      },
      [](const xmlNode*) {});
  return found;
}

}  // namespace

std::string PageText(const xmlDoc& page) {
  const xmlNode* const root = xmlDocGetRootElement(&page);
  std::string best;
  for (const char* const name : {"article", "main"}) {
    for (const xmlNode* const node : Find(root, name)) {
      std::string text = TextUnder(node, false);
      if (text.size() > best.size()) best = std::move(text);
    }
    if (!best.empty()) return best;
  }
  std::string pruned = TextUnder(root, true);
  return pruned.empty() ? TextUnder(root, false) : pruned;
}

std::string FragmentText(std::string_view html) {
  if (html.find_first_of("<&") == html.npos) return std::string(html);
  const HtmlTree page = ParseHtml(html);
  return page ? TextUnder(xmlDocGetRootElement(page.get()), false)
              : std::string();
}

}  // namespace gainsay::internal
