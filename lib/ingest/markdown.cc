// Markdown (CommonMark with tables) by md4c. The text stays the file's bytes;
// the reading keeps what md4c calls text where it stands and blanks all else.
#include <md4c.h>

#include <algorithm>
#include <utility>

#include "ingest/front_matter.h"
#include "ingest/readers.h"

namespace gainsay::internal {
namespace {

// The events of one parse. Offsets are into the whole text.
class Reading {
 public:
  Reading(std::string_view text, std::size_t body)
      : text_(text), body_(body), reading_(text) {
    for (char& c : reading_) {
      if (c != '\n') c = ' ';
    }
  }

  bool Parse() {
    MD_PARSER parser = {};
    parser.flags =
        MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return static_cast<Reading*>(self)->EnterBlock(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return static_cast<Reading*>(self)->LeaveBlock(type);
    };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<Reading*>(self)->Span(type, 1);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      return static_cast<Reading*>(self)->Span(type, -1);
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size,
                     void* self) {
      return static_cast<Reading*>(self)->Text(type, {text, size});
    };
    const std::string_view body = text_.substr(body_);
    return md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser,
                    this) == 0;
  }

  std::string TakeReading() { return std::move(reading_); }
  std::string TakeTitle() { return std::move(title_); }

 private:
  int EnterBlock(MD_BLOCKTYPE type, void* detail) {
    block_end_ = std::string_view::npos;
    in_code_ = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    cell_begins_ = type == MD_BLOCK_TD || type == MD_BLOCK_TH;
    in_title_ = type == MD_BLOCK_H && title_.empty() &&
                static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1;
    return 0;
  }
  int LeaveBlock(MD_BLOCKTYPE) {
    in_code_ = in_title_ = false;
    return 0;
  }
  int Span(MD_SPANTYPE type, int step) {
    if (type == MD_SPAN_IMG) images_ += step;
    return 0;
  }

  int Text(MD_TEXTTYPE type, std::string_view piece) {
    if (type == MD_TEXT_SOFTBR) joins_ = true;
    const bool prose = type == MD_TEXT_NORMAL || type == MD_TEXT_CODE;
    if (!prose || in_code_ || images_ > 0 || piece.empty()) return 0;
    // md4c hands out its own strings for a few things; those are not in the
    // text.
    const char* const first = text_.data() + body_;
    if (piece.data() < first || piece.data() >= text_.data() + text_.size()) {
      return 0;
    }
    Copy(static_cast<std::size_t>(piece.data() - text_.data()), piece.size());
    if (in_title_) title_ += piece;
    return 0;
  }

  void Copy(std::size_t begin, std::size_t size) {
    if (cell_begins_) KeepBar(begin);
    cell_begins_ = false;
    if (joins_ && block_end_ < begin) {
      std::fill(reading_.begin() + static_cast<std::ptrdiff_t>(block_end_),
                reading_.begin() + static_cast<std::ptrdiff_t>(begin), ' ');
    }
    joins_ = false;
    std::copy_n(text_.begin() + static_cast<std::ptrdiff_t>(begin), size,
                reading_.begin() + static_cast<std::ptrdiff_t>(begin));
    block_end_ = begin + size;
  }

  // The bar before a table's cell stays, so that cells do not run together.
  void KeepBar(std::size_t begin) {
    for (std::size_t i = begin; i > body_ && text_[i - 1] != '\n'; --i) {
      if (text_[i - 1] != '|') continue;
      reading_[i - 1] = '|';
      return;
    }
  }

  std::string_view text_;
  std::size_t body_;
  std::string reading_, title_;
  std::size_t block_end_ = std::string_view::npos;  // of the text of this block
  int images_ = 0;
  bool in_code_ = false, in_title_ = false, joins_ = false;
  bool cell_begins_ = false;
};

}  // namespace

void ReadMarkdown(const std::string& name, std::string bytes, Ingested& in) {
  const std::size_t before = in.documents.size();
  ReadText(name, std::move(bytes), in);
  if (in.documents.size() == before) return;
  IngestedDocument& out = in.documents.back();
  const Result<FrontMatter> front = ReadFrontMatter(name, out);
  Reading reading(out.document.text, front ? front->body : 0);
  if (!reading.Parse()) return;  // out of memory: the plain text stands
  if (out.document.title.empty()) out.document.title = reading.TakeTitle();
  out.reading = reading.TakeReading();
  if (front) KeepRead(out.document.text, *front, out.reading);
}

}  // namespace gainsay::internal
