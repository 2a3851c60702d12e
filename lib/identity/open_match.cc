#include "identity/open_match.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "absl/container/flat_hash_map.h"
#include "identity/stated_match.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kMostPostings = 48;  // sentences of a word; then no key
constexpr std::uint32_t kLeastShared = 4;  // content words of both sentences
constexpr double kLeastShare = 0.5;        // of those of the shorter one

struct SentenceKey {
  std::uint32_t document = 0, sentence = 0;
  friend auto operator<=>(const SentenceKey&, const SentenceKey&) = default;
};
using SentencePairs = std::map<std::pair<SentenceKey, SentenceKey>,
                               std::uint32_t>;  // shared words

// Sentences of two documents that share words which few sentences have.
SentencePairs SharedWords(std::span<const OpenDocument> documents) {
  absl::flat_hash_map<std::string_view, std::vector<SentenceKey>> postings;
  for (std::uint32_t d = 0; d < documents.size(); ++d) {
    for (std::uint32_t s = 0; s < documents[d].size(); ++s) {
      for (const std::string_view word : documents[d][s].content)
        postings[word].push_back({d, s});
    }
  }
  SentencePairs pairs;
  for (const auto& [word, list] : postings) {
    if (list.size() > kMostPostings) continue;
    for (std::size_t i = 0; i < list.size(); ++i) {
      for (std::size_t j = i + 1; j < list.size(); ++j) {
        if (list[i].document != list[j].document) ++pairs[{list[i], list[j]}];
      }
    }
  }
  return pairs;
}

bool Has(const StatedMeeting& m, StatedEvidence evidence) {
  return m.counts[static_cast<std::size_t>(evidence)] != 0;
}

// What keeps values of two documents apart, whatever speaks for them.
bool Guarded(const StatedMeeting& m) {
  for (const StatedEvidence guard :
       {StatedEvidence::kGuardStated, StatedEvidence::kStatedToo,
        StatedEvidence::kGuardNegated, StatedEvidence::kGuardRate,
        StatedEvidence::kGuardProgress, StatedEvidence::kOtherNames,
        StatedEvidence::kOtherNoun, StatedEvidence::kReplacedNoun,
        StatedEvidence::kOtherSubject, StatedEvidence::kOpenClause,
        StatedEvidence::kOtherBeside}) {
    if (Has(m, guard)) return true;
  }
  return false;
}

// "Needed 18 million", "received 11 million": two verbs tell two things.
bool OtherVerbs(const StatedMeeting& m, const StatedText& a,
                const StatedText& b) {
  const auto verb = [](const StatedText& text, std::uint32_t value) {
    const std::uint32_t clause = text.values[value].clause;
    return clause == kNoClause ? std::string_view() : text.clauses[clause].verb;
  };
  const std::string_view x = verb(a, m.a), y = verb(b, m.b);
  return !x.empty() && !y.empty() && x != y;
}

bool WordedAlike(const StatedMeeting& m) {
  const float around =
      m.counts[static_cast<std::size_t>(StatedEvidence::kAround)];
  return around >= kOpenAround && (Has(m, StatedEvidence::kSameFrame) ||
                                   Has(m, StatedEvidence::kLikeFrame) ||
                                   Has(m, StatedEvidence::kSameVerb));
}

// Of the meetings of two sentences those where each value is the other's best.
std::vector<StatedMeeting> BestOfEach(std::vector<StatedMeeting> meetings) {
  std::map<std::uint32_t, std::int32_t> best_a, best_b;
  constexpr std::int32_t kAgree =
      kStatedWeights[static_cast<std::size_t>(StatedEvidence::kAgree)].weight;
  const auto rank = [](const StatedMeeting& m) {
    return m.score + (m.wide_meet ? kAgree : 0);
  };
  for (const StatedMeeting& m : meetings) {
    for (auto& [best, value] :
         {std::pair(&best_a, m.a), std::pair(&best_b, m.b)}) {
      auto& score = best->try_emplace(value, rank(m)).first->second;
      score = std::max(score, rank(m));
    }
  }
  std::erase_if(meetings, [&](const StatedMeeting& m) {
    return rank(m) < best_a.at(m.a) || rank(m) < best_b.at(m.b);
  });
  return meetings;
}

}  // namespace

OpenDocument SplitSentences(const StatedText& text) {
  OpenDocument out;
  std::map<std::uint32_t, std::uint32_t> clauses;
  std::uint32_t sentence_of_last = 0;
  for (std::uint32_t v = 0; v < text.values.size(); ++v) {
    StatedValue value = text.values[v];
    // A day without its year or a time of day is no value of a claim.
    if (value.kind > StatedValue::Kind::kDate) continue;
    if (out.empty() || sentence_of_last != value.sentence) {
      const StatedSentence& sentence = text.sentences[value.sentence];
      out.push_back({.values = {},
                     .clauses = {},
                     .sentences = {sentence},
                     .holders = {},
                     .terms = {},
                     .moves = {},
                     .content = sentence.content,
                     .names = sentence.names});
      clauses.clear();
      sentence_of_last = value.sentence;
    }
    StatedText& last = out.back();
    if (value.clause != kNoClause) {
      const auto [it, added] = clauses.try_emplace(
          value.clause, static_cast<std::uint32_t>(last.clauses.size()));
      if (added) last.clauses.push_back(text.clauses[value.clause]);
      value.clause = it->second;
    }
    value.sentence = 0;
    last.values.push_back(std::move(value));
  }
  return out;
}

std::vector<OpenPair> MatchOpen(std::span<const OpenDocument> documents) {
  std::vector<OpenPair> out;
  for (const auto& [pair, shared] : SharedWords(documents)) {
    const auto& [x, y] = pair;
    const StatedText &a = documents[x.document][x.sentence],
                     &b = documents[y.document][y.sentence];
    const std::size_t shorter = std::min(a.content.size(), b.content.size());
    if (shared < kLeastShared ||
        shared < kLeastShare * static_cast<double>(shorter))
      continue;
    for (const StatedMeeting& m : BestOfEach(MeetStated(a, b))) {
      if (m.score < kOpenThreshold || !WordedAlike(m) || OtherVerbs(m, a, b))
        continue;
      const bool same = m.wide_meet && m.cores_meet;
      if (!same && (m.wide_meet || Guarded(m))) continue;
      out.push_back({{x.document, x.sentence, m.a},
                     {y.document, y.sentence, m.b},
                     m.score,
                     !m.wide_meet,
                     EvidenceOf(m)});
    }
  }
  std::ranges::sort(out, {},
                    [](const OpenPair& p) { return std::tuple(p.a, p.b); });
  return out;
}

}  // namespace gainsay::internal
