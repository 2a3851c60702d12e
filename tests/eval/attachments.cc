// Prints what governs a value of a text, for tests/eval/attachment.py.
//
//   attachments < values.jsonl
//   attachments --parse < sentences.txt     groups and clauses, to be read
//
// Reads {"text", "begin", "end"} a line, bytes of the value; prints one line
// each: an array of {"relation", "begin", "end"}, the value's nearest governors
// by rank, each once; empty where it hangs on nothing.
#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "base/interner.h"
#include "boost/json.hpp"
#include "claim/atoms.h"
#include "lang/language.h"
#include "mention/finder.h"
#include "mention/names.h"
#include "resolve/attach.h"
#include "resolve/name_tags.h"
#include "resolve/timex.h"
#include "text/tag.h"
#include "text/tokenize.h"

namespace gainsay::internal {
namespace {

namespace json = boost::json;

class Attacher {
 public:
  Attacher()
      : grammar_(English()),
        cutter_(English(), strings_),
        finder_(grammar_, cutter_),
        names_finder_(EnglishNames(), strings_),
        words_(EnglishSyntax(), strings_) {}

  json::array Governors(const std::string& text, std::uint32_t begin,
                        std::uint32_t end) {
    Read(text);
    auto atom = atoms_.cbegin();
    for (const Segment& segment : cut_.segments) {
      while (atom != atoms_.cend() && atom->first < segment.first) ++atom;
      const auto first = atom;
      while (atom != atoms_.cend() && atom->last <= segment.last) ++atom;
      const std::span<const Atom> inside(first, atom);
      for (std::uint32_t a = 0; a < inside.size(); ++a) {
        if (cut_.tokens[inside[a].first].begin >= end ||
            cut_.tokens[inside[a].last - 1].end <= begin)
          continue;
        ChunkSegment(cut_, segment, inside, words_, parse_.groups);
        FindClauses(cut_, inside, words_, parse_);
        return Part(inside, a, begin, end);
      }
    }
    return {};
  }

  void PrintParse(const std::string& text) {
    Read(text);
    auto atom = atoms_.cbegin();
    for (const Segment& segment : cut_.segments) {
      const auto first = atom;
      while (atom != atoms_.cend() && atom->last <= segment.last) ++atom;
      const std::span<const Atom> inside(first, atom);
      ChunkSegment(cut_, segment, inside, words_, parse_.groups);
      FindClauses(cut_, inside, words_, parse_);
      for (std::uint32_t t = segment.first; t < segment.last; ++t)
        std::cout << cut_.View(cut_.tokens[t]) << '/'
                  << kTagLetters[cut_.tokens[t].tag] << ' ';
      std::cout << '\n';
      for (std::size_t g = 0; g < parse_.groups.groups.size(); ++g)
        PrintGroup(g);
      for (std::size_t c = 0; c < parse_.clauses.size(); ++c) PrintClause(c);
      for (std::uint32_t a = 0; a < inside.size(); ++a)
        std::cout << Words(inside[a].first, inside[a].last) << " -> "
                  << json::serialize(Steps(inside, a)) << '\n';
    }
  }

 private:
  void Read(const std::string& text) {
    cutter_.Cut(text, cut_);
    TagTokens(cut_, words_);
    finder_.Find(cut_, mentions_);
    names_finder_.Find(cut_, names_);
    TagNames(names_, words_, cut_);
    MakeAtoms(mentions_, atoms_);
    Resolve(cut_, cutter_.words(), {}, mentions_);
    JoinDates(mentions_, atoms_);
  }

  std::string_view Words(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t begin = cut_.tokens[first].begin;
    return cut_.text.substr(begin, cut_.tokens[last - 1].end - begin);
  }

  void PrintGroup(std::size_t index) const {
    constexpr std::string_view kKinds[] = {"noun",  "value", "verb", "adj",
                                           "prep",  "mark",  "conj", "adv",
                                           "punct", "other"};
    constexpr std::string_view kRoles[] = {"-",   "subj", "obj",  "prep",
                                           "app", "poss", "time", "measure"};
    const Group& g = parse_.G(static_cast<std::uint32_t>(index));
    const auto number = [](std::uint32_t i) {
      return i == kNowhere ? std::string("-") : std::to_string(i);
    };
    std::cout << index << ' ' << kKinds[static_cast<std::size_t>(g.kind)] << ' '
              << kRoles[static_cast<std::size_t>(g.role)] << " clause "
              << number(g.clause) << " governor " << number(g.governor)
              << " verb " << g.verb << "  " << Words(g.first, g.last) << '\n';
  }

  void PrintClause(std::size_t index) const {
    constexpr std::string_view kKinds[] = {
        "main",       "relative",    "participial", "infinitive",
        "complement", "subordinate", "coordinate"};
    const Clause& c = parse_.clauses[index];
    const auto number = [](std::uint32_t i) {
      return i == kNowhere ? std::string("-") : std::to_string(i);
    };
    std::cout << "clause " << index << ' '
              << kKinds[static_cast<std::size_t>(c.kind)] << " verb "
              << number(c.verb) << " subject " << number(c.subject)
              << " object " << number(c.object) << " head " << number(c.head)
              << " mark " << number(c.mark) << " parent " << number(c.parent)
              << " groups " << c.first << '-' << c.last
              << (c.comma ? " comma" : "") << '\n';
  }

