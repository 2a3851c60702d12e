// What a run knows of offices and places: rows of a language, and a hierarchy
// file.
#ifndef GAINSAY_LIB_API_RELATIONS_H_
#define GAINSAY_LIB_API_RELATIONS_H_

#include <map>
#include <set>

#include "base/interner.h"
#include "claim/claim.h"
#include "claim/place_tree.h"
#include "consistency/check.h"
#include "lang/office_words.h"

namespace gainsay::internal {

// Countries are one if their names are: by ISO 3166 code or by any name that
// records give an identifier. Views what it was made from.
class RunRelations : public Relations {
 public:
  RunRelations(const ClaimTable& table, const Subjects& subjects,
               const Interner& strings, const PlaceTree* places);

  bool Holds(const ValueRow& outer, const ValueRow& inner) const override;
  OfficeRelation Offices(const ValueRow& a, const ValueRow& b) const override;
  bool Continues(const ValueRow& a, const ValueRow& b) const override;
  bool OnePerson(std::string_view a, std::string_view b) const override;
  bool OneHolder(const ValueRow& office) const override;
  bool IsOffice(const Referent& office, const ValueRow& tenure,
                bool any_country) const override;
  PersonRelation Person(const ValueRow& person,
                        SubjectIndex subject) const override;

 private:
  const OfficeRow* RowOf(StringId office) const;
  static const OfficeRow* RowOf(std::string_view office);
  bool SameCountry(StringId a, StringId b) const;

  const ClaimTable& table_;
  const Subjects& subjects_;
  const Interner& strings_;
  const PlaceTree* places_;
  std::map<StringId, std::set<std::string>>
      country_names_;  // of an identifier or a name
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_API_RELATIONS_H_
