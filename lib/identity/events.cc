#include "identity/events.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <tuple>

#include "base/hash.h"
#include "identity/stories.h"
#include "text/canonical.h"

namespace gainsay::internal {
namespace {

constexpr std::size_t kAllPairs = 256;   // clusters of a block, all compared
constexpr std::size_t kMaxPosting = 64;  // clusters that share a key
constexpr std::size_t kMaxRows = 1000;   // evidence, undecided pairs, notes
constexpr std::string_view kLapseBlock = "\nlapse";  // no class is called so

struct Edge {
  std::int32_t score = 0;
  std::uint64_t low = 0, high = 0;  // content hashes, for a canonical order
  std::uint32_t a = 0, b = 0;       // clusters
  std::string text;
  auto Key() const { return std::tuple(-score, low, high, a, b); }
};

class EventResolver {
 public:
  EventResolver(const FeatureInput& in, const PlaceBook& places, Subjects& out)
      : in_(in), matcher_(places), stories_(in), out_(out) {}

  void Run(std::span<const ReferentIndex> referents,
           std::span<const std::uint8_t> said) {
    std::map<std::string_view,
             std::map<std::uint32_t, std::vector<EventFeatures>>>
        blocks;
    const std::map<std::uint32_t, std::uint32_t> first = FirstOfEach(referents);
    const std::vector<std::uint8_t> said_of_words = OfWords(referents, said);
    for (std::size_t i = 0; i < referents.size(); ++i) {
      EventFeatures features = FeaturesOf(in_, referents[i], said_of_words[i]);
      const Referent& referent = in_.table[referents[i]];
      features.focus = !referent.span.empty() &&
                       first.at(referent.document.index) == referent.span.begin;
      if (features.head_class.empty() && !features.names.empty())
        features.head_class = *features.names.begin();
      // What lapsed goes by any noun: a line, a route, a crossing.
      const std::string_view block =
          features.lapse ? kLapseBlock : features.head_class;
      std::vector<EventFeatures>& same_class =
          blocks[block][*features.documents.begin()];
      if (i > 0 && !same_class.empty() &&
          SameWords(referents[i - 1], referents[i])) {
        same_class.back().Absorb(features);
      } else {
        same_class.push_back(std::move(features));
      }
    }
    for (auto& [head_class, documents] : blocks) {
      std::vector<EventFeatures> clusters;
      std::map<std::uint32_t, std::size_t> count;
      for (auto& [document, features] : documents) {
        MergeInDocument(features);
        if (head_class == kLapseBlock) MarkMainLapse(features);
        count[document] = features.size();
        std::ranges::move(features, std::back_inserter(clusters));
      }
      std::ranges::sort(clusters, {}, &EventFeatures::hash);
      MergeAcross(clusters, count);
      for (EventFeatures& cluster : clusters) {
        if (!cluster.members.empty()) finished_.push_back(std::move(cluster));
      }
    }
    Emit();
  }

 private:
  // Whether two are the only ones of their class in their documents, and the
  // only ones of which is told what a story tells of one: a clock time, a
  // length, what lasts.
  struct Only {
    bool any = false, focal = false, clock = false, span = false,
         lasting = false;
  };

  // In one document "the ferry", "the route" and "the service" that lapsed.
  static bool Serves(const EventFeatures& f) {
    constexpr std::string_view kServing[] = {"flight", "plane", "service",
                                             "ship", "train"};
    return f.lapse &&
           std::ranges::find(kServing, f.head_class) != std::end(kServing);
  }

  // Two claims on one noun group: one thing.
  bool SameWords(ReferentIndex a, ReferentIndex b) const {
    const Referent &x = in_.table[a], &y = in_.table[b];
    return !x.span.empty() && x.span == y.span && x.document == y.document &&
           x.head == y.head;
  }

  // What is said of any claim on the same noun group.
  std::vector<std::uint8_t> OfWords(std::span<const ReferentIndex> referents,
                                    std::span<const std::uint8_t> said) const {
    std::vector<std::uint8_t> out(said.begin(), said.end());
    for (std::size_t i = 1; i < out.size(); ++i) {
      if (SameWords(referents[i - 1], referents[i])) out[i] |= out[i - 1];
    }
    for (std::size_t i = out.size(); i > 1; --i) {
      if (SameWords(referents[i - 2], referents[i - 1]))
        out[i - 2] |= out[i - 1];
    }
    return out;
  }