  Tag TagAt(std::uint32_t t) const { return TagOf(cut_.tokens[t]); }

  json::object Step(std::string_view relation, std::uint32_t token) const {
    return json::object{{"relation", relation},
                        {"begin", cut_.tokens[token].begin},
                        {"end", cut_.tokens[token].end}};
  }

  // The value may be a part of what is read as one: "[1990]" of "the third
  // quarter of 1990", "[Friday]" of "2045 GMT on Friday", "[404]" of "404
  // yards". Then it hangs on what stands before it inside, on what all of it
  // hangs on, by the preposition before it, or on its unit.
  json::array Part(std::span<const Atom> inside, std::uint32_t a,
                   std::uint32_t begin, std::uint32_t end) {
    const Atom& atom = inside[a];
    json::array whole = Steps(inside, a);
    std::uint32_t first = atom.first, last = atom.last;
    while (first + 1 < last && cut_.tokens[first].end <= begin) ++first;
    while (last > first + 1 && cut_.tokens[last - 1].begin >= end) --last;
    const auto preposition = [this](std::uint32_t t) {
      return (TagAt(t) == Tag::kPreposition || TagAt(t) == Tag::kParticle) &&
             (words_.Of(cut_.tokens[t].folded).features & kThanWord) == 0;
    };
    const auto number = [this](std::uint32_t from, std::uint32_t to) {
      for (; from < to; ++from)
        if (TagAt(from) == Tag::kNumber) return true;
      return false;
    };
    // What stands before a number alone is a hedge: "more than [20] men".
    const bool date =
        atom.kind == Atom::Kind::kDate || atom.kind == Atom::Kind::kAge;
    const bool hedged =
        !date && !number(atom.first, first) && !number(last, atom.last);
    if (hedged) first = atom.first;
    json::array out;
    if (first > atom.first && preposition(first - 1)) {
      const std::string relation(strings_.View(cut_.tokens[first - 1].folded));
      const bool of =
          (words_.Of(cut_.tokens[first - 1].folded).features & kOfWord) != 0;
      if (of && first > atom.first + 1 && TagAt(first - 2) == Tag::kNoun)
        out.push_back(Step(relation, first - 2));
      for (json::value& step : whole) {
        json::object one = step.as_object();
        one["relation"] = relation;
        out.push_back(one);
      }
    } else if (first > atom.first && (TagAt(first - 1) == Tag::kNoun ||
                                      TagAt(first - 1) == Tag::kName)) {
      out.push_back(Step("pre", first - 1));
      if (atom.kind == Atom::Kind::kDate)
        out.push_back(Step("time", first - 1));
    } else if (first > atom.first && TagAt(first - 1) == Tag::kParticiple) {
      out.push_back(Step("measure", first - 1));
    }
    for (json::value& step : whole) out.push_back(std::move(step));
    const bool unit = atom.kind == Atom::Kind::kQuantity ||
                      atom.kind == Atom::Kind::kDuration;
    if (last < atom.last && unit && TagAt(atom.last - 1) == Tag::kNoun)
      out.push_back(Step("mod", atom.last - 1));
    return out;
  }

  json::array Steps(std::span<const Atom> atoms, std::uint32_t atom) {
    json::array out;
    std::vector<std::uint32_t> seen;
    for (const ValuePath& path : PathsOf(cut_, atoms, parse_, atom, words_)) {
      const std::uint32_t token = TokenOf(path.steps[0], atoms[atom]);
      if (std::ranges::find(seen, token) != seen.end()) continue;
      seen.push_back(token);
      out.push_back(json::object{{"relation", path.steps[0].relation},
                                 {"begin", cut_.tokens[token].begin},
                                 {"end", cut_.tokens[token].end}});
    }
    return out;
  }

  // A step says the group and the lemma; the token is the one of that lemma
  // nearest to the value, else the head.
  std::uint32_t TokenOf(const PathStep& step, const Atom& atom) {
    const Group& group = parse_.G(step.group);
    if (group.lemma == step.lemma) return group.head;
    for (std::uint32_t t = atom.last; t < group.last; ++t) {
      if (words_.Of(cut_.tokens[t].folded).noun == step.lemma) return t;
    }
    if (atom.first > group.first) return atom.first - 1;
    return group.head;
  }

  Grammar grammar_;
  Interner strings_;
  Cutter cutter_;
  MentionFinder finder_;
  NameFinder names_finder_;
  WordTable words_;
  TokenizedText cut_;
  MentionTable mentions_;
  NameTable names_;
  std::vector<Atom> atoms_;
  Parse parse_;
};

}  // namespace
}  // namespace gainsay::internal

int main(int argc, char** argv) {
  gainsay::internal::Attacher attacher;
  if (argc > 1 && std::string_view(argv[1]) == "--parse") {
    for (std::string line; std::getline(std::cin, line);)
      attacher.PrintParse(line);
    return 0;
  }
  for (std::string line; std::getline(std::cin, line);) {
    const boost::json::object o = boost::json::parse(line).as_object();
    std::cout << boost::json::serialize(attacher.Governors(
                     std::string(o.at("text").as_string()),
                     o.at("begin").to_number<std::uint32_t>(),
                     o.at("end").to_number<std::uint32_t>()))
              << '\n';
  }
}
