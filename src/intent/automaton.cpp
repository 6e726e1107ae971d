// SPDX-License-Identifier: Apache-2.0
// A state carries two marks: 1, it is reached; 2, it is reached by a way on which some word was not
// masked. A match counts when the end carries mark 2.
#include "intent/automaton.hpp"

#include <algorithm>

namespace frontdesk::intent::patterns {
namespace {

constexpr unsigned char reached = 1, counted = 2, both = reached | counted;

std::pair<const edge*, const edge*> edges_of(const std::vector<edge>& edges, atom a) {
  const auto* begin = edges.data();
  const auto* end = begin + edges.size();
  const auto* from =
      std::lower_bound(begin, end, a, [](const edge& e, atom x) { return e.atom < x; });
  const auto* to = from;
  while (to != end && to->atom == a) ++to;
  return {from, to};
}

}  // namespace

bool automaton::may_begin(std::size_t word, bounds b) const {
  return !first || word == 0 || (b.starts && (*b.starts)[word]);
}

bool automaton::may_end(std::size_t word, std::size_t words, bounds b) const {
  return !last || word + 1 == words || (b.ends && (*b.ends)[word]);
}

// From the states before a word to those after it.
void automaton::advance(
    const atoms_of_words& in, std::size_t word, bool counts, const states& now, states& next
) const {
  std::fill(next.begin(), next.end(), static_cast<unsigned char>(0));
  const auto mark = [&](state from, state to) {
    if (now[from]) next[to] |= counts ? both : now[from];
  };
  for (auto i = in.begin[word]; i < in.begin[word + 1]; ++i) {
    const auto [e, end_of] = edges_of(edges, in.atoms[i]);
    for (const auto* x = e; x != end_of; ++x) mark(x->from, x->to);
  }
  for (const auto& s : any) next[s.to] |= now[s.from];
  for (const auto& s : free) next[s.to] |= next[s.from];
}

bool automaton::matches(const atoms_of_words& in, const std::vector<char>* masked, bounds b) const {
  thread_local states now, next;
  now.assign(end + 1U, 0);
  next.assign(end + 1U, 0);
  for (std::size_t w = 0; w < in.words(); ++w) {
    if (may_begin(w, b)) {
      now[0] |= reached;
      for (const auto& s : free) now[s.to] |= now[s.from];
    }
    advance(in, w, !masked || !(*masked)[w], now, next);
    if ((next[end] & counted) && may_end(w, in.words(), b)) return true;
    now.swap(next);
  }
  return false;
}

void automaton::mark(const atoms_of_words& in, std::vector<char>& words, bounds b) const {
  const auto n = in.words();
  std::vector<states> forward(n, states(end + 1U, 0));
  states now(end + 1U, 0), next(end + 1U, 0);
  for (std::size_t w = 0; w < n; ++w) {
    if (may_begin(w, b)) {
      now[0] = reached;
      for (const auto& s : free) now[s.to] |= now[s.from];
    }
    forward[w] = now;
    advance(in, w, true, now, next);
    now.swap(next);
  }
  // Backwards: `leads` are the states after word w from which the end can still be reached.
  states leads(end + 1U, 0), before(end + 1U, 0);
  for (std::size_t w = n; w-- > 0;) {
    if (may_end(w, n, b)) leads[end] = 1;
    for (auto s = free.rbegin(); s != free.rend(); ++s) leads[s->from] |= leads[s->to];
    std::fill(before.begin(), before.end(), static_cast<unsigned char>(0));
    for (auto i = in.begin[w]; i < in.begin[w + 1]; ++i) {
      const auto [e, end_of] = edges_of(edges, in.atoms[i]);
      for (const auto* x = e; x != end_of; ++x) {
        if (!leads[x->to]) continue;
        before[x->from] = 1;
        if (forward[w][x->from]) words[w] = 1;
      }
    }
    for (const auto& s : any) before[s.from] |= leads[s.to];
    leads.swap(before);
  }
}

}  // namespace frontdesk::intent::patterns
