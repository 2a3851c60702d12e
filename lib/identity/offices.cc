// Offices: one role of one body or country is one office. See text_names.h.
#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "identity/office.h"
#include "identity/stories.h"
#include "identity/text_names.h"
#include "lang/syntax_index.h"
#include "text/fold.h"

namespace gainsay::internal {
namespace {

class OfficeResolver {
 public:
  OfficeResolver(const NameInput& in, Subjects& out)
      : in_(in), out_(out), stories_(in.document_words) {
    for (const TitleRow& row : in.lexicon.tables().titles) {
      if (row.generic && row.kind != TitleKind::kHonorific)
        leading_.emplace(row.name);
    }
    for (const Claim& claim : in.table.claims) {
      if (!claim.subject.valid()) continue;
      if (in.table[claim.subject].kind != Referent::Kind::kOffice) continue;
      const Words holder =
          WordsOfName(in.strings.View(in.table[claim.value].text), in.lexicon);
      std::string joined;
      for (const std::string& word : holder) joined += word + " ";
      if (!joined.empty()) holders_[claim.subject].insert(std::move(joined));
      const bool dated =
          claim.as_of.lo > kMinusInfinity && claim.as_of.hi < kPlusInfinity;
      if (!dated) undated_.insert(claim.subject);
    }
  }

  void Run(std::span<const ReferentIndex> referents) {
    std::map<std::string, Office> distinct;
    for (const ReferentIndex index : referents) {
      Office office = OfficeOf(index);
      const std::set<std::string> holders = office.holders;
      Office& slot =
          distinct.try_emplace(KeyOf(office), std::move(office)).first->second;
      slot.holders.insert(holders.begin(), holders.end());
      slot.members.push_back(index);
      slot.documents.insert(in_.table[index].document.index);
    }
    std::vector<Office> offices;
    for (auto& [key, office] : distinct) offices.push_back(std::move(office));
    Join(offices);
    if (!in_.many) JoinHome(offices);
    for (Office& office : offices) {
      if (office.members.empty()) continue;
      Subject subject;
      subject.key = "office|" + KeyOf(office);
      subject.office = office.label;
      subject.kind = Referent::Kind::kOffice;
      std::ranges::sort(office.members);
      subject.referents = std::move(office.members);
      out_.subjects.push_back(std::move(subject));
    }
  }

 private:
  static constexpr std::size_t kMaxBlock = 128;

  Words WordsOf(StringId name) const {
    return WordsOfName(in_.strings.View(name), in_.lexicon);
  }

  Office OfficeOf(ReferentIndex index) const {
    const Referent& referent = in_.table[index];
    const std::string_view body = in_.strings.View(referent.name);
    Office office;
    office.lead = index;
    office.role = in_.strings.View(referent.head);
    office.leads = leading_.contains(office.role);
    for (const StringId country : referent.participants)
      office.countries.emplace(in_.strings.View(country));
    if (!body.empty()) office.bodies.push_back(WordsOf(referent.name));
    for (const StringId alias : referent.aliases)
      office.bodies.push_back(WordsOf(alias));
    for (const StringId parent : referent.modifiers)
      office.parents.push_back(WordsOf(parent));
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    office.described = !body.empty() && lower(body[0]);
    office.nouns = !office.described && HasNoun(body);
    if (const auto it = holders_.find(index); it != holders_.end())
      office.holders = it->second;
    office.bare = IsBare(office);
    const bool nowhere = office.countries.empty() && office.bodies.empty();
    if (in_.many && referent.document.valid() &&
        (nowhere || undated_.contains(index) || OfSide(office, office)))
      office.alone = "@" + std::to_string(referent.document.index);
    office.home = office.bare && referent.definite;
    if (office.home) {
      office.parents.clear();
      for (const StringId body : referent.modifiers)
        office.candidates.push_back(in_.strings.View(body));
    }
    office.label = {office.role, {}, office.bare, office.home};
    if (!office.bare) {
      if (!body.empty()) {
        office.label.of = body;
      } else if (!office.countries.empty()) {
        office.label.of = *office.countries.begin();
      }
    }
    return office;
  }

  // Its holder stands where a country would.
  bool IsBare(const Office& office) const {
    if (office.countries.size() != 1 || !office.bodies.empty()) return false;
    std::string joined;
    for (const std::string& word :
         WordsOfName(*office.countries.begin(), in_.lexicon))
      joined += word + " ";
    return office.holders.contains(joined);
  }

  bool Related(const std::vector<Words>& a, const std::vector<Words>& b) const {
    for (const Words& wa : a) {
      for (const Words& wb : b) {
        if (wa.size() == 1 && wb.size() == 1 &&
            (IsDemonymOf(wa[0], wb[0]) || IsDemonymOf(wb[0], wa[0])))
          return true;
        const NameRelation relation = CompareBodies(wa, wb, in_.lexicon);
        if (relation == NameRelation::kSame ||
            relation == NameRelation::kShorter)
          return true;
      }
    }
    return false;
  }

  // "The party's body for ties abroad" is the party's liaison department if one
  // person leads both.
  bool DescribedBody(const Office& a, const Office& b) const {
    return a.described && a.leads && SameHolder(a, b) &&
           Related(a.parents, b.parents);
  }

