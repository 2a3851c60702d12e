#include "claim/aliases.h"

#include <boost/json.hpp>

#include "io/json.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

Error Bad(std::string_view file, std::string field, std::string what) {
  return {ErrorCode::kBadRecord, std::move(what), std::string(file), 0,
          std::move(field)};
}

// Lists of two strings and more, folded.
Result<std::vector<std::vector<std::string>>> ReadLists(
    const json::value* value, const char* key, std::string_view file) {
  std::vector<std::vector<std::string>> lists;
  if (value == nullptr) return lists;
  const json::array* const all = value->if_array();
  if (all == nullptr)
    return Bad(file, key,
               "expected a list of lists of names, got " + Describe(*value));
  for (const json::value& item : *all) {
    const json::array* const names = item.if_array();
    if (names == nullptr || names->size() < 2)
      return Bad(file, key,
                 "expected a list of two names or more, got " + Describe(item));
    lists.emplace_back();
    for (const json::value& name : *names) {
      const json::string* const text = name.if_string();
      if (text == nullptr || text->empty())
        return Bad(file, key, "expected a name, got " + Describe(name));
      lists.back().push_back(CanonicalText({text->data(), text->size()}));
    }
  }
  return lists;
}

}  // namespace

Result<AliasBook> ParseAliases(std::string_view text,
                               std::string_view file_name) {
  JsonParser parser;
  const Result<const json::object*> root =
      parser.ParseObject(text, file_name, 0);
  if (!root) return root.error();
  for (const auto& member : **root) {
    if (member.key() != "aliases" && member.key() != "never_merge" &&
        member.key() != "$schema") {
      return Bad(file_name,
                 std::string(member.key().data(), member.key().size()),
                 "expected \"aliases\" or \"never_merge\"");
    }
  }
  Result<std::vector<std::vector<std::string>>> groups =
      ReadLists((*root)->if_contains("aliases"), "aliases", file_name);
  if (!groups) return groups.error();
  const auto never =
      ReadLists((*root)->if_contains("never_merge"), "never_merge", file_name);
  if (!never) return never.error();
  AliasBook book;
  book.groups = std::move(*groups);
  for (const std::vector<std::string>& names : *never) {
    for (std::size_t i = 0; i < names.size(); ++i) {
      for (std::size_t j = i + 1; j < names.size(); ++j)
        book.never_merge.emplace_back(names[i], names[j]);
    }
  }
  return book;
}

}  // namespace gainsay::internal
