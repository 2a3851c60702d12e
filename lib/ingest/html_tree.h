// A parsed HTML page and how to walk it: libxml2's parser, which never touches
// the network or another file, and mends what is broken.
#ifndef GAINSAY_LIB_INGEST_HTML_TREE_H_
#define GAINSAY_LIB_INGEST_HTML_TREE_H_

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

namespace gainsay::internal {

struct FreeXmlDoc {
  void operator()(xmlDoc* doc) const { xmlFreeDoc(doc); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeXmlDoc>;

// Parses UTF-8, whatever charset the page declares. Null if there is nothing in
// it.
HtmlTree ParseHtml(std::string_view bytes);

// The element's name in lower case; empty for other nodes.
std::string_view ElementName(const xmlNode* node);
// The bytes of a text or CDATA node.
std::string_view TextOf(const xmlNode* node);
// An attribute's value, or empty.
std::string Attribute(const xmlNode* node, const char* name);
// The text of all descendants, one after another.
std::string InnerText(const xmlNode* node);

// Walks a tree in document order without recursion. `enter(node)` returns
// whether to go into the node; `leave(node)` follows for the nodes that were
// gone into.
template <typename Enter, typename Leave>
void Walk(const xmlNode* root, Enter enter, Leave leave) {
  const xmlNode* node = root;
  while (node) {
    const bool into = enter(node);
    if (into && node->children) {
      node = node->children;
      continue;
    }
    if (into) leave(node);
    while (node != root && !node->next) {
      node = node->parent;
      leave(node);
    }
    if (node == root) return;
    node = node->next;
  }
}

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_INGEST_HTML_TREE_H_
