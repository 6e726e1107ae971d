// SPDX-License-Identifier: Apache-2.0
// The model as files. Keys stand in the order of intents/README.md; what is empty and optional is
// left out, so that reading and writing again gives the same bytes.
#include "intent/json_writer.hpp"
#include "intent/sections.hpp"

#include <algorithm>
#include <set>

namespace frontdesk::intent {
namespace {

// Writes one model; knows the languages of the desk.
class writer {
 public:
  explicit writer(const model& m) : model_(m) {}

  std::string settings();
  std::string facts();
  std::string synonyms();
  std::string phrases();
  std::string none();
  std::string safety();
  std::string topics(const std::vector<const topic*>& which);

 private:
  // Every language of the settings, and whatever another one holds.
  template <class T, class F>
  void languages(const by_language<T>& each, const F& write) {
    to_.object([&] { fields(each, write); });
  }
  template <class T, class F>
  void fields(const by_language<T>& each, const F& write) {
    const auto& used = model_.settings.languages;
    for (std::size_t l = 0; l < language_count; ++l) {
      const bool wanted = std::count(used.begin(), used.end(), static_cast<language>(l)) > 0;
      if (!wanted && each.each[l] == T{}) continue;
      to_.key(language_codes[l]);
      write(each.each[l]);
    }
  }
  void text(const localized& t) {
    languages(t, [&](const std::string& s) { to_.string(s); });
  }
  void list(const lines& l) {
    to_.array([&] {
      for (const auto& s : l) to_.string(s);
    });
  }
  void texts(const by_language<lines>& t) {
    languages(t, [&](const lines& l) { list(l); });
  }
  void or_null(const std::string* s) { s ? to_.string(*s) : to_.null(); }
  void day(const std::vector<opening>& each);
  void one(const topic& t);
  void variants(const std::vector<answer_variant>& each);
  void when(const answer_variant& v);
  void follow_up_list(const std::vector<follow_up>& each);
  void one(const review& r);
  void families(const std::vector<safety_family>& each);
  void one(const safety_response& r);

