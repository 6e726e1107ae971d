// SPDX-License-Identifier: Apache-2.0
// As much of JSON Schema 2020-12 as src/wire/schema uses: holds what the encoder writes against it.
#pragma once
#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>

#include <cmath>
#include <fstream>
#include <map>
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

  std::string check(
      const json::value& v, const json::value& s, const std::string& file, const std::string& path
  ) {
    const auto& rules = s.as_object();
    if (const auto* r = rules.if_contains("$ref")) {
      const std::string ref{r->as_string().c_str()};
      const auto mark = ref.find('#');
      const auto target = mark == 0 ? file : ref.substr(0, mark);
      if (auto f = check(v, reference(target, ref.substr(mark)), target, path); !f.empty())
        return f;
    }
    if (auto f = check_kind(v, rules, path); !f.empty()) return f;
    if (auto f = check_parts(v, rules, file, path); !f.empty()) return f;
    return check_choices(v, rules, file, path);
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
    if (const auto* m = rules.if_contains("minimum");
        m != nullptr && v.is_number() && v.to_number<double>() < m->to_number<double>()) {
      return path + " is below the minimum";
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
    }
    const auto* items = rules.if_contains("items");
    if (items == nullptr || !v.is_array()) return {};
    for (const auto& item : v.as_array()) {
      if (auto f = check(item, *items, file, path + "[]"); !f.empty()) return f;
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
        if (auto f = check(v, one, file, path); !f.empty()) return f;
      }
    }
    for (const char* word : {"oneOf", "anyOf"}) {
      const auto* some = rules.if_contains(word);
      if (some == nullptr) continue;
      int fitting = 0;
      std::string last;
      for (const auto& one : some->as_array()) {
        auto f = check(v, one, file, path);
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
