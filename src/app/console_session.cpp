// SPDX-License-Identifier: Apache-2.0
// One open console of a member of staff: the inbox with its changes, one conversation that is
// watched, commands.
#include "app/socket_routes.hpp"
#include "base/overloaded.hpp"
#include "wire/console.hpp"

#include <spdlog/spdlog.h>

#include <array>

namespace frontdesk::app {
namespace {

// The console's own close code: the login has ended (4000 to 4999 are private use, RFC
// 6455, 7.4.2).
constexpr auto signed_out = static_cast<net::close_code>(4401);

std::string sentence_for(const outcome& o) {
  if (!o.sentence.empty()) return o.sentence;
  if (o.failure == errc::conflict) {
    return o.holder ? o.holder->name + " has this conversation." : "Somebody else was first.";
  }
  if (o.failure == errc::gone) return "This conversation was erased.";
  if (o.failure == errc::not_found) return "There is no such conversation.";
  if (o.failure == errc::bad_request) return "That is not possible as the conversation stands now.";
  if (o.failure == errc::busy) return "The desk is busy. Please try again.";
  return "It could not be kept on disk. Please try again; if it stays so, tell whoever runs the "
         "server.";
}

void set_who(chat::command& what, const chat::person& who) {
  std::visit(
      [&](auto& c) {
        if constexpr (requires { c.who; }) c.who = who;
      },
      what
  );
}

class desk_of_staff final : public console, public std::enable_shared_from_this<desk_of_staff> {
 public:
  desk_of_staff(hub& h, login_check& logins, std::string token, staff_member who)
      : hub_(h), logins_(logins), token_(std::move(token)), member_(std::move(who)) {}

  void opened(net::web_socket& socket) { socket_ = &socket; }
  void received(std::string_view message, bool text);
  void refuse(const wire::fault& why, const std::optional<chat::person>& holder = {}) {
    send_text(wire::encode_console_error(why, holder));
  }
  void closed();
  void send(net::shared_text what) override {
    if (socket_ != nullptr) socket_->send(std::move(what));
  }
  void minute_passed() override {
    hub_.tasks().spawn(look_at_login(shared_from_this()), "login_check");
  }

 private:
  chat::person me() const { return {member_.id, member_.name}; }
  void send_text(std::string text) { send(std::make_shared<const std::string>(std::move(text))); }
  void act(wire::console_frame frame);
  void hello(std::uint64_t cursor);
  void send_snapshot();
  bool send_changes_since(std::uint64_t cursor);
  void opens(const wire::console_opens& what);
  void leaves();
  void does(wire::console_does what);
  void answer(const outcome& o, const std::string& id);
  void bad(const wire::fault& why);
  static asio::awaitable<void> open(
      std::shared_ptr<desk_of_staff> self, conversation_id id, std::uint64_t after
  );
  static asio::awaitable<void> look_at_login(std::shared_ptr<desk_of_staff> self);
  static asio::awaitable<void> note_opened(
      std::shared_ptr<desk_of_staff> self, conversation_id about
  );

