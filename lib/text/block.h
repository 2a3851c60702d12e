// Pieces of a text that can be cut and tagged one after the other, so that the
// memory of tokens and mentions stays bounded however long the text is.
#ifndef GAINSAY_LIB_TEXT_BLOCK_H_
#define GAINSAY_LIB_TEXT_BLOCK_H_

#include <cstddef>
#include <string_view>

namespace gainsay::internal {

inline constexpr std::size_t kShortestBlock = std::size_t{1} << 15;
inline constexpr std::size_t kLongestBlock = std::size_t{1} << 16;

// The end of the block that begins at `begin`: of texts up to kShortestBlock
// their end, else the first end of a paragraph beyond it, so that sentences
// stay whole. Where a paragraph runs on beyond kLongestBlock, the last end of a
// line shortly before that, else the last blank there, else any character's.
// Linear in what it skips.
std::size_t EndOfBlock(std::string_view text, std::size_t begin);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_TEXT_BLOCK_H_
