// SPDX-License-Identifier: Apache-2.0
// A call that creates something and carries an Idempotency-Key is done once, however often it is
// sent: by a page whose answer was lost, or by whoever clicks twice. It is noted before it is done,
// so that a crash in between leaves a key that says "begun" rather than a second invitation.
#include "app/rest.hpp"
#include "base/vault.hpp"
#include "wire/kept_answer.hpp"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace frontdesk::app {
namespace {

bool good_key(std::string_view key, std::size_t bytes_max) {
  const auto visible = [](char c) { return c > ' ' && c <= '~'; };
  return !key.empty() && key.size() <= bytes_max && std::all_of(key.begin(), key.end(), visible);
}

// What makes two calls the same one. Address and body are told apart by the line's end, which an
// address cannot hold.
std::string call_hash(const net::http_request& request) {
  std::string whole = request.method + ' ' + request.path + '\n';
  whole.append(request.header("if-match").value_or("")).append("\n").append(request.body);
  return token_hash(whole);
}

// The address of a one-time link follows the Host header: it is the first call's.
net::http_response answer_again(const store::once_record& first, const std::string& call) {
  if (first.request_hash != call) {
    return net::problem(422, "This Idempotency-Key was used for another call. Choose a new one.");
  }
  if (first.answer.empty()) {
    auto unfinished = net::problem(
        409,
        "This call was begun under the same Idempotency-Key and has not ended. Wait a moment; if "
        "it stays so, look whether it was done, and use a new key if it was not."
    );
    // What tells it from the 409s that no waiting helps.
    unfinished.with("Retry-After", "1");
    return unfinished;
  }
  auto kept = wire::answer_from_stored(first.answer);
  if (!kept) return problem_for(kept.error());
  net::http_response answer{kept->status};
  answer.headers = std::move(kept->headers);
  answer.body = std::move(kept->body);
  return answer;
}

void log_failure(const char* what, error_code ec) {
  spdlog::error("event={} code={}", what, ec.value());
}

}  // namespace

rest::response rest::serve_once(const route& r, net::http_request request, staff_member me) {
  const std::string key{request.header("idempotency-key").value_or("")};
  if (!good_key(key, parts_.bounds.once_key_bytes_max)) {
    co_return net::problem(400, "An Idempotency-Key is 1 to 200 visible ASCII characters.");
  }
  store::once_record call;
  call.key_hash = token_hash(me.id.text() + ' ' + key);  // nobody meets the key of somebody else
  call.request_hash = call_hash(request);
  call.at = parts_.time.now();
  auto key_hash = call.key_hash;
  const auto call_is = call.request_hash;
  const auto known = co_await parts_.store.begin_once(std::move(call));
  if (!known) co_return problem_for(known.error());
  if (*known) co_return answer_again(**known, call_is);
  co_return co_await first_of_its_key(r, std::move(request), std::move(me), std::move(key_hash));
}

// Only what was done is kept. A refusal changed nothing: the key is free for the corrected call.
rest::response rest::first_of_its_key(
    const route& r, net::http_request request, staff_member me, std::string key_hash
) {
  auto answer = co_await (this->*r.handler)(std::move(request), std::move(me));
  if (answer.status < 200 || answer.status >= 300) {
    const auto forgotten = co_await parts_.store.forget_once(std::move(key_hash));
    if (!forgotten) log_failure("key_not_freed", forgotten.error());
    co_return answer;
  }
  wire::kept_answer kept;
  kept.status = answer.status;
  kept.headers = answer.headers;
  kept.body = answer.body;
  auto stored = wire::to_stored(kept);
  const auto ended = co_await parts_.store.end_once(std::move(key_hash), std::move(stored));
  // It is done: the caller must hear so. A repeat will be told that it was begun.
  if (!ended) log_failure("answer_not_kept", ended.error());
  co_return answer;
}

}  // namespace frontdesk::app
