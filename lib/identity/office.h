// An office as its referents tell it, before offices.cc joins those that are
// one.
#ifndef GAINSAY_LIB_IDENTITY_OFFICE_H_
#define GAINSAY_LIB_IDENTITY_OFFICE_H_

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "identity/identity.h"

namespace gainsay::internal {

using Words = std::vector<std::string>;

struct Office {
  std::string role;
  bool leads = false;  // a general word for leading: "head"
  std::set<std::string> countries;
  std::vector<Words> bodies;   // the body's names; empty: the country is all
  std::vector<Words> parents;  // bodies that the body is part of
  bool described = false;      // the body has no name: "body for ties abroad"
  bool nouns = false;          // a name and nouns: "the Kelm harbour police"
  bool bare = false;  // "Premier Li Qiang": the words do not name its country
  bool home = false;  // "the transport minister": the country is the story's
  std::vector<std::string_view> candidates;  // names and nouns of its body
  std::set<std::uint32_t> documents;
  std::string alone;  // its document, if it is an office of that alone
  std::set<std::string> holders;  // whom their claims name
  OfficeLabel label;
  ReferentIndex lead;  // the first member
  std::vector<ReferentIndex> members;
};

// Whether a body is called by a noun: "Kelm harbour police"; "of" is none.
bool HasNoun(std::string_view body);
// Offices of one key are told in the same words.
std::string KeyOf(const Office& office);
bool SameHolder(const Office& a, const Office& b);
// Of bodies that both are only described, whether they belong to two: "the
// Labour Party's youth wing", "the Liberals' youth wing".
bool OfTwo(const Office& a, const Office& b);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_OFFICE_H_