  hub& hub_;
  login_check& logins_;
  std::string token_;
  staff_member member_;
  net::web_socket* socket_ = nullptr;
  bool greeted_ = false;
  bool acted_ = false;  // since the login was looked at last
  std::optional<conversation_id> watching_;
  int bad_in_a_row_ = 0;
};

void desk_of_staff::received(std::string_view message, bool text) {
  acted_ = true;
  if (!text) return bad({errc::bad_request, "Only text frames are understood.", {}});
  auto read = wire::decode_console(message, hub_.bounds());
  if (const auto* why = std::get_if<wire::fault>(&read)) return bad(*why);
  act(std::move(std::get<wire::console_frame>(read)));
}

void desk_of_staff::act(wire::console_frame frame) {
  if (auto* h = std::get_if<wire::console_hello>(&frame)) return hello(h->cursor);
  if (!greeted_) return bad({errc::bad_request, "Say hello first.", {}});
  bad_in_a_row_ = 0;
  std::visit(
      overloaded{
          [](wire::console_hello&) {},
          [&](wire::console_opens& what) { opens(what); },
          [&](wire::console_leaves&) { leaves(); },
          [&](wire::console_typing& what) {
            hub_.staff_types(what.conversation, me(), what.on, *this);
          },
          [&](wire::console_available& what) { hub_.set_available(me(), what.on); },
          [&](wire::console_does& what) { does(std::move(what)); },
      },
      frame
  );
}

void desk_of_staff::hello(std::uint64_t cursor) {
  if (greeted_) return bad({errc::bad_request, "You have said hello already.", {}});
  bad_in_a_row_ = 0;
  greeted_ = true;
  if (socket_ != nullptr) socket_->greeted();
  hub_.console_came(*this, me());
  if (cursor == 0 || !send_changes_since(cursor)) send_snapshot();
}

void desk_of_staff::send_snapshot() {
  const auto lines = hub_.lines().snapshot();
  const auto staff = hub_.presence().list();
  wire::inbox_frame f;
  f.cursor = hub_.lines().cursor();
  f.me = {me(), hub_.presence().available(member_.id)};
  f.admin = member_.admin;
  f.staff = staff;
  f.conversations = lines;
  const auto rules = hub_.rules();
  f.time_zone = rules->source().settings.time_zone;
  send_text(wire::encode(f));
}

bool desk_of_staff::send_changes_since(std::uint64_t cursor) {
  const auto changed = hub_.lines().changed_since(cursor);
  if (!changed) return false;
  for (const auto& id : *changed) {
    const auto* line = hub_.lines().find(id);
    if (line == nullptr) {
      send_text(wire::encode_gone(hub_.lines().cursor(), id));
      continue;
    }
    wire::summary s;
    s.id = id;
    s.kept = line->kept.get();
    s.position = line->position;
    s.online = line->online;
    send_text(wire::encode_summary(hub_.lines().cursor(), s));
  }
  send_text(wire::encode_staff(hub_.presence().list()));
  return true;
}

void desk_of_staff::opens(const wire::console_opens& what) {
  if (watching_ != what.conversation) leaves();
  watching_ = what.conversation;
  hub_.tasks().spawn(open(shared_from_this(), what.conversation, what.after), "console_open");
}

asio::awaitable<void> desk_of_staff::open(
    std::shared_ptr<desk_of_staff> self, conversation_id id, std::uint64_t after
) {
  std::shared_ptr<console> as_console = self;
  auto watched = co_await self->hub_.watch(id, after, std::move(as_console));
  if (!watched) {
    outcome o;
    o.failure = watched.error();
    co_return self->answer(o, {});
  }
  // It may have been left, or the socket closed, while it was read.
  if (self->watching_ != id || self->socket_ == nullptr) co_return self->hub_.unwatch(id, *self);
  co_await note_opened(self, id);
}

void desk_of_staff::leaves() {
  if (watching_) hub_.unwatch(*watching_, *this);
  watching_.reset();
}

void desk_of_staff::does(wire::console_does what) {
  set_who(what.what, me());
  const auto about = what.conversation;
  const auto id = what.id;
  auto self = shared_from_this();
  const bool makes_message = std::holds_alternative<chat::staff_says>(what.what);
  auto done = [self, id](const outcome& o) { self->answer(o, id); };
  hub_.submit(about, std::move(what.what), nullptr, std::move(done), makes_message ? "" : id);
}

void desk_of_staff::answer(const outcome& o, const std::string& id) {
  if (o.failure) {
    const auto code = static_cast<errc>(o.failure.value());
    const bool ours = class_of(code) == error_class::ours;
    return refuse(
        {ours                 ? errc::busy
         : code == errc::gone ? errc::not_found
                              : code,
         sentence_for(o),
         id},
        o.holder
    );
  }
  if (id.empty()) return;  // a read mark
  send_text(wire::encode_console_ack(id, o.seq == 0 ? std::nullopt : std::optional{o.seq}));
}

asio::awaitable<void> desk_of_staff::note_opened(
    std::shared_ptr<desk_of_staff> self, conversation_id about
) {
  store::audit_record entry;
  entry.at = self->hub_.time().now();
  entry.who = self->member_.id;
  entry.what = "conversation.opened";
  entry.about = about.text();
  auto written = co_await self->hub_.storage().audit(std::move(entry));
  if (!written) spdlog::error("event=audit_not_written code={}", written.error().value());
}

asio::awaitable<void> desk_of_staff::look_at_login(std::shared_ptr<desk_of_staff> self) {
  const bool active = std::exchange(self->acted_, false);
  auto token = self->token_;
  auto member = co_await self->logins_.check(std::move(token), active);
  if (self->socket_ == nullptr) co_return;
  if (!member && member.error() == errc::unauthorized) {
    co_return self->socket_->close(signed_out, "signed out");
  }
}

void desk_of_staff::bad(const wire::fault& why) {
  refuse(why);
  if (++bad_in_a_row_ < hub_.bounds().bad_frames_in_a_row_max || socket_ == nullptr) return;
  socket_->close(net::close_code::policy, "too many frames that do not fit the contract");
}

void desk_of_staff::closed() {
  leaves();
  if (greeted_) hub_.console_left(*this, me());
  socket_ = nullptr;
}

// What net owns; the desk itself lives on while something of it is under way.
class console_session final : public net::socket_handler {
 public:
  explicit console_session(std::shared_ptr<desk_of_staff> desk) : desk_(std::move(desk)) {}
  void opened(net::web_socket& socket) override { desk_->opened(socket); }
  void received(std::string_view message, bool text) override { desk_->received(message, text); }
  void oversized() override {
    desk_->refuse({errc::too_long, "The message is longer than the limit.", {}});
  }
  void closed() override { desk_->closed(); }

 private:
  std::shared_ptr<desk_of_staff> desk_;
};

asio::awaitable<net::upgrade> open_for_staff(
    hub& desk, login_check& logins, net::http_request request
) {
  const std::string token{request.cookie(login_cookie).value_or("")};
  auto asked = token;
  auto member = co_await logins.check(std::move(asked), true);
  if (!member) {
    const bool unauthorized = member.error() == errc::unauthorized;
    auto refusal =
        unauthorized ? net::problem(401, "Sign in first.") : net::problem(503, "Please try again.");
    net::upgrade no{std::move(refusal)};
    co_return no;
  }
  auto staff = std::make_shared<desk_of_staff>(desk, logins, token, *member);
  std::unique_ptr<net::socket_handler> handler =
      std::make_unique<console_session>(std::move(staff));
  net::upgrade yes{std::move(handler)};
  co_return yes;
}

}  // namespace

net::socket_route console_route(hub& desk, login_check& logins) {
  net::socket_route route;
  route.path = "/v1/console";
  route.protocol = wire::console_protocol;
  route.any_listed_origin = false;
  route.open = [&desk, &logins](net::http_request request) {
    return open_for_staff(desk, logins, std::move(request));
  };
  return route;
}

}  // namespace frontdesk::app
