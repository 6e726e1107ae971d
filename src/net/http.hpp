// SPDX-License-Identifier: Apache-2.0
// HTTP as the rest of the program sees it: plain requests and responses, and the router that joins
// them. No Beast here: a REST route can be written, and tested, without a socket.
#pragma once
#include <boost/asio/awaitable.hpp>

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace frontdesk::net {
namespace asio = boost::asio;

/// Names and values in the order they came.
using fields = std::vector<std::pair<std::string, std::string>>;

struct http_request {
  std::string method;            ///< upper case; HEAD arrives as GET, the body is cut off later
  std::string path;              ///< as sent, without the query
  std::vector<std::string> ids;  ///< what stood for each {..} of the pattern, percent-decoded
  fields query;                  ///< decoded
  fields headers;                ///< names in lower case
  fields cookies;
  std::string body;  ///< at most limits::http_body_bytes_max
  std::string peer;  ///< address of the client, without port (behind a trusted proxy: the real one)
  bool secure = false;  ///< came by TLS (told by a trusted proxy): cookies get `Secure`

  /// The first value of that name, if there is one. The view lives as long as the request.
  std::optional<std::string_view> header(std::string_view lower_case_name) const;
  std::optional<std::string_view> cookie(std::string_view name) const;
  std::optional<std::string_view> param(std::string_view name) const;
};

struct http_response {
  int status = 200;
  fields headers;               ///< besides Content-Length, Date and the security headers
  std::string body;             ///< empty when `fixed` is used
  std::string_view fixed = {};  ///< bytes that live as long as the program (compiled-in pages)

  http_response() = default;  // a constructor: g++ 12 breaks aggregates in co_await (style, 4)
  explicit http_response(int code) : status(code) {}
  http_response& with(std::string name, std::string value);
};

/// `application/json`.
http_response json_response(int status, std::string body);
/// RFC 9457 `application/problem+json`; `detail` is a sentence for a person. `more`: further
/// members as JSON text without braces (`"findings":[...]`), or empty.
http_response problem(int status, std::string_view detail, std::string_view more = {});
/// 429: what the address guard has to say.
http_response too_many_from_address();
/// The standard phrase of a status code ("Not Found").
std::string_view reason_phrase(int status);

/// Runs on the io thread. Takes the request by value: it outlives every co_await. An exception that
/// leaves it is answered with 500 and logged.
using http_handler = std::function<asio::awaitable<http_response>(http_request)>;

/// Finds the handler of a request by method and path. Filled before the listener starts.
class router {
 public:
  /// `pattern`: `/v1/people/{}/reset`; each `{}` (or `{name}`) takes one segment.
  void add(std::string method, std::string_view pattern, http_handler handler);
  /// The handler, with `request.ids` filled in; or none, and then `refusal` says 404 or 405.
  const http_handler* find(http_request& request, http_response& refusal) const;

 private:
  struct route {
    std::string method;
    std::vector<std::string> segments;  // "{}" for a variable one
    http_handler handler;
  };
  std::vector<route> routes_;
};

/// Splits `target` into request.path and request.query. False: not an absolute path, or a bad
/// percent sequence.
bool read_target(std::string_view target, http_request& request);
/// Adds the cookies of one Cookie header.
void read_cookies(std::string_view header, fields& cookies);
/// Percent-decoding; nothing for a bad sequence, a NUL, or what is not UTF-8.
std::optional<std::string> percent_decoded(std::string_view text);

}  // namespace frontdesk::net
