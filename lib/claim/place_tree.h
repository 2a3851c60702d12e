// A hierarchy of places: child to parent.
#ifndef GAINSAY_LIB_CLAIM_PLACE_TREE_H_
#define GAINSAY_LIB_CLAIM_PLACE_TREE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "gainsay/result.h"

namespace gainsay::internal {

// Places by folded name. A name may stand for several places (there are many
// Springfields); then any of them counts. Immutable once read; share among
// threads.
class PlaceTree {
 public:
  // JSON Lines of {"id","name","parent"} (or "ID" and "parentID"), or one JSON
  // object that maps a place's name to its parent's. Errors: bad records,
  // cycles of parents.
  static Result<PlaceTree> Parse(std::string_view text,
                                 std::string_view file_name);

  // True if a place of name `inner` lies within one of name `outer`, at any
  // depth, or the names are the same. O(depth).
  bool Holds(std::string_view outer, std::string_view inner) const;
  std::size_t size() const { return parents_.size(); }

 private:
  static constexpr std::uint32_t kNone = 0xffffffff;
  friend class PlaceTreeReader;

  std::uint32_t NameOf(std::string_view name) const;

  absl::flat_hash_map<std::string, std::uint32_t>
      names_;                           // folded name -> its id
  std::vector<std::uint32_t> name_of_;  // of a place
  std::vector<std::uint32_t> parents_;  // of a place, kNone at the root
  std::vector<std::vector<std::uint32_t>> places_;  // of a name
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_PLACE_TREE_H_
