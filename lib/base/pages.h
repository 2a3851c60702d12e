// Large blocks of zeroed memory straight from the operating system.
//
// Columns of millions of claims are written once and read in order or at
// random: huge pages (where the system offers them on request) make both
// cheaper, and memory goes back to the system as soon as a block is dropped.
#ifndef GAINSAY_LIB_BASE_PAGES_H_
#define GAINSAY_LIB_BASE_PAGES_H_

#include <cstddef>
#include <utility>

namespace gainsay::internal {

// Owns `size()` zeroed bytes, aligned to at least 64. Movable. Thread safety:
// as std::vector.
class PageBlock {
 public:
  PageBlock() = default;
  // Ends the program as operator new does (std::bad_alloc) if there is no
  // memory.
  explicit PageBlock(std::size_t size);
  ~PageBlock() { Free(); }
  PageBlock(PageBlock&& other) noexcept
      : data_(std::exchange(other.data_, nullptr)),
        size_(std::exchange(other.size_, 0)) {}
  PageBlock& operator=(PageBlock&& other) noexcept {
    if (this != &other) {
      Free();
      data_ = std::exchange(other.data_, nullptr);
      size_ = std::exchange(other.size_, 0);
    }
    return *this;
  }

  std::byte* data() const { return data_; }
  std::size_t size() const { return size_; }

 private:
  void Free() noexcept;
  std::byte* data_ = nullptr;
  std::size_t size_ = 0;
};

// Hands out pieces of page blocks; frees them all at once. Thread safety: as
// std::vector.
class PageArena {
 public:
  explicit PageArena(std::size_t block_size = std::size_t{4} << 20)
      : block_size_(block_size) {}

  // `count` objects of a trivial type, uninitialised in the sense of zeroed,
  // aligned to 64.
  template <typename T>
  T* Allocate(std::size_t count) {
    return reinterpret_cast<T*>(AllocateBytes(count * sizeof(T)));
  }
  // Bytes handed out, and bytes taken from the system.
  std::size_t used() const { return used_; }
  std::size_t reserved() const { return reserved_; }

 private:
  std::byte* AllocateBytes(std::size_t size);

  std::size_t block_size_;
  struct Node {
    PageBlock block;
    Node* next;
  };
  struct Blocks {
    Node* head = nullptr;
    Blocks() = default;
    Blocks(Blocks&& other) noexcept
        : head(std::exchange(other.head, nullptr)) {}
    Blocks& operator=(Blocks&& other) noexcept {
      std::swap(head, other.head);
      return *this;
    }
    ~Blocks();
  };
  Blocks blocks_;
  std::byte* next_ = nullptr;
  std::size_t left_ = 0, used_ = 0, reserved_ = 0;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_BASE_PAGES_H_
