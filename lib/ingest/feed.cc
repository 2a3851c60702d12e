// RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom (RFC 4287) by expat. A document type
// ends the parse before any entity can be declared, so nothing is fetched and
// nothing expands.
#include <expat.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

#include "ingest/html_text.h"
#include "ingest/metadata.h"
#include "ingest/readers.h"

namespace gainsay::internal {
namespace {

enum class Field : std::uint8_t {
  kNone,
  kTitle,
  kLink,
  kId,
  kDate,
  kUpdated,
  kLang,
  kSummary,
  kContent
};

struct ElementRow {
  std::string_view name;
  Field field;
};

// Prefixes as every feed writes them.
constexpr ElementRow kFields[] = {
    {"title", Field::kTitle},
    {"link", Field::kLink},
    {"guid", Field::kId},
    {"id", Field::kId},
    {"pubDate", Field::kDate},
    {"published", Field::kDate},
    {"issued", Field::kDate},
    {"dc:date", Field::kDate},
    {"updated", Field::kUpdated},
    {"language", Field::kLang},
    {"dc:language", Field::kLang},
    {"description", Field::kSummary},
    {"summary", Field::kSummary},
    {"content", Field::kContent},
    {"content:encoded", Field::kContent},
};

Field FieldOf(std::string_view name) {
  const auto row = std::ranges::find(kFields, name, &ElementRow::name);
  return row == std::end(kFields) ? Field::kNone : row->field;
}

bool IsItem(std::string_view name) { return name == "item" || name == "entry"; }
bool IsFeed(std::string_view name) {
  return name == "rss" || name == "feed" || name == "rdf:RDF";
}

std::string_view AttributeOf(const XML_Char** attributes,
                             std::string_view name) {
  for (; *attributes; attributes += 2) {
    if (name == attributes[0]) return attributes[1];
  }
  return {};
}

constexpr int kMaxDepth = 256;

struct FreeParser {
  void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
};

// One parse. The text of a field is gathered with all elements inside it.
class Feed {
 public:
  Feed(const std::string& name, Ingested& in) : name_(name), in_(in) {}

  void Parse(std::string_view bytes) {
    const std::unique_ptr<XML_ParserStruct, FreeParser> parser(
        XML_ParserCreate("UTF-8"));
    parser_ = parser.get();
    XML_SetUserData(parser_, this);
    XML_SetElementHandler(
        parser_,
        [](void* self, const XML_Char* element, const XML_Char** attributes) {
          static_cast<Feed*>(self)->Start(element, attributes);
        },
        [](void* self, const XML_Char* element) {
          static_cast<Feed*>(self)->End(element);
        });
    XML_SetCharacterDataHandler(parser_, [](void* self, const XML_Char* text,
                                            int size) {
      static_cast<Feed*>(self)->Text({text, static_cast<std::size_t>(size)});
    });
    XML_SetStartDoctypeDeclHandler(
        parser_,
        [](void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
          static_cast<Feed*>(self)->Stop(
              "expected a feed without a document type, got a DOCTYPE");
        });
    Drive(bytes);
  }

 private:
  // In pieces, as expat takes an int.
  void Drive(std::string_view bytes) {
    constexpr std::size_t kPiece = std::size_t{1} << 20;
    for (bool last = false; !last;) {
      const std::string_view piece = bytes.substr(0, kPiece);
      bytes.remove_prefix(piece.size());
      last = bytes.empty();
      if (XML_Parse(parser_, piece.data(), static_cast<int>(piece.size()),
                    last) == XML_STATUS_OK) {
        continue;
      }
      if (why_.empty()) {
        why_ = std::string("expected XML, got an error: ") +
               XML_ErrorString(XML_GetErrorCode(parser_));
      }
      return Bad(ErrorCode::kSyntax, std::move(why_));
    }
    if (items_ == 0) {
      Bad(ErrorCode::kBadRecord, "expected a feed with items, got none");
    }
  }

  std::uint64_t Here() const { return XML_GetCurrentLineNumber(parser_); }

  void Bad(ErrorCode code, std::string what) {
    in_.errors.push_back(
        {.code = code, .what = std::move(what), .file = name_, .line = Here()});
  }
  void Stop(std::string why) {
    if (why_.empty()) why_ = std::move(why);
    XML_StopParser(parser_, XML_FALSE);
  }

