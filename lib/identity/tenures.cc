#include "identity/tenures.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "claim/tenure_scope.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

using Kind = TenureScope::Kind;
using When = TenureScope::When;

struct Item {
  Claim* claim = nullptr;
  TenureScope scope;
};

// "The court" and "the Marlo Court".
bool EndsWithNoun(std::string_view name, std::string_view noun) {
  if (name.size() <= noun.size() || noun.empty()) return false;
  std::string end(name.substr(name.size() - noun.size()));
  if (end.front() >= 'A' && end.front() <= 'Z')
    end.front() = static_cast<char>(end.front() - 'A' + 'a');
  return end == noun && name[name.size() - noun.size() - 1] == ' ';
}

// "Norvand" and "Norvand Group": one begins or ends with the other.
bool SameBody(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return a.empty() || a == b || BeginsWithWords(b, a) || EndsWithWords(b, a) ||
         EndsWithNoun(b, a);
}

// Words that name no title beside those that do, or that name none either.
bool KindsFit(const TenureScope& a, const TenureScope& b) {
  if (!a.role.empty() && !b.role.empty()) return a.role == b.role;
  if (a.role.empty() && b.role.empty())
    return a.kind == b.kind || a.kind == Kind::kPost || b.kind == Kind::kPost;
  const TenureScope &bare = a.role.empty() ? a : b,
                    &title = a.role.empty() ? b : a;
  return bare.kind != Kind::kLead || title.leads;
}

// What goes on in one document may be over in a later one, not in an earlier.
bool EndsBetween(const Item& now, const Item& then) {
  const DayInterval a = now.claim->as_of, b = then.claim->as_of;
  return now.scope.when == When::kNow && then.scope.when == When::kThen &&
         a.lo > kMinusInfinity && b.lo > kMinusInfinity && a.hi <= b.lo;
}

bool WhensFit(const Item& x, const Item& y) {
  const TenureScope &a = x.scope, &b = y.scope;
  return a.when == b.when || a.when == When::kOpen || b.when == When::kOpen ||
         EndsBetween(x, y) || EndsBetween(y, x) ||
         (!a.body.empty() && SameBody(a.body, b.body) && !b.body.empty());
}

bool Fit(const Item& a, const Item& b) {
  return KindsFit(a.scope, b.scope) && SameBody(a.scope.body, b.scope.body) &&
         WhensFit(a, b);
}

// What is told of a term within so many days is of one, unless it says
// otherwise: later it may have been extended.
constexpr Day kTermsNear = 45;

bool Near(const Item& a, const Item& b) {
  const DayInterval x = a.claim->as_of, y = b.claim->as_of;
  return x.lo > kMinusInfinity && y.lo > kMinusInfinity &&
         std::max(x.lo, y.lo) - std::min(x.hi, y.hi) <= kTermsNear;
}

class Aligner {
 public:
  Aligner(const Schema& schema, Interner& strings, ClaimTable& table)
      : schema_(schema), strings_(strings), table_(table) {}

  // `terms`: claims of what is to run until a day.
  void Run(std::vector<Item>& items, bool terms) const {
    if (items.size() > kMostOfOne) return Apart(items, terms);
    const bool one = std::ranges::all_of(items, [&](const Item& a) {
      return std::ranges::all_of(items, [&](const Item& b) {
        return Fit(a, b) && !TwoTenures(a, b) && (!terms || Near(a, b));
      });
    });
    if (!one) return Apart(items, terms);
    std::string role;
    for (const Item& item : items) role = std::max(role, item.scope.role);
    for (Item& item : items)
      item.claim->scope = strings_.Intern(role.empty() ? "in office" : role);
  }

 private:
  std::string_view BeginningOf(const Item& item) const {
    const Predicate& predicate = schema_[item.claim->predicate];
    if (predicate.kind != ValueKind::kDate) return {};
    const std::string_view point = schema_.role(predicate.to);
    const bool begins =
        point == "took_office" || point == "appointed" || point == "elected";
    return begins ? point : std::string_view();
  }

