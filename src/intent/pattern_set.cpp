// SPDX-License-Identifier: Apache-2.0
#include "intent/pattern_set.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

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
    made.steps.push_back({to.intern(e.type, e.text, in), from, after});
    return after;
  }
  state add_gap(int words, state from) {
    std::vector<state> reached{from};
    for (int i = 0; i < words; ++i) {
      const auto next = fresh();
      made.steps.push_back({step::any, reached.back(), next});
      reached.push_back(next);
    }
    const auto after = reached.back();
    for (std::size_t i = 0; i + 1 < reached.size(); ++i)
      made.steps.push_back({step::nothing, reached[i], after});
    return after;
  }
  // The state after a group has a higher number than all states inside, which keeps the order.
  state add_group(const std::vector<row>& oneof, bool optional, state from) {
    std::vector<state> ends;
    for (const auto& r : oneof) ends.push_back(add(r, from));
    const auto after = fresh();
    for (const auto s : ends) made.steps.push_back({step::nothing, s, after});
    if (optional) made.steps.push_back({step::nothing, from, after});
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

  // Atoms of which one must be there for an element to match; empty: it needs none.
  alternatives needed(const element& e) {
    if (e.optional || e.type == part::gap) return {};
    if (e.type != part::group && e.type != part::synonym) return {to.intern(e.type, e.text, in)};
    alternatives all;
    for (const auto& r : e.type == part::group ? e.oneof : synonyms_of(e.text)) {
      const auto one = to.rarest(needed(r));
      if (one.empty()) return {};
      all.insert(all.end(), one.begin(), one.end());
    }
    unique(all);
    return all;
  }
  // Of each element of a row that needs any.
  std::vector<alternatives> needed(const row& r) {
    std::vector<alternatives> all;
    for (const auto& e : r) {
      auto here = needed(e);
      if (!here.empty()) all.push_back(std::move(here));
    }
    return all;
  }
};

// The one that the fewest patterns have.
set::alternatives set::rarest(const std::vector<alternatives>& of) const {
  const auto cost = [this](const alternatives& one) {
    return std::accumulate(one.begin(), one.end(), std::size_t{0}, [this](std::size_t sum, atom a) {
      return sum + 1 + used_[a];
    });
  };
  const auto less = [&](const auto& a, const auto& b) { return cost(a) < cost(b); };
  const auto best = std::min_element(of.begin(), of.end(), less);
  return best == of.end() ? alternatives{} : *best;
}

atom set::intern(part type, const std::string& word, language in) {
  const auto next = static_cast<atom>(used_.size());
  const auto named = [&](flat_index& where, std::vector<atom>& atoms, const std::string& key) {
    const auto at = where.add(hash_of(key));
    if (at == atoms.size()) {
      atoms.push_back(next);
      used_.push_back(0);
    }
    return atoms[at];
  };
  if (type == part::prefix) {
    auto& same_letter = prefixes_[word.front()];
    const auto it = std::find_if(same_letter.begin(), same_letter.end(), [&](const auto& p) {
      return p.first == word;
    });
    if (it != same_letter.end()) return it->second;
    same_letter.emplace_back(word, next);
    used_.push_back(0);
    return next;
  }
  const atom out = type == part::exact ? named(exact_, exact_atoms_, word)
                                       : named(stems_[in], stem_atoms_[in], stem(word, in));
  if (out == next) vocabulary_.push_back(word);
  return out;
}

std::size_t set::add(std::string_view text, language in) {
  const auto read = parse(text);
  automata_.emplace_back();
  needed_.emplace_back();
  if (!read.fault.empty()) return automata_.size() - 1;
  builder b{*this, in, {}, 1};
  const auto end = b.add(read.pattern.row, 0);
  if (b.states > states_max) return automata_.size() - 1;
  for (const auto& s : b.made.steps)
    if (s.takes < used_.size()) ++used_[s.takes];
  needed_.back() = b.needed(read.pattern.row);
  auto& a = automata_.back();
  a = std::move(b.made);
  a.end = end;
  a.first = read.pattern.first;
  a.last = read.pattern.last;
  const auto by_from = [](const step& x, const step& y) {
    return std::tie(x.from, x.to, x.takes) < std::tie(y.from, y.to, y.takes);
  };
  std::sort(a.steps.begin(), a.steps.end(), by_from);
  return automata_.size() - 1;
}

void set::finish() {
  keyed_.assign(used_.size(), {});
  for (std::size_t p = 0; p < needed_.size(); ++p)
    for (const auto a : rarest(needed_[p])) keyed_[a].push_back(static_cast<std::uint32_t>(p));
  synonyms_ = nullptr;
  std::sort(vocabulary_.begin(), vocabulary_.end());
  vocabulary_.erase(std::unique(vocabulary_.begin(), vocabulary_.end()), vocabulary_.end());
}

template <class F>
void set::each_atom(const token& t, F f) const {
  const auto take = [&f](const flat_index& from, const std::vector<atom>& atoms, auto& word) {
    const auto at = from.find(hash_of(word));
    if (at != flat_index::none) f(atoms[at]);
  };
  for (const auto in : {language::en, language::es}) take(stems_[in], stem_atoms_[in], t.stem[in]);
  take(exact_, exact_atoms_, t.normal);
  if (t.normal.empty()) return;
  if (const auto it = prefixes_.find(t.normal.front()); it != prefixes_.end()) {
    for (const auto& [prefix, a] : it->second) {
      if (t.normal.compare(0, prefix.size(), prefix) == 0) f(a);
    }
  }
}

atoms_of_words set::look(std::span<const token> words, const std::vector<reading>& also) const {
  atoms_of_words out(words.size(), used_.size());
  for (std::size_t w = 0; w < words.size(); ++w)
    each_atom(words[w], [&](atom a) { out.add(a, w); });
  for (const auto& [w, other] : also) each_atom(other, [&, at = w](atom a) { out.add(a, at); });
  return out;
}

bool set::may_match(std::size_t pattern, const atoms_of_words& in) const {
  const auto there = [&](atom a) { return in.has(a); };
  return std::all_of(needed_[pattern].begin(), needed_[pattern].end(), [&](const auto& one) {
    return std::any_of(one.begin(), one.end(), there);
  });
}

std::vector<std::size_t> set::find(
    const atoms_of_words& in, range among, const word_set* masked, automaton::bounds b
) const {
  std::vector<std::size_t> candidates;
  for (const auto a : in.atoms()) {
    const auto& waiting = keyed_[a];
    auto p = std::lower_bound(waiting.begin(), waiting.end(), among.begin);
    for (; p != waiting.end() && *p < among.end; ++p)
      if (may_match(*p, in)) candidates.push_back(*p);
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  const auto fails = [&](std::size_t p) { return !automata_[p].matches(in, masked, b); };
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(), fails), candidates.end());
  return candidates;
}

}  // namespace frontdesk::intent::patterns