  bool SameBody(const Office& a, const Office& b) const {
    if (a.bodies.empty() || b.bodies.empty())
      return a.bodies.empty() && b.bodies.empty();
    // "The Kelm police", "the Kelm harbour police": two.
    const bool related = a.nouns || b.nouns
                             ? a.bodies.front() == b.bodies.front()
                             : Related(a.bodies, b.bodies);
    if (OfSide(a, b)) return OneBodyOfStory(a, b);
    return (related && !OfTwo(a, b)) || DescribedBody(a, b) ||
           DescribedBody(b, a);
  }

  // "The joint water commission", "the commission", of texts on one story.
  bool OneBodyOfStory(const Office& a, const Office& b) const {
    const Words &x = a.bodies.front(), &y = b.bodies.front();
    const Words &shorter = x.size() < y.size() ? x : y,
                &longer = x.size() < y.size() ? y : x;
    return std::ranges::equal(shorter,
                              std::span(longer).last(shorter.size())) &&
           std::ranges::all_of(a.documents, [&](std::uint32_t d) {
             return std::ranges::all_of(b.documents, [&](std::uint32_t e) {
               return d == e || OneStory(d, e);
             });
           });
  }

  // One role; or a general word for leading beside a particular one ("head of",
  // "minister of the department") where both name one holder.
  static bool SameRole(const Office& a, const Office& b) {
    if (a.role == b.role) return true;
    return !a.bodies.empty() && !b.bodies.empty() && (a.leads || b.leads) &&
           SameHolder(a, b);
  }

  static bool SameCountry(const Office& a, const Office& b) {
    if (a.bodies.empty() || b.bodies.empty())
      return a.countries == b.countries && !a.countries.empty();
    if (a.countries.empty() || b.countries.empty()) return !OfSide(a, b);
    if (a.countries == b.countries) return true;
    if (a.countries.size() != 1 || b.countries.size() != 1) return false;
    // "Ordova's co-chair", "the Ordovan co-chair".
    std::string x, y;
    AppendFolded(*a.countries.begin(), x);
    AppendFolded(*b.countries.begin(), y);
    return OfSide(a, b) && (IsDemonymOf(x, y) || IsDemonymOf(y, x));
  }

  // Of a body without a name or an owner: one of the story.
  static bool OfSide(const Office& a, const Office& b) {
    return a.described && b.described && a.parents.empty() && b.parents.empty();
  }

  void Join(std::vector<Office>& offices) {
    std::map<std::string, std::vector<std::uint32_t>> blocks;
    for (std::uint32_t i = 0; i < offices.size(); ++i) {
      if (!offices[i].alone.empty()) continue;
      blocks["role|" + offices[i].role].push_back(i);
      for (const std::string& holder : offices[i].holders)
        blocks["holder|" + holder].push_back(i);
    }
    std::set<std::pair<std::uint32_t, std::uint32_t>> seen;
    std::vector<std::uint32_t> into(offices.size());
    for (std::uint32_t i = 0; i < into.size(); ++i) into[i] = i;
    for (const auto& [key, block] : blocks) {
      const std::size_t n = std::min(block.size(), kMaxBlock);
      for (std::size_t i = 0; i < n; ++i) {
        for (std::size_t j = i + 1; j < n; ++j) {
          if (seen.emplace(block[i], block[j]).second)
            Meet(offices, into, block[i], block[j]);
        }
      }
    }
  }

  void Meet(std::vector<Office>& offices, std::vector<std::uint32_t>& into,
            std::uint32_t i, std::uint32_t j) {
    const auto find = [&](std::uint32_t x) {
      while (into[x] != x) x = into[x];
      return x;
    };
    const Office &a = offices[i], &b = offices[j];
    if (!SameRole(a, b)) return;
    const std::uint32_t ra = find(i), rb = find(j);
    Office &ta = offices[ra], &tb = offices[rb];
    if (SameCountry(a, b) && SameBody(a, b) && SameCountry(ta, tb)) {
      Note(a, b, "same-office");
      if (ra == rb) return;
      ta.members.insert(ta.members.end(), tb.members.begin(), tb.members.end());
      ta.countries.insert(tb.countries.begin(), tb.countries.end());
      if (ta.described && !tb.described) ta.label = tb.label;
      ta.documents.insert(tb.documents.begin(), tb.documents.end());
      tb.members.clear();
      into[rb] = ra;
    } else if (ra != rb && a.role == b.role && !a.bare && !b.bare) {
      Note(a, b, "other-office");
    }
  }

  // "Transport Minister Ana Reis" and "the transport minister, Karel Bos", of
  // texts on one story, neither of which speaks of two: one office, and that of
  // the country that another text names for it.
  void JoinHome(std::vector<Office>& offices) {
    std::map<std::string, std::vector<Office*>> by_role;
    for (Office& office : offices) {
      if (!office.members.empty()) by_role[office.role].push_back(&office);
    }
    for (auto& [role, of_role] : by_role) {
      for (Office* into : of_role) {
        if (into->members.empty()) continue;
        for (Office* other : of_role) {
          if (other == into || other->members.empty() || !other->home ||
              !IsOnlyOne(*into, *other, of_role))
            continue;
          Note(*into, *other, "same-office");
          into->members.insert(into->members.end(), other->members.begin(),
                               other->members.end());
          into->documents.insert(other->documents.begin(),
                                 other->documents.end());
          other->members.clear();
        }
      }
    }
  }

