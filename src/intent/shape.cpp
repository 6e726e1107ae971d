// SPDX-License-Identifier: Apache-2.0
#include "intent/shape.hpp"

#include <algorithm>
#include <cstdio>
#include <set>

namespace frontdesk::intent {
namespace {

const char* name_of(json_text::type t) {
  static constexpr const char* names[] = {
      "null", "true or false", "a number", "a text", "a list [...]", "an object {...}"};
  return names[static_cast<std::size_t>(t)];
}

int two_digits(std::string_view text, std::size_t at) {
  return (text[at] - '0') * 10 + (text[at + 1] - '0');
}

}  // namespace

int edit_distance(std::string_view a, std::string_view b) {
  std::vector<int> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] =
          std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
        now[j] = std::min(now[j], before[j - 2] + 1);
      }
    }
    before.swap(last);
    last.swap(now);
  }
  return last[b.size()];
}

std::string did_you_mean(std::string_view word, const std::vector<std::string>& known) {
  if (word.size() > 100) return {};
  const std::string* best = nullptr;
  int least = word.size() < 5 ? 2 : 4;  // one letter in short words, three in long ones
  for (const auto& k : known) {
    const int d = edit_distance(word, k);
    if (d < least) {
      least = d;
      best = &k;
    }
  }
  return best ? " Did you mean \"" + *best + "\"?" : std::string();
}

std::optional<std::chrono::year_month_day> to_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
  }
  const std::chrono::year_month_day day{
      std::chrono::year(two_digits(text, 0) * 100 + two_digits(text, 2)),
      std::chrono::month(static_cast<unsigned>(two_digits(text, 5))),
      std::chrono::day(static_cast<unsigned>(two_digits(text, 8)))};
  if (!day.ok()) return std::nullopt;
  return day;
}

std::string to_text(std::chrono::year_month_day day) {
  char out[24];
  std::snprintf(
      out,
      sizeof out,
      "%04d-%02u-%02u",
      static_cast<int>(day.year()),
      static_cast<unsigned>(day.month()),
      static_cast<unsigned>(day.day())
  );
  return out;
}

shape::shape(const std::string& file, std::string_view text, std::vector<finding>& findings)
    : file_(file), text_(text), line_begins_{0}, findings_(findings) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n') line_begins_.push_back(i + 1);
  }
}

place shape::at(std::size_t offset) const {
  const auto next = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  const auto line = next - line_begins_.begin();
  return {file_, static_cast<int>(line), static_cast<int>(offset - *(next - 1)) + 1};
}

spot shape::spot_at(std::size_t offset) const {
  const auto p = at(offset);
  return {p.line, p.column};
}

std::size_t shape::inside(const node& text, std::size_t at) const {
  auto raw = text.offset + 1;
  for (std::size_t i = 0; i < at && raw + 1 < text_.size(); ++i) {
    if (text_[raw] != '\\') {
      ++raw;
    } else if (text_[raw + 1] != 'u') {
      raw += 2;
    } else {
      return text.offset;  // \uXXXX: some bytes of the text; the text itself is near enough
    }
  }
  return raw;
}

void shape::fault(const node& n, std::string sentence, severity how) {
  fault_at(n.offset, std::move(sentence), how);
}

void shape::fault_at(std::size_t offset, std::string sentence, severity how) {
  findings_.push_back({how, at(offset), topic_, std::move(sentence), {}});
}

bool shape::is(const node& n, json_text::type t, const char* wanted) {
  if (n.type == t) return true;
  fault(n, std::string("Here must stand ") + wanted + ", not " + name_of(n.type) + ".");
  return false;
}

void shape::object(const node& n, const char* what, std::initializer_list<field> fields) {
  if (!is(n, json_text::type::object, name_of(json_text::type::object))) return;
  std::set<std::string_view> seen;
  for (const auto& m : n.members) {
    const auto f = std::find_if(fields.begin(), fields.end(), [&](const field& each) {
      return m.key == each.name;
    });
    if (f == fields.end()) {
      std::vector<std::string> names;
      for (const auto& each : fields) names.emplace_back(each.name);
      fault_at(
          m.key_offset,
          "\"" + m.key + "\" is not known in " + what + "." + did_you_mean(m.key, names)
      );
    } else if (!seen.insert(f->name).second) {
      fault_at(m.key_offset, "\"" + m.key + "\" stands here twice; only one can count.");
    } else {
      f->read(m.value);
    }
  }
  for (const auto& f : fields) {
    if (f.required && !seen.count(f.name)) {
      fault(n, "\"" + std::string(f.name) + "\" is missing in " + what + ".");
    }
  }
}

void shape::each(const node& n, const std::function<void(const node::member&)>& read) {
  if (!is(n, json_text::type::object, name_of(json_text::type::object))) return;
  std::set<std::string_view> seen;
  for (const auto& m : n.members) {
    if (!seen.insert(m.key).second) {
      fault_at(m.key_offset, "\"" + m.key + "\" stands here twice; only one can count.");
    } else {
      read(m);
    }
  }
}

void shape::list(const node& n, const read_into& read) {
  if (!is(n, json_text::type::array, name_of(json_text::type::array))) return;
  for (const auto& m : n.members) read(m.value);
}

void shape::languages(const node& n, const std::function<void(language, const node&)>& read) {
  each(n, [&](const node::member& m) {
    for (std::size_t l = 0; l < language_count; ++l) {
      if (m.key == language_codes[l]) return read(static_cast<language>(l), m.value);
    }
    fault_at(
        m.key_offset, "\"" + m.key + "\" is not a language of the desk; \"en\" and \"es\" are."
    );
  });
}

void shape::string(const node& n, std::string& to) {
  if (is(n, json_text::type::string, "a text in quotation marks")) to = n.text;
}

void shape::boolean(const node& n, bool& to) {
  if (is(n, json_text::type::boolean, "true or false")) to = n.truth;
}

void shape::number(const node& n, double least, double most, double& to) {
  if (!is(n, json_text::type::number, "a number")) return;
  if (n.number >= least && n.number <= most) {
    to = n.number;
    return;
  }
  char bounds[64];
  std::snprintf(bounds, sizeof bounds, "%g and %g", least, most);
  fault(n, std::string("This number must lie between ") + bounds + ".");
}

void shape::strings(const node& n, lines& to) {
  list(n, [&](const node& each) {
    std::string one;
    string(each, one);
    if (each.type == json_text::type::string) to.push_back(std::move(one));
  });
}

void shape::text(const node& n, localized& to) {
  languages(n, [&](language l, const node& v) { string(v, to[l]); });
}

void shape::texts(const node& n, by_language<lines>& to, by_language<spots>* where) {
  languages(n, [&](language l, const node& v) {
    strings(v, to[l]);
    if (!where || v.type != json_text::type::array) return;
    for (const auto& m : v.members) {
      if (m.value.type == json_text::type::string) (*where)[l].push_back(spot_at(m.value.offset));
    }
  });
}

void shape::date(const node& n, std::chrono::year_month_day& to) {
  if (!is(n, json_text::type::string, "a date such as \"2026-11-23\"")) return;
  if (const auto day = to_date(n.text)) {
    to = *day;
  } else {
    fault(n, "\"" + n.text + "\" is not a date; write year-month-day, such as \"2026-11-23\".");
  }
}

}  // namespace frontdesk::intent
