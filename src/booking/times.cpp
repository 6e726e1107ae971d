// SPDX-License-Identifier: Apache-2.0
#include "booking/times.hpp"

#include "booking/calendar.hpp"
#include "booking/time_groups.hpp"

#include <algorithm>

namespace frontdesk::booking {
namespace {

namespace chrono = std::chrono;
using chrono::days;
using chrono::hours;
using chrono::local_days;
using chrono::minutes;
using chrono::weekday;

class time_reader {
 public:
  time_reader(
      std::string_view text,
      const std::vector<word>& words,
      const std::vector<bool>& taken,
      chrono::local_time<minutes> now,
      bool asked
  )
      : text_(text),
        words_(words),
        taken_(taken),
        today_(chrono::floor<days>(now)),
        asked_(asked) {}

  found_times read();

 private:
  std::string_view at(std::size_t i) const {
    return i < words_.size() ? std::string_view{words_[i].folded} : "";
  }
  bool is(std::size_t i, std::initializer_list<std::string_view> any) const {
    return is_one_of(at(i), any);
  }

  // Each tries to read at word i and says how many words it took; 0: not its kind.
  std::size_t past(std::size_t i) const;
  std::size_t exclusion(std::size_t i);
  std::size_t any_time(std::size_t i);
  std::size_t week(std::size_t i);
  std::size_t date(std::size_t i);
  std::size_t relative_day(std::size_t i);
  std::size_t day_of_week(std::size_t i);
  std::size_t range(std::size_t i);
  std::size_t exact(std::size_t i);
  std::size_t part(std::size_t i);

  group& current_for_days();
  void add_date(local_days d) { current_for_days().dates.push_back(d); }
  void add_span(span_of_day s);
  std::optional<local_days> in_future(chrono::month m, unsigned d) const;