  // Where each document first tells of an event.
  std::map<std::uint32_t, std::uint32_t> FirstOfEach(
      std::span<const ReferentIndex> referents) const {
    std::map<std::uint32_t, std::uint32_t> first;
    for (const ReferentIndex index : referents) {
      const Referent& r = in_.table[index];
      const auto [it, added] =
          first.try_emplace(r.document.index, r.span.begin);
      it->second = std::min(it->second, r.span.begin);
    }
    return first;
  }

  void MergeInDocument(std::vector<EventFeatures>& features) {
    std::vector<Edge> edges;
    if (features.size() > kAllPairs) return MergeEqual(features);
    for (std::uint32_t i = 0; i < features.size(); ++i) {
      for (std::uint32_t j = i + 1; j < features.size(); ++j)
        Consider(features, i, j, true, {}, kMergeInDocument, edges);
    }
    Unite(features, edges, true);
  }

  // Too many to compare: those that say the same are one.
  static void MergeEqual(std::vector<EventFeatures>& features) {
    using Signature =
        std::tuple<std::set<std::string_view>, std::set<std::string_view>,
                   std::set<std::string_view>, std::set<std::string_view>, Day,
                   Day, std::int32_t>;
    std::map<Signature, std::size_t> first;
    std::vector<EventFeatures> kept;
    for (EventFeatures& f : features) {
      const auto [it, added] = first.try_emplace(
          Signature(f.names, f.participants, f.places, f.topics, f.time.lo,
                    f.time.hi, f.ordinal),
          kept.size());
      added ? kept.push_back(std::move(f)) : kept[it->second].Absorb(f);
    }
    features = std::move(kept);
  }

  void MergeAcross(std::vector<EventFeatures>& clusters,
                   const std::map<std::uint32_t, std::size_t>& count) {
    std::vector<Edge> edges;
    constexpr bool EventFeatures::*kTold[] = {
        &EventFeatures::focal, &EventFeatures::clock, &EventFeatures::span,
        &EventFeatures::lasting};
    std::map<std::uint32_t, std::array<std::size_t, std::size(kTold)>> told;
    for (const EventFeatures& f : clusters) {
      for (std::size_t k = 0; k < std::size(kTold); ++k)
        told[*f.documents.begin()][k] += f.*kTold[k] ? 1 : 0;
    }
    for (const auto& [i, j] : Pairs(clusters)) {
      const std::uint32_t di = *clusters[i].documents.begin(),
                          dj = *clusters[j].documents.begin();
      if (di == dj) continue;
      const bool only = count.at(di) == 1 && count.at(dj) == 1;
      const auto one = [&, i = i, j = j](std::size_t k) {
        return clusters[i].*kTold[k] && clusters[j].*kTold[k] &&
               told[di][k] == 1 && told[dj][k] == 1;
      };
      Consider(clusters, i, j, false, {only, one(0), one(1), one(2), one(3)},
               kMerge, edges);
    }
    Unite(clusters, edges, false);
  }

  using Pair = std::pair<std::uint32_t, std::uint32_t>;

