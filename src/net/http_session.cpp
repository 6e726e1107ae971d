// SPDX-License-Identifier: Apache-2.0
#include "net/http_session.hpp"

#include "net/pending_upgrade.hpp"
#include "net/ws_session.hpp"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/read.hpp>
#include <boost/beast/http/rfc7230.hpp>
#include <boost/beast/http/string_body.hpp>
#include <boost/beast/websocket/rfc6455.hpp>

#include <spdlog/spdlog.h>

namespace frontdesk::net {
namespace {

namespace http = boost::beast::http;
constexpr std::chrono::seconds answer_patience{2};  // for a last word to a peer that is too slow
constexpr auto nothrow = asio::as_tuple(asio::use_awaitable);
using head_parser = http::request_parser<http::empty_body>;
using body_parser = http::request_parser<http::string_body>;

std::string_view view(boost::beast::string_view s) { return {s.data(), s.size()}; }

// The methods and headers that routes may look at; what is not listed is dropped early.
http_request plain(const http::request_header<>& from, std::string peer) {
  http_request out;
  out.method = view(from.method_string());
  if (out.method == "HEAD") out.method = "GET";
  out.peer = std::move(peer);
  for (const auto& field : from) {
    std::string name{view(field.name_string())};
    for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    if (name == "cookie") {
      read_cookies(view(field.value()), out.cookies);
    } else {
      out.headers.emplace_back(std::move(name), view(field.value()));
    }
  }
  return out;
}

http_response response_to(error_code ec) {
  if (ec == http::error::body_limit) return problem(413, "The body is larger than the limit.");
  if (ec == http::error::header_limit)
    return problem(431, "The headers are larger than the limit.");
  return problem(400, "This is not an HTTP request that can be understood.");
}

class http_session final : public connection,
                           public timing_wheel::entry,
                           public std::enable_shared_from_this<http_session> {
 public:
  http_session(site& s, tcp_socket socket, std::string peer, std::string address)
      : site_(s),
        socket_(std::move(socket)),
        peer_(std::move(peer)),
        admission_(std::make_unique<admission>(s, *this, std::move(address))) {}

  asio::awaitable<void> run(std::shared_ptr<http_session> self);
  void drain() override {
    if (!busy_) abandon();
  }
  void abandon() override {
    error_code ignored;
    socket_.close(ignored);
  }
  void on_due() override;

 private:
  asio::awaitable<bool> serve_one();
  asio::awaitable<std::unique_ptr<head_parser>> read_head();
  asio::awaitable<bool> serve(http_request request, std::unique_ptr<head_parser> head);
  asio::awaitable<void> refuse(http_response response);
  asio::awaitable<void> refuse_overdue();
  asio::awaitable<http_response> answer(http_request request);
  asio::awaitable<http_response> call(const http_handler& handler, http_request request);
  asio::awaitable<bool> respond(http_response response, bool head_only, bool keep_alive);
  asio::awaitable<void> try_upgrade(http_request request, std::unique_ptr<head_parser> head);
  std::optional<http_response> refusal_of(const socket_route& route, const http_request& request);
  std::optional<http_response> refusal_of_address(const http_request& request);
  void hand_over(const socket_route& route, upgrade opened, std::unique_ptr<head_parser> head);
  std::uint64_t body_limit(const http_request& request) const;

  site& site_;
  tcp_socket socket_;
  std::string peer_;
  std::unique_ptr<admission> admission_;
  boost::beast::flat_buffer buffer_{64 * 1024};
  bool busy_ = false;     // between the head of a request and the end of its answer
  bool reading_ = false;  // a read of a request is under way
  bool overdue_ = false;  // the request did not come in time, and is answered so
  bool secure_ = false;   // of the request that is being answered
};

asio::awaitable<void> http_session::run([[maybe_unused]] std::shared_ptr<http_session> self) {
  for (;;) {
    const bool again = co_await serve_one();
    if (!again) break;
  }
  timing_wheel::disarm(*this);
}

// The read that is under way ends, so that whoever waits for it can still answer.
void http_session::on_due() {
  if (reading_ && !overdue_) {
    overdue_ = true;
    site_.wheel.arm(*this, answer_patience);
    error_code ignored;
    socket_.cancel(ignored);
    return;
  }
  if (!overdue_) ++site_.metrics.deadlines_missed;
  abandon();
}

// False: the connection is done with, or has become a WebSocket.
asio::awaitable<bool> http_session::serve_one() {
  busy_ = false;
  if (site_.draining) co_return false;
  // Absolute: a peer that trickles its request byte by byte does not get longer.
  site_.wheel.arm(*this, site_.bounds.http_request);
  auto head = co_await read_head();
  if (!head) co_return false;
  auto request = plain(head->get(), peer_);
  site_.proxies.apply(request);
  secure_ = request.secure;
  if (!read_target(view(head->get().target()), request)) {
    auto refusal = problem(400, "The address of the request is not well-formed.");
    co_await refuse(std::move(refusal));
    co_return false;
  }
  if (boost::beast::websocket::is_upgrade(head->get())) {
    co_await try_upgrade(std::move(request), std::move(head));
    co_return false;
  }
  const bool again = co_await serve(std::move(request), std::move(head));
  co_return again;
}

// Nothing: the peer has gone, or was refused.
asio::awaitable<std::unique_ptr<head_parser>> http_session::read_head() {
  auto head = std::make_unique<head_parser>();
  head->header_limit(static_cast<std::uint32_t>(site_.bounds.http_header_bytes_max));
  head->body_limit(site_.bounds.http_body_bytes_max);
  reading_ = true;
  auto [ec, size] = co_await http::async_read_header(socket_, buffer_, *head, nothrow);
  reading_ = false;
  busy_ = true;
  if (!ec) {
    ++site_.metrics.requests;
    co_return head;
  }
  if (overdue_) {
    // A connection that was kept open and brought nothing has just ended.
    if (head->got_some()) co_await refuse_overdue();
    co_return nullptr;
  }
  const bool gone = ec == http::error::end_of_stream || ec == http::error::partial_message;
  if (!gone && ec.category() == http::make_error_code(http::error::bad_method).category()) {
    auto refusal = response_to(ec);
    co_await refuse(std::move(refusal));
  }
  co_return nullptr;
}

asio::awaitable<bool> http_session::serve(http_request request, std::unique_ptr<head_parser> head) {
  const bool head_only = head->get().method() == http::verb::head;
  const bool expects = view(head->get()[http::field::expect]) == "100-continue";
  // Beast holds the announced length against its limit while it reads the head, when the address is
  // not known yet; a limit that is set later counts for chunks only.
  const auto limit = body_limit(request);
  if (head->content_length().value_or(0) > limit) {
    auto refusal = response_to(http::make_error_code(http::error::body_limit));
    co_await refuse(std::move(refusal));
    co_return false;
  }
  body_parser body{std::move(*head)};
  body.body_limit(limit);
  if (expects) {
    const auto go_on = asio::buffer("HTTP/1.1 100 Continue\r\n\r\n", 25);
    co_await asio::async_write(socket_, go_on, nothrow);
  }
  reading_ = true;
  auto [ec, size] = co_await http::async_read(socket_, buffer_, body, nothrow);
  reading_ = false;
  if (ec && overdue_) {
    co_await refuse_overdue();
    co_return false;
  }
  if (ec) {
    auto refusal = response_to(ec);
    if (ec.category() == http::make_error_code(http::error::body_limit).category()) {
      co_await refuse(std::move(refusal));
    }
    co_return false;
  }
  request.body = std::move(body.get().body());
  const bool keep_alive = body.get().keep_alive() && !site_.draining;
  site_.wheel.arm(*this, site_.bounds.http_answer);
  auto response = co_await answer(std::move(request));
  site_.wheel.arm(*this, site_.bounds.http_request);
  const bool wrote = co_await respond(std::move(response), head_only, keep_alive);
  co_return wrote&& keep_alive;
}

asio::awaitable<void> http_session::refuse(http_response response) {
  co_await respond(std::move(response), false, false);
}

asio::awaitable<void> http_session::refuse_overdue() {
  ++site_.metrics.deadlines_missed;
  auto refusal = problem(408, "The request did not arrive in time.");
  co_await refuse(std::move(refusal));
}

std::uint64_t http_session::body_limit(const http_request& request) const {
  // Only drafts of rules are large; nobody else can make the program hold megabytes.
  return request.path.starts_with("/v1/rules") ? site_.bounds.http_body_bytes_max
                                               : site_.bounds.frame_bytes_max * 4;
}

asio::awaitable<http_response> http_session::answer(http_request request) {
  if (request.method == "GET") {
    if (auto page = site_.assets.answer(request)) co_return std::move(*page);
  }
  http_response refusal;
  const auto* handler = site_.routes.find(request, refusal);
  if (handler == nullptr) co_return refusal;
  auto response = co_await call(*handler, std::move(request));
  co_return response;
}

// `handler` belongs to the router, which outlives every connection.
asio::awaitable<http_response> http_session::call(
    const http_handler& handler, http_request request
) {
  try {
    auto response = co_await handler(std::move(request));
    co_return response;
  } catch (const std::exception& e) {
    // The type, not what(): that may quote what was sent.
    spdlog::error("event=request_failed exception={}", typeid(e).name());
  }
  co_return problem(500, "Something went wrong on our side. It has been logged.");
}

asio::awaitable<bool> http_session::respond(
    http_response response, bool head_only, bool keep_alive
) {
  if (response.status >= 500)
    ++site_.metrics.responses_server_error;
  else if (response.status >= 400)
    ++site_.metrics.responses_client_error;
  const auto head = head_of(response, keep_alive, secure_, site_.time.now());
  const std::string_view body = response.fixed.empty() ? response.body : response.fixed;
  const bool bodyless = head_only || response.status == 304 || response.status == 204;
  const std::array<asio::const_buffer, 2> bytes{
      asio::buffer(head), asio::buffer(bodyless ? std::string_view{} : body)};
  auto [ec, size] = co_await asio::async_write(socket_, bytes, nothrow);
  if (ec) co_return false;
  if (!keep_alive) {
    error_code ignored;
    socket_.shutdown(tcp_socket::shutdown_send, ignored);
    // Bytes unread at the close would make the system send a reset that may overtake the answer.
    std::array<char, 2048> rest{};
    const auto into = asio::buffer(rest);
    for (;;) {
      auto [read_ec, read_size] = co_await socket_.async_read_some(into, nothrow);
      if (read_ec) break;
    }
  }
  co_return true;
}

std::optional<http_response> http_session::refusal_of(
    const socket_route& route, const http_request& request
) {
  if (site_.draining) return problem(503, "The server restarts.").with("Retry-After", "2");
  if (!site_.origins.allows(request, route.any_listed_origin)) {
    ++site_.metrics.refused_origin;
    return problem(
        403, "Pages of this origin may not open the chat. The operator lists them with --origins."
    );
  }
  // Beast would answer these by itself, with a page of its own.
  if (request.header("sec-websocket-version") != "13") {
    return problem(426, "This address speaks WebSocket version 13.")
        .with("Sec-WebSocket-Version", "13");
  }
  constexpr std::size_t key_length = 24;  // 16 bytes in base64 (RFC 6455, 4.2.1)
  if (request.header("sec-websocket-key").value_or("").size() != key_length) {
    return problem(400, "The upgrade has no Sec-WebSocket-Key of 16 bytes.");
  }
  if (const auto offered = request.header("sec-websocket-protocol")) {
    const boost::beast::string_view list{offered->data(), offered->size()};
    if (!http::token_list{list}.exists(route.protocol)) {
      return problem(400, "This address speaks the subprotocol " + route.protocol + ".");
    }
  }
  return admission_->counted() ? std::nullopt : refusal_of_address(request);
}

// Behind a trusted proxy the address is known only now.
std::optional<http_response> http_session::refusal_of_address(const http_request& request) {
  auto real = household(request.peer);
  if (!site_.addresses.enter(real, site_.time.now())) {
    ++site_.metrics.refused_address;
    return too_many_from_address();
  }
  admission_->count_for(std::move(real));
  return std::nullopt;
}

asio::awaitable<void> http_session::try_upgrade(
    http_request request, std::unique_ptr<head_parser> head
) {
  const socket_route* route = nullptr;
  for (const auto& r : site_.sockets) {
    if (r.path == request.path) route = &r;
  }
  auto refusal = route == nullptr ? std::optional{problem(404, "No WebSocket is at this address.")}
                                  : refusal_of(*route, request);
  upgrade opened;
  if (!refusal) {
    opened = co_await route->open(std::move(request));
    if (!opened.handler) refusal = std::move(opened.refusal);
  }
  if (refusal) {
    co_await refuse(std::move(*refusal));
    co_return;
  }
  hand_over(*route, std::move(opened), std::move(head));
}

void http_session::hand_over(
    const socket_route& route, upgrade opened, std::unique_ptr<head_parser> head
) {
  timing_wheel::disarm(*this);
  auto from = std::make_unique<pending_upgrade>(pending_upgrade{
      std::move(socket_),
      head->release(),
      std::move(opened.handler),
      {},
      admission_->take_address()});
  if (from->request.count("Sec-WebSocket-Protocol") > 0) from->protocol = route.protocol;
  admission_.reset();
  start_ws_session(site_, std::move(from));
}

}  // namespace

void start_http_session(site& s, tcp_socket socket, std::string peer, std::string address) {
  const auto session =
      std::make_shared<http_session>(s, std::move(socket), std::move(peer), std::move(address));
  s.tasks.spawn(session->run(session), "http");
}

}  // namespace frontdesk::net
