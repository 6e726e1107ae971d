// SPDX-License-Identifier: Apache-2.0
// frontdesk booking extract: what the form would read in each message, one JSON object a line.
#include "booking/wishes.hpp"
#include "cli/verbs.hpp"

#include <boost/json.hpp>

#include <CLI/CLI.hpp>

#include <array>
#include <cstdio>
#include <iostream>
#include <memory>
#include <string>

namespace frontdesk::cli {
namespace {

namespace chrono = std::chrono;
using local_minutes = chrono::local_time<chrono::minutes>;

struct extract_options {
  std::string at, language = "en", asked = "nothing";
};

// The wall clock of `2026-03-10T09:30-04:00[America/New_York]` (RFC 9557). Wishes are local to the
// clinic, so the offset and the zone only say which clock it is.
std::optional<local_minutes> wall_clock_of(const std::string& at) {
  int year = 0;
  unsigned month = 0, day = 0;
  int hour = 0, minute = 0;
  if (std::sscanf(at.c_str(), "%4d-%2u-%2uT%2d:%2d", &year, &month, &day, &hour, &minute) != 5)
    return std::nullopt;
  const chrono::year_month_day date{chrono::year{year}, chrono::month{month}, chrono::day{day}};
  if (!date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return chrono::local_days{date} + chrono::hours{hour} + chrono::minutes{minute};
}

std::string clock_text(chrono::minutes m) {
  std::array<char, 16> out{};
  std::snprintf(
      out.data(),
      out.size(),
      "%02d:%02d",
      static_cast<int>(m.count() / 60),
      static_cast<int>(m.count() % 60)
  );
  return out.data();
}

std::string date_text(chrono::year_month_day d) {
  std::array<char, 32> out{};
  std::snprintf(
      out.data(),
      out.size(),
      "%04d-%02u-%02u",
      static_cast<int>(d.year()),
      static_cast<unsigned>(d.month()),
      static_cast<unsigned>(d.day())
  );
  return out.data();
}

boost::json::object wish_json(const booking::wish& w) {
  static constexpr std::array<const char*, 7> names{
      "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"};
  boost::json::object o;
  if (w.day) o["day"] = date_text(*w.day);
  if (!w.weekdays.empty()) {
    auto& days = o["weekdays"].emplace_array();
    for (const auto d : w.weekdays) days.emplace_back(names.at(d.c_encoding()));
  }
  if (w.from) o["from"] = clock_text(*w.from);
  if (w.until) o["until"] = clock_text(*w.until);
  return o;
}

boost::json::object found_json(const std::string& text, const booking::found& f) {
  boost::json::object o;
  o["text"] = text;
  if (f.name) o["name"] = *f.name;
  if (f.phone) o["phone"] = *f.phone;
  if (!f.extension.empty()) o["extension"] = f.extension;
  if (f.email) o["email"] = *f.email;
  if (f.times) o["times"] = *f.times;
  if (!f.wishes.empty()) {
    auto& wishes = o["wishes"].emplace_array();
    for (const auto& w : f.wishes) wishes.emplace_back(wish_json(w));
  }
  if (f.returning) o["returning"] = *f.returning;
  return o;
}

booking::expected asked_of(const std::string& name) {
  using booking::expected;
  if (name == "name") return expected::name;
  if (name == "contact") return expected::contact;
  if (name == "times") return expected::times;
  return name == "returning" ? expected::returning : expected::nothing;
}

int extract_lines(const extract_options& options) {
  const auto now = wall_clock_of(options.at);
  if (!now) {
    std::cerr
        << "frontdesk: --at wants a local time such as 2026-03-10T09:30-04:00[America/New_York]\n";
    return usage;
  }
  std::string line;
  while (std::getline(std::cin, line)) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    const auto found =
        booking::extract(line, *now, options.language == "es", asked_of(options.asked));
    std::cout << boost::json::serialize(found_json(line, found)) << '\n';
  }
  return std::cout.flush() ? good : input_output;
}

}  // namespace

void add_booking(CLI::App& app, int& exit) {
  auto* verb = app.add_subcommand("booking", "Wished times, names and contacts in messages");
  verb->require_subcommand(1);
  auto* extract = verb->add_subcommand(
      "extract", "Reads one message a line on stdin, writes the fields found as JSON"
  );
  auto options = std::make_shared<extract_options>();
  extract
      ->add_option(
          "--at", options->at, "The clinic's wall clock, for \"tomorrow\" and \"next week\""
      )
      ->required();
  extract->add_option("--language", options->language, "en or es, where words differ")
      ->check(CLI::IsMember({"en", "es"}));
  extract->add_option("--asked", options->asked, "What the form asked for last")
      ->check(CLI::IsMember({"nothing", "name", "contact", "times", "returning"}));
  extract->callback([options, &exit] { exit = extract_lines(*options); });
}

}  // namespace frontdesk::cli