  const model& model_;
  json_writer to_;
};

std::string clock_text(std::chrono::minutes m) {
  char out[16];
  std::snprintf(out, sizeof out, "%02d:%02d", int(m.count() / 60), int(m.count() % 60));
  return out;
}

void writer::day(const std::vector<opening>& each) {
  to_.array([&] {
    for (const auto& o : each) {
      to_.object([&] {
        to_.key("from").string(clock_text(o.from));
        to_.key("to").string(clock_text(o.to));
      });
    }
  });
}

std::string writer::settings() {
  const auto& s = model_.settings;
  const auto hours = [&] {
    for (std::size_t d = 0; d < 7; ++d) {
      to_.key(sections::weekdays[d]);
      day((*s.hours)[d]);
    }
  };
  const auto holidays = [&] {
    for (const auto& [date, name] : s.holidays) {
      to_.object([&, &d = date, &n = name] {
        to_.key("date").string(to_text(d));
        fields(n, [&](const std::string& t) { to_.string(t); });
      });
    }
  };
  to_.object([&] {
    to_.key("languages").array([&] {
      for (const auto l : s.languages) to_.string(language_codes[static_cast<std::size_t>(l)]);
    });
    to_.key("time_zone").string(s.time_zone);
    to_.key("hours");
    s.hours ? to_.object(hours) : to_.null();
    to_.key("holidays").array(holidays);
    to_.key("thresholds").object([&] {
      to_.key("rejection").number(s.rejection);
      to_.key("clarify_margin").number(s.clarify_margin);
    });
    to_.key("privacy_notice").object([&] {
      to_.key("version").string(s.notice_version);
      fields(s.notice, [&](const std::string& t) { to_.string(t); });
    });
  });
  return to_.text();
}

std::string writer::facts() {
  const auto one_fact = [&](const fact& f) {
    if (!f) return to_.null();
    const bool same = std::all_of(f->each.begin(), f->each.end(), [&](const std::string& s) {
      return s == f->each.front();
    });
    same ? to_.string(f->each.front()) : text(*f);
  };
  to_.object([&] {
    to_.key("facts").object([&] {
      for (const auto& [name, f] : model_.facts) {
        to_.key(name);
        one_fact(f);
      }
    });
  });
  return to_.text();
}

std::string writer::synonyms() {
  languages(model_.synonyms, [&](const std::vector<lines>& groups) {
    to_.array([&] {
      for (const auto& g : groups) list(g);
    });
  });
  return to_.text();
}

std::string writer::phrases() {
  to_.object([&] {
    to_.key("phrases").object([&] {
      for (const auto& [key, t] : model_.phrases) {
        to_.key(key);
        text(t);
      }
    });
  });
  return to_.text();
}

std::string writer::none() {
  to_.object([&] {
    to_.key("none");
    texts(model_.none);
  });
  return to_.text();
}

void writer::when(const answer_variant& v) {
  if (!v.open && !v.staff_online && !v.after) return;
  to_.key("when").object([&] {
    if (v.open) to_.key("open").boolean(*v.open);
    if (v.staff_online) to_.key("staff_online").boolean(*v.staff_online);
    if (v.after) to_.key("after").string(*v.after);
  });
}

void writer::variants(const std::vector<answer_variant>& each) {
  to_.array([&] {
    for (const auto& v : each) {
      to_.object([&] {
        to_.key("text").string(v.text);
        to_.key("choices");
        list(v.choices);
        when(v);
      });
    }
  });
}

void writer::follow_up_list(const std::vector<follow_up>& each) {
  to_.array([&] {
    for (const auto& f : each) {
      to_.object([&] {
        to_.key("means").string(f.means);
        to_.key("examples");
        texts(f.examples);
      });
    }
  });
}

void writer::one(const review& r) {
  const auto sources = [&] {
    for (const auto& s : r.sources) {
      to_.object([&] {
        to_.key("title").string(s.title);
        if (!s.url.empty()) to_.key("url").string(s.url);
      });
    }
  };
  to_.object([&] {
    to_.key("sources").array(sources);
    to_.key("by");
    or_null(r.by ? &*r.by : nullptr);
    to_.key("on").string(to_text(r.on));
    to_.key("until").string(to_text(r.until));
  });
}

void writer::one(const topic& t) {
  to_.object([&] {
    to_.key("id").string(t.id);
    to_.key("title");
    text(t.title);
    if (t.button != localized{}) {
      to_.key("button");
      text(t.button);
    }
    to_.key("kind").string(sections::kinds[static_cast<std::size_t>(t.kind)]);
    to_.key("examples");
    texts(t.examples);
    if (t.patterns != by_language<lines>{}) {
      to_.key("patterns");
      texts(t.patterns);
    }
    to_.key("answers").object([&] {
      for (std::size_t l = 0; l < language_count; ++l) {
        if (t.answers.each[l].empty()) continue;
        to_.key(language_codes[l]);
        variants(t.answers.each[l]);
      }
    });
    if (!t.follow_ups.empty()) {
      to_.key("follow_ups");
      follow_up_list(t.follow_ups);
    }
    to_.key("action");
    const auto action = std::string(sections::actions[static_cast<std::size_t>(t.action)]);
    or_null(t.action == action::none ? nullptr : &action);
    if (t.review) {
      to_.key("review");
      one(*t.review);
    }
  });
}

std::string writer::topics(const std::vector<const topic*>& which) {
  to_.object([&] {
    to_.key("intents").array([&] {
      for (const auto* t : which) one(*t);
    });
  });
  return to_.text();
}

void writer::families(const std::vector<safety_family>& each) {
  to_.array([&] {
    for (const auto& f : each) {
      to_.object([&] {
        to_.key("id").string(f.id);
        to_.key("intent").string(f.topic);
        to_.key("about").string(f.about);
        if (f.certain) to_.key("certain").boolean(true);
        if (f.mention) to_.key("mention").boolean(true);
        to_.key("patterns");
        texts(f.patterns);
      });
    }
  });
}

void writer::one(const safety_response& r) {
  const auto actions = [&] {
    for (const auto& a : r.actions) {
      to_.object([&] {
        to_.key("href").string(a.href);
        to_.key("label");
        text(a.label);
      });
    }
  };
  to_.object([&] {
    to_.key("title");
    text(r.title);
    to_.key("text");
    text(r.text);
    to_.key("actions").array(actions);
  });
}

std::string writer::safety() {
  const auto& s = model_.safety;
  const auto examples = [&] {
    for (const auto& [id, each] : s.examples) {
      to_.key(id);
      texts(each);
    }
  };
  const auto responses = [&] {
    for (const auto& [id, each] : s.responses) {
      to_.key(id);
      one(each);
    }
  };
  to_.object([&] {
    to_.key("families");
    families(s.families);
    to_.key("past");
    families(s.past);
    to_.key("idioms");
    texts(s.idioms);
    to_.key("examples").object(examples);
    to_.key("harmless");
    texts(s.harmless);
    to_.key("responses").object(responses);
  });
  return to_.text();
}

std::string file_for(const topic& t) {
  if (!t.at.file.empty()) return t.at.file;
  const auto group = t.id.substr(0, t.id.find('.'));
  const bool plain = std::all_of(group.begin(), group.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
  static const std::set<std::string> taken{
      "settings", "facts", "synonyms", "phrases", "none", "safety"};
  return (plain && group != t.id && !taken.count(group) ? group : "topics") + ".json";
}

}  // namespace

file_set to_files(const model& m) {
  file_set out;
  std::map<std::string, std::vector<const topic*>> by_file;
  for (const auto& t : m.topics) by_file[file_for(t)].push_back(&t);
  for (const auto& [file, topics] : by_file) out[file] = writer(m).topics(topics);
  out["settings.json"] = writer(m).settings();
  out["facts.json"] = writer(m).facts();
  out["synonyms.json"] = writer(m).synonyms();
  out["phrases.json"] = writer(m).phrases();
  out["none.json"] = writer(m).none();
  out["safety.json"] = writer(m).safety();
  return out;
}

}  // namespace frontdesk::intent
