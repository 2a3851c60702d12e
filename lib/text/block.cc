#include "text/block.h"

namespace gainsay::internal {
namespace {

// Before kLongestBlock, where an end of a line or a blank is looked for.
constexpr std::size_t kWindow = std::size_t{1} << 14;

// The place after the first blank line in [from, to), else npos.
std::size_t FirstParagraphEnd(std::string_view text, std::size_t from,
                              std::size_t to) {
  text = text.substr(0, to);
  for (std::size_t at = text.find('\n', from); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    std::size_t next = at + 1;
    while (next < to &&
           (text[next] == ' ' || text[next] == '\t' || text[next] == '\r'))
      ++next;
    if (next < to && text[next] == '\n') return next + 1;
  }
  return std::string_view::npos;
}

}  // namespace

std::size_t EndOfBlock(std::string_view text, std::size_t begin) {
  if (text.size() - begin <= kLongestBlock) {
    if (text.size() - begin <= kShortestBlock) return text.size();
    const std::size_t end =
        FirstParagraphEnd(text, begin + kShortestBlock, text.size());
    return end == std::string_view::npos ? text.size() : end;
  }
  const std::size_t least = begin + kShortestBlock,
                    most = begin + kLongestBlock;
  if (const std::size_t end = FirstParagraphEnd(text, least, most);
      end != std::string_view::npos)
    return end;
  const std::string_view window = text.substr(most - kWindow, kWindow);
  for (const char blank : {'\n', ' '}) {
    const std::size_t last = window.rfind(blank);
    if (last != std::string_view::npos) return most - kWindow + last + 1;
  }
  std::size_t end = most;
  const auto is_middle = [](char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
  };
  while (end > most - 4 && is_middle(text[end])) --end;
  return end;
}

}  // namespace gainsay::internal