  bool TwoTenures(const Item& a, const Item& b) const {
    return TwoBeginnings(a, b) || Returned(a, b) || Returned(b, a);
  }

  // "Was mayor from 2003 to 2007", "has been mayor since 2015".
  bool Returned(const Item& left, const Item& back) const {
    constexpr Day kAway = 45;  // fewer days are a slip of one of them
    const Predicate& predicate = schema_[left.claim->predicate];
    if (predicate.kind != ValueKind::kDate ||
        schema_.role(predicate.to) != "left_office" ||
        BeginningOf(back).empty())
      return false;
    return table_[left.claim->value].hull.hi + kAway <
           table_[back.claim->value].hull.lo;
  }

  // Of a tenure that its document says to have ended long before `back`.
  bool IsEarlier(const Item& item, const Item& back,
                 const std::vector<Item>& items) const {
    return std::ranges::any_of(items, [&](const Item& left) {
      return left.claim->document == item.claim->document &&
             table_[item.claim->value].hull.lo <=
                 table_[left.claim->value].hull.hi &&
             Returned(left, back);
    });
  }

  // One document that tells of two tells of two tenures.
  bool TwoBeginnings(const Item& a, const Item& b) const {
    const std::string_view of_a = BeginningOf(a), of_b = BeginningOf(b);
    if (a.claim->document != b.claim->document || of_a.empty() || of_b.empty())
      return false;
    constexpr Day kYear = 366;  // between an appointment and the office
    const Day slack = of_a == of_b ? 0 : kYear;
    const DayInterval x = table_[a.claim->value].hull,
                      y = table_[b.claim->value].hull;
    return x.hi + slack < y.lo || y.hi + slack < x.lo;
  }

  // Only claims of one title and body meet; others are alone.
  void Apart(std::vector<Item>& items, bool terms) const {
    for (Item& item : items) {
      const bool known =
          !terms && !item.scope.role.empty() && !item.scope.body.empty();
      const bool twice = std::ranges::any_of(items, [&](const Item& other) {
        return other.scope.role == item.scope.role &&
               (TwoBeginnings(item, other) || IsEarlier(item, other, items));
      });
      std::string scope =
          item.scope.role.empty() ? "in office" : item.scope.role;
      if (known && !twice) {
        scope += ", " + item.scope.body;
      } else {
        scope += " #" + Hex64(Hasher()
                                  .Add(strings_.View(item.claim->source))
                                  .Add(item.claim->evidence.begin)
                                  .value());
      }
      item.claim->scope = strings_.Intern(scope);
    }
  }

  const Schema& schema_;
  Interner& strings_;
  ClaimTable& table_;
};

}  // namespace

void AlignTenures(const Subjects& subjects, const Schema& schema,
                  Interner& strings, ClaimTable& table) {
  std::map<std::uint32_t, std::vector<Item>> by_person;
  // Contracts and terms, each by themselves.
  std::map<std::pair<std::uint32_t, bool>, std::vector<Item>> terms;
  const PredicateIndex until = schema.Find("term_until"),
                       length = schema.Find("term_length");
  for (Claim& claim : table.claims) {
    if (!claim.subject.valid() ||
        schema[claim.predicate].family != kTenureFamily)
      continue;
    std::optional<TenureScope> scope =
        ParseTenureScope(strings.View(claim.scope));
    if (!scope) continue;
    const std::uint32_t person =
        subjects.of_referent[claim.subject.index].index;
    const bool term = claim.predicate == until || claim.predicate == length;
    (term ? terms[{person, scope->role == kContractRole}] : by_person[person])
        .push_back({&claim, *std::move(scope)});
  }
  const Aligner aligner(schema, strings, table);
  for (auto& [person, items] : by_person) aligner.Run(items, false);
  for (auto& [person, items] : terms) aligner.Run(items, true);
}

}  // namespace gainsay::internal
