// Identity: which referents of which documents and records are the same
// subject.
#ifndef GAINSAY_LIB_IDENTITY_IDENTITY_H_
#define GAINSAY_LIB_IDENTITY_IDENTITY_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/ids.h"
#include "base/interner.h"
#include "claim/claim.h"

namespace gainsay::internal {

// What an office is called, for report/words.h to put into words: a role and
// the body or country it is of.
struct OfficeLabel {
  std::string role, of;
  bool bare = false;  // no words name its country
  bool home = false;  // nor need to: it is the story's
};

// What referents were joined to. `key` is canonical and independent of the
// order of documents: it goes into the ids of findings. `label` is for people.
struct Subject {
  std::string key, label;
  Referent::Kind kind = Referent::Kind::kUnknown;
  std::vector<ReferentIndex> referents;
  std::optional<OfficeLabel> office;  // of an office; `label` is made of it
};

// One piece of evidence for or against a merge, in integer log-odds: printable.
struct IdentityEvidence {
  ReferentIndex a, b;
  std::int32_t weight = 0;
  std::string text;  // "shared rare name Diaoyutai +4"
};

struct Subjects {
  std::vector<Subject> subjects;           // by key
  std::vector<SubjectIndex> of_referent;   // one a referent
  std::vector<IdentityEvidence> evidence;  // decided merges and vetoes, capped
  struct Undecided {
    ReferentIndex a, b;
    std::int32_t score;
    std::string missing;
  };
  std::vector<Undecided>
      undecided;  // score in [4, 8): listed with what is missing
  // Pairs of one block that a guard kept apart, or that are one under two
  // names, with a word of the closed list of reasons: near misses where their
  // claims differ. Capped.
  struct Note {
    ReferentIndex a, b;
    std::string reason, text;
    std::vector<OfficeLabel> offices;  // `text` is made of them
  };
  std::vector<Note> notes;
  const Subject& operator[](SubjectIndex i) const { return subjects[i.index]; }
};

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_IDENTITY_IDENTITY_H_
