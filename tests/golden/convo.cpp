// SPDX-License-Identifier: Apache-2.0
#include "golden/convo.hpp"

#include "desk/desk.hpp"
#include "intent/loading.hpp"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

namespace frontdesk::golden {
namespace {

std::string trimmed(std::string_view s) {
  const auto first = s.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return "";
  return std::string{s.substr(first, s.find_last_not_of(" \t\r") - first + 1)};
}

lines words_of(const std::string& text, char between = ' ') {
  lines all;
  std::istringstream in{text};
  for (std::string w; std::getline(in, w, between);) {
    if (auto t = trimmed(w); !t.empty()) all.push_back(std::move(t));
  }
  return all;
}

std::string joined(const lines& all) {
  std::string s;
  for (const auto& w : all) s += (s.empty() ? "" : ", ") + w;
  return s.empty() ? "nothing" : s;
}

std::string status_name(chat::status s) {
  static constexpr const char* names[] = {"bot", "waiting", "staff", "closed"};
  return names[static_cast<std::size_t>(s)];
}
std::string alert_name(chat::alert a) {
  static constexpr const char* names[] = {
      "none", "self_harm", "emergency", "misuse", "after_infusion"};
  return names[static_cast<std::size_t>(a)];
}
std::string request_name(const chat::state& s) {
  static constexpr const char* names[] = {"open", "proposed", "confirmed", "declined", "withdrawn"};
  return s.request ? names[static_cast<std::size_t>(s.request->status)] : "none";
}
std::string form_text(const chat::state& s) {
  if (!s.form) return "none";
  const auto& f = *s.form;
  return f.name.value_or("-") + " / " + f.contact.value_or("-") + " / " + f.times.value_or("-");
}
std::string card_name(const chat::step_result& r) {
  static constexpr const char* names[] = {"crisis", "request", "proposal", "appointment"};
  for (const auto& m : r.said) {
    if (m.card) return names[m.card->index()];
  }
  return "none";
}

class player {
 public:
  player(const std::filesystem::path& file, const intent::rules_ptr& rules)
      : file_(file.filename().string()), desk_(rules) {}

  std::vector<fault> play(std::istream& in) {
    for (std::string line; std::getline(in, line);) {
      ++line_;
      if (trimmed(line).empty() || line.starts_with("#")) continue;
      try {
        line.starts_with("@") ? set(trimmed(line.substr(1))) : turn(line);
      } catch (const std::exception& e) {
        complain(e.what());
      }
    }
    return std::move(faults_);
  }

 private:
  void complain(std::string sentence) { faults_.push_back({file_, line_, std::move(sentence)}); }

  void set(const std::string& what) {
    if (what == "open hours") {
      desk_.at("2026-03-10T10:00").staff_online(true);
    } else if (what == "after hours") {
      desk_.at("2026-03-10T20:00").staff_online(false);
    } else if (what == "nobody online") {
      desk_.staff_online(false);
    } else if (what == "staff online") {
      desk_.staff_online(true);
    } else if (what == "spanish") {
      desk_.language(intent::language::es);
    } else if (what.starts_with("at ")) {
      desk_.at(trimmed(what.substr(3)));
    } else {
      throw std::runtime_error("no such setting: " + what);
    }
  }

  void turn(const std::string& line) {
    const auto arrow = line.find("->");
    const auto act = trimmed(line.substr(0, arrow));
    const auto colon = act.find(':');
    if (colon == std::string::npos) throw std::runtime_error("who says this? V: or S(name): or T:");
    const bool taken = perform(act.substr(0, colon), trimmed(act.substr(colon + 1)));
    if (arrow != std::string::npos)
      expect(line.substr(arrow + 2), taken);
    else if (!taken)
      complain("refused: " + desk_.error().message());
  }

  bool perform(const std::string& who, const std::string& what) {
    if (who == "V" && what.starts_with("[")) return desk_.taps(what.substr(1, what.find(']') - 1));
    if (who == "V" && what == "(ends)") return desk_.does(chat::visitor_ends{});
    if (who == "V") return desk_.visitor(what);
    if (who == "T") return desk_.minutes_pass(std::stoi(what));
    if (who.starts_with("S(") && who.ends_with(")"))
      return staff(who.substr(2, who.size() - 3), what);
    throw std::runtime_error("who is " + who + "? V: or S(name): or T:");
  }