  void Start(std::string_view element, const XML_Char** attributes) {
    if (++depth_ == 1 && !IsFeed(element)) {
      return Stop("expected RSS or Atom, got <" +
                  std::string(element.substr(0, 40)) + ">");
    }
    if (depth_ > kMaxDepth) {
      return Stop("expected elements nested at most " +
                  std::to_string(kMaxDepth) + " deep, got more");
    }
    if (field_ != Field::kNone) return;  // markup inside a field
    if (IsItem(element)) {
      in_item_ = true;
      item_ = {};
      item_line_ = Here();
      id_.clear(), summary_.clear(), content_.clear(), updated_.clear();
      return;
    }
    if (depth_ == 1) {
      Metadata::Keep(feed_.lang, AttributeOf(attributes, "xml:lang"));
    }
    field_ = FieldOf(element);
    field_depth_ = depth_;
    value_.clear();
    if (field_ == Field::kLink) TakeAtomLink(attributes);
  }

  // RFC 4287, section 4.2.7: without rel it is the page itself.
  void TakeAtomLink(const XML_Char** attributes) {
    const std::string_view rel = AttributeOf(attributes, "rel");
    if (!rel.empty() && rel != "alternate") return;
    Metadata::Keep(Current().url, AttributeOf(attributes, "href"));
  }

  void Text(std::string_view text) {
    if (field_ != Field::kNone) value_ += text;
  }

  void End(std::string_view element) {
    if (field_ != Field::kNone && depth_ == field_depth_) {
      TakeField();
      field_ = Field::kNone;
    } else if (in_item_ && field_ == Field::kNone && IsItem(element)) {
      FinishItem();
      in_item_ = false;
    }
    --depth_;
  }

  Metadata& Current() { return in_item_ ? item_ : feed_; }

  void TakeField() {
    const std::string_view value = TrimSpace(value_);
    switch (field_) {
      case Field::kNone:
        return;
      case Field::kTitle:
        return Metadata::Keep(Current().title, FragmentText(value));
      case Field::kLink:
        return Metadata::Keep(Current().url, value);
      case Field::kId:
        return Metadata::Keep(id_, value);
      case Field::kDate:
        return Current().KeepDate(value, "date");
      case Field::kUpdated:
        return Metadata::Keep(updated_, value);
      case Field::kLang:
        return Metadata::Keep(Current().lang, value);
      case Field::kSummary:
        return Metadata::Keep(summary_, value);
      case Field::kContent:
        return Metadata::Keep(content_, value);
    }
  }

  void FinishItem() {
    ++items_;
    IngestedDocument out;
    out.file = name_;
    out.line = item_line_;
    out.extracted = true;
    out.document.text = FragmentText(content_.empty() ? summary_ : content_);
    if (out.document.text.empty()) out.document.text = item_.title;
    if (out.document.text.find('\0') != out.document.text.npos ||
        out.document.text.empty()) {
      return Bad(ErrorCode::kBadRecord, "expected an item with text");
    }
    out.document.id = !id_.empty() ? id_
                      : !item_.url.empty()
                          ? item_.url
                          : name_ + "#" + std::to_string(items_);
    out.document.source = FileName(name_);
    item_.source = feed_.title;
    Metadata::Keep(item_.lang, feed_.lang);
    item_.KeepDate(updated_, "updated");
    std::move(item_).Apply(out, in_);
    in_.documents.push_back(std::move(out));
  }

  const std::string& name_;
  Ingested& in_;
  XML_Parser parser_ = nullptr;
  Metadata feed_, item_;
  std::string id_, summary_, content_, updated_, value_, why_;
  Field field_ = Field::kNone;
  std::uint64_t item_line_ = 0, items_ = 0;
  int depth_ = 0, field_depth_ = 0;
  bool in_item_ = false;
};

}  // namespace

void ReadFeed(const std::string& name, std::string bytes, Ingested& in) {
  // A declared encoding is overruled: the bytes are UTF-8, as was checked.
  Feed(name, in).Parse(bytes);
}

}  // namespace gainsay::internal
