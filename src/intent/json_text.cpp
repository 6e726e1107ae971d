// SPDX-License-Identifier: Apache-2.0
#include "intent/json_text.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace frontdesk::intent::json_text {
namespace {

using boost::system::error_code;

// Where keys and values begin, in the order in which a parser meets them. Works on any text: it is
// only used as far as the parser accepted it.
class scanner {
 public:
  explicit scanner(std::string_view text) : text_(text) {}

  std::size_t next() {
    while (at_ < text_.size() && std::string_view(" \t\r\n,:]}").find(text_[at_]) != text_.npos) {
      ++at_;
    }
    const auto begin = at_;
    if (at_ < text_.size()) skip_token();
    return begin;
  }

 private:
  void skip_token() {
    const char c = text_[at_++];
    if (c == '{' || c == '[') return;
    if (c == '"') return skip_string();
    while (at_ < text_.size() && std::string_view(" \t\r\n,:]}").find(text_[at_]) == text_.npos) {
      ++at_;
    }
  }
  void skip_string() {
    while (at_ < text_.size() && text_[at_] != '"') at_ += text_[at_] == '\\' ? 2U : 1U;
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

// Boost.JSON tells what it reads; we keep it as a tree with positions.
struct builder {
  static constexpr std::size_t max_object_size = std::size_t(-1);
  static constexpr std::size_t max_array_size = std::size_t(-1);
  static constexpr std::size_t max_key_size = std::size_t(-1);
  static constexpr std::size_t max_string_size = std::size_t(-1);
  using view = boost::json::string_view;

  explicit builder(std::string_view text) : where(text) {}

  bool on_document_begin(error_code&) { return true; }
  bool on_document_end(error_code&) { return true; }
  bool on_object_begin(error_code&) { return open(type::object); }
  bool on_object_end(std::size_t, error_code&) { return close(); }
  bool on_array_begin(error_code&) { return open(type::array); }
  bool on_array_end(std::size_t, error_code&) { return close(); }
  bool on_key_part(view part, std::size_t, error_code&) { return gather(part); }
  bool on_key(view part, std::size_t, error_code&) {
    gather(part);
    key = std::exchange(gathered, {});
    key_offset = where.next();
    return true;
  }
  bool on_string_part(view part, std::size_t, error_code&) { return gather(part); }
  bool on_string(view part, std::size_t, error_code&) {
    gather(part);
    add(type::string).text = std::exchange(gathered, {});
    return true;
  }
  bool on_number_part(view, error_code&) { return true; }
  bool on_int64(std::int64_t n, view, error_code&) { return number(static_cast<double>(n)); }
  bool on_uint64(std::uint64_t n, view, error_code&) { return number(static_cast<double>(n)); }
  bool on_double(double n, view, error_code&) { return number(n); }
  bool on_bool(bool b, error_code&) {
    add(type::boolean).truth = b;
    return true;
  }
  bool on_null(error_code&) {
    add(type::null);
    return true;
  }
  bool on_comment_part(view, error_code&) { return true; }
  bool on_comment(view, error_code&) { return true; }

  node root;

 private:
  bool gather(view part) {
    gathered.append(part.data(), part.size());
    return true;
  }
  bool number(double n) {
    add(type::number).number = n;
    return true;
  }
  bool open(type t) {
    path.push_back(&add(t));
    return true;
  }
  bool close() {
    path.pop_back();
    return true;
  }
  // Pointers in `path` stay valid: only the innermost node on it grows.
  node& add(type t) {
    node* to = &root;
    if (!path.empty()) {
      auto& into = path.back()->members;
      into.push_back({std::exchange(key, {}), key_offset, {}});
      to = &into.back().value;
    }
    to->type = t;
    to->offset = where.next();
    return *to;
  }

  scanner where;
  std::vector<node*> path;
  std::string gathered, key;
  std::size_t key_offset = 0;
};

// What stands before a byte, blanks aside; 0 at the beginning.
char before(std::string_view text, std::size_t offset) {
  const auto last = text.substr(0, offset).find_last_not_of(" \t\r\n");
  return last == text.npos ? '\0' : text[last];
}

// Boost.JSON 1.81 says "syntax error" for most faults; what stands around the place says more.
std::string explain_syntax(std::string_view text, std::size_t offset) {
  const char here = offset < text.size() ? text[offset] : '\0', last = before(text, offset);
  const auto is = [](char c, std::string_view one_of) {
    return c && one_of.find(c) != one_of.npos;
  };
  if (here == '\n' || here == '\r' || here == '\t') {
    return "A text may not run over the end of a line: close the quotation mark, or write \\n.";
  }
  if (last == '\\') return "After a backslash only \\n, \\t, \\\", \\\\ and \\uXXXX are possible.";
  if (last == ',' && is(here, "}]")) return "There is a comma too many before this bracket.";
  if (here == '\'') return "Texts stand in double quotation marks (\"), not in single ones.";
  if (here == '/' || here == '#') return "Comments are not possible in these files.";
  if (is(last, "\"}]") && is(here, "\"{[")) return "A comma (or a colon) is missing before this.";
  return "This is not JSON: a value, a comma or a bracket is missing or one is too many.";
}

std::string explain(const error_code& ec, std::string_view text, std::size_t offset) {
  using boost::json::error;
  if (ec == error::incomplete) {
    return "The file ends too early: a bracket or a quotation mark is not closed.";
  }
  if (ec == error::extra_data) return "There is something after the end of the last bracket.";
  if (ec == error::too_deep) return "Brackets are nested more than 32 deep.";
  if (ec == error::expected_hex_digit || ec == error::illegal_leading_surrogate ||
      ec == error::illegal_trailing_surrogate) {
    return "This \\u sequence is not a whole character; write the character itself.";
  }
  return explain_syntax(text, offset);
}

}  // namespace

const node* node::find(std::string_view key) const {
  const auto it =
      std::find_if(members.begin(), members.end(), [&](const member& m) { return m.key == key; });
  return it == members.end() ? nullptr : &it->value;
}

parsed parse(std::string_view text) {
  boost::json::parse_options options;
  options.max_depth = 32;
  boost::json::basic_parser<builder> parser(options, text);
  error_code ec;
  const auto used = parser.write_some(false, text.data(), text.size(), ec);
  if (!ec && used < text.size()) ec = boost::json::error::extra_data;
  if (ec) return {{}, explain(ec, text, used), used};
  return {std::move(parser.handler().root), {}, 0};
}

position position_of(std::string_view text, std::size_t offset) {
  const auto before = text.substr(0, std::min(offset, text.size()));
  const auto line = std::count(before.begin(), before.end(), '\n');
  const auto begin = before.rfind('\n') + 1;  // npos + 1 is 0: the first line
  return {static_cast<int>(line) + 1, static_cast<int>(before.size() - begin) + 1};
}

std::string quoted(std::string_view text) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "\"";
  for (const char c : text) {
    const auto u = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += {'\\', c};
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else if (u < 0x20 || u == 0x7f) {
      out += {'\\', 'u', '0', '0', digits[u >> 4], digits[u & 15]};
    } else {
      out += c;
    }
  }
  return out + '"';
}

}  // namespace frontdesk::intent::json_text
