#include "voices/voices.h"

#include <algorithm>
#include <map>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "voices/shingles.h"

namespace gainsay::internal {
namespace {

constexpr std::uint32_t kCopyPercent =
    60;  // of the shorter document's shingles
constexpr std::uint32_t kFewestShingles = 12;
constexpr std::size_t kMaxPosting =
    64;  // documents of one shingle; beyond, boilerplate

// Sets that grow together; the smallest member leads, so the order of joins is
// moot.
class UnionFind {
 public:
  explicit UnionFind(std::size_t n) : parent_(n) {
    for (std::size_t i = 0; i < n; ++i)
      parent_[i] = static_cast<std::uint32_t>(i);
  }
  std::uint32_t Find(std::uint32_t i) {
    while (parent_[i] != i) i = parent_[i] = parent_[parent_[i]];
    return i;
  }
  void Join(std::uint32_t a, std::uint32_t b) {
    a = Find(a), b = Find(b);
    if (a != b) parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

using DocumentPair = std::pair<std::uint32_t, std::uint32_t>;

// Pairs of documents that share enough of their text, and how much.
std::vector<CopyLink> FindCopies(const VoiceInput& in) {
  std::vector<std::vector<std::uint64_t>> shingles;
  absl::flat_hash_map<std::uint64_t, std::vector<std::uint32_t>> postings;
  for (std::uint32_t d = 0; d < in.documents.size(); ++d) {
    shingles.push_back(ShinglesOf(in.documents[d].text));
    for (const std::uint64_t shingle : shingles.back())
      postings[shingle].push_back(d);
  }
  std::map<DocumentPair, std::uint32_t> shared;
  for (const auto& [shingle, list] : postings) {
    if (list.size() > kMaxPosting) continue;
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = i + 1; j < list.size(); ++j)
        ++shared[{list[i], list[j]}];
    }
  }
  std::vector<CopyLink> links;
  for (const auto& [pair, count] : shared) {
    const auto [a, b] = pair;
    const auto of = static_cast<std::uint32_t>(
        std::min(shingles[a].size(), shingles[b].size()));
    if (of < kFewestShingles || count * 100 < of * kCopyPercent) continue;
    const VoiceDocument &da = in.documents[a], &db = in.documents[b];
    const bool swap = db.published.hi < da.published.lo;
    CopyLink link;
    link.earlier = DocumentIndex(swap ? b : a);
    link.later = DocumentIndex(swap ? a : b);
    link.kind = da.source == db.source ? CopyLink::Kind::kVersion
                                       : CopyLink::Kind::kCopy;
    link.shared = count;
    link.of = of;
    links.push_back(link);
  }
  return links;
}

// Dense numbers in order of first use.
void Renumber(std::vector<std::uint32_t>& values,
              absl::flat_hash_map<std::uint32_t, std::uint32_t>& dense) {
  for (std::uint32_t& value : values)
    value = dense.try_emplace(value, static_cast<std::uint32_t>(dense.size()))
                .first->second;
}

class VoiceFinder {
 public:
  explicit VoiceFinder(const VoiceInput& in)
      : in_(in), sets_(in.documents.size() + in.table.claims.size()) {}

  Voices Run() {
    Voices out;
    out.links = FindCopies(in_);
    for (const CopyLink& link : out.links)
      sets_.Join(link.earlier.index, link.later.index);
    JoinSources();
    for (std::uint32_t d = 0; d < in_.documents.size(); ++d)
      out.of_document.push_back(sets_.Find(d));
    for (std::uint32_t c = 0; c < in_.table.claims.size(); ++c)
      out.of_claim.push_back(VoiceOf(c));
    JoinSentences(out);
    absl::flat_hash_map<std::uint32_t, std::uint32_t> dense;
    Renumber(out.of_document, dense);
    Renumber(out.of_claim, dense);
    return out;
  }

 private:
  bool HasDocument(const Claim& claim) const {
    return claim.document.valid() &&
           claim.document.index < in_.documents.size();
  }
  std::uint32_t Node(std::uint32_t claim) const {
    return static_cast<std::uint32_t>(in_.documents.size()) + claim;
  }
  std::uint32_t VoiceOf(std::uint32_t c) { return sets_.Find(Node(c)); }

  void JoinSources() {
    absl::flat_hash_map<std::string_view, std::uint32_t> first;
    for (std::uint32_t d = 0; d < in_.documents.size(); ++d)
      sets_.Join(first.try_emplace(in_.documents[d].source, d).first->second,
                 d);
    for (std::uint32_t c = 0; c < in_.table.claims.size(); ++c) {
      const Claim& claim = in_.table.claims[c];
      const auto it =
          first.try_emplace(in_.strings.View(claim.source), Node(c)).first;
      sets_.Join(it->second, Node(c));
    }
  }

  // Claims of one sentence in several voices take the voice that has it first.
  void JoinSentences(Voices& out) const {
    absl::flat_hash_map<std::uint64_t, std::uint32_t> voice_of_sentence;
    std::vector<std::uint64_t> sentences(in_.table.claims.size());
    for (std::uint32_t c = 0; c < sentences.size(); ++c) {
      const Claim& claim = in_.table.claims[c];
      if (!HasDocument(claim)) continue;
      sentences[c] = SentenceHash(in_.documents[claim.document.index].text,
                                  claim.evidence);
      if (sentences[c] == 0) continue;
      std::uint32_t& voice =
          voice_of_sentence.try_emplace(sentences[c], out.of_claim[c])
              .first->second;
      voice = std::min(voice, out.of_claim[c]);
    }
    for (std::uint32_t c = 0; c < sentences.size(); ++c) {
      if (sentences[c] != 0) out.of_claim[c] = voice_of_sentence[sentences[c]];
    }
  }

  const VoiceInput& in_;
  UnionFind sets_;
};

}  // namespace

Voices FindVoices(const VoiceInput& input) { return VoiceFinder(input).Run(); }

}  // namespace gainsay::internal
