// SPDX-License-Identifier: Apache-2.0
// JSON as a tree in which every value knows where it stands, so that a fault in a rules file can be
// shown with line and column (Boost.JSON's own values do not know).
#pragma once
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent::json_text {

enum class type : unsigned char { null, boolean, number, string, array, object };

/// One value. `members` holds the elements of an array (keys empty) or the fields of an object in
/// the order of the text, repeated keys included.
struct node {
  struct member;
  json_text::type type = json_text::type::null;
  bool truth = false;
  double number = 0;
  std::string text;
  std::vector<member> members;
  std::size_t offset = 0;  ///< byte in the text at which the value begins

  /// The first field of that name, or nullptr.
  const node* find(std::string_view key) const;
};
struct node::member {
  std::string key;
  std::size_t key_offset = 0;
  node value;
};

/// What `parse` gives: either a tree (fault empty) or the fault and the byte at which it stands.
struct parsed {
  node root;
  std::string fault;  ///< a sentence without position
  std::size_t fault_offset = 0;
};
/// Parses strict JSON (RFC 8259; no comments, no trailing commas), at most 32 levels deep.
parsed parse(std::string_view text);

/// Line and column (both from 1, column in bytes) of a byte.
struct position {
  int line = 1, column = 1;
};
position position_of(std::string_view text, std::size_t offset);

/// `text` between quotation marks with JSON's escapes; UTF-8 stays as it is.
std::string quoted(std::string_view text);

}  // namespace frontdesk::intent::json_text
