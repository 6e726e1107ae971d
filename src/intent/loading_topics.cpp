// SPDX-License-Identifier: Apache-2.0
// Reads topics.
#include "intent/pattern_text.hpp"
#include "intent/sections.hpp"

#include <algorithm>

namespace frontdesk::intent::sections {
namespace {

// One word out of a fixed list; `to` is the enumeration in the same order.
template <class Enum, std::size_t N>
void read_word(shape& s, const node& n, const std::array<const char*, N>& words, Enum& to) {
  std::string word;
  s.string(n, word);
  if (n.type != json_text::type::string) return;
  const auto it = std::find(words.begin(), words.end(), word);
  if (it != words.end()) {
    to = static_cast<Enum>(it - words.begin());
    return;
  }
  std::string all;
  for (const auto* w : words) all += (all.empty() ? "" : ", ") + std::string(w);
  s.fault(
      n,
      "\"" + word + "\" is not possible here; " + all + " are." +
          did_you_mean(word, {words.begin(), words.end()})
  );
}

// Ids are kept as they are written, so that an import keeps its labels; check.cpp advises on form.
void read_id(shape& s, const node& n, std::string& to) {
  s.string(n, to);
  const auto wrong = [](char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '{' || c == '}' || c == '\\';
  };
  if (n.type != json_text::type::string) return;
  if (to.empty() || to.size() > 100 || std::any_of(to.begin(), to.end(), wrong)) {
    s.fault(n, "An id is one word of at most 100 letters, such as \"visit.book\".");
  }
}

void read_when(shape& s, const node& n, answer_variant& to) {
  const auto flag = [&](std::optional<bool>& v) {
    return [&](const node& x) { s.boolean(x, v.emplace(false)); };
  };
  s.object(
      n,
      "a condition",
      {{"open", flag(to.open)},
       {"staff_online", flag(to.staff_online)},
       {"after", [&](const node& v) { read_id(s, v, to.after.emplace()); }}}
  );
}

void read_answers(shape& s, const node& n, by_language<std::vector<answer_variant>>& to) {
  s.languages(n, [&](language l, const node& variants) {
    s.list(variants, [&](const node& each) {
      answer_variant v;
      v.at = s.at(each);
      s.object(
          each,
          "an answer",
          {{"text", [&](const node& x) { s.string(x, v.text); }, true},
           {"choices", [&](const node& x) { s.strings(x, v.choices); }},
           {"when", [&](const node& x) { read_when(s, x, v); }}}
      );
      to[l].push_back(std::move(v));
    });
  });
}

void read_follow_up(shape& s, const node& n, std::vector<follow_up>& to) {
  follow_up f;
  f.at = s.at(n);
  s.object(
      n,
      "a follow-up",
      {{"means", [&](const node& v) { read_id(s, v, f.means); }, true},
       {"examples", [&](const node& v) { s.texts(v, f.examples); }, true}}
  );
  to.push_back(std::move(f));
}

void read_source(shape& s, const node& n, std::vector<source>& to) {
  source from;
  s.object(
      n,
      "a source",
      {{"title", [&](const node& v) { s.string(v, from.title); }, true},
       {"url", [&](const node& v) { s.string(v, from.url); }}}
  );
  const bool web = from.url.rfind("https://", 0) == 0 || from.url.rfind("http://", 0) == 0;
  if (!from.url.empty() && !web) {
    s.fault(n, "The address of a source begins with https:// (visitors can follow it).");
  }
  to.push_back(std::move(from));
}

void read_review(shape& s, const node& n, std::optional<review>& to) {
  if (n.type == json_text::type::null) return;
  auto& r = to.emplace();
  r.at = s.at(n);
  const auto by = [&](const node& v) {
    if (v.type != json_text::type::null) s.string(v, r.by.emplace());
  };
  s.object(
      n,
      "a review",
      {{"sources",
        [&](const node& v) { s.list(v, [&](const node& x) { read_source(s, x, r.sources); }); }},
       {"by", by},
       {"on", [&](const node& v) { s.date(v, r.on); }, true},
       {"until", [&](const node& v) { s.date(v, r.until); }, true}}
  );
}

// Which topic the findings are about must be known before its other fields are read.
topic read_topic(shape& s, const node& n) {
  topic t;
  t.at = s.at(n);
  if (const auto* id = n.find("id")) s.about(id->text);
  const auto action = [&](const node& v) {
    if (v.type != json_text::type::null) read_word(s, v, actions, t.action);
  };
  const auto follow_ups = [&](const node& v) {
    s.list(v, [&](const node& x) { read_follow_up(s, x, t.follow_ups); });
  };
  s.object(
      n,
      "a topic",
      {{"id", [&](const node& v) { read_id(s, v, t.id); }, true},
       {"title", [&](const node& v) { s.text(v, t.title); }, true},
       {"button", [&](const node& v) { s.text(v, t.button); }},
       {"kind", [&](const node& v) { read_word(s, v, kinds, t.kind); }, true},
       {"examples", [&](const node& v) { s.texts(v, t.examples, &t.example_spots); }},
       {"patterns", [&](const node& v) { read_patterns(s, v, t.patterns, &t.pattern_spots); }},
       {"answers", [&](const node& v) { read_answers(s, v, t.answers); }},
       {"follow_ups", follow_ups},
       {"action", action},
       {"review", [&](const node& v) { read_review(s, v, t.review); }}}
  );
  s.about({});
  return t;
}

}  // namespace

void read_patterns(shape& s, const node& n, by_language<lines>& to, by_language<spots>* where) {
  s.languages(n, [&](language l, const node& list) {
    s.list(list, [&](const node& each) {
      std::string text;
      s.string(each, text);
      if (each.type != json_text::type::string) return;
      const auto read = patterns::parse(text);
      if (!read.fault.empty()) s.fault_at(s.inside(each, read.fault_at), read.fault);
      to[l].push_back(std::move(text));
      if (where) (*where)[l].push_back(s.spot_at(each.offset));
    });
  });
}

void read_topics(shape& s, const node& n, std::vector<topic>& to) {
  s.list(n, [&](const node& each) {
    auto t = read_topic(s, each);
    if (!t.id.empty()) to.push_back(std::move(t));
  });
}

}  // namespace frontdesk::intent::sections
