// SPDX-License-Identifier: Apache-2.0
// One open page of a visitor: hello, then commands into the hub's mailbox, answers back.
#include "app/socket_routes.hpp"
#include "base/overloaded.hpp"
#include "base/vault.hpp"
#include "intent/hours.hpp"
#include "net/token_bucket.hpp"
#include "wire/settings.hpp"
#include "wire/visitor.hpp"

#include <spdlog/spdlog.h>

namespace frontdesk::app {
namespace {

// Frames that came while the conversation was being read from disk.
constexpr std::size_t early_frames_max = 32;

std::string_view sentence_for(error_code why) {
  if (why == errc::busy) return "The desk is busy. Please try again.";
  if (why == errc::storage) return "Your message could not be kept. Please try again.";
  if (why == errc::gone || why == errc::not_found || why == errc::unauthorized) {
    return "This conversation is not here any more. Begin a new one.";
  }
  if (why == errc::conflict) return "That is not possible right now.";
  return "That is not possible in this conversation.";
}

constexpr std::string_view very_fast = "That is very fast. Please wait a moment.";
constexpr std::string_view cannot_be_opened =
    "This conversation cannot be opened. Begin a new one.";

// What a page with a passing trouble should wait before it tries again.
constexpr std::chrono::milliseconds try_again_after{2000};

class visitor_session final : public net::socket_handler {
 public:
  visitor_session(hub& desk, net::site& site, std::string address)
      : page_(std::make_shared<page>(desk, site, std::move(address))) {}
  void opened(net::web_socket& socket) override { page_->socket = &socket; }
  void received(std::string_view message, bool text) override {
    page_->received(page_, message, text);
  }
  void oversized() override {
    page_->refuse({errc::too_long, "The message is longer than the limit.", {}});
  }
  void closed() override {
    page_->leave();
    page_->socket = nullptr;
  }

 private:
  // Shared with what is under way in the hub, which may end after the socket is closed.
  struct page {
    enum class phase { expects_hello, reading, open };

    page(hub& d, net::site& s, std::string from)
        : desk(d),
          site(s),
          address(std::move(from)),
          rate(
              d.bounds().visitor_messages_burst, d.bounds().visitor_messages_per_s, d.time().now()
          ) {}

    void received(const std::shared_ptr<page>& self, std::string_view message, bool text);
    void act(const std::shared_ptr<page>& self, wire::visitor_frame frame);
    void hello(const std::shared_ptr<page>& self, wire::visitor_hello h);
    static asio::awaitable<void> resume(std::shared_ptr<page> self, wire::visitor_hello h);
    void says(const std::shared_ptr<page>& self, chat::visitor_says what);
    void does(const std::shared_ptr<page>& self, chat::command what);
    void forgets(const std::shared_ptr<page>& self);
    static asio::awaitable<void> erase(std::shared_ptr<page> self);

    void welcome(std::uint64_t after);
    void begin_if_new();
    void leave();
    void start_over();
    void answer(const outcome& o, const std::string& message_id);
    void bad(const wire::fault& why);
    void too_fast(const std::string& message_id);
    void refuse(const wire::fault& why, std::optional<std::chrono::milliseconds> retry = {});
    void send(std::string text) {
      if (socket != nullptr) socket->send(std::move(text));
    }

