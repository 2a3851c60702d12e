#include "api/open_claims.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>
#include <string>

#include "base/hash.h"
#include "claim/state_text.h"
#include "identity/open_match.h"
#include "lang/language.h"

namespace gainsay::internal {
namespace {

constexpr double kDaySlack = 1;  // of a date counted from the day of writing
constexpr std::uint32_t kLabelBytes = 32;  // of a sentence, on either side

class OpenClaims {
 public:
  OpenClaims(const Corpus::Rep& corpus, Loaded& loaded)
      : corpus_(corpus), loaded_(loaded) {}

  void Run() {
    number_ = loaded_.schema.Find("stated_number");
    date_ = loaded_.schema.Find("stated_date");
    if (corpus_.documents.size() < 2) return;
    StateAll();
    const std::vector<OpenPair> pairs = MatchOpen(open_);
    std::vector<const OpenPair*> kept;
    for (const OpenPair& pair : pairs) {
      if (Kept(pair)) kept.push_back(&pair);
    }
    for (const auto& group : Groups(kept)) Emit(group);
  }

 private:
  void StateAll() {
    static const Grammar grammar(English());
    std::map<const Document*, const IngestedDocument*> ingested;
    for (const auto& in : corpus_.documents)
      ingested.emplace(&in->document, in.get());
    TextStater stater(grammar, loaded_.strings);
    for (std::size_t d = 0; d < loaded_.documents.size(); ++d) {
      const auto it = ingested.find(loaded_.documents[d].document.get());
      open_.emplace_back();
      loaded_.words.emplace_back();
      if (it == ingested.end()) continue;
      const IngestedDocument& in = *it->second;
      const std::string& text =
          in.reading.empty() ? in.document.text : in.reading;
      StatedText stated = stater.State(text, DayOf(d));
      open_.back() = SplitSentences(stated);
      loaded_.words.back() = WordsOf(stated, English().values());
    }
    for (const Claim& claim : loaded_.table.claims) {
      if (claim.document.valid() && !claim.value_span.empty())
        cited_[claim.document.index].push_back(claim.value_span);
    }
  }

  std::optional<Day> DayOf(std::size_t document) const {
    const DayInterval day = loaded_.infos[document].published;
    return day.lo == day.hi ? std::optional(day.lo) : std::nullopt;
  }

  const StatedValue& At(const OpenValue& v) const {
    return open_[v.document][v.sentence].values[v.value];
  }
  const Document& DocumentOf(const OpenValue& v) const {
    return *loaded_.documents[v.document].document;
  }

  bool IsOfReport(const StatedValue& value, std::uint32_t document) const {
    const DayInterval day = loaded_.infos[document].published;
    return value.hull.lo == static_cast<double>(day.lo) &&
           value.hull.hi == static_cast<double>(day.hi);
  }

  bool Kept(const OpenPair& pair) const {
    const StatedValue &x = At(pair.a), &y = At(pair.b);
    if (DocumentOf(pair.a).source == DocumentOf(pair.b).source) return false;
    if (Cited(pair.a) || Cited(pair.b)) return false;
    if (!pair.apart) return true;
    if (x.hedged && y.hedged) return false;
    if (x.kind == StatedValue::Kind::kDate) {
      // "SANDVAR, 7 May 2025 (Inner Sea News) -": the days of two reports.
      if (IsOfReport(x, pair.a.document) && IsOfReport(y, pair.b.document))
        return false;
      const double gap =
          std::max(x.hull.lo, y.hull.lo) - std::min(x.hull.hi, y.hull.hi);
      return gap > kDaySlack || (!x.relative && !y.relative);
    }
    const bool count =
        x.kind == StatedValue::Kind::kNumber && x.dimension.empty();
    const DayInterval &p = loaded_.infos[pair.a.document].published,
                      &q = loaded_.infos[pair.b.document].published;
    // The how manieth of a series is another one months later.
    constexpr Day kSeries = 45;
    if (x.kind == StatedValue::Kind::kOrdinal &&
        (p.lo > q.hi + kSeries || q.lo > p.hi + kSeries))
      return false;
    return !count || p.Meets(q);
  }

  bool Cited(const OpenValue& v) const {
    const auto it = cited_.find(v.document);
    if (it == cited_.end()) return false;
    const ByteSpan span = At(v).span;
    return std::ranges::any_of(it->second, [&](ByteSpan s) {
      return s.begin < span.end && span.begin < s.end;
    });
  }

  using Group = std::set<OpenValue>;

  // What meets, directly or through others, where some of it is apart and no
  // document says two things.
  std::vector<Group> Groups(const std::vector<const OpenPair*>& pairs) const {
    std::map<OpenValue, std::size_t> group_of;
    std::vector<Group> groups;
    std::vector<bool> apart;
    for (const OpenPair* pair : pairs) {
      const auto a = group_of.find(pair->a), b = group_of.find(pair->b);
      std::size_t into = groups.size();
      if (a != group_of.end()) into = a->second;
      if (b != group_of.end()) into = std::min(into, b->second);
      if (into == groups.size()) {
        groups.emplace_back();
        apart.push_back(false);
      }
      const std::size_t from = a != group_of.end() && b != group_of.end()
                                   ? std::max(a->second, b->second)
                                   : into;
      if (from != into) {
        for (const OpenValue& v : groups[from]) group_of[v] = into;
        groups[into].merge(groups[from]);
        apart[into] = apart[into] || apart[from];
      }
      for (const OpenValue& v : {pair->a, pair->b}) {
        groups[into].insert(v);
        group_of[v] = into;
      }
      apart[into] = apart[into] || pair->apart;
    }
    std::vector<Group> out;
    for (std::size_t i = 0; i < groups.size(); ++i) {
      if (apart[i] && Distinct(groups[i])) out.push_back(std::move(groups[i]));
    }
    return out;
  }

