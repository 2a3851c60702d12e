#include "text/words.h"

#include <string>

namespace gainsay::internal {
namespace {

Tag TagOf(char letter) {
  const std::size_t i = kTagLetters.find(letter);
  return i == std::string_view::npos ? Tag::kNone : static_cast<Tag>(i);
}

bool HasTag(const LexiconRow* row, char letter) {
  return row != nullptr && row->tags.find(letter) != std::string_view::npos;
}

bool Prefers(WordInfo& info, Tag tag) {
  info.tags |= Bit(tag);
  if (info.first != Tag::kNone) return false;
  info.first = tag;
  return true;
}

// "Brighter", "larger", "bigger", "drier": of an adjective.
bool IsComparative(const SyntaxIndex& index, std::string_view word) {
  constexpr std::string_view kEnding = "er";
  if (word.size() < 5 || !word.ends_with(kEnding)) return false;
  const std::string stem(word.substr(0, word.size() - kEnding.size()));
  const auto quality = [&index](const std::string& lemma) {
    const LexiconRow* row = index.Word(lemma);
    return row != nullptr && row->tags.front() == 'J';
  };
  const std::size_t n = stem.size();
  return quality(stem) || quality(stem + "e") ||
         (stem.ends_with('i') && quality(stem.substr(0, n - 1) + "y")) ||
         (stem[n - 1] == stem[n - 2] && quality(stem.substr(0, n - 1)));
}

}  // namespace

void WordTable::AddVerbForm(char form, WordInfo& info) {
  switch (form) {
    case 's':
      info.third = true;
      info.tags |= Bit(Tag::kVerb);
      break;
    case 'd':
      info.past = true;
      info.tags |= Bit(Tag::kVerb) | Bit(Tag::kParticiple);
      break;
    default:
      info.gerund = true;
      info.tags |= Bit(Tag::kGerund);
      break;
  }
}

bool WordTable::AddIrregular(std::string_view word, WordInfo& info) {
  const std::string_view noun = index_->Irregular(word, 'N');
  const std::string_view verb = index_->Irregular(word, 'V');
  if (!noun.empty()) {
    info.noun = interner_->Intern(noun);
    info.plural = true;
    Prefers(info, Tag::kNoun);
  }
  if (!verb.empty()) {
    info.verb = interner_->Intern(verb);
    AddVerbForm(word.ends_with("ing")                          ? 'g'
                : word.ends_with("s") && !word.ends_with("ss") ? 's'
                                                               : 'd',
                info);
    if (info.first == Tag::kNone)
      info.first = info.gerund ? Tag::kGerund : Tag::kVerb;
  }
  return !noun.empty() || !verb.empty();
}

void WordTable::AddInflections(std::string_view word, WordInfo& info) {
  bool noun = info.noun.valid(), verb = info.verb.valid();
  std::string lemma;
  for (const EndingRow& ending : index_->tables().endings) {
    if (!word.ends_with(ending.ending) ||
        word.size() < ending.ending.size() + 2)
      continue;
    lemma.assign(word.substr(0, word.size() - ending.ending.size()));
    lemma += ending.replacement;
    const LexiconRow* row = index_->Word(lemma);
    const ClosedRow* closed = index_->Closed(lemma);
    const bool is_verb =
        HasTag(row, 'V') ||
        (closed && closed->tags.find('V') != std::string_view::npos);
    const bool is_noun =
        HasTag(row, 'N') ||
        (closed && closed->tags.find('N') != std::string_view::npos);
    if (ending.form == 's' && is_noun && !noun && !word.ends_with("ss")) {
      noun = true;
      info.noun = interner_->Intern(lemma);
      info.plural = true;
      if (row != nullptr) info.noun_file = row->noun_file;
      if (row == nullptr || row->tags.front() != 'V') Prefers(info, Tag::kNoun);
      info.tags |= Bit(Tag::kNoun);
    }
    if (is_verb && !verb) {
      verb = true;
      info.verb = interner_->Intern(lemma);
      AddVerbForm(ending.form, info);
      if (info.first == Tag::kNone)
        info.first = ending.form == 'g' ? Tag::kGerund : Tag::kVerb;
    }
  }
}

void WordTable::Guess(std::string_view word, WordInfo& info) {
  const auto ends = [&](std::string_view e) {
    return word.size() > e.size() + 2 && word.ends_with(e);
  };
  if (ends("ly")) {
    Prefers(info, Tag::kAdverb);
  } else if (ends("ing")) {
    Prefers(info, Tag::kGerund);
    info.tags |= Bit(Tag::kNoun) | Bit(Tag::kAdjective);
    info.gerund = true;
  } else if (ends("ed")) {
    Prefers(info, Tag::kVerb);
    info.tags |= Bit(Tag::kParticiple) | Bit(Tag::kAdjective);
    info.past = true;
  } else if (ends("ous") || ends("ful") || ends("less") || ends("able") ||
             ends("ible") || ends("ish") || ends("ese")) {
    Prefers(info, Tag::kAdjective);
    info.tags |= Bit(Tag::kNoun);
  } else if (ends("est") || IsComparative(*index_, word)) {
    Prefers(info, Tag::kAdjective);
    info.tags |= Bit(Tag::kNoun);
  } else {
    Prefers(info, Tag::kNoun);
    if (ends("s") && !ends("ss") && !ends("us") && !ends("is")) {
      info.plural = true;
      info.noun = interner_->Intern(word.substr(0, word.size() - 1));
    }
  }
}

void WordTable::Fill(StringId id, WordInfo& info) {
  info.filled = true;
  const std::string word(interner_->View(id));
  const LexiconRow* row = index_->Word(word);
  if (const ClosedRow* closed = index_->Closed(word); closed != nullptr) {
    info.known = true;
    info.features = closed->features;
    for (const char letter : closed->tags) Prefers(info, TagOf(letter));
    if (row != nullptr) info.noun_file = row->noun_file;
    const TagSet only = info.tags;
    const Tag first = info.first;
    AddIrregular(word, info);
    AddInflections(word, info);
    info.tags = only;
    info.first = first;
  } else {
    // An inflected form of a verb outweighs a rare lemma of the same letters,
    // except for nouns.
    const bool irregular = AddIrregular(word, info);
    const bool noun_first = row != nullptr && row->tags.front() == 'N';
    if (!irregular && !noun_first &&
        (word.ends_with("ed") || word.ends_with("ing")))
      AddInflections(word, info);
    if (row != nullptr) {
      if (!irregular) info.noun_file = row->noun_file;
      for (const char letter : row->tags) {
        if (letter == 'V' && (info.past || info.gerund)) continue;
        Prefers(info, TagOf(letter));
      }
    }
    // "Lives", "leaves": of a noun, and a verb's as well.
    const bool of_noun = irregular && !info.verb.valid();
    if ((!irregular || of_noun) && !info.past && !info.gerund)
      AddInflections(word, info);
    info.known = info.tags != 0;
    if (!info.known) Guess(word, info);
  }
  if (!info.noun.valid()) info.noun = id;
  if (!info.verb.valid()) info.verb = id;
  info.noun_classes =
      index_->Classes(interner_->View(info.noun), info.noun_file);
  info.classes = index_->Classes(word, info.noun_file);
  if ((info.classes & only_participle_) != 0) {
    info.tags &= static_cast<TagSet>(~Bit(Tag::kVerb));
    if (info.first == Tag::kVerb) info.first = Tag::kParticiple;
  }
  info.verb_kinds = index_->VerbKinds(interner_->View(info.verb));
}

}  // namespace gainsay::internal
