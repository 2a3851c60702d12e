// What must not matter does not: the order of sources, an era 28 or 56 years
// later (the calendar repeats), other names. Findings and near misses follow
// the change exactly.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <sstream>

#include "gainsay/gainsay.h"

namespace gainsay {
namespace {

namespace fs = std::filesystem;

using Story = std::vector<Document>;

// A sample story; its front matter is taken off, so that nothing but prose is
// changed.
Story ReadStory(const fs::path& folder) {
  Story story;
  std::vector<fs::path> files(fs::directory_iterator(folder), {});
  std::ranges::sort(files);
  for (const fs::path& path : files) {
    if (path.extension() != ".txt") continue;
    std::ifstream in(path);
    Document document{.id = path.filename().string()};
    std::string line;
    int dashes = 0;
    while (std::getline(in, line)) {
      if (dashes < 2 && line == "---") {
        ++dashes;
      } else if (dashes == 1 && line.starts_with("source: ")) {
        document.source = line.substr(8);
      } else if (dashes == 1 && line.starts_with("published: ")) {
        document.published = Date::Parse(line.substr(11)).value();
      } else if (dashes == 2) {
        document.text += line + "\n";
      }
    }
    story.push_back(std::move(document));
  }
  return story;
}

Report Check(const Story& story) {
  Corpus corpus;
  for (const Document& document : story) corpus.Add(document).value();
  Options options;
  options.near_misses = true;
  return Checker::Create(std::move(options)).value().Check(corpus).value();
}

std::string Json(const Report& report) {
  std::ostringstream out;
  WriteJson(report, out);
  return out.str();
}

using Change = std::function<std::string(const std::string&)>;

// All that a report says, without ids and offsets, after `change`; in an order
// of its own, for ids break the report's ties.
std::vector<std::string> Said(const Report& report, const Change& change) {
  std::vector<std::string> said;
  const auto say = [&](std::string head, const auto& view) {
    std::vector<std::string> claims;
    for (const ClaimView claim : view.claims()) {
      claims.push_back(change(std::string(claim.source()) + ": " +
                              std::string(claim.quote()) + " = " +
                              std::string(claim.value())) +
                       " line " + std::to_string(claim.line()));
    }
    std::ranges::sort(claims);
    for (const std::string& claim : claims) head += "\n  " + claim;
    said.push_back(std::move(head));
  };
  for (const FindingView finding : report.findings()) {
    say(std::string(Name(finding.kind())) + " " +
            std::string(Name(finding.severity())) + " " +
            std::string(finding.predicate()) + " voices " +
            std::to_string(finding.voices()),
        finding);
  }
  for (const NearMissView miss : report.near_misses()) {
    say("near miss " + std::string(miss.reason()) + " " +
            std::string(miss.predicate()),
        miss);
  }
  std::ranges::sort(said);
  return said;
}

std::string Same(const std::string& text) { return text; }

// Moves every year from 1600 to 2099 in a text; the length stays.
Change Later(int years) {
  return [years](const std::string& text) {
    const auto digit = [&text](std::size_t i) {
      return i < text.size() && text[i] >= '0' && text[i] <= '9';
    };
    std::string moved = text;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (!digit(i)) continue;
      std::size_t end = i;
      while (digit(end)) ++end;
      const bool alone = i == 0 || (text[i - 1] != ',' && text[i - 1] != '.');
      if (end - i == 4 && alone) {
        const int year = std::stoi(text.substr(i, 4));
        if (year >= 1600 && year < 2100) {
          moved.replace(i, 4, std::to_string(year + years));
        }
      }
      i = end;
    }
    return moved;
  };
}

// Whole words to other words of the same kind.
Change Renamed() {
  static const std::map<std::string, std::string, std::less<>> kNames = {
      // people
      {"Rosa", "Elsa"},
      {"Intriago", "Bermeo"},
      {"Lucia", "Carla"},
      {"Andrade", "Quiroga"},
      {"Ingrid", "Astrid"},
      {"Solheim", "Nordby"},
      {"Marta", "Irena"},
      {"Zielinska", "Wrona"},
      {"Pawel", "Marek"},
      {"Nowicki", "Sikora"},
      {"Ines", "Clara"},
      {"Duarte", "Moreira"},
      {"Joao", "Nuno"},
      {"Tavares", "Pinheiro"},
      {"Bruno", "Hugo"},
      {"Falcao", "Leitao"},
      {"Helena", "Teresa"},
      {"Couto", "Nobre"},
      {"Willem", "Pieter"},
      {"Verbeek", "Dekker"},
      {"Sofie", "Anneke"},
      {"Lammers", "Visser"},
      {"Andris", "Janis"},
      {"Ozols", "Berzins"},
      {"Karin", "Ulrika"},
      {"Lindqvist", "Sjoberg"},
      {"Jonas", "Tomas"},
      {"Petrauskas", "Kazlauskas"},
      {"Carmen", "Pilar"},
      {"Ibarra", "Robles"},
      // places and what comes from them
      {"Bulgaria", "Romania"},
      {"Bulgarian", "Romanian"},
      {"Sofia", "Bucharest"},
      {"Ecuador", "Colombia"},
      {"Quito", "Bogota"},
      {"Norwegian", "Icelandic"},
      {"Poland", "Hungary"},
      {"Polish", "Hungarian"},
      {"Warsaw", "Budapest"},
      {"Danish", "Finnish"},
      {"Portugal", "Greece"},
      {"Lisbon", "Athens"},
      {"Dutch", "Belgian"},
      {"Rotterdam", "Antwerp"},
      {"Latvia", "Estonia"},
      {"Latvian", "Estonian"},
      {"Riga", "Tartu"},
  };
  return [](const std::string& text) {
    const auto letter = [&text](std::size_t i) {
      const auto c = static_cast<unsigned char>(text[i]);
      return c >= 0x80 || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    };
    std::string renamed;
    for (std::size_t i = 0; i < text.size();) {
      std::size_t end = i;
      while (end < text.size() && letter(end)) ++end;
      if (end == i) {
        renamed += text[i++];
        continue;
      }
      const std::string word = text.substr(i, end - i);
      const auto name = kNames.find(word);
      renamed += name == kNames.end() ? word : name->second;
      i = end;
    }
    return renamed;
  };
}

Story Changed(Story story, const Change& change) {
  for (Document& document : story) {
    document.text = change(document.text);
    document.source = change(document.source);
    if (document.published) {
      document.published =
          Date::Parse(change(document.published->ToString())).value();
    }
  }
  return story;
}

class Metamorphic : public testing::TestWithParam<const char*> {
 protected:
  Story story_ =
      ReadStory(fs::path(GAINSAY_SOURCE_DIR) / "examples/data" / GetParam());
};

TEST_P(Metamorphic, OrderOfSourcesDoesNotMatter) {
  ASSERT_GE(story_.size(), 2U);
  const std::string expected = Json(Check(story_));
  Story story = story_;
  const auto by_id = [](const Document& a, const Document& b) {
    return a.id < b.id;
  };
  std::sort(story.begin(), story.end(), by_id);
  do {
    EXPECT_EQ(Json(Check(story)), expected);
  } while (std::next_permutation(story.begin(), story.end(), by_id));
}

// Which of several equal near misses is shown is a matter of content hashes,
// and those change with the dates: findings are what must follow.
std::vector<std::string> Findings(std::vector<std::string> said) {
  std::erase_if(said, [](const std::string& text) {
    return text.starts_with("near miss");
  });
  return said;
}

TEST_P(Metamorphic, AnotherEraDoesNotMatter) {
  const Report report = Check(story_);
  for (const int years : {28, 56}) {
    const Change later = Later(years);
    EXPECT_EQ(Findings(Said(Check(Changed(story_, later)), Same)),
              Findings(Said(report, later)))
        << years << " years later";
  }
}

TEST_P(Metamorphic, NamesDoNotMatter) {
  const Change renamed = Renamed();
  EXPECT_EQ(Said(Check(Changed(story_, renamed)), Same),
            Said(Check(story_), renamed));
}

TEST_P(Metamorphic, EveryQuoteIsInItsSource) {
  const Report report = Check(story_);
  for (const FindingView finding : report.findings()) {
    for (const ClaimView claim : finding.claims()) {
      const auto document = std::ranges::find(
          story_, claim.document(),
          [](const Document& d) { return std::string_view(d.id); });
      ASSERT_NE(document, story_.end());
      EXPECT_EQ(document->text.substr(claim.span().begin, claim.span().size()),
                claim.quote());
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Stories, Metamorphic,
                         testing::Values("quake", "bridge", "company",
                                         "appointments", "court", "summit",
                                         "talks"),
                         [](const auto& which) {
                           return std::string(which.param);
                         });

}  // namespace
}  // namespace gainsay
