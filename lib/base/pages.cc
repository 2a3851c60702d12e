#include "base/pages.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <new>

#if defined(__linux__)
#include <sys/mman.h>
#endif

namespace gainsay::internal {
namespace {

constexpr std::size_t kAlign = 64;
#if defined(__linux__)
constexpr std::size_t kHugePage = std::size_t{2} << 20;
#endif

}  // namespace

PageBlock::PageBlock(std::size_t size) : size_(size) {
  if (size == 0) return;
#if defined(__linux__)
  if (size >= kHugePage) {
    size_ = (size + kHugePage - 1) / kHugePage * kHugePage;
    // One huge page too many, and the ends given back: the block is aligned to
    // one.
    void* const raw = mmap(nullptr, size_ + kHugePage, PROT_READ | PROT_WRITE,
                           MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (raw == MAP_FAILED) throw std::bad_alloc();
    auto* const begin = static_cast<std::byte*>(raw);
    const std::size_t head =
        (kHugePage - reinterpret_cast<std::size_t>(begin) % kHugePage) %
        kHugePage;
    if (head != 0) munmap(begin, head);
    munmap(begin + head + size_, kHugePage - head);
    data_ = begin + head;
    madvise(
        data_, size_,
        MADV_HUGEPAGE);  // advice only: its failure costs speed, nothing else
    return;
  }
#endif
  size_ = (size + kAlign - 1) / kAlign * kAlign;
  data_ = static_cast<std::byte*>(std::aligned_alloc(kAlign, size_));
  if (data_ == nullptr) throw std::bad_alloc();
  std::memset(data_, 0, size_);
}

void PageBlock::Free() noexcept {
  if (data_ == nullptr) return;
#if defined(__linux__)
  if (size_ >= kHugePage) {
    munmap(data_, size_);
    return;
  }
#endif
  std::free(data_);
}

std::byte* PageArena::AllocateBytes(std::size_t size) {
  size = (size + kAlign - 1) / kAlign * kAlign;
  if (size > left_) {
    auto* const node =
        new Node{PageBlock(std::max(size, block_size_)), blocks_.head};
    blocks_.head = node;
    next_ = node->block.data();
    left_ = node->block.size();
    reserved_ += left_;
  }
  std::byte* const at = next_;
  next_ += size;
  left_ -= size;
  used_ += size;
  return at;
}

PageArena::Blocks::~Blocks() {
  while (head != nullptr) delete std::exchange(head, head->next);
}

}  // namespace gainsay::internal
