#include "ingest/html_tree.h"

#include <libxml/HTMLparser.h>

#include <limits>

namespace gainsay::internal {
namespace {

std::string_view View(const xmlChar* text) {
  return text ? std::string_view(reinterpret_cast<const char*>(text))
              : std::string_view();
}

}  // namespace

HtmlTree ParseHtml(std::string_view bytes) {
  if (bytes.size() > std::numeric_limits<int>::max()) return nullptr;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
                           HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                           HTML_PARSE_COMPACT;
  return HtmlTree(htmlReadMemory(bytes.data(), static_cast<int>(bytes.size()),
                                 nullptr, "UTF-8", kOptions));
}

std::string_view ElementName(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? View(node->name) : std::string_view();
}

std::string_view TextOf(const xmlNode* node) {
  const bool text =
      node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
  return text ? View(node->content) : std::string_view();
}

std::string Attribute(const xmlNode* node, const char* name) {
  for (const xmlAttr* a = node->properties; a; a = a->next) {
    if (View(a->name) != name || !a->children) continue;
    return std::string(View(a->children->content));
  }
  return {};
}

std::string InnerText(const xmlNode* node) {
  std::string text;
  Walk(
      node,
      [&text](const xmlNode* inner) {
        text += TextOf(inner);
        return inner->type == XML_ELEMENT_NODE;
      },
      [](const xmlNode*) {});
  return text;
}

}  // namespace gainsay::internal
