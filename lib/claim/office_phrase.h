// Words that stand for an office: a title ("the bloc's water envoy"), what a
// leader has ("at the helm", "its head", "in charge of the unit"), any post
// ("in the job", "in office"), and verbs of leading. Classes of words, not
// phrases.
#ifndef GAINSAY_LIB_CLAIM_OFFICE_PHRASE_H_
#define GAINSAY_LIB_CLAIM_OFFICE_PHRASE_H_

#include <optional>

#include "claim/subjects.h"
#include "claim/tenure_scope.h"
#include "resolve/discourse.h"

namespace gainsay::internal {

// Bits of the classes that a grammar's rows name; looked up once.
struct TenureClasses {
  ClassSet lead = 0, take_charge = 0, take = 0, helm = 0, post = 0, office = 0,
           become = 0, succeed = 0, leave = 0, serve = 0, keep = 0, spend = 0,
           term = 0, leading_title = 0, polity = 0, body = 0, sworn = 0,
           enter = 0, part = 0, begin = 0, contest = 0, again = 0, year = 0,
           office_noun = 0, appoint = 0, appoint_alone = 0, appointment = 0,
           put_in = 0, into = 0, now = 0, ministry = 0, come_to = 0, after = 0,
           give_post = 0, win_post = 0, reign = 0, until = 0, elect = 0,
           company_leads = 0, contract = 0, term_changed = 0, term_another = 0,
           gets_term = 0, runs_on = 0, runs_out = 0, until_day = 0,
           for_time = 0, removed = 0;
  explicit TenureClasses(const SyntaxIndex& index);
};

class OfficePhrases {
 public:
  OfficePhrases(const SentenceView& sentence, const Discourse& discourse,
                const EntityClasses& classes, const TenureClasses& tenure)
      : s_(sentence),
        discourse_(discourse),
        classes_(classes),
        tenure_(tenure) {}

  // The office that a noun group stands for; of a title only a current one. A
  // helm needs its preposition ("at the helm"), unless it is what `object` of a
  // verb of holding it.
  std::optional<TenureScope> At(std::uint32_t group, bool object) const;
  // What is led, if a group names a body: empty where it has no name. None of
  // what is no body ("the race").
  std::optional<std::string> Body(std::uint32_t group) const;

  // A person with a name; of a pronoun only where the discourse knows whom.
  std::optional<FoundSubject> Person(std::uint32_t group) const;
  // Two capitalised words that no book has, with no article.
  bool SoundsLikePerson(const Entity& entity) const;
  // What whoever leads a group has: of a ministry a public office.
  TenureScope::Kind KindOfLead(std::uint32_t group) const {
    return s_.Holds(group, tenure_.ministry) ? TenureScope::Kind::kOffice
                                             : TenureScope::Kind::kLead;
  }
  // What follows a group with "of", or kNowhere.
  std::uint32_t Owned(std::uint32_t group) const;
  // Whose a group is that begins with "her".
  std::optional<FoundSubject> Hers(std::uint32_t group) const;
  // Who a clause tells of: "who" after a name in between is the person before.
  std::optional<FoundSubject> SubjectOf(const Clause& clause) const;
  // Who stands before a comma at a group: "Ana Reis, 52, director since 2010".
  std::optional<FoundSubject> Before(std::uint32_t comma) const;

  // The office that a title before a person's name says; a bare post without.
  TenureScope TitleOf(std::uint32_t person) const;

  ClassSet Of(std::uint32_t group) const {
    return s_.words.Of(s_.G(group).lemma).classes;
  }

 private:
  std::string BodyOf(std::uint32_t group) const;
  const NameMention* TitleAt(std::uint32_t group) const;
  static void MakeDeputy(TenureScope& scope);
  void SetRole(const NameMention& title, std::uint32_t group,
               TenureScope& scope) const;
  bool IsField(std::uint32_t group) const;
  void SetField(std::uint32_t group, TenureScope& scope) const;
  std::string KindOfPost(const NameMention& title, std::uint32_t group) const;

  const SentenceView& s_;
  const Discourse& discourse_;
  const EntityClasses& classes_;
  const TenureClasses& tenure_;
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_OFFICE_PHRASE_H_