  std::string_view text_;
  const std::vector<word>& words_;
  const std::vector<bool>& taken_;
  local_days today_;
  bool asked_;
  bool excluding_ = false;
  bool any_ = false;
  std::vector<group> groups_;
};

group& time_reader::current_for_days() {
  const bool fresh =
      groups_.empty() || groups_.back().excluded != excluding_ ||
      (groups_.back().span && groups_.back().has_days() && !groups_.back().span_first);
  if (fresh) groups_.emplace_back().excluded = excluding_;
  return groups_.back();
}

void time_reader::add_span(span_of_day s) {
  if (groups_.empty() || groups_.back().excluded) groups_.emplace_back();
  auto& g = groups_.back();
  if (!g.span) {
    g.span = s;
    g.span_first = !g.has_days();
    return;
  }
  // "morning or afternoon" of the same days; but "at 10 in the morning" is one time.
  if (g.span->from && g.span->until && s.until && !s.from) return;
  group again = g;
  again.span = s;
  groups_.push_back(again);
}

// "since Monday", "last Tuesday", "yesterday": not a wish.
std::size_t time_reader::past(std::size_t i) const {
  if (is(i, {"yesterday", "ayer", "ago", "anoche"})) return 1;
  const bool back = is(i, {"since", "last", "desde"}) && weekday_named(at(i + 1));
  const bool spanish = is(i, {"desde"}) && is(i + 1, {"el"}) && weekday_named(at(i + 2));
  return spanish ? 3 : back ? 2 : 0;
}

std::size_t time_reader::exclusion(std::size_t i) {
  std::size_t n = 0;
  if (is(i, {"not", "except", "but", "menos", "excepto", "salvo", "no", "never"})) n = 1;
  if (is(i, {"cant", "cannot"})) n = 1;
  if (n == 0) return 0;
  const auto start = n;
  while (
      is(i + n, {"on", "any", "do", "puedo", "los", "el", "not", "for", "make", "it", "the", "las"})
  )
    ++n;
  if (!weekday_named(at(i + n)) && !is(i + n, {"weekends", "weekend"})) return 0;
  // "but Tuesday is fine" excludes nothing; "any day but Tuesday" does.
  if (is(i, {"but"}) && start == n && !any_ && groups_.empty()) return 0;
  excluding_ = true;
  return n;
}

std::size_t time_reader::any_time(std::size_t i) {
  if (is(i, {"anytime", "whenever", "flexible", "asap", "anyday"})) return any_ = true, 1;
  if (is(i, {"any", "cualquier", "every", "all", "todos"}) &&
      is(i + 1, {"time", "day", "dia", "hora", "weekday", "momento", "days"}))
    return any_ = true, 2;
  if (is(i, {"todos"}) && is(i + 1, {"los"}) && is(i + 2, {"dias"})) return any_ = true, 3;
  if (is(i, {"cuando"}) && is(i + 1, {"sea", "puedan", "gusten", "quieran", "pueda", "tengan"}))
    return any_ = true, 2;
  if (at(i) == "as" && at(i + 1) == "soon" && at(i + 2) == "as")
    return any_ = true, is(i + 3, {"possible"}) ? 4 : 3;
  if (at(i) == "lo" && is(i + 1, {"antes", "mas"}) && is(i + 2, {"posible", "pronto"}))
    return any_ = true, is(i + 3, {"posible"}) ? 4 : 3;
  if (at(i) == "tan" && at(i + 1) == "pronto") return any_ = true, 2;
  if (is(i, {"earliest", "soonest"})) return any_ = true, 1;
  return 0;
}

std::size_t time_reader::week(std::size_t i) {
  const auto in_week = [&](int n, std::size_t took) {
    auto& g = current_for_days();
    if (!g.week) g.week = n;
    return took;
  };
  if (at(i) == "next" && is(i + 1, {"week"})) return in_week(1, 2);
  if (at(i) == "this" && is(i + 1, {"week"})) return in_week(0, 2);
  if (at(i) == "esta" && at(i + 1) == "semana") return in_week(0, 2);
  if (is(i, {"proxima", "siguiente"}) && at(i + 1) == "semana") return in_week(1, 2);
  if (at(i) == "semana" && at(i + 1) == "proxima") return in_week(1, 2);
  if (at(i) == "semana" && at(i + 1) == "que" && is(i + 2, {"viene", "entra"}))
    return in_week(1, 3);
  if (at(i) == "week" && at(i + 1) == "after" && at(i + 2) == "next") return in_week(2, 3);
  return 0;
}

std::optional<local_days> time_reader::in_future(chrono::month m, unsigned d) const {
  const chrono::year_month_day now{today_};
  chrono::year_month_day date{now.year(), m, chrono::day{d}};
  if (date.ok() && local_days{date} < today_)
    date = {now.year() + chrono::years{1}, m, chrono::day{d}};
  return date.ok() ? std::optional{local_days{date}} : std::nullopt;
}

// The day of a month at the front of a word: "12", "12th"; 0 for none.
unsigned day_number(std::string_view w) {
  unsigned value = 0;
  std::size_t n = 0;
  while (n < w.size() && n < 2 && w[n] >= '0' && w[n] <= '9')
    value = value * 10 + static_cast<unsigned>(w[n++] - '0');
  const auto rest = w.substr(n);
  const bool fits = n > 0 && is_one_of(rest, {"", "st", "nd", "rd", "th"});
  return fits && value >= 1 && value <= 31 ? value : 0;
}

std::size_t time_reader::date(std::size_t i) {
  const auto took = [&](std::optional<local_days> d, std::size_t n) -> std::size_t {
    if (!d) return 0;
    add_date(*d);
    return n;
  };
  const auto month = month_named(at(i));
  if (month && day_number(at(i + 1)) != 0) return took(in_future(*month, day_number(at(i + 1))), 2);
  const auto first = day_number(at(i));
  if (first == 0) return 0;
  const auto of = is(i + 1, {"of", "de"}) ? 2U : 1U;
  if (const auto named = month_named(at(i + of))) return took(in_future(*named, first), of + 1);
  const bool slash = i + 1 < words_.size() && words_[i + 1].begin == words_[i].end + 1 &&
                     text_[words_[i].end] == '/';
  if (!slash || first > 12) return 0;
  // Month first, as on every form in the United States, also in Spanish.
  const bool year_too = i + 2 < words_.size() && words_[i + 2].begin == words_[i + 1].end + 1 &&
                        text_[words_[i + 1].end] == '/';
  const auto second = day_number(at(i + 1));
  return second == 0 ? 0 : took(in_future(chrono::month{first}, second), year_too ? 3 : 2);
}

std::size_t time_reader::relative_day(std::size_t i) {
  const auto in_days = [&](int n, std::size_t took) { return add_date(today_ + days{n}), took; };
  if (is(i, {"today", "hoy", "tonight"})) {
    in_days(0, 1);
    if (at(i) == "tonight") add_span(*part_of_day("evening"));
    return 1;
  }
  if (is(i, {"tomorrow", "tmrw", "tomorow", "tommorow", "tommorrow", "tmw"})) return in_days(1, 1);
  if (at(i) == "day" && at(i + 1) == "after" && at(i + 2) == "tomorrow") return in_days(2, 3);
  if (at(i) == "pasado" && at(i + 1) == "manana") return in_days(2, 2);
  // "mañana" alone is tomorrow; behind an article it is the morning (see part).
  if (at(i) == "manana" && (i == 0 || !is(i - 1, {"la", "las", "las"}))) return in_days(1, 1);
  return 0;
}

std::size_t time_reader::day_of_week(std::size_t i) {
  if (is(i, {"weekday", "weekdays"}) || (at(i) == "entre" && at(i + 1) == "semana")) {
    auto& g = current_for_days();
    for (unsigned d = 1; d <= 5; ++d) g.weekdays.emplace_back(d);
    return at(i) == "entre" ? 2 : 1;
  }
  const bool spanish_weekend =
      is(i, {"fin", "fines"}) && at(i + 1) == "de" && at(i + 2) == "semana";
  if (is(i, {"weekend", "weekends"}) || spanish_weekend) {
    auto& g = current_for_days();
    g.weekdays.insert(g.weekdays.end(), {chrono::Saturday, chrono::Sunday});
    return spanish_weekend ? 3 : 1;
  }
  const auto day = weekday_named(at(i));
  if (!day) return 0;
  // "sun" and "sat" are also plain words; alone in a sentence they are none of our business.
  if (is(i, {"sun", "sat", "mon", "wed"}) && !asked_ && groups_.empty() && words_.size() > 3)
    return 0;
  const bool next = i > 0 && is(i - 1, {"next", "proximo"});
  const bool coming = i + 2 < words_.size() && at(i + 1) == "que" && is(i + 2, {"viene", "entra"});
  // "miércoles no, jueves sí"
  const bool refused = i + 1 < words_.size() && at(i + 1) == "no" &&
                       (words_[i + 1].comma_after || i + 2 == words_.size());
  excluding_ = excluding_ || refused;
  auto& g = current_for_days();
  if (next && !g.week) g.week = 1;
  g.weekdays.push_back(*day);
  if (refused) excluding_ = false;
  return coming ? 3 : refused ? 2 : 1;
}

// "between 2 and 4", "from 9 to 11", "2-4pm", "after 3", "antes de las 5".
std::size_t time_reader::range(std::size_t i) {
  auto n = i;
  const auto skip = [&](std::initializer_list<std::string_view> any) {
    while (is(n, any)) ++n;
  };
  const bool after = is(i, {"after", "despues", "past"}),
             before = is(i, {"before", "antes", "until", "hasta", "by"});
  if (after || before) {
    ++n;
    skip({"about", "de", "las", "la", "el", "around", "like", "como"});
    if (const auto part = part_of_day(at(n));
        part && is(n, {"noon", "lunch", "mediodia", "midday"})) {
      add_span(
          after ? span_of_day{part->from, std::nullopt} : span_of_day{std::nullopt, part->from}
      );
      return n + 1 - i;
    }
    const auto t = clock_at(words_, n);
    if (!t) return 0;
    add_span(after ? span_of_day{t->at, std::nullopt} : span_of_day{std::nullopt, t->at});
    return n + t->words - i;
  }
  const bool opened = is(i, {"between", "from", "entre", "de"});
  if (opened) ++n;
  skip({"las", "la"});
  auto from = clock_at(words_, n);
  if (!from) return 0;
  n += from->words;
  const bool dash = n < words_.size() && words_[n].begin > 0 && text_[words_[n].begin - 1] == '-';
  if (!dash) {
    if (!is(n, {"to", "and", "until", "till", "y", "a", "hasta"})) return 0;
    if (is(n, {"and", "y"}) && !opened) return 0;
    ++n;
  }
  skip({"las", "la"});
  const auto until = clock_at(words_, n);
  if (!until || (from->bare && until->bare && !opened && !dash && !asked_)) return 0;
  // "9-11am" and "2-4pm": the half of the day stands behind the second hour only.
  if (from->bare && !until->bare && until->at < hours{12} && from->at >= hours{12} &&
      from->at - hours{12} < until->at)
    from->at -= hours{12};
  if (from->at >= until->at) return 0;
  add_span({from->at, until->at});
  return n + until->words - i;
}

std::size_t time_reader::exact(std::size_t i) {
  auto n = i;
  const bool named =
      is(i, {"at", "around", "about", "las"}) || (is(i, {"la"}) && at(i + 1) == "una");
  if (named) ++n;
  if (at(n) == "las") ++n;
  const auto t = clock_at(words_, n);
  // A bare number is a time only behind "at", or as the answer to "which times?" beside a day.
  if (!t || (t->bare && !named && !(asked_ && !groups_.empty()))) return 0;
  if (t->bare && is(n, {"one", "una"}) && !named) return 0;
  auto end = n + t->words;
  if (is(end, {"oclock"})) ++end;
  if (end < words_.size() && words_[end].folded == "o" && at(end + 1) == "clock") end += 2;
  add_span({t->at, t->at + hours{1}});
  return end - i;
}

std::size_t time_reader::part(std::size_t i) {
  if (at(i) == "manana" && i > 0 && is(i - 1, {"la", "las"}))
    return add_span({std::nullopt, hours{12}}), 1;
  if (is(i, {"am", "pm"}) && !asked_) return 0;
  // "good morning", "buenas tardes" greet.
  if (i > 0 && is(i - 1, {"good", "buenas", "buenos"})) return 0;
  const auto p = part_of_day(at(i));
  if (!p) return 0;
  add_span(*p);
  return 1;
}

found_times time_reader::read() {
  found_times f;
  bool any = false;
  for (std::size_t i = 0; i < words_.size();) {
    if (taken_[i]) {
      ++i;
      continue;
    }
    if (i > 0 && words_[i - 1].comma_after) excluding_ = false;
    if (const auto n = past(i)) {
      i += n;
      continue;
    }
    std::size_t n = exclusion(i);
    const bool excludes = n != 0;
    for (const auto kind :
         {&time_reader::any_time,
          &time_reader::week,
          &time_reader::date,
          &time_reader::relative_day,
          &time_reader::day_of_week,
          &time_reader::range,
          &time_reader::exact,
          &time_reader::part}) {
      if (n != 0) break;
      n = (this->*kind)(i);
    }
    if (n == 0) {
      if (!is(i, {"or", "and", "y", "o", "ni", "nor", "on", "los", "el"})) excluding_ = false;
      ++i;
      continue;
    }
    if (!any) f.first = i;
    any = true;
    if (!excludes && !weekday_named(at(i))) excluding_ = false;
    i += n;
    f.last = std::min(i, words_.size());
  }
  f.wishes = wishes_of(groups_, any_, today_);
  if (f.wishes.empty() && !any) f.first = f.last = 0;
  return f;
}

}  // namespace

found_times find_times(
    std::string_view text,
    const std::vector<word>& words,
    const std::vector<bool>& taken,
    chrono::local_time<minutes> local_now,
    bool asked
) {
  return time_reader{text, words, taken, local_now, asked}.read();
}

}  // namespace frontdesk::booking