  // Whether no text on the story of both has one of them beside another.
  bool IsOnlyOne(const Office& a, const Office& b,
                 const std::vector<Office*>& of_role) const {
    for (const std::uint32_t d : a.documents) {
      if (b.documents.contains(d)) return false;
      for (const std::uint32_t e : b.documents) {
        if (!OneStory(d, e)) return false;
      }
    }
    if (!a.home && !NamesOwner(a, b) && !NamesBody(a, b)) return false;
    if (Names(a, b) || Names(b, a) || !MayBeOneBody(a, b)) return false;
    return std::ranges::all_of(of_role, [&](const Office* other) {
      return other == &a || other == &b || other->members.empty() ||
             std::ranges::none_of(other->documents, [&](auto d) {
               return a.documents.contains(d) || b.documents.contains(d) ||
                      (!other->home && OneStory(d, *b.documents.begin()));
             });
    });
  }

  // "The club", which has the owner's name.
  bool NamesBody(const Office& owned, const Office& home) const {
    return std::ranges::any_of(home.candidates, [&](std::string_view body) {
      return Related(owned.bodies, {WordsOfName(body, in_.lexicon)});
    });
  }

  // A text of one that names the holder of the other knows of both.
  bool Names(const Office& a, const Office& b) const {
    const auto family = [](std::string_view holder) {
      holder.remove_suffix(1);
      return std::string(holder.substr(holder.rfind(' ') + 1));
    };
    std::set<std::string> own;
    for (const std::string& holder : a.holders) own.insert(family(holder));
    return std::ranges::any_of(a.documents, [&](const std::uint32_t d) {
      return std::ranges::any_of(b.holders, [&](const std::string& holder) {
        const std::string name = family(holder);
        return AreNamed(own.contains(name) ? holder : name, d);
      });
    });
  }

  // Whether the names or nouns that their texts tell of the bodies fit.
  bool MayBeOneBody(const Office& a, const Office& b) const {
    if (b.candidates.empty() || (a.home && a.candidates.empty())) return true;
    const auto named = [](std::string_view body) {
      return body[0] < 'a' || body[0] > 'z';
    };
    std::vector<Words> x, y;
    std::set<std::string_view> nouns;
    if (!a.home) {
      x = a.bodies;
      for (const std::string& country : a.countries)
        x.push_back(WordsOfName(country, in_.lexicon));
    }
    for (const std::string_view body : a.candidates) {
      if (named(body)) {
        x.push_back(WordsOfName(body, in_.lexicon));
      } else {
        nouns.insert(body);
      }
    }
    bool noun = false;
    for (const std::string_view body : b.candidates) {
      if (named(body)) {
        y.push_back(WordsOfName(body, in_.lexicon));
      } else {
        noun |= !a.home || nouns.contains(body);
      }
    }
    return x.empty() || y.empty() ? noun : Related(x, y);
  }

  // A text that names no country means its own, not one that it never names.
  bool NamesOwner(const Office& owned, const Office& home) const {
    return std::ranges::all_of(home.documents, [&](const std::uint32_t d) {
      const auto named = [&](std::string_view words) {
        return AreNamed(words, d);
      };
      return std::ranges::all_of(owned.countries, named) &&
             std::ranges::all_of(owned.bodies, [&](const Words& words) {
               return std::ranges::all_of(words, named);
             });
    });
  }

  // Whether all the words are of names of a text.
  bool AreNamed(std::string_view words, std::uint32_t document) const {
    if (document >= in_.document_words.size()) return false;
    const WordList& names = in_.document_words[document].names;
    bool all = true;
    ForEachWord(words, ' ', [&](std::string_view word) {
      std::string folded;
      AppendFolded(word, folded);
      all = all && std::ranges::binary_search(names, folded);
    });
    return all;
  }

  bool OneStory(std::uint32_t d, std::uint32_t e) const {
    const std::size_t known = in_.document_words.size();
    return d < known && e < known && stories_.Alike(d, e);
  }

  void Note(const Office& a, const Office& b, std::string_view reason) {
    constexpr std::size_t kMaxNotes = 1000;
    if (out_.notes.size() < kMaxNotes)
      out_.notes.push_back(
          {a.lead, b.lead, std::string(reason), {}, {a.label, b.label}});
  }

  const NameInput& in_;
  Subjects& out_;
  mutable TextStories stories_;  // remembers what it was asked
  std::set<std::string, std::less<>> leading_;
  std::map<ReferentIndex, std::set<std::string>> holders_;
  std::set<ReferentIndex> undated_;
};

}  // namespace

void ResolveOffices(const NameInput& input,
                    std::span<const ReferentIndex> referents, Subjects& out) {
  OfficeResolver(input, out).Run(referents);
}

}  // namespace gainsay::internal
