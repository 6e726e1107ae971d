// SPDX-License-Identifier: Apache-2.0
// A disk that is really full: a small tmpfs that is mounted for the test.
#include "fault/faults.hpp"
#include "server/small_rules.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <catch2/catch.hpp>
#include <fcntl.h>
#include <sys/mount.h>
#include <unistd.h>

#include <csignal>
#include <fstream>
#include <memory>
#include <sstream>

using namespace test;

namespace {

class small_disk {
 public:
  small_disk() {
    mounted_ = ::mount("tmpfs", path().c_str(), "tmpfs", 0, "size=6m") == 0;
    if (mounted_) return;
    WARN("SKIPPED: no tmpfs can be mounted here (it takes root and the right to mount)");
  }
  ~small_disk() {
    if (mounted_) ::umount2(path().c_str(), MNT_DETACH);
  }
  small_disk(const small_disk&) = delete;
  small_disk& operator=(const small_disk&) = delete;
  bool mounted() const { return mounted_; }
  const std::filesystem::path& path() const { return folder_.path(); }

  void fill() const {
    const int fd = ::open(filler().c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    REQUIRE(fd >= 0);
    const std::string page(4096, 'x');
    while (::write(fd, page.data(), page.size()) > 0) {
    }
    ::close(fd);
  }
  void free() const { std::filesystem::remove(filler()); }

 private:
  std::filesystem::path filler() const { return path() / "filler"; }
  temporary_folder folder_;
  bool mounted_ = false;
};

// Says things until one is refused; what was acknowledged is kept. The refusal.
json::value speak_until_refused(client& page, visitor_record& record) {
  for (int i = 0; i < 500; ++i) {
    const auto id = "full" + std::to_string(i);
    page.say(id, "what is ketamine");
    for (;;) {
      auto frame = page.receive();
      const auto type = text(frame.at("type"));
      if (type == "error") return frame;
      if (type == "ack") {
        record.acked.insert(id);
        break;
      }
    }
  }
  FAIL("the full disk took 500 turns");
  return nullptr;
}

}  // namespace

TEST_CASE(
    "a full disk refuses turns with a sentence, keeps all, and goes on with space", "[fault]"
) {
  const small_disk disk;
  if (!disk.mounted()) return;
  const auto data = disk.path() / "data";
  auto program =
      std::make_unique<program_under_test>(data, std::vector<std::string>{"--bench-limits"});
  REQUIRE(program->port() != 0);
  client page{program->port()};
  visitor_record record;
  record.token = page.greet().at("token");
  page.say("before", "hello");
  page.receive("ack");
  record.acked.insert("before");

  disk.fill();
  const auto refused = speak_until_refused(page, record);
  CHECK(text(refused.at("code")) == "busy");
  CHECK(text(refused.at("detail")).find("could not be kept") != std::string::npos);
  CHECK(refused.at("retry_after_ms").to_number<int>() > 0);
  CHECK(check_history(program->port(), record) == record.acked);  // reading goes on
  CHECK(ask(program->port(), "GET", "/healthz").status == 200);
  CHECK(counter_of(program->port(), "store_errors_total") >= 1);

  disk.free();
  const auto again = text(refused.at("id"));
  page.say(again, "what is ketamine");
  CHECK(text(page.receive("ack").at("id")) == again);
  record.acked.insert(again);
  program->signal(SIGTERM);
  CHECK(program->wait() == 0);
  program = std::make_unique<program_under_test>(data);
  REQUIRE(program->port() != 0);
  CHECK(check_history(program->port(), record) == record.acked);
}

TEST_CASE("on a full disk it does not start, and says why", "[fault]") {
  const small_disk disk;
  if (!disk.mounted()) return;
  const auto data = disk.path() / "data";
  const visitor_record record = one_who_wrote(data);
  disk.fill();
  {
    program_under_test program{data};
    CHECK(program.wait() == 3);
    CHECK_THAT(program.said(), Catch::Contains("full. Free some space"));
  }
  {
    program_under_test program{disk.path() / "other"};
    CHECK(program.wait() == 3);
    CHECK_THAT(program.said(), Catch::Contains("full. Free some space"));
  }
  disk.free();
  program_under_test program{data};
  REQUIRE(program.port() != 0);
  CHECK(check_history(program.port(), record) == record.acked);
}

TEST_CASE(
    "rules saved by hand while the disk is full are taken up when there is space", "[fault]"
) {
  const small_disk disk;
  if (!disk.mounted()) return;
  temporary_folder rules;
  write_small_rules(rules.path());
  program_under_test program{
      disk.path() / "data", {"--bench-limits", "--rules", rules.path().string()}};
  REQUIRE(program.port() != 0);
  client page{program.port()};
  visitor_record record;
  record.token = page.greet().at("token");
  disk.fill();
  speak_until_refused(page, record);  // what was set aside for the log is used up too

  std::ostringstream saved;
  saved << std::ifstream{rules.path() / "facts.json"}.rdbuf();
  auto facts = json::parse(saved.str());
  facts.at("facts").as_object()["parking"] = "Behind the house.";
  std::ofstream{rules.path() / "facts.json"} << json::serialize(facts);
  REQUIRE(program.hear("could not be stored"));
  disk.free();
  CHECK(program.hear("rules taken up from the folder as revision 2"));
}
