// SPDX-License-Identifier: Apache-2.0
// What a visitor's page hears when it says hello: again and again, or to a conversation that cannot
// be opened.
#include "unit/app/chat_visitor.hpp"

#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <sstream>

using namespace frontdesk;
using namespace frontdesk::app;

namespace {

// What is logged while it lives.
class heard_log {
 public:
  heard_log() : before_(spdlog::default_logger()) {
    auto sink = std::make_shared<spdlog::sinks::ostream_sink_st>(all_, true);
    spdlog::set_default_logger(std::make_shared<spdlog::logger>("heard", std::move(sink)));
  }
  ~heard_log() { spdlog::set_default_logger(before_); }
  heard_log(const heard_log&) = delete;
  heard_log& operator=(const heard_log&) = delete;
  std::vector<std::string> lines_with(const std::string& words) const {
    std::istringstream in{all_.str()};
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) {
      if (line.find(words) != std::string::npos) found.push_back(line);
    }
    return found;
  }

 private:
  std::shared_ptr<spdlog::logger> before_;
  std::ostringstream all_;
};

struct kept_conversation {
  conversation_id id;
  boost::json::value token;
};

// A visitor who wrote once, and left.
kept_conversation one_who_wrote(const std::shared_ptr<store::memory>& where) {
  chat_desk d{where};
  chat_visitor v{d};
  kept_conversation made;
  const auto welcome = v.hello();
  made.token = welcome.at("token");
  made.id = conversation_id::parse(text(welcome.at("conversation"))).value();
  v.says("m1", "my secret");
  return made;
}

}  // namespace

TEST_CASE("who comes back to what cannot be opened gets a new conversation", "[visitor]") {
  const auto kept = std::make_shared<store::memory>();
  const auto lost = one_who_wrote(kept), other = one_who_wrote(kept);
  auto& record = kept->conversations.at(lost.id);
  const std::string harm = GENERATE("a message", "the state");
  (harm == "a message" ? record.messages.at(1).sealed_part : record.state) = "my secret";
  const auto before = record.messages.size();

  chat_desk d{kept};
  REQUIRE(d.run(d.desk.start()));
  chat_visitor v{d};
  const auto refused = v.hello(lost.token);
  CHECK(text(refused.at("type")) == "error");
  CHECK(text(refused.at("code")) == "unauthorized");
  CHECK(text(refused.at("detail")) == "This conversation cannot be opened. Begin a new one.");
  CHECK_FALSE(refused.as_object().contains("retry_after_ms"));
  CHECK(d.desk.in_memory() == 0);

  CHECK(text(v.hello().at("type")) == "welcome");  // on the same socket
  v.says("m1", "hello");
  CHECK(of_type(v.page.got, "ack").size() == 1);
  CHECK(kept->conversations.at(lost.id).messages.size() == before);

  chat_visitor w{d};
  CHECK(w.hello(other.token).at("messages").as_array().size() == 2);
}

TEST_CASE("what cannot be opened is in the log once, with the reason, without words", "[visitor]") {
  const auto kept = std::make_shared<store::memory>();
  const auto lost = one_who_wrote(kept);
  kept->conversations.at(lost.id).messages.at(1).sealed_part = "my secret";
  chat_desk d{kept};
  const heard_log log;
  for (int i = 0; i < 3; ++i) {
    chat_visitor v{d};
    v.hello(lost.token);
  }
  const auto lines = log.lines_with(lost.id.text());
  REQUIRE(lines.size() == 1);
  CHECK_THAT(lines[0], Catch::Contains("event=conversation_unreadable"));
  CHECK_THAT(lines[0], Catch::Contains("reason=message_2_not_understood"));
  CHECK(log.lines_with("secret").empty());
}

TEST_CASE("a store that fails is a passing trouble: the page is asked to come again", "[visitor]") {
  const auto kept = std::make_shared<store::memory>();
  const auto one = one_who_wrote(kept);
  chat_desk d{kept};
  chat_visitor v{d};
  d.stored.fail_after(GENERATE(0, 1));  // the token, the conversation
  const auto refused = v.hello(one.token);
  CHECK(text(refused.at("code")) == "busy");
  CHECK(refused.at("retry_after_ms").to_number<int>() > 0);
  d.stored.fail_after(-1);
  CHECK(v.hello(one.token).at("messages").as_array().size() == 2);
}

TEST_CASE("a page that begins anew over and over is held to its address's rate", "[visitor]") {
  chat_desk d;
  d.bounds.address_connects_burst = 5;
  d.bounds.address_connects_per_s = 1;
  chat_visitor v{d};
  for (int i = 0; i < 5; ++i) {
    REQUIRE(text(v.hello().at("type")) == "welcome");
    if (i % 2 == 0) v.says("m1", "hello");  // what nobody wrote in is forgotten as well
    REQUIRE(text(v.forget().at("type")) == "forgotten");
  }
  const auto refused = v.hello();
  CHECK(text(refused.at("type")) == "error");
  CHECK(text(refused.at("code")) == "rate_limited");
  CHECK(refused.at("retry_after_ms").to_number<int>() == 1001);
  CHECK(text(v.hello("a token of nobody").at("code")) == "rate_limited");  // no look at the disk
  CHECK(d.site.metrics.refused_address == 2);
  CHECK_FALSE(d.site.addresses.enter("203.0.113.7", d.time.now()));  // nor by connecting again

  chat_visitor other{d, "203.0.113.8"};
  CHECK(text(other.hello().at("type")) == "welcome");
  d.time.advance(std::chrono::seconds{1});
  CHECK(text(v.hello().at("type")) == "welcome");
}

TEST_CASE("a page whose token is void may begin anew at once", "[visitor]") {
  chat_desk d;
  chat_visitor v{d};
  CHECK(text(v.hello("a token of nobody").at("code")) == "unauthorized");
  CHECK(text(v.hello().at("type")) == "welcome");
}
