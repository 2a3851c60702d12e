// A path for a file of a test that no other test, and no other run of the same
// test at the same time, writes to.
#ifndef GAINSAY_TESTS_SUPPORT_TEMP_PATH_H_
#define GAINSAY_TESTS_SUPPORT_TEMP_PATH_H_

#include <gtest/gtest.h>
#include <unistd.h>

#include <string>

namespace gainsay::internal {

inline std::string TempPath(const std::string& name) {
  return ::testing::TempDir() + "/gainsay_" + std::to_string(::getpid()) + "_" +
         ::testing::UnitTest::GetInstance()->current_test_info()->name() + "_" +
         name;
}

}  // namespace gainsay::internal

#endif  // GAINSAY_TESTS_SUPPORT_TEMP_PATH_H_
