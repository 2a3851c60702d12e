// Who holds which office, from text: titles beside names.
//
//   "LDP Secretary-General Rosa Vidal"            secretary-general of LDP:
//   Rosa Vidal "Per Halvorsen, head of the Coastal Guard"    head of Coastal
//   Guard: Per Halvorsen "Norwegian Prime Minister A and Foreign Minister B"
//   B's country is A's: they share it "tipped to become Norway's next foreign
//   minister"     possible, not held
//
// Only offices that one person holds at a time, and only where the words name
// the body or country. Who leads a country ("Premier A") and ministers need
// none: their country is then the name of the holder, so that two meet only
// where identity knows better (OfficeMention::home). So it is with titles that
// a story has one holder of (claim/story_office.h). A director is the only one
// of a museum, not of a company. Former holders and deputies are passed over.
// Linear in the names.
#ifndef GAINSAY_LIB_CLAIM_OFFICES_H_
#define GAINSAY_LIB_CLAIM_OFFICES_H_

#include <cstdint>
#include <span>
#include <vector>

#include "claim/claim.h"
#include "lang/language.h"
#include "mention/mention.h"
#include "mention/names.h"
#include "schema/schema.h"
#include "text/token.h"
#include "text/words.h"

namespace gainsay::internal {

struct OfficeMention {
  std::uint32_t person = 0,
                title = 0;  // NameTable::names; title kNone: a verb of leading
  StringId role;            // canonical: "foreign minister", "head"
  StringId body, body_alias,
      parent;  // names; a description starts in lower case
  StringId country;
  Modality modality = Modality::kAsserted;
  bool changing = false;  // the document tells of a change of holders
  bool since = false;     // it says since when, and that it goes on
  bool recent = false;    // since within a year or so
  // A minister of what a country does at home, whose country is not named, or a
  // title whose body is not: that of the story.
  bool home = false;
  std::vector<StringId> candidates;  // of such a body; see StoryBody
  ByteSpan evidence;
};

// A claim on how long somebody has been in an office, or since when.
struct TenureMention {
  ByteSpan evidence;
  StringId person;  // canonical name
  StringId body;  // what is led, by its name; of a tenure by a verb of leading
  bool over = false;  // it has ended, or may have, when the document is written
  bool recent = false;  // it began within a year or so
  bool leads = false;   // its words name no title, but a verb of leading or so
};

// The tenures among the claims from `first` on.
std::vector<TenureMention> TenureMentionsOf(const ClaimTable& table,
                                            std::size_t first,
                                            const Schema& schema,
                                            Interner& strings);

// Sets OfficeMention::changing where a sentence that names the role or the
// holder has a word of the class @succession: "succeeded", "outgoing"; one that
// is how a recent holder came to be ("who took over in March") tells no more
// than that. Linear
// but for the offices of a document.
void NoteSuccessions(const TokenizedText& text, const NameTable& names,
                     WordTable& words, std::vector<OfficeMention>& offices);

// Office holdings of a document, in order. `tenures` say whose a title is that
// stands beside no name ("Reis has been director of the museum since 2010"),
// and which are over.
std::vector<OfficeMention> FindOffices(const TokenizedText& text,
                                       const NameTable& names,
                                       std::span<const TenureMention> tenures,
                                       NameFinder& finder, WordTable& words,
                                       const Language& language);

// Where the claims of a document go.
struct OfficeClaimsInput {
  DocumentIndex document;
  StringId source;
  DayInterval as_of;  // hull of the document's date; unbounded if unknown
  const MentionTable& mentions;
};

// Appends one claim a holding (predicate "office_holder": subject the office,
// value the person). Lines are counted from the text.
void AppendOfficeClaims(const TokenizedText& text, const NameTable& names,
                        const std::vector<OfficeMention>& offices,
                        const OfficeClaimsInput& input, const Schema& schema,
                        Interner& strings, ClaimTable& out);

}  // namespace gainsay::internal

#endif  // GAINSAY_LIB_CLAIM_OFFICES_H_