  bool staff(const std::string& who, const std::string& what) {
    if (what == "joins") return desk_.takes(who);
    if (what == "hands back") return desk_.releases(who);
    if (what == "closes") return desk_.closes(who);
    if (what == "declines") return desk_.declines(who);
    if (what == "clears the alert") return desk_.clears_alert(who);
    if (what.starts_with("proposes ")) return desk_.proposes(who, words_of(what.substr(9)));
    if (what.starts_with("confirms ")) return desk_.confirms(who, trimmed(what.substr(9)));
    if (what.starts_with("notes ")) return desk_.staff_notes(who, what.substr(6));
    return desk_.staff_says(who, what);
  }

  // Expectations stand two or more blanks apart: `reply a, b   state waiting`.
  void expect(std::string text, bool taken) {
    for (std::size_t at = 0; (at = text.find("  ", at)) != std::string::npos;)
      text.replace(at, 2, "\t");
    const auto all = words_of(text, '\t');
    const bool refusal =
        std::any_of(all.begin(), all.end(), [](const auto& e) { return e.starts_with("refused"); });
    if (taken == refusal)
      return complain(taken ? "should have been refused" : "refused: " + desk_.error().message());
    if (!refusal) {
      for (const auto& e : all) expect_one(e);
    }
  }

  void expect_one(const std::string& expectation) {
    const auto space = expectation.find(' ');
    const auto what = expectation.substr(0, space);
    const auto wanted = space == std::string::npos ? "" : trimmed(expectation.substr(space + 1));
    const auto& s = desk_.state();
    if (what == "reply") return compare(what, joined(words_of(wanted, ',')), joined(desk_.said()));
    if (what == "silence") return compare(what, "nothing", joined(desk_.said()));
    if (what == "state") return compare(what, wanted, status_name(s.status));
    if (what == "alert") return compare(what, wanted, alert_name(s.alert));
    if (what == "request") return compare(what, wanted, request_name(s));
    if (what == "form") return compare(what, wanted, form_text(s));
    if (what == "card") return compare(what, wanted, card_name(desk_.result()));
    if (what == "language")
      return compare(what, wanted, intent::language_codes[static_cast<std::size_t>(s.language)]);
    if (what == "holder") return compare(what, wanted, s.holder ? s.holder->name : "none");
    if (what == "choices") return offers(words_of(wanted, ','));
    if (what == "says") return says(wanted);
    if (what == "help") return compare(what, "line", desk_.last().help.empty() ? "none" : "line");
    throw std::runtime_error("cannot expect: " + expectation);
  }

  void compare(const std::string& what, const std::string& wanted, const std::string& got) {
    if (wanted != got) complain(what + ": expected " + wanted + ", got " + got);
  }

  void offers(const lines& wanted) {
    const auto got = desk_.choices();
    for (const auto& id : wanted) {
      if (std::find(got.begin(), got.end(), id) == got.end())
        complain("choices: expected " + id + " among " + joined(got));
    }
  }

  void says(const std::string& wanted) {
    for (const auto& m : desk_.result().said) {
      if (m.from != chat::author::visitor && m.text.find(wanted) != std::string::npos) return;
    }
    complain("nothing that was said contains: " + wanted);
  }

  std::string file_;
  desk desk_;
  int line_ = 0;
  std::vector<fault> faults_;
};

}  // namespace

std::vector<fault> play(const std::filesystem::path& file, const intent::rules_ptr& rules) {
  std::ifstream in{file};
  if (!in) return {{file.string(), 0, "cannot be opened"}};
  return player{file, rules}.play(in);
}

intent::rules_ptr shipped_rules() {
  const auto files = intent::read_files(std::filesystem::path{FRONTDESK_SOURCE_DIR} / "intents");
  auto loaded = intent::parse(files.value());
  if (!loaded.usable()) throw std::runtime_error(intent::to_text(loaded.findings.front()));
  // The shipped hours are not known yet; the talks need an evening and a morning.
  using std::chrono::hours;
  auto& week = loaded.model.settings.hours.emplace();
  for (std::size_t day = 0; day < 5; ++day) week[day] = {{hours{9}, hours{17}}};
  return intent::rules::make(std::move(loaded.model));
}

}  // namespace frontdesk::golden
