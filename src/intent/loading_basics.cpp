// SPDX-License-Identifier: Apache-2.0
// Reads settings, facts, synonyms, phrases and the messages without topic.
#include "intent/sections.hpp"

#include <date/tz.h>

#include <algorithm>

namespace frontdesk::intent::sections {
namespace {

void read_languages(shape& s, const node& n, std::vector<language>& to) {
  to.clear();
  s.list(n, [&](const node& each) {
    std::string code;
    s.string(each, code);
    for (std::size_t l = 0; l < language_count; ++l) {
      if (code == language_codes[l]) return to.push_back(static_cast<language>(l));
    }
    s.fault(each, "\"" + code + "\" is not a language of the desk; \"en\" and \"es\" are.");
  });
  if (to.empty()) s.fault(n, "At least one language is needed.");
}

void read_zone(shape& s, const node& n, std::string& to) {
  std::string name;
  s.string(n, name);
  try {
    date::locate_zone(name);
    to = name;
  } catch (const std::exception&) {
    s.fault(n, "\"" + name + "\" is not a time zone; write one such as \"America/New_York\".");
  }
}

// "09:30" as minutes since midnight; "24:00" is the end of a day.
void read_time(shape& s, const node& n, std::chrono::minutes& to) {
  std::string t;
  s.string(n, t);
  const auto digit = [&](std::size_t i) { return t[i] >= '0' && t[i] <= '9'; };
  if (t.size() == 5 && t[2] == ':' && digit(0) && digit(1) && digit(3) && digit(4)) {
    const int hour = (t[0] - '0') * 10 + t[1] - '0', minute = (t[3] - '0') * 10 + t[4] - '0';
    if (minute < 60 && hour * 60 + minute <= 24 * 60) {
      to = std::chrono::minutes(hour * 60 + minute);
      return;
    }
  }
  s.fault(n, "\"" + t + "\" is not a time of day; write hours and minutes, such as \"09:30\".");
}

void read_day(shape& s, const node& n, std::vector<opening>& to) {
  s.list(n, [&](const node& each) {
    opening o;
    s.object(
        each,
        "an opening time",
        {{"from", [&](const node& v) { read_time(s, v, o.from); }, true},
         {"to", [&](const node& v) { read_time(s, v, o.to); }, true}}
    );
    if (o.to <= o.from) s.fault(each, "The clinic would close before it opens.");
    if (!to.empty() && o.from < to.back().to) {
      s.fault(each, "This opening time begins before the one above it ends.");
    }
    to.push_back(o);
  });
}

void read_hours(shape& s, const node& n, settings& to) {
  if (n.type == json_text::type::null) return;
  auto& week = to.hours.emplace();
  s.each(n, [&](const node::member& m) {
    const auto day = std::find(weekdays.begin(), weekdays.end(), m.key);
    if (day == weekdays.end()) {
      return s.fault_at(
          m.key_offset,
          "\"" + m.key + "\" is not a weekday." +
              did_you_mean(m.key, {weekdays.begin(), weekdays.end()})
      );
    }
    read_day(s, m.value, week[static_cast<std::size_t>(day - weekdays.begin())]);
  });
}

void read_holidays(shape& s, const node& n, settings& to) {
  s.list(n, [&](const node& each) {
    std::chrono::year_month_day day{};
    localized name;
    s.object(
        each,
        "a holiday",
        {{"date", [&](const node& v) { s.date(v, day); }, true},
         {"en", [&](const node& v) { s.string(v, name[language::en]); }},
         {"es", [&](const node& v) { s.string(v, name[language::es]); }}}
    );
    if (day.ok()) to.holidays[day] = name;
  });
}

}  // namespace

void read_settings(shape& s, const node& n, settings& to) {
  const auto thresholds = [&](const node& v) {
    s.object(
        v,
        "the thresholds",
        {{"rejection", [&](const node& x) { s.number(x, 0, 0.9, to.rejection); }},
         {"clarify_margin", [&](const node& x) { s.number(x, 0, 1, to.clarify_margin); }}}
    );
  };
  const auto notice = [&](const node& v) {
    s.object(
        v,
        "the privacy notice",
        {{"version", [&](const node& x) { s.string(x, to.notice_version); }, true},
         {"en", [&](const node& x) { s.string(x, to.notice[language::en]); }},
         {"es", [&](const node& x) { s.string(x, to.notice[language::es]); }}}
    );
  };
  s.object(
      n,
      "the settings",
      {{"languages", [&](const node& v) { read_languages(s, v, to.languages); }},
       {"time_zone", [&](const node& v) { read_zone(s, v, to.time_zone); }},
       {"hours", [&](const node& v) { read_hours(s, v, to); }},
       {"holidays", [&](const node& v) { read_holidays(s, v, to); }},
       {"thresholds", thresholds},
       {"privacy_notice", notice}}
  );
}

void read_facts(shape& s, const node& n, model& to) {
  s.each(n, [&](const node::member& m) {
    auto& fact = to.facts[m.key];
    to.fact_spots[m.key] = s.spot_at(m.key_offset);
    if (m.value.type == json_text::type::null) return;
    fact.emplace();
    if (m.value.type != json_text::type::string) return s.text(m.value, *fact);
    for (auto& in : fact->each) in = m.value.text;
  });
}

void read_synonyms(shape& s, const node& n, model& to) {
  s.languages(n, [&](language l, const node& groups) {
    s.list(groups, [&](const node& group) {
      lines words;
      s.strings(group, words);
      if (words.size() < 2) s.fault(group, "A group of synonyms needs two words or more.");
      to.synonyms[l].push_back(std::move(words));
      to.synonym_spots[l].push_back(s.spot_at(group.offset));
    });
  });
}

void read_phrases(shape& s, const node& n, std::map<std::string, localized>& to) {
  s.each(n, [&](const node::member& m) { s.text(m.value, to[m.key]); });
}

void read_none(shape& s, const node& n, model& to) { s.texts(n, to.none, &to.none_spots); }

}  // namespace frontdesk::intent::sections