  static std::vector<Pair> Pairs(const std::vector<EventFeatures>& clusters) {
    std::vector<Pair> pairs;
    const auto n = static_cast<std::uint32_t>(clusters.size());
    if (n <= kAllPairs) {
      for (std::uint32_t i = 0; i < n; ++i) {
        for (std::uint32_t j = i + 1; j < n; ++j) pairs.emplace_back(i, j);
      }
      return pairs;
    }
    std::map<std::pair<int, std::string_view>, std::vector<std::uint32_t>>
        postings;
    for (std::uint32_t i = 0; i < n; ++i) {
      int kind = 0;
      for (const auto* names : {&clusters[i].names, &clusters[i].participants,
                                &clusters[i].places, &clusters[i].topics}) {
        for (const std::string_view name : *names)
          postings[{kind, name}].push_back(i);
        ++kind;
      }
    }
    for (const auto& [key, list] : postings) {
      if (list.size() > kMaxPosting) continue;
      for (std::size_t i = 0; i < list.size(); ++i) {
        for (std::size_t j = i + 1; j < list.size(); ++j)
          pairs.emplace_back(list[i], list[j]);
      }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  void Consider(const std::vector<EventFeatures>& clusters, std::uint32_t i,
                std::uint32_t j, bool same_document, Only only,
                std::int32_t threshold, std::vector<Edge>& edges) {
    const EventFeatures &a = clusters[i], &b = clusters[j];
    const bool one_class = a.head_class == b.head_class ||
                           (Serves(a) && Serves(b)) || LapsedTogether(a, b);
    // "The bridge" of a document is not its Lower Orrin Bridge.
    if (same_document && (!one_class || a.IsApartFrom(b))) return;
    const bool story = !same_document && stories_.Shared(a, b);
    // Among many documents a description alone ("the trial") names nothing.
    const bool named = IsNamed(a) && IsNamed(b);
    if (!same_document && !story && !named && stories_.Many()) return;
    Score score = matcher_.Compare(a, b, same_document, story);
    const bool focal =
        only.focal && story && a.ordinal == b.ordinal && OfOneMonth(a, b);
    const bool clock = only.clock && story && AreClocked(a, b) &&
                       !(IsAccident(a) && IsAccident(b));
    const bool span = only.span && story && AreSpanned(a, b);
    const bool lasting = only.lasting && story && AreOneLasting(a, b);
    if (!only.any && (focal || clock || span || lasting))
      Add(Evidence::kOnlyOne, score);
    if (focal) Add(Evidence::kStoryFocal, score);
    if (clock) Add(Evidence::kStoryClock, score);
    if (span) Add(Evidence::kStorySpan, score);
    if (story && a.main_lapse && b.main_lapse)
      Add(Evidence::kStoryLapse, score);
    if (only.any) Add(Evidence::kOnlyOne, score);
    if (only.any && story && IsAccident(a) && IsAccident(b))
      Add(Evidence::kStoryToll, score);
    if ((only.any && a.Bare() && b.Bare()) || lasting)
      Add(Evidence::kSparse, score);
    if (score.total < kUndecided) return;
    auto veto = matcher_.Guard(a, b);
    if (!veto && !same_document) veto = GuardUntold(in_, a, b);
    if (veto) {
      if (out_.notes.size() < kMaxRows)
        out_.notes.push_back(
            {a.members[0], b.members[0], veto->reason, veto->text});
      return;
    }
    if (score.total >= threshold) {
      edges.push_back({score.total, std::min(a.hash, b.hash),
                       std::max(a.hash, b.hash), i, j, std::move(score.text)});
    } else if (!same_document && out_.undecided.size() < kMaxRows) {
      out_.undecided.push_back({a.members[0], b.members[0], score.total,
                                "unknown:" + score.missing});
    }
  }

  // By more than its noun with a capital: "the Expo".
  static bool IsNamed(const EventFeatures& f) {
    return std::ranges::any_of(f.names, [&](std::string_view name) {
      return name.find(' ') != std::string_view::npos ||
             std::ranges::none_of(f.heads, [&](std::string_view head) {
               return CanonicalText(name).starts_with(head);
             });
    });
  }

  static void Add(Evidence evidence, Score& score) {
    score.total += Weight(evidence);
    score.text += "; " + std::string(Name(evidence)) + " +" +
                  std::to_string(Weight(evidence));
  }

  // Joins by descending score; a join that a guard forbids between what the two
  // sides have become, or that would join two of one document, is left out.
  void Unite(std::vector<EventFeatures>& clusters, std::vector<Edge>& edges,
             bool same_document) {
    std::ranges::sort(edges, {}, [](const Edge& e) { return e.Key(); });
    std::vector<std::uint32_t> parent(clusters.size());
    for (std::uint32_t i = 0; i < parent.size(); ++i) parent[i] = i;
    const auto find = [&](std::uint32_t i) {
      while (parent[i] != i) i = parent[i] = parent[parent[i]];
      return i;
    };
    for (const Edge& edge : edges) {
      const std::uint32_t a = find(edge.a), b = find(edge.b);
      if (a == b) continue;
      EventFeatures &fa = clusters[a], &fb = clusters[b];
      if (!same_document && Overlap(fa.documents, fb.documents)) continue;
      if (matcher_.Guard(fa, fb)) continue;
      if (out_.evidence.size() < kMaxRows)
        out_.evidence.push_back(
            {fa.members[0], fb.members[0], edge.score, edge.text});
      fa.Absorb(fb);
      fb.members.clear();
      parent[b] = a;
    }
    if (same_document)
      std::erase_if(clusters,
                    [](const EventFeatures& f) { return f.members.empty(); });
  }

  static bool Overlap(const std::set<std::uint32_t>& a,
                      const std::set<std::uint32_t>& b) {
    return std::ranges::any_of(a,
                               [&](std::uint32_t d) { return b.contains(d); });
  }

  std::string Key(const EventFeatures& f) const {
    std::string key(f.series ? "series" : "event");
    key.append("|").append(f.head_class);
    for (const auto* names : {&f.names, &f.participants}) {
      key += '|';
      for (const std::string_view name : *names)
        key.append(name).push_back(';');
    }
    if (f.series) return key;
    for (const std::string_view place : f.places) key.append("|").append(place);
    const bool known = f.time.lo > kMinusInfinity && f.time.hi < kPlusInfinity;
    if (known) key.append("|").append(FormatDay(f.time.lo));
    return key;
  }

  // "ruling party talks of China, Japan": the words of the referent that says
  // most.
  std::string Label(const EventFeatures& f) const {
    const Referent* best = nullptr;
    for (const ReferentIndex member : f.members) {
      const Referent& r = in_.table[member];
      const auto rank = [&](const Referent& x) {
        return std::tuple(x.modifiers.size() + x.participants.size(),
                          in_.strings.View(x.head));
      };
      if (best == nullptr || rank(r) > rank(*best)) best = &r;
    }
    std::string label;
    const auto add = [&](std::string_view word) {
      if (word.empty()) return;
      if (!label.empty()) label += ' ';
      label += word;
    };
    if (!f.names.empty()) return std::string(*f.names.begin());
    for (const StringId id : best->modifiers) {
      const std::string_view word = in_.strings.View(id);
      const ModifierRow* row = in_.words.Modifier(word);
      if (row == nullptr || row->kind != ModifierKind::kGeneric) add(word);
    }
    // A class of events that is named in the plural: "talks", not "talk".
    const std::string_view head = in_.strings.View(best->head);
    const bool plural = f.head_class.starts_with(head) &&
                        f.head_class.size() == head.size() + 1;
    add(plural ? f.head_class : head);
    std::string who;
    for (const std::string_view name : f.participants)
      who.append(who.empty() ? "" : ", ").append(name);
    if (!who.empty()) label += " (" + who + ")";
    return label;
  }

  void Emit() {
    std::map<std::string, std::size_t> keys;
    for (const EventFeatures& f : finished_) ++keys[Key(f)];
    for (EventFeatures& f : finished_) {
      Subject subject;
      subject.key = Key(f);
      if (keys[subject.key] > 1) subject.key += "#" + Hex64(f.hash);
      subject.label = Label(f);
      subject.kind =
          f.series ? Referent::Kind::kSeries : in_.table[f.members[0]].kind;
      std::ranges::sort(f.members);
      subject.referents = std::move(f.members);
      out_.subjects.push_back(std::move(subject));
    }
  }

  const FeatureInput& in_;
  EventMatcher matcher_;
  Stories stories_;
  Subjects& out_;
  std::vector<EventFeatures> finished_;
};

}  // namespace

void ResolveEvents(const FeatureInput& input, const PlaceBook& places,
                   std::span<const ReferentIndex> referents,
                   std::span<const std::uint8_t> said, Subjects& out) {
  EventResolver(input, places, out).Run(referents, said);
}

}  // namespace gainsay::internal