    hub& desk;
    net::site& site;
    std::string address;   // as the address guard counts it
    bool greeted = false;  // the first hello came: connecting has paid for that one
    net::web_socket* socket = nullptr;
    phase now = phase::expects_hello;
    conversation_id id;
    std::string token;
    bool known = false;  // the conversation is in the hub, and this page attached
    chat::state first;   // of a new conversation, until its first message
    net::token_bucket rate;
    int bad_in_a_row = 0;
    std::vector<wire::visitor_frame> early;
  };
  std::shared_ptr<page> page_;
};

void visitor_session::page::received(
    const std::shared_ptr<page>& self, std::string_view message, bool text
) {
  if (!text) return bad({errc::bad_request, "Only text frames are understood.", {}});
  auto read = wire::decode_visitor(message, desk.bounds());
  if (const auto* why = std::get_if<wire::fault>(&read)) return bad(*why);
  auto& frame = std::get<wire::visitor_frame>(read);
  if (now != phase::reading) return act(self, std::move(frame));
  if (early.size() < early_frames_max) return early.push_back(std::move(frame));
  const auto* says = std::get_if<chat::visitor_says>(&frame);
  const auto message_id = says != nullptr ? says->id : std::string{};
  refuse({errc::busy, std::string{sentence_for(errc::busy)}, message_id}, try_again_after);
}

void visitor_session::page::act(const std::shared_ptr<page>& self, wire::visitor_frame frame) {
  if (auto* h = std::get_if<wire::visitor_hello>(&frame)) return hello(self, std::move(*h));
  if (now != phase::open) return bad({errc::bad_request, "Say hello first.", {}});
  bad_in_a_row = 0;
  std::visit(
      overloaded{
          [&](chat::visitor_says& what) { says(self, std::move(what)); },
          [&](wire::visitor_typing& what) {
            if (known) desk.visitor_types(id, what.on);
          },
          [&](wire::visitor_forgets&) { forgets(self); },
          [](wire::visitor_hello&) {},
          [&](auto& what) { does(self, std::move(what)); },
      },
      frame
  );
}

void visitor_session::page::hello(const std::shared_ptr<page>& self, wire::visitor_hello h) {
  if (now == phase::open) return bad({errc::bad_request, "You have said hello already.", {}});
  bad_in_a_row = 0;
  if (greeted) {  // after a token that is void, or a conversation that was erased
    if (const auto wait = site.addresses.wait_to_begin_anew(address, site.time.now())) {
      ++site.metrics.refused_address;
      return refuse({errc::rate_limited, std::string{very_fast}, {}}, wait);
    }
  }
  greeted = true;
  if (socket != nullptr) socket->greeted();
  first = {};
  first.language = wire::language_of(h.locale);
  first.page = h.page;
  first.notice_accepted = h.notice;
  first.started_at = first.last_at = desk.time().now();
  if (h.token) {
    now = phase::reading;
    return desk.tasks().spawn(resume(self, std::move(h)), "visitor_hello");
  }
  id = conversation_id::random();
  token = random_token();
  known = false;
  now = phase::open;
  welcome(0);
}

asio::awaitable<void> visitor_session::page::resume(
    std::shared_ptr<page> self, wire::visitor_hello h
) {
  auto hash = token_hash(*h.token);
  auto found = co_await self->desk.find(std::move(hash));
  if (self->socket == nullptr) {
    if (found) self->desk.forget_if_idle(*found);
    co_return;
  }
  self->now = phase::expects_hello;
  if (!found) {
    self->early.clear();
    if (found.error() == errc::damaged) {
      // Final: to come again would not open it. Nothing of it is touched: a backup may have it.
      const wire::fault why{errc::unauthorized, std::string{cannot_be_opened}, {}};
      co_return self->refuse(why);
    }
    const bool ours = class_of(static_cast<errc>(found.error().value())) != error_class::client;
    const errc code = ours ? errc::busy : errc::unauthorized;
    wire::fault why{code, std::string{sentence_for(make_error_code(code))}, {}};
    co_return self->refuse(why, ours ? std::optional{try_again_after} : std::nullopt);
  }
  self->id = *found;
  self->token = *h.token;
  self->known = true;
  self->now = phase::open;
  self->desk.attach(self->id, *self->socket);
  self->welcome(h.after);
  for (auto& frame : std::exchange(self->early, {})) self->act(self, std::move(frame));
}

void visitor_session::page::welcome(std::uint64_t after) {
  const auto rules = desk.rules();
  const auto* c = known ? desk.find_loaded(id) : nullptr;
  const auto& state = c != nullptr ? c->state() : first;
  wire::clinic_now clinic;
  clinic.staff_online = desk.staff_online();
  const auto& settings = rules->source().settings;
  clinic.open = intent::is_open(settings, desk.time().now()).value_or(clinic.staff_online);
  clinic.opens_at = intent::next_opening(settings, desk.time().now());
  const auto text =
      wire::encode_settings(*rules, state.language, clinic, desk.bounds().text_code_points_max);
  wire::welcome_frame f;
  f.conversation = id;
  f.token = token;
  f.standing = wire::standing_of(state, desk.position(id));
  f.settings = text;
  if (c != nullptr) {
    const auto& log = c->log;  // gapless from 1: what came after `after` is its tail
    const auto skip = static_cast<std::size_t>(std::min<std::uint64_t>(after, log.size()));
    f.messages = std::span{log}.subspan(skip);
  }
  send(wire::encode(f));
}

void visitor_session::page::begin_if_new() {
  if (known || socket == nullptr) return;
  desk.begin(id, token_hash(token), first);
  desk.attach(id, *socket);
  known = true;
}

void visitor_session::page::says(const std::shared_ptr<page>& self, chat::visitor_says what) {
  if (!rate.take(desk.time().now())) return too_fast(what.id);
  begin_if_new();
  const auto message_id = what.id;
  desk.submit(id, std::move(what), socket, [self, message_id](const outcome& o) {
    self->answer(o, message_id);
  });
}

void visitor_session::page::does(const std::shared_ptr<page>& self, chat::command what) {
  if (!known) return;  // there is nothing yet that could be read, rated or ended
  // Read marks cost no turn of the disk, and come with each message that is shown.
  if (!std::holds_alternative<chat::visitor_read>(what) && !rate.take(desk.time().now())) {
    return too_fast({});
  }
  desk.submit(id, std::move(what), socket, [self](const outcome& o) {
    if (o.failure) self->answer(o, {});
  });
}

void visitor_session::page::answer(const outcome& o, const std::string& message_id) {
  if (socket == nullptr) return;
  if (!o.failure) return send(wire::encode_ack(message_id, o.seq, o.at));
  const auto code = static_cast<errc>(o.failure.value());
  const auto sentence = o.sentence.empty() ? std::string{sentence_for(o.failure)} : o.sentence;
  if (code == errc::gone || code == errc::not_found) {
    start_over();
    return refuse({errc::unauthorized, sentence, message_id});
  }
  const bool later = class_of(code) != error_class::client;
  refuse(
      {later ? errc::busy : code, sentence, message_id},
      later ? std::optional{try_again_after} : std::nullopt
  );
}

void visitor_session::page::forgets(const std::shared_ptr<page>& self) {
  if (known) return desk.tasks().spawn(erase(self), "visitor_forgets");
  send(wire::encode_forgotten());
  start_over();
}

asio::awaitable<void> visitor_session::page::erase(std::shared_ptr<page> self) {
  auto erased = co_await self->desk.erase(self->id, std::nullopt);
  if (erased) co_return self->start_over();  // the hub has told every page
  self->refuse(
      {errc::busy, "It could not be erased just now. Please try again.", {}}, try_again_after
  );
}

void visitor_session::page::leave() {
  if (known && socket != nullptr) desk.detach(id, *socket);
  known = false;
}

void visitor_session::page::start_over() {
  leave();
  now = phase::expects_hello;
  token.clear();
}

void visitor_session::page::bad(const wire::fault& why) {
  refuse(why);
  if (++bad_in_a_row < desk.bounds().bad_frames_in_a_row_max || socket == nullptr) return;
  socket->close(net::close_code::policy, "too many frames that do not fit the contract");
}

void visitor_session::page::too_fast(const std::string& message_id) {
  refuse({errc::rate_limited, std::string{very_fast}, message_id}, rate.retry_after());
}

void visitor_session::page::refuse(
    const wire::fault& why, std::optional<std::chrono::milliseconds> retry
) {
  send(wire::encode_error(why, retry));
}

// The address is a coroutine because the console's is: a visitor needs no look at the store.
asio::awaitable<net::upgrade> open_for_visitor(hub& desk, net::site& site, std::string address) {
  std::unique_ptr<net::socket_handler> handler =
      std::make_unique<visitor_session>(desk, site, std::move(address));
  net::upgrade yes{std::move(handler)};
  co_return yes;
}

}  // namespace

net::socket_route visitor_route(hub& desk, net::site& site) {
  net::socket_route route;
  route.path = "/v1/chat";
  route.protocol = wire::visitor_protocol;
  route.any_listed_origin = true;
  route.open = [&desk, &site](net::http_request request) {
    return open_for_visitor(desk, site, net::household(request.peer));
  };
  return route;
}

}  // namespace frontdesk::app
