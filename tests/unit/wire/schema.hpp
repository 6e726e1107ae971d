// SPDX-License-Identifier: Apache-2.0
// As much of JSON Schema 2020-12 as src/wire/schema uses, and stricter in one point: a member that
// the schema does not name is a fault. Pages ignore what they do not know, but whatever the program
// sends is described.
#pragma once
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cmath>
#include <fstream>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <sstream>
#include <string>

namespace schema {
namespace json = boost::json;

class checker {
 public:
  /// The first fault of `text` against `#/$defs/<name>` of `file`, or an empty string.
  std::string fault(const std::string& file, const std::string& name, const std::string& text) {
    return check(json::parse(text), reference(file, "#/$defs/" + name), file, "$");
  }

 private:
  const json::value& document(const std::string& file) {
    auto found = documents_.find(file);
    if (found == documents_.end()) {
      std::ifstream in{std::string{FRONTDESK_SOURCE_DIR} + "/src/wire/schema/" + file};
      std::stringstream text;
      text << in.rdbuf();
      found = documents_.emplace(file, json::parse(text.str())).first;
    }
    return found->second;
  }

  const json::value& reference(const std::string& file, const std::string& pointer) {
    return document(file).at_pointer(pointer.substr(1));
  }

  // `whole`: `s` is all that describes `v`, not one part of an allOf.
  std::string check(
      const json::value& v,
      const json::value& s,
      const std::string& file,
      const std::string& path,
      bool whole = true
  ) {
    const auto& rules = s.as_object();
    if (auto f = check_words(rules, path); !f.empty()) return f;
    if (whole && v.is_object()) {
      if (auto f = check_names(v.get_object(), s, file, path); !f.empty()) return f;
    }
    if (const auto* r = rules.if_contains("$ref")) {
      const auto target = target_of(r->as_string(), file);
      if (auto f = check(v, reference(target.file, target.pointer), target.file, path, false);
          !f.empty())
        return f;
    }
    if (auto f = check_kind(v, rules, path); !f.empty()) return f;
    if (auto f = check_bounds(v, rules, path); !f.empty()) return f;
    if (auto f = check_parts(v, rules, file, path); !f.empty()) return f;
    return check_choices(v, rules, file, path);
  }

  struct place {
    std::string file, pointer;
  };
  static place target_of(const json::string& ref, const std::string& file) {
    const std::string text{ref.c_str()};
    const auto mark = text.find('#');
    return {mark == 0 ? file : text.substr(0, mark), text.substr(mark)};
  }

  // What the checker does not know it cannot hold anybody to.
  static std::string check_words(const json::object& rules, const std::string& path) {
    static const std::set<std::string, std::less<>> known{
        "$ref",
        "type",
        "const",
        "enum",
        "minimum",
        "maximum",
        "format",
        "pattern",
        "minItems",
        "maxItems",
        "required",
        "items",
        "properties",
        "title",
        "description",
        "allOf",
        "oneOf",
        "anyOf",
        "additionalProperties"};
    for (const auto& rule : rules) {
      if (known.count(std::string{rule.key()}) == 0) {
        return path + ": the checker does not know " + std::string{rule.key()};
      }
    }
    return {};
  }

  // The names that `s` gives to members, through all its parts. False: it says nothing about them.
  bool names_of(const json::value& s, const std::string& file, std::set<std::string>& names) {
    const auto& rules = s.as_object();
    bool says = false;
    if (const auto* r = rules.if_contains("$ref")) {
      const auto target = target_of(r->as_string(), file);
      says = names_of(reference(target.file, target.pointer), target.file, names);
    }
    if (const auto* properties = rules.if_contains("properties")) {
      says = true;
      for (const auto& p : properties->as_object()) names.insert(std::string{p.key()});
    }
    for (const char* word : {"allOf", "oneOf", "anyOf"}) {
      const auto* parts = rules.if_contains(word);
      if (parts == nullptr) continue;
      for (const auto& part : parts->as_array()) says = names_of(part, file, names) || says;
    }
    return says;
  }

  std::string check_names(
      const json::object& v, const json::value& s, const std::string& file, const std::string& path
  ) {
    if (s.as_object().contains("additionalProperties")) return {};
    std::set<std::string> names;
    if (!names_of(s, file, names)) return {};
    for (const auto& member : v) {
      if (names.count(std::string{member.key()}) == 0) {
        return path + " has " + std::string{member.key()} + ", which is not described";
      }
    }
    return {};
  }

