// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "cli/rules_verbs.hpp"
#include "cli/verbs.hpp"
#include "intent/json_text.hpp"
#include "intent/reading.hpp"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <iostream>
#include <memory>

namespace frontdesk::cli {
namespace {

using namespace intent;

constexpr std::size_t line_bytes_max = 64 * 1024;

std::string number(double n) {
  char out[32];
  std::snprintf(out, sizeof out, "%.4f", n);
  return out;
}

std::string list(const std::vector<scored>& topics) {
  std::string out = "[";
  for (const auto& s : topics) {
    out += out.size() > 1 ? "," : "";
    out += "{\"id\":" + json_text::quoted(s.topic) + ",\"score\":" + number(s.score) + "}";
  }
  return out + "]";
}

std::string to_json(std::string_view text, const reading& r) {
  return "{\"text\":" + json_text::quoted(text) + ",\"outcome\":\"" + to_text(r.outcome) +
         "\",\"intents\":" + list(r.topics) + ",\"candidates\":" + list(r.candidates) +
         ",\"confidence\":" + number(r.confidence) + ",\"language\":\"" +
         language_codes[static_cast<std::size_t>(r.language)] + "\"}";
}

// Reads one line of at most `line_bytes_max`; the rest of a longer one is skipped.
enum class line { read, too_long, end };
line next_line(std::istream& in, std::string& to) {
  to.clear();
  bool any = false;
  auto& from = *in.rdbuf();
  for (int c = from.sbumpc(); c != EOF; c = from.sbumpc()) {
    any = true;
    if (c == '\n') break;
    if (to.size() <= line_bytes_max) to += static_cast<char>(c);
  }
  if (!any) return line::end;
  if (!to.empty() && to.back() == '\r') to.pop_back();
  return to.size() > line_bytes_max ? line::too_long : line::read;
}

double percentile(std::vector<double>& us, double share) {
  if (us.empty()) return 0;
  const auto at = static_cast<std::size_t>(share * static_cast<double>(us.size() - 1) + 0.5);
  std::nth_element(us.begin(), us.begin() + static_cast<std::ptrdiff_t>(at), us.end());
  return us[at];
}

void print_stats(std::vector<double>& us) {
  const double half = percentile(us, 0.5), most = percentile(us, 0.99);
  std::printf(
      "{\"stats\":{\"messages\":%zu,\"p50_us\":%.1f,\"p99_us\":%.1f}}\n", us.size(), half, most
  );
}

int match(const std::string& folder, bool stats) {
  int exit = good;
  const auto by = load_and_train(folder, exit);
  if (!by) return exit;
  std::ios::sync_with_stdio(false);
  std::string text;
  std::vector<double> us;
  std::size_t number_of_line = 0;
  for (auto got = next_line(std::cin, text); got != line::end; got = next_line(std::cin, text)) {
    ++number_of_line;
    if (got == line::too_long || !utf8::valid(text)) {
      std::printf(
          "{\"error\":\"line %zu is %s\"}\n",
          number_of_line,
          got == line::too_long ? "longer than 64 KiB" : "not UTF-8 text"
      );
      exit = findings;
      continue;
    }
    const auto begin = std::chrono::steady_clock::now();
    const auto r = read(*by, text, {});
    const std::chrono::duration<double, std::micro> took = std::chrono::steady_clock::now() - begin;
    us.push_back(took.count());
    std::printf("%s\n", to_json(text, r).c_str());
    // Somebody may be typing at the other end; a pipe that has more to read is not held up.
    if (std::cin.rdbuf()->in_avail() <= 0) std::fflush(stdout);
  }
  if (stats) print_stats(us);
  return std::fflush(stdout) == 0 ? exit : input_output;
}

}  // namespace

void add_rules_match(CLI::App& rules, int& exit) {
  auto* verb = rules.add_subcommand(
      "match", "Read one message a line from stdin, write what is understood as JSON"
  );
  auto folder = std::make_shared<std::string>();
  auto stats = std::make_shared<bool>(false);
  verb->add_option("DIR", *folder, "The rules folder")->required();
  verb->add_flag("--stats", *stats, "Add a last line with the time that messages took");
  verb->callback([=, &exit] { exit = match(*folder, *stats); });
}

}  // namespace frontdesk::cli
