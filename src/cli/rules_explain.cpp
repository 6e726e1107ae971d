// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.hpp"
#include "cli/rules_verbs.hpp"
#include "cli/verbs.hpp"
#include "intent/compiled.hpp"
#include "intent/reading.hpp"

#include <CLI/CLI.hpp>

#include <cmath>
#include <cstdio>
#include <memory>

namespace frontdesk::cli {
namespace {

using namespace intent;

int percent(double share) { return static_cast<int>(std::lround(share * 100)); }

std::string title(const rules& by, const std::string& id) {
  const auto* t = by.find(id);
  return t && !t->title[language::en].empty() ? id + " (" + t->title[language::en] + ")" : id;
}

std::string joined(const lines& words) {
  std::string out;
  for (const auto& w : words) out += (out.empty() ? "\"" : ", \"") + w + "\"";
  return out;
}

void say_safety(const rules& by, const std::string& text) {
  const auto seen = by.parts().danger->look(text, tokenise(text));
  std::printf(
      "Somebody may be in danger: %s. It comes before everything else.\n", seen.topic.c_str()
  );
  if (seen.pattern.empty()) {
    std::printf(
        "No pattern of safety.json decided; the learned score of %d%% is above its threshold.\n",
        percent(seen.score)
    );
    return;
  }
  std::printf(
      "The family \"%s\" saw the words %s, by the pattern\n  %s\n",
      seen.family.c_str(),
      joined(seen.words).c_str(),
      seen.pattern.c_str()
  );
}

void say_outcome(const rules& by, const explanation& e) {
  const auto& r = e.what;
  switch (r.outcome) {
    case outcome::answer:
      for (const auto& t : r.topics) {
        std::printf("It is answered with %s.\n", title(by, t.topic).c_str());
      }
      break;
    case outcome::clarify:
      std::printf(
          "Two topics are close, so the visitor is asked which is meant: %s or %s.\n",
          title(by, r.topics[0].topic).c_str(),
          title(by, r.topics[1].topic).c_str()
      );
      break;
    default:
      std::printf(
          "It is not covered (confidence %d%%, 50%% is needed): the desk asks to rephrase, then "
          "offers a person.\n",
          percent(r.confidence)
      );
  }
  if (r.by_pattern) std::printf("A pattern decided: %s\n", e.pattern.c_str());
  if (r.by_follow_up) std::printf("It was read in the light of the topic before it.\n");
  if (r.mentions_past_crisis) {
    std::printf("It mentions a crisis that is past: one quiet line on where help is, is added.\n");
  }
}

void say_runner_up(const rules& by, const explanation& e) {
  const auto& c = e.what.candidates;
  if (c.size() < 2) return;
  std::printf(
      "The runner-up is %s, %d points behind; below %d points the desk would ask back.\n",
      title(by, c[1].topic).c_str(),
      percent(e.margin),
      percent(by.source().settings.clarify_margin)
  );
}

void say_why(const rules& by, const explanation& e) {
  for (const auto& r : e.repairs) {
    std::printf("\"%s\" was read as \"%s\".\n", r.from.c_str(), r.to.c_str());
  }
  if (!e.what.candidates.empty()) std::printf("The nearest topics:\n");
  for (const auto& c : e.what.candidates) {
    std::printf("  %3d%%  %s\n", percent(c.score), title(by, c.topic).c_str());
  }
  say_runner_up(by, e);
  if (!e.words.empty()) std::printf("The words that counted for the first (-: against it):\n");
  for (const auto& w : e.words) std::printf("  %+.2f  %s\n", w.weight, w.word.c_str());
  if (!e.nearest.empty()) std::printf("The examples most like it:\n");
  for (const auto& n : e.nearest) {
    std::printf(
        "  %3d%%  %s: %s\n",
        percent(n.similarity),
        n.topic.empty() ? "(no topic)" : n.topic.c_str(),
        n.example.c_str()
    );
  }
}

int explain_text(const std::string& folder, const std::string& text, const std::string& after) {
  if (!utf8::valid(text)) {
    std::fprintf(stderr, "frontdesk: the message is not UTF-8 text\n");
    return usage;
  }
  int exit = good;
  const auto by = load_and_train(folder, exit);
  if (!by) return exit;
  context around;
  if (!after.empty()) around.after = after;
  const auto e = explain(*by, text, around);
  std::printf(
      "\"%s\" reads as %s.\n", text.c_str(), e.what.language == language::es ? "Spanish" : "English"
  );
  if (e.what.outcome == outcome::safety) {
    say_safety(*by, text);
  } else {
    say_outcome(*by, e);
  }
  say_why(*by, e);
  return good;
}

}  // namespace

void add_rules_explain(CLI::App& rules, int& exit) {
  auto* verb = rules.add_subcommand("explain", "Why a message is understood as it is");
  auto folder = std::make_shared<std::string>(), text = std::make_shared<std::string>(),
       after = std::make_shared<std::string>();
  verb->add_option("DIR", *folder, "The rules folder")->required();
  verb->add_option("TEXT", *text, "The message")->required();
  verb->add_option("--after", *after, "The topic that was answered before it");
  verb->callback([=, &exit] { exit = explain_text(*folder, *text, *after); });
}

}  // namespace frontdesk::cli
