#include "ingest/html_meta.h"

#include <algorithm>
#include <boost/json.hpp>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "io/json.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

enum class Field : std::uint8_t { kTitle, kSource, kUrl, kDate };

struct MetaRow {
  std::string_view name;  // of <meta name=, property= or itemprop=>, lower case
  Field field;
};

constexpr MetaRow kMeta[] = {
    {"og:title", Field::kTitle},
    {"og:site_name", Field::kSource},
    {"application-name", Field::kSource},
    {"og:url", Field::kUrl},
    {"article:published_time", Field::kDate},
    {"og:published_time", Field::kDate},
    {"datepublished", Field::kDate},
    {"parsely-pub-date", Field::kDate},
    {"pubdate", Field::kDate},
    {"publish-date", Field::kDate},
    {"publication_date", Field::kDate},
    {"date", Field::kDate},
    {"dc.date", Field::kDate},
    {"dc.date.issued", Field::kDate},
    {"dcterms.date", Field::kDate},
    {"dcterms.issued", Field::kDate},
    {"citation_publication_date", Field::kDate},
};

std::string Lower(std::string text) {
  for (char& c : text) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return text;
}

// What JSON-LD is allowed to hold; more is not looked at.
constexpr std::size_t kMaxLinkedData = 256;

class Reader {
 public:
  Metadata Read(const xmlDoc& page) {
    if (const xmlNode* const root = xmlDocGetRootElement(&page)) {
      Walk(
          root, [this](const xmlNode* node) { return Enter(node); },
          [](const xmlNode*) {});
    }
    // In this order, whatever the order of the page.
    for (const std::string& text : linked_data_) ReadLinkedData(text);
    Metadata::Keep(meta_.url, canonical_);
    Metadata::Keep(meta_.title, title_);
    for (const std::string& time : times_) meta_.KeepDate(time, "time");
    return std::move(meta_);
  }

 private:
  bool Enter(const xmlNode* node) {
    const std::string_view name = ElementName(node);
    if (name == "html") Metadata::Keep(meta_.lang, Attribute(node, "lang"));
    if (name == "meta") ReadMeta(node);
    if (name == "title" && title_.empty()) title_ = InnerText(node);
    if (name == "link" && Lower(Attribute(node, "rel")) == "canonical") {
      canonical_ = Attribute(node, "href");
    }
    if (name == "time") times_.push_back(Attribute(node, "datetime"));
    if (name == "script" &&
        Lower(Attribute(node, "type")) == "application/ld+json") {
      linked_data_.push_back(InnerText(node));
    }
    return node->type == XML_ELEMENT_NODE;
  }

  void ReadMeta(const xmlNode* node) {
    for (const char* const key : {"property", "name", "itemprop"}) {
      const std::string name = Lower(Attribute(node, key));
      const auto row = std::ranges::find(kMeta, name, &MetaRow::name);
      if (row == std::end(kMeta)) continue;
      Take(row->field, Attribute(node, "content"), row->name);
      return;
    }
  }

  void Take(Field field, std::string_view value, std::string_view name) {
    switch (field) {
      case Field::kTitle:
        return Metadata::Keep(meta_.title, value);
      case Field::kSource:
        return Metadata::Keep(meta_.source, value);
      case Field::kUrl:
        return Metadata::Keep(meta_.url, value);
      case Field::kDate:
        return meta_.KeepDate(value, name);
    }
  }

  // https://schema.org/Article, alone, in an array or under "@graph".
  void ReadLinkedData(std::string_view text) {
    JsonParser parser;
    const Result<const json::value*> parsed = parser.Parse(text, {}, 0);
    if (!parsed) return;
    std::vector<const json::value*> open = {*parsed};
    for (std::size_t i = 0; i < open.size() && i < kMaxLinkedData; ++i) {
      if (const json::array* const array = open[i]->if_array()) {
        for (const json::value& item : *array) open.push_back(&item);
      } else if (const json::object* const object = open[i]->if_object()) {
        if (const json::value* const graph = object->if_contains("@graph")) {
          open.push_back(graph);
        }
        ReadArticle(JsonFields(*object, {}, 0));
      }
    }
  }

  void ReadArticle(const JsonFields& article) {
    meta_.KeepDate(article.OptionalString("datePublished").value_or(""),
                   "datePublished");
    Metadata::Keep(meta_.title,
                   article.OptionalString("headline").value_or(""));
    if (const auto publisher = article.Object("publisher")) {
      const JsonFields fields(**publisher, {}, 0);
      Metadata::Keep(meta_.source, fields.OptionalString("name").value_or(""));
    }
  }

  Metadata meta_;
  std::string title_, canonical_;
  std::vector<std::string> linked_data_, times_;
};

}  // namespace

Metadata ReadHtmlMetadata(const xmlDoc& page) { return Reader().Read(page); }

}  // namespace gainsay::internal