  static std::string check_bounds(
      const json::value& v, const json::object& rules, const std::string& path
  ) {
    const auto number = [&rules](const char* word) {
      const auto* bound = rules.if_contains(word);
      return bound == nullptr ? std::nullopt : std::optional{bound->to_number<double>()};
    };
    if (v.is_number()) {
      const auto n = v.to_number<double>();
      if (n < number("minimum").value_or(n)) return path + " is below the minimum";
      if (n > number("maximum").value_or(n)) return path + " is above the maximum";
    }
    if (const auto* list = v.if_array()) {
      const auto size = static_cast<double>(list->size());
      if (size < number("minItems").value_or(size)) return path + " has too few items";
      if (size > number("maxItems").value_or(size)) return path + " has too many items";
    }
    const auto* text = v.if_string();
    if (text == nullptr) return {};
    if (const auto* p = rules.if_contains("pattern");
        p != nullptr && !std::regex_search(text->c_str(), std::regex{p->as_string().c_str()})) {
      return path + " does not fit the pattern";
    }
    const auto* format = rules.if_contains("format");
    if (format == nullptr) return {};
    static const std::regex time{R"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)"};
    static const std::regex day{R"(\d{4}-\d\d-\d\d)"};
    if (*format == "date-time" && !std::regex_match(text->c_str(), time))
      return path + " is no time";
    if (*format == "date" && !std::regex_match(text->c_str(), day)) return path + " is no date";
    return {};
  }

  static bool has_type(const json::value& v, std::string_view type) {
    if (type == "object") return v.is_object();
    if (type == "array") return v.is_array();
    if (type == "string") return v.is_string();
    if (type == "boolean") return v.is_bool();
    if (type == "null") return v.is_null();
    if (type == "number") return v.is_number();
    if (!v.is_number()) return false;
    return !v.is_double() || std::floor(v.as_double()) == v.as_double();
  }

  static std::string check_kind(
      const json::value& v, const json::object& rules, const std::string& path
  ) {
    if (const auto* t = rules.if_contains("type")) {
      bool good = false;
      if (t->is_string()) good = has_type(v, t->as_string());
      if (t->is_array()) {
        for (const auto& one : t->as_array()) good = good || has_type(v, one.as_string());
      }
      if (!good) return path + " has the wrong type";
    }
    if (const auto* c = rules.if_contains("const"); c != nullptr && *c != v) {
      return path + " is not the constant";
    }
    if (const auto* e = rules.if_contains("enum")) {
      bool good = false;
      for (const auto& one : e->as_array()) good = good || one == v;
      if (!good) return path + " is none of the enum";
    }
    return {};
  }

  std::string check_parts(
      const json::value& v,
      const json::object& rules,
      const std::string& file,
      const std::string& path
  ) {
    if (const auto* o = v.if_object()) {
      if (const auto* required = rules.if_contains("required")) {
        for (const auto& name : required->as_array()) {
          if (!o->contains(name.as_string())) return path + " lacks " + json::serialize(name);
        }
      }
      if (const auto* properties = rules.if_contains("properties")) {
        for (const auto& [name, inner] : properties->as_object()) {
          const auto* member = o->if_contains(name);
          if (member == nullptr) continue;
          auto f = check(*member, inner, file, path + "." + std::string{name});
          if (!f.empty()) return f;
        }
      }
      if (auto f = check_others(*o, rules, file, path); !f.empty()) return f;
    }
    const auto* items = rules.if_contains("items");
    if (items == nullptr || !v.is_array()) return {};
    for (const auto& item : v.as_array()) {
      if (auto f = check(item, *items, file, path + "[]"); !f.empty()) return f;
    }
    return {};
  }

  // Members that are named by what they are about (facts, phrases).
  std::string check_others(
      const json::object& v,
      const json::object& rules,
      const std::string& file,
      const std::string& path
  ) {
    const auto* others = rules.if_contains("additionalProperties");
    if (others == nullptr || !others->is_object()) return {};
    const auto* properties = rules.if_contains("properties");
    for (const auto& [name, value] : v) {
      if (properties != nullptr && properties->as_object().contains(name)) continue;
      auto f = check(value, *others, file, path + "." + std::string{name});
      if (!f.empty()) return f;
    }
    return {};
  }

  std::string check_choices(
      const json::value& v,
      const json::object& rules,
      const std::string& file,
      const std::string& path
  ) {
    if (const auto* all = rules.if_contains("allOf")) {
      for (const auto& one : all->as_array()) {
        if (auto f = check(v, one, file, path, false); !f.empty()) return f;
      }
    }
    for (const char* word : {"oneOf", "anyOf"}) {
      const auto* some = rules.if_contains(word);
      if (some == nullptr) continue;
      int fitting = 0;
      std::string last;
      for (const auto& one : some->as_array()) {
        auto f = check(v, one, file, path, false);
        fitting += f.empty() ? 1 : 0;
        last += f + "; ";
      }
      const bool one_of = std::string_view{word} == "oneOf";
      if (fitting == 0 || (one_of && fitting != 1))
        return path + " fits " + std::to_string(fitting) + " of " + word + ": " + last;
    }
    return {};
  }

  std::map<std::string, json::value> documents_;
};

}  // namespace schema
