// SPDX-License-Identifier: Apache-2.0
// A place is a gap between words: place p is before word p. Sets of places are rows of bits, one
// for each state, so that taking a word is a shift by one.
#include "intent/automaton.hpp"

#include <algorithm>

namespace frontdesk::intent::patterns {
namespace {

using bits = std::uint64_t;

// The places of `from` before a word of `with` (nullptr: any word), moved behind it, join `to`.
void forward(const bits* from, const bits* with, std::size_t width, bits* to) {
  bits carried = 0;
  for (std::size_t i = 0; i < width; ++i) {
    const bits taken = with ? from[i] & with[i] : from[i];
    to[i] |= taken << 1U | carried;
    carried = taken >> 63U;
  }
}

// Places behind words, moved before them.
bits backward(const bits* row, std::size_t i, std::size_t width) {
  return row[i] >> 1U | (i + 1 < width ? row[i + 1] << 63U : 0);
}

bool empty(const bits* row, std::size_t width) {
  return std::all_of(row, row + width, [](bits b) { return b == 0; });
}

void set(bits* row, std::size_t place) { row[place / 64] |= bits{1} << place % 64; }

}  // namespace

void atoms_of_words::add(atom a, std::size_t word) {
  if (!has(a)) {
    number_[a] = static_cast<std::uint32_t>(atoms_.size());
    atoms_.push_back(a);
    bits_.resize(bits_.size() + width_);
  }
  set(bits_.data() + number_[a] * width_, word);
}

// Where a match may begin.
void automaton::begin(const atoms_of_words& in, bounds b, bits* places) const {
  for (std::size_t w = 0; w < (first ? std::min<std::size_t>(in.words(), 1) : in.words()); ++w)
    set(places, w);
  if (!first || !b.starts) return;
  for (std::size_t i = 0; i < in.width(); ++i) places[i] |= b.starts->bits()[i];
}

// Where one may end.
void automaton::finish(const atoms_of_words& in, bounds b, bits* places) const {
  for (std::size_t w = last ? in.words() : 1; w <= in.words(); ++w) set(places, w);
  if (last && b.ends) forward(b.ends->bits(), nullptr, in.width(), places);
}

// Fills a row for each state: the places at which it can be reached.
void automaton::reach(const atoms_of_words& in, bounds b, std::vector<bits>& rows) const {
  const auto width = in.width();
  rows.assign((end + 1U) * width, 0);
  begin(in, b, rows.data());
  for (const step& s : steps) {
    const bits* from = rows.data() + s.from * width;
    bits* to = rows.data() + s.to * width;
    if (s.takes == step::nothing) {
      for (std::size_t i = 0; i < width; ++i) to[i] |= from[i];
    } else if (s.takes == step::any) {
      forward(from, nullptr, width, to);
    } else if (!empty(from, width) && in.has(s.takes)) {
      forward(from, in.where(s.takes), width, to);
    }
  }
}

bool automaton::matches(const atoms_of_words& in, const word_set* masked, bounds b) const {
  static thread_local std::vector<bits> reached, ends;
  const auto width = in.width();
  reach(in, b, reached);
  ends.assign(width, 0);
  finish(in, b, ends.data());
  bool ended = false;
  for (std::size_t i = 0; i < width; ++i)
    ended = ended || (reached[end * width + i] & ends[i]) != 0;
  if (!ended) return false;
  word_set taken(in.words());
  mark(in, taken, b);
  for (std::size_t i = 0; i < width; ++i)
    if ((taken.bits()[i] & ~(masked ? masked->bits()[i] : 0)) != 0) return true;
  return false;
}

void automaton::mark(const atoms_of_words& in, word_set& words, bounds b) const {
  static thread_local std::vector<bits> reached, leads;  // leads: from here the end can be reached
  const auto width = in.width();
  reach(in, b, reached);
  leads.assign((end + 1U) * width, 0);
  finish(in, b, leads.data() + end * width);
  for (auto s = steps.rbegin(); s != steps.rend(); ++s) {
    bits* from = leads.data() + s->from * width;
    const bits* to = leads.data() + s->to * width;
    const bool takes_one = s->takes != step::any && s->takes != step::nothing;
    if (takes_one && !in.has(s->takes)) continue;
    for (std::size_t i = 0; i < width; ++i) {
      bits here = s->takes == step::nothing ? to[i] : backward(to, i, width);
      if (takes_one) here &= in.where(s->takes)[i];
      if (takes_one) words.bits()[i] |= here & reached[s->from * width + i];
      from[i] |= here;
    }
  }
}

}  // namespace frontdesk::intent::patterns