  bool Distinct(const Group& group) const {
    std::map<std::uint32_t, QuantityInterval> said;
    return std::ranges::all_of(group, [&](const OpenValue& v) {
      const auto [it, added] = said.try_emplace(v.document, At(v).hull);
      return added || it->second == At(v).hull;
    });
  }

  // "Carter scored ... points for Drake": the words around the value, whole
  // ones, of its sentence.
  std::string Label(const OpenValue& v) const {
    const std::string_view text = DocumentOf(v).text;
    const ByteSpan value = At(v).span,
                   sentence =
                       open_[v.document][v.sentence].sentences.front().span;
    std::uint32_t begin = sentence.begin, end = sentence.end;
    if (value.begin > begin + kLabelBytes) {
      begin = value.begin - kLabelBytes;
      while (begin < value.begin && text[begin] != ' ') ++begin;
    }
    if (value.end + kLabelBytes < end) {
      end = value.end + kLabelBytes;
      while (end > value.end && text[end] != ' ') --end;
    }
    std::string label(text.substr(begin, value.begin - begin));
    label.append("...").append(text.substr(value.end, end - value.end));
    std::ranges::replace(label, '\n', ' ');
    label.erase(0, label.find_first_not_of(' '));
    return label;
  }

  void Emit(const Group& group) {
    std::string label;
    std::uint64_t hash = 0;
    for (const OpenValue& v : group) {
      hash += Hasher()
                  .Add(DocumentOf(v).id)
                  .Add(DocumentOf(v).source)
                  .Add(At(v).span.begin)
                  .value();
      const std::string words = Label(v);
      if (label.empty() || words < label) label = words;
    }
    const StringId name = loaded_.strings.Intern(label),
                   id = loaded_.strings.Intern("open:" + Hex64(hash));
    for (const OpenValue& v : group) EmitClaim(v, name, id);
  }

  void EmitClaim(const OpenValue& v, StringId name, StringId id) {
    const StatedText& sentence = open_[v.document][v.sentence];
    const StatedValue& value = At(v);
    ClaimTable& table = loaded_.table;
    Referent& referent = table.referents.emplace_back();
    referent.kind = Referent::Kind::kThing;
    referent.document = DocumentIndex(v.document);
    referent.name = name;
    referent.external_id = id;
    Claim claim;
    claim.document = referent.document;
    claim.subject = ReferentIndex(table.referents.size() - 1);
    claim.predicate = value.kind == StatedValue::Kind::kDate ? date_ : number_;
    claim.value = ValueIndex(table.values.size());
    claim.source = loaded_.strings.Intern(DocumentOf(v).source);
    claim.rule = loaded_.strings.Intern("open/worded-alike");
    claim.as_of = loaded_.infos[v.document].published;
    claim.evidence = sentence.sentences.front().span;
    claim.value_span = value.span;
    table.values.push_back(Row(v));
    table.claims.push_back(claim);
    ++loaded_.coverage.in_claims;
  }

  ValueRow Row(const OpenValue& v) {
    const StatedValue& value = At(v);
    ValueRow row;
    row.surface = loaded_.strings.Intern(
        DocumentOf(v).text.substr(value.span.begin, value.span.size()));
    if (value.kind == StatedValue::Kind::kDate) {
      row.kind = ValueKind::kDate;
      row.core = DaysOf(value.core);
      row.hull = DaysOf(value.hull);
      row.grain = Grain::kDay;
      return row;
    }
    row.kind = ValueKind::kQuantity;
    row.number = row.number_max = value.number * value.size;
    row.qcore = value.core;
    row.qhull = value.hull;
    row.text = loaded_.strings.Intern(value.dimension);
    return row;
  }
  static DayInterval DaysOf(const QuantityInterval& q) {
    DayInterval days;
    if (std::isfinite(q.lo)) days.lo = static_cast<Day>(q.lo);
    if (std::isfinite(q.hi)) days.hi = static_cast<Day>(q.hi);
    return days;
  }

  const Corpus::Rep& corpus_;
  Loaded& loaded_;
  PredicateIndex number_, date_;
  std::vector<OpenDocument> open_;  // by DocumentIndex
  std::map<std::uint32_t, std::vector<ByteSpan>> cited_;
};

}  // namespace

void AddOpenClaims(const Corpus::Rep& corpus, Loaded& loaded) {
  OpenClaims(corpus, loaded).Run();
}

void DemoteOpen(const Schema& schema, std::vector<Conflict>& conflicts) {
  for (Conflict& conflict : conflicts) {
    if (schema[conflict.predicate].family == kOpenFamily &&
        conflict.severity == Severity::kDefinite)
      conflict.severity = Severity::kProbable;
  }
}

}  // namespace gainsay::internal
