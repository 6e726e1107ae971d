// SPDX-License-Identifier: Apache-2.0
#include "intent/pattern_set.hpp"

#include <algorithm>

namespace frontdesk::intent::patterns {
namespace {

// Beyond this a pattern never matches; 8 KiB of text cannot make more without huge synonym groups.
constexpr std::size_t states_max = 16'000;

void unique(std::vector<atom>& atoms) {
  std::sort(atoms.begin(), atoms.end());
  atoms.erase(std::unique(atoms.begin(), atoms.end()), atoms.end());
}

}  // namespace

// Turns the tree of one pattern into states. States between two elements are shared by all
// alternatives, so the number of edges is the number of words written.
struct set::builder {
  set& to;
  language in;
  automaton made{};
  std::vector<step> free{};
  std::size_t states = 1;

  state fresh() { return static_cast<state>(std::min(states++, states_max)); }

  // Adds a row from `from` on; the state after it.
  state add(const row& r, state from) {
    for (const auto& e : r) from = add(e, from);
    return from;
  }
  state add(const element& e, state from) {
    switch (e.type) {
      case part::gap:
        return add_gap(e.words, from);
      case part::group:
        return add_group(e.oneof, e.optional, from);
      case part::synonym:
        return add_group(synonyms_of(e.text), false, from);
      default:
        break;
    }
    const auto after = fresh();
    made.edges.push_back({to.intern(e.type, e.text, in), from, after});
    return after;
  }
  state add_gap(int words, state from) {
    std::vector<state> reached{from};
    for (int i = 0; i < words; ++i) {
      const auto next = fresh();
      made.any.push_back({reached.back(), next});
      reached.push_back(next);
    }
    const auto after = reached.back();
    for (std::size_t i = 0; i + 1 < reached.size(); ++i) free.push_back({reached[i], after});
    return after;
  }
  // The state after a group has a higher number than all states inside, which keeps the order.
  state add_group(const std::vector<row>& oneof, bool optional, state from) {
    std::vector<state> ends;
    for (const auto& r : oneof) ends.push_back(add(r, from));
    const auto after = fresh();
    for (const auto s : ends) free.push_back({s, after});
    if (optional) free.push_back({from, after});
    return after;
  }
  // An unknown group is the word itself.
  std::vector<row> synonyms_of(const std::string& word) const {
    const lines* found = nullptr;
    if (to.synonyms_) {
      for (const auto& group : (*to.synonyms_)[in]) {
        for (const auto& w : group) {
          if (!found && normalise(w) == word) found = &group;
        }
      }
    }
    std::vector<row> out;
    for (const auto& w : found ? *found : lines{word}) {
      row r;
      for (const auto& t : tokenise(w)) {
        element e;
        e.text = t.normal;
        r.push_back(std::move(e));
      }
      if (!r.empty()) out.push_back(std::move(r));
    }
    return out;
  }

