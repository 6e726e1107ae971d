// SPDX-License-Identifier: Apache-2.0
// What must keep the program from starting: it ends with 3 and a sentence that says what to do, and
// what is stored stays as it is.
#include "fault/faults.hpp"
#include "store/sqlite_db.hpp"

#include <catch2/catch.hpp>

#include <csignal>
#include <fstream>
#include <iterator>

using namespace test;
using Catch::Contains;
namespace fs = std::filesystem;

namespace {

// A data folder in which a visitor was answered.
struct kept_folder {
  temporary_folder data;
  visitor_record record = one_who_wrote(data.path());

  fs::path database() const { return data.path() / "frontdesk.db"; }
  fs::path key() const { return data.path() / "master.key"; }

  std::string refusal() const {
    program_under_test program{data.path()};
    REQUIRE(program.port() == 0);
    CHECK(program.wait() == 3);
    CHECK_THAT(program.said(), Contains("frontdesk: "));
    return program.said();
  }
  void opens_again() const {
    program_under_test program{data.path()};
    REQUIRE(program.port() != 0);
    CHECK(check_history(program.port(), record) == record.acked);
  }
};

std::string bytes_of(const fs::path& file) {
  std::ifstream in{file, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

void overwrite(const fs::path& file, std::streamoff at, const std::string& bytes) {
  std::fstream out{file, std::ios::in | std::ios::out | std::ios::binary};
  out.seekp(at);
  out << bytes;
}

}  // namespace

TEST_CASE("without its master key, or with another one, it does not start", "[fault]") {
  const kept_folder folder;
  const auto right = bytes_of(folder.key());
  fs::remove(folder.key());
  CHECK_THAT(folder.refusal(), Contains("is missing") && Contains("Put the key back"));
  CHECK_FALSE(fs::exists(folder.key()));  // a new key would hide the mistake

  std::ofstream{folder.key()} << std::string(64, 'a') << '\n';
  fs::permissions(folder.key(), fs::perms::owner_read | fs::perms::owner_write);
  CHECK_THAT(folder.refusal(), Contains("is not the one"));

  std::ofstream{folder.key()} << right;
  folder.opens_again();
}

TEST_CASE("a damaged database is not opened, and a good copy in its place is", "[fault]") {
  const kept_folder folder;
  const auto good = bytes_of(folder.database());
  overwrite(folder.database(), 0, std::string(1024, 'x'));
  CHECK_THAT(folder.refusal(), Contains("is damaged") && Contains("backup"));
  std::ofstream{folder.database(), std::ios::binary} << good;
  folder.opens_again();
}

TEST_CASE("a newer database is left alone", "[fault]") {
  const kept_folder folder;
  const auto good = bytes_of(folder.database());
  // SQLite's user_version: four bytes at 60 (its file format, 1.3).
  overwrite(folder.database(), 60, std::string{"\0\0\x03\xe7", 4});
  const auto newer = bytes_of(folder.database());
  CHECK_THAT(folder.refusal(), Contains("newer frontdesk") && Contains("999"));
  CHECK(bytes_of(folder.database()) == newer);
  std::ofstream{folder.database(), std::ios::binary} << good;
  folder.opens_again();
}

TEST_CASE("a data folder that cannot be one is named", "[fault]") {
  temporary_folder folder;
  std::ofstream{folder.path() / "file"} << "x";
  program_under_test program{folder.path() / "file" / "data"};
  CHECK(program.wait() == 3);
  CHECK_THAT(program.said(), Contains((folder.path() / "file" / "data").string()));
}

TEST_CASE("one conversation that does not open keeps nobody else out", "[fault]") {
  const kept_folder folder;
  const visitor_record other = one_who_wrote(folder.data.path());
  const auto* harm = GENERATE(
      "UPDATE log SET sealed = zeroblob(5) WHERE row = 1",
      "UPDATE keys SET sealed = (SELECT sealed FROM keys WHERE conversation = 2) "
      "WHERE conversation = 1"
  );
  frontdesk::store::database{folder.database(), {}}.run(harm);

  program_under_test program{folder.data.path()};
  REQUIRE(program.port() != 0);
  CHECK_THAT(program.said(), Contains("event=conversation_unreadable"));
  CHECK(check_history(program.port(), other) == other.acked);
  client page{program.port()};
  REQUIRE(page.upgrade("/v1/chat", "frontdesk.v1") == 101);
  const auto refused = page.hello(folder.record.token);
  CHECK(text(refused.at("code")) == "unauthorized");
  CHECK_FALSE(refused.as_object().contains("retry_after_ms"));
  CHECK(text(page.hello().at("type")) == "welcome");
}
