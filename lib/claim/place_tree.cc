#include "claim/place_tree.h"

#include <boost/json.hpp>
#include <optional>
#include <utility>

#include "io/json.h"
#include "io/json_lines.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace json = boost::json;

// Collects places by id and links them when all are there.
class PlaceTreeReader {
 public:
  explicit PlaceTreeReader(std::string_view file) : file_(file) {}

  Result<PlaceTree> ReadLines(std::string_view text) {
    JsonLinesReader reader(
        Input::OfMemory(std::string(file_), std::string(text)));
    while (const auto record = reader.Next()) {
      if (!*record) return record->error();
      if (const std::optional<Error> error =
              TakeRecord(*(*record)->object, (*record)->line.number))
        return *error;
    }
    return Link();
  }

  Result<PlaceTree> ReadMap(const json::object& map) {
    for (const auto& member : map) {
      const json::string* const parent = member.value().if_string();
      if (parent == nullptr)
        return Bad(
            0, std::string(member.key().data(), member.key().size()),
            "expected the name of the parent, got " + Describe(member.value()));
      const std::string child =
          CanonicalText({member.key().data(), member.key().size()});
      const std::string of = CanonicalText({parent->data(), parent->size()});
      const std::uint32_t place = PlaceOf(child, child);
      PlaceOf(of, of);
      parent_ids_[place] = of;
    }
    return Link();
  }

 private:
  Error Bad(std::uint64_t line, std::string field, std::string what) const {
    return {ErrorCode::kBadRecord, std::move(what), std::string(file_), line,
            std::move(field)};
  }

  static std::string TextOf(const json::object& object,
                            std::initializer_list<const char*> keys) {
    for (const char* key : keys) {
      const json::value* const value = object.if_contains(key);
      if (value == nullptr || value->is_null()) continue;
      if (const json::string* text = value->if_string())
        return std::string(text->data(), text->size());
      return json::serialize(*value);
    }
    return {};
  }

  std::optional<Error> TakeRecord(const json::object& object,
                                  std::uint64_t line) {
    const std::string id = TextOf(object, {"id", "ID"}),
                      name = TextOf(object, {"name"});
    if (id.empty() || name.empty())
      return Bad(line, id.empty() ? "id" : "name",
                 "expected a string, got nothing");
    const std::uint32_t place = PlaceOf(id, CanonicalText(name));
    if (!parent_ids_[place].empty())
      return Bad(line, "id",
                 "expected each place once, got \"" + id + "\" twice");
    parent_ids_[place] = TextOf(object, {"parent", "parentID"});
    if (parent_ids_[place].empty()) parent_ids_[place] = "-";
    return std::nullopt;
  }

  std::uint32_t PlaceOf(const std::string& id, const std::string& name) {
    const auto [it, added] =
        by_id_.try_emplace(id, static_cast<std::uint32_t>(parent_ids_.size()));
    if (!added) return it->second;
    parent_ids_.emplace_back();
    const auto [named, first] = tree_.names_.try_emplace(
        name, static_cast<std::uint32_t>(tree_.places_.size()));
    if (first) tree_.places_.emplace_back();
    tree_.places_[named->second].push_back(it->second);
    tree_.name_of_.push_back(named->second);
    return it->second;
  }

  Result<PlaceTree> Link() {
    tree_.parents_.assign(parent_ids_.size(), PlaceTree::kNone);
    for (std::size_t i = 0; i < parent_ids_.size(); ++i) {
      const auto it = by_id_.find(parent_ids_[i]);
      if (it != by_id_.end() && it->second != i) tree_.parents_[i] = it->second;
    }
    // Walk up from each place; a walk longer than all places goes round.
    std::vector<std::uint8_t> fine(tree_.parents_.size(), 0);
    for (std::uint32_t start = 0; start < fine.size(); ++start) {
      std::vector<std::uint32_t> path;
      for (std::uint32_t at = start; at != PlaceTree::kNone && fine[at] == 0;
           at = tree_.parents_[at]) {
        if (path.size() > fine.size())
          return Bad(0, {},
                     "expected a hierarchy, got places that hold each other");
        path.push_back(at);
      }
      for (const std::uint32_t at : path) fine[at] = 1;
    }
    return std::move(tree_);
  }

  std::string_view file_;
  PlaceTree tree_;
  absl::flat_hash_map<std::string, std::uint32_t> by_id_;
  std::vector<std::string> parent_ids_;  // by place
};

Result<PlaceTree> PlaceTree::Parse(std::string_view text,
                                   std::string_view file_name) {
  JsonParser parser;
  PlaceTreeReader reader(file_name);
  // One object that maps names, or lines of records.
  const Result<const json::object*> whole =
      parser.ParseObject(text, file_name, 0);
  if (whole && (*whole)->if_contains("name") == nullptr)
    return reader.ReadMap(**whole);
  return reader.ReadLines(text);
}

std::uint32_t PlaceTree::NameOf(std::string_view name) const {
  const auto it = names_.find(absl::string_view(name.data(), name.size()));
  return it == names_.end() ? kNone : it->second;
}

bool PlaceTree::Holds(std::string_view outer, std::string_view inner) const {
  if (outer == inner) return true;
  const std::uint32_t of = NameOf(outer), in = NameOf(inner);
  if (of == kNone || in == kNone) return false;
  for (std::uint32_t place : places_[in]) {
    for (place = parents_[place]; place != kNone; place = parents_[place]) {
      if (name_of_[place] == of) return true;
    }
  }
  return false;
}

}  // namespace gainsay::internal