  // For each alternative of an element the atoms of which one must be there; empty: nothing must.
  std::vector<std::vector<atom>> needed(const element& e) {
    if (e.optional || e.type == part::gap) return {};
    if (e.type == part::group || e.type == part::synonym) {
      std::vector<std::vector<atom>> out;
      for (const auto& r : e.type == part::group ? e.oneof : synonyms_of(e.text)) {
        auto best = needed(r);
        if (best.empty()) return {};
        std::vector<atom> all;
        for (const auto& one : best) all.insert(all.end(), one.begin(), one.end());
        out.push_back(std::move(all));
      }
      return out;
    }
    return {{to.intern(e.type, e.text, in)}};
  }
  // Of a row: the alternatives of its most telling element.
  std::vector<std::vector<atom>> needed(const row& r) {
    std::vector<std::vector<atom>> best;
    std::size_t cost = 0;
    for (const auto& e : r) {
      auto here = needed(e);
      if (here.empty()) continue;
      std::size_t c = 0;
      for (const auto& one : here) {
        for (const auto a : one) c += 1 + to.used_[a];
      }
      if (best.empty() || c < cost) {
        cost = c;
        best = std::move(here);
      }
    }
    return best;
  }
};

atom set::intern(part type, const std::string& word, language in) {
  const auto next = static_cast<atom>(used_.size());
  const auto named = [&](atom_by_word& where, const std::string& key) {
    const auto [it, fresh] = where.emplace(key, next);
    if (fresh) used_.push_back(0);
    return it->second;
  };
  atom out = next;
  if (type == part::prefix) {
    auto& same_letter = prefixes_[word.front()];
    const auto it = std::find_if(same_letter.begin(), same_letter.end(), [&](const auto& p) {
      return p.first == word;
    });
    if (it != same_letter.end()) return it->second;
    same_letter.emplace_back(word, next);
    used_.push_back(0);
    return out;
  }
  out = type == part::exact ? named(exact_, word) : named(stems_[in], stem(word, in));
  if (out == next) vocabulary_.push_back(word);
  return out;
}

std::size_t set::add(std::string_view text, language in) {
  const auto read = parse(text);
  automata_.emplace_back();
  needed_.emplace_back();
  if (!read.fault.empty()) return automata_.size() - 1;
  builder b{*this, in, {}, {}, 1};
  const auto end = b.add(read.pattern.row, 0);
  if (b.states > states_max) return automata_.size() - 1;
  for (const auto& e : b.made.edges) ++used_[e.atom];
  needed_.back() = b.needed(read.pattern.row);
  auto& a = automata_.back();
  a = std::move(b.made);
  a.free = std::move(b.free);
  a.end = end;
  a.first = read.pattern.first;
  a.last = read.pattern.last;
  const auto by_from = [](const step& x, const step& y) {
    return std::pair(x.from, x.to) < std::pair(y.from, y.to);
  };
  std::sort(a.free.begin(), a.free.end(), by_from);
  std::sort(a.edges.begin(), a.edges.end(), [](const edge& x, const edge& y) {
    return x.atom < y.atom;
  });
  return automata_.size() - 1;
}

void set::finish() {
  keyed_.assign(used_.size(), {});
  for (std::size_t p = 0; p < needed_.size(); ++p) {
    std::vector<atom> keys;
    for (const auto& one : needed_[p]) keys.insert(keys.end(), one.begin(), one.end());
    unique(keys);
    for (const auto a : keys) keyed_[a].push_back(static_cast<std::uint32_t>(p));
  }
  needed_.clear();
  needed_.shrink_to_fit();
  synonyms_ = nullptr;
  std::sort(vocabulary_.begin(), vocabulary_.end());
  vocabulary_.erase(std::unique(vocabulary_.begin(), vocabulary_.end()), vocabulary_.end());
}

void set::atoms_of(const token& t, std::vector<atom>& to) const {
  for (std::size_t l = 0; l < language_count; ++l) {
    const auto it = stems_.each[l].find(t.stem.each[l]);
    if (it != stems_.each[l].end()) to.push_back(it->second);
  }
  if (const auto it = exact_.find(t.normal); it != exact_.end()) to.push_back(it->second);
  if (t.normal.empty()) return;
  if (const auto it = prefixes_.find(t.normal.front()); it != prefixes_.end()) {
    for (const auto& [prefix, a] : it->second) {
      if (t.normal.compare(0, prefix.size(), prefix) == 0) to.push_back(a);
    }
  }
}

atoms_of_words set::look(const std::vector<token>& words, const std::vector<reading>& also) const {
  atoms_of_words out;
  out.begin.reserve(words.size() + 1);
  for (std::size_t w = 0; w < words.size(); ++w) {
    atoms_of(words[w], out.atoms);
    for (const auto& [word, other] : also) {
      if (word == w) atoms_of(other, out.atoms);
    }
    out.begin.push_back(static_cast<std::uint32_t>(out.atoms.size()));
  }
  return out;
}

std::vector<std::size_t> set::find(
    const atoms_of_words& in, const std::vector<char>* masked, automaton::bounds b
) const {
  std::vector<std::uint32_t> candidates;
  for (const auto a : in.atoms) {
    candidates.insert(candidates.end(), keyed_[a].begin(), keyed_[a].end());
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<std::size_t> out;
  for (const auto p : candidates) {
    if (automata_[p].matches(in, masked, b)) out.push_back(p);
  }
  return out;
}

}  // namespace frontdesk::intent::patterns
