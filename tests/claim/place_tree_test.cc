#include "claim/place_tree.h"

#include <gtest/gtest.h>

namespace gainsay::internal {
namespace {

TEST(PlaceTree, HoldsAtAnyDepth) {
  const PlaceTree lines =
      PlaceTree::Parse(R"({"ID":"0","name":"Root","parentID":"-1"}
{"ID":"1","name":"Ruritania","parentID":"0"}
{"ID":"2","name":"Vale","parentID":"1"}
{"ID":"3","name":"Port Vell","parentID":"2"}
{"ID":"4","name":"Port Vell","parentID":"0"})",
                       "h.jsonl")
          .value();
  EXPECT_EQ(lines.size(), 5U);
  EXPECT_TRUE(lines.Holds("ruritania", "port vell"));
  EXPECT_TRUE(lines.Holds("vale", "vale"));
  EXPECT_FALSE(lines.Holds("port vell", "ruritania"));
  EXPECT_FALSE(lines.Holds("elbonia", "port vell"));
  const PlaceTree map =
      PlaceTree::Parse(R"({"Port Vell":"Vale","Vale":"Ruritania"})", "h.json")
          .value();
  EXPECT_TRUE(map.Holds("ruritania", "port vell"));
  EXPECT_FALSE(map.Holds("vale", "ruritania"));
}

TEST(PlaceTree, SaysWhatIsWrong) {
  for (const char* const text :
       {R"({"a":"b","b":"c","c":"a"})", R"({"a":7})",
        R"({"name":"x","parent":"y"})",
        "{\"id\":\"1\",\"name\":\"x\",\"parent\":\"2\"}\n"
        "{\"id\":\"1\",\"name\":\"x\",\"parent\":\"3\"}"}) {
    EXPECT_FALSE(PlaceTree::Parse(text, "h")) << text;
  }
}

}  // namespace
}  // namespace gainsay::internal
