// SPDX-License-Identifier: Apache-2.0
#include "server/small_rules.hpp"

#include "paths.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <fstream>
#include <sstream>

namespace test {
namespace {

namespace json = boost::json;
namespace fs = std::filesystem;

constexpr std::size_t examples_max = 10;
constexpr std::array topics{
    "chat.greeting",
    "chat.thanks",
    "chat.human",
    "ketamine.what",
    "fibromyalgia.what",
    "visit.book"};

bool kept(const json::value& id) {
  return std::any_of(topics.begin(), topics.end(), [&](const char* t) {
    return id.as_string() == t;
  });
}

// The first of each list of texts, however deep.
void shorten(json::value& v) {
  if (auto* object = v.if_object()) {
    for (auto& member : *object) shorten(member.value());
  }
  auto* list = v.if_array();
  if (list != nullptr && list->size() > examples_max) list->resize(examples_max);
}

void cut_choices(json::value& answers) {
  for (auto& language : answers.as_object()) {
    for (auto& variant : language.value().as_array()) {
      auto* choices = variant.as_object().if_contains("choices");
      if (choices == nullptr) continue;
      json::array left;
      for (auto& id : choices->as_array()) {
        if (kept(id)) left.push_back(id);
      }
      *choices = std::move(left);
    }
  }
}

void cut_topics(json::array& all) {
  json::array left;
  for (auto& topic : all) {
    auto& t = topic.as_object();
    if (!kept(t.at("id"))) continue;
    shorten(t.at("examples"));
    t.erase("follow_ups");
    cut_choices(t.at("answers"));
    left.push_back(std::move(topic));
  }
  all = std::move(left);
}

json::value read(const fs::path& file) {
  std::ifstream in{file};
  std::stringstream text;
  text << in.rdbuf();
  return json::parse(text.str());
}

}  // namespace

void write_small_rules(const fs::path& folder) {
  fs::create_directories(folder);
  for (const auto& entry : fs::directory_iterator{source_folder() / "intents"}) {
    if (entry.path().extension() != ".json") continue;
    auto rules = read(entry.path());
    auto& top = rules.as_object();
    if (auto* all = top.if_contains("intents")) {
      cut_topics(all->as_array());
      if (all->as_array().empty()) continue;
    }
    const auto name = entry.path().filename();
    if (name == "none.json") shorten(rules);
    if (name == "safety.json") {
      for (const char* part : {"examples", "harmless"}) shorten(top.at(part));
    }
    std::ofstream{folder / name} << json::serialize(rules);
  }
}

}  // namespace test
