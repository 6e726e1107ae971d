// SPDX-License-Identifier: Apache-2.0
// Reads JSON objects field by field. The first thing that does not fit is kept as a sentence that
// names the field and never repeats what stood in it: faults are logged and sent, message text is
// not.
#pragma once
#include "base/clock.hpp"
#include "base/error.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace frontdesk::wire {
namespace json = boost::json;

/// Why something was not understood.
struct fault {
  errc code = errc::bad_request;
  std::string sentence;
  std::string id;  ///< the sender's id of the refused command, when it could be read
};
template <class T>
using decoded = std::variant<T, fault>;

/// Parses one JSON object; nothing if it is none, is nested deeper than `depth_max`, or is not
/// UTF-8. Unpaired surrogates are refused as well.
std::optional<json::object> parse_object(std::string_view text, std::size_t depth_max);

/// Reads the fields of one object. After the first fault everything reads as empty.
class object_reader {
 public:
  /// A path in front of field names in sentences ("page.").
  explicit object_reader(const json::object& from, std::string path = {})
      : from_(from), path_(std::move(path)) {}

  std::string text(std::string_view name, std::size_t bytes_max);
  /// Missing and null read as nothing.
  std::optional<std::string> optional_text(std::string_view name, std::size_t bytes_max);
  std::uint64_t number(std::string_view name, std::uint64_t from, std::uint64_t to);
  bool truth(std::string_view name);
  /// Whether the field is there and not null.
  bool has(std::string_view name) const;
  time_point time(std::string_view name);
  /// An id of 32 hexadecimal digits.
  template <class Id>
  Id id(std::string_view name) {
    const auto written = text(name, 64);
    const auto parsed = Id::parse(written);
    if (!parsed) blame(name, "is not an id");
    return parsed.value_or(Id{});
  }
  const json::object* optional_object(std::string_view name);
  const json::array* array(std::string_view name);

  /// Keeps the first fault only.
  void blame(std::string_view name, std::string_view what, errc code = errc::bad_request);
  bool good() const { return !fault_; }
  const std::optional<fault>& why() const { return fault_; }

 private:
  const json::value* find(std::string_view name) const;
  const json::object& from_;
  std::string path_;
  std::optional<fault> fault_;
};

}  // namespace frontdesk::wire
