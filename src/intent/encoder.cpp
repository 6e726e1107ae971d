// SPDX-License-Identifier: Apache-2.0
#include "intent/encoder.hpp"

#include "intent/encoder_blocks.hpp"
#include "intent/kernels.hpp"
#include "intent/lexical.hpp"

#include <algorithm>
#include <cmath>

namespace frontdesk::intent {

// What is open while one message is read. Kept per thread: its buffers are reused, so reading
// allocates nothing once warm.
struct encoder::message {
  struct seen_word {
    const token* from = nullptr;
    std::uint32_t word = flat_index::none;  ///< none: training did not see it
    std::uint32_t stem = flat_index::none;
    float times = 1;  ///< 1 + ln(how often)
  };
  std::vector<std::uint32_t> row;      ///< stems in order, `blocks::bound` between sentences
  std::vector<std::uint32_t> written;  ///< the words in the same places
  std::vector<seen_word> words;        ///< distinct words
  std::vector<entry> stems;            ///< distinct stems: index, how often
  std::vector<entry> groups;           ///< of stems and of words: index, how often
  std::vector<std::uint64_t> keys;     ///< hashes that are looked up together
  encoded* into = nullptr;

  void start(encoded& anew) {
    into = &anew;
    into->units.clear();
    into->weights.clear();
    row.clear();
    written.clear();
    words.clear();
    stems.clear();
    groups.clear();
    end_sentence();
  }
  void see(const token& t, std::uint32_t word, std::uint32_t stem, bool ends_sentence) {
    words.push_back({&t, word, stem, 1});
    row.push_back(stem);
    written.push_back(word);
    if (stem != flat_index::none) stems.push_back({stem, 1});
    if (ends_sentence) end_sentence();
  }
  void end_sentence() {
    if (!row.empty() && row.back() == blocks::bound) return;
    row.push_back(blocks::bound);
    written.push_back(blocks::bound);
  }
  void count();
  void add(std::uint32_t unit, float value) { into->units.push_back({unit, value}); }
};

namespace {

float times(float count) { return count > 1 ? 1 + std::log(count) : 1; }

}  // namespace

// Equal words and stems count once, with their number.
void encoder::message::count() {
  end_sentence();
  blocks::add_up(stems);
  const auto before = [](const seen_word& a, const seen_word& b) {
    if (a.word != b.word) return a.word < b.word;
    return a.word == flat_index::none && a.from->normal < b.from->normal;
  };
  std::stable_sort(words.begin(), words.end(), before);
  std::size_t out = 0;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t end = i + 1;
    while (end < words.size() && !before(words[i], words[end])) ++end;
    words[out] = words[i];
    words[out++].times = times(static_cast<float>(end - i));
    i = end;
  }
  words.resize(out);
}

encoder::encoder(
    const encoder& before, const training_set& from, const std::vector<std::uint32_t>& was
)
    : encoder(before) {
  examples_ = {};
  known_elsewhere_.clear();
  encoded one;
  for (std::size_t i = 0; i < was.size(); ++i) {
    if (was[i] != is_new) {
      examples_.add_row(before.examples_.row(was[i]));
      known_elsewhere_.push_back(before.known_elsewhere_[was[i]]);
      continue;
    }
    encode(tokenise(from.examples[i].text), from.examples[i].in, one);
    if (!one.weights.empty()) {  // what is new in it becomes a unit of its own
      one.units.push_back({static_cast<std::uint32_t>(plain_ + units_.rows()), 1});
      units_.add_row(one.weights);
    }
    blocks::add_up(one.units);
    examples_.add_row(one.units);
    known_elsewhere_.push_back(one.known);
  }
}

bool encoder::knows(std::string_view normal) const {
  return word_index_.find(hash_of(normal)) != flat_index::none;
}

std::uint32_t encoder::stem_of(const token& t, language guess) const {
  const auto own = stem_index_.find(hash_of(t.stem[guess]));
  if (own != flat_index::none) return own;
  const auto other = guess == language::en ? language::es : language::en;
  return stem_index_.find(hash_of(t.stem[other]));
}

void encoder::read_words(std::span<const token> words, language guess, message& m) const {
  m.keys.clear();
  for (const token& t : words) {
    m.keys.push_back(hash_of(t.normal));
    word_index_.prefetch(m.keys.back());
  }
  const auto* key = m.keys.data();
  for (const token& t : words) {
    const auto w = word_index_.find(*key++);
    m.see(t, w, w != flat_index::none ? words_[w].stem : stem_of(t, guess), t.ends_sentence);
  }
  m.count();
}

void encoder::find_groups(message& m) const {
  m.keys.clear();
  const auto ask = [&](std::uint64_t hash) {
    m.keys.push_back(hash);
    group_index_.prefetch(hash);
  };
  blocks::each_group(m.row, thousands_, ask);
  if (thousands_) blocks::each_written_pair(m.written, ask);
  for (const auto key : m.keys) {
    const auto p = group_index_.find(key);
    if (p == flat_index::none) continue;
    __builtin_prefetch(&groups_[p]);
    m.groups.push_back({p, 1});
  }
  blocks::add_up(m.groups);
}

void encoder::word_block(message& m) const {
  double length = 0;
  const std::size_t first = m.into->units.size();
  for (const entry& s : m.stems) {
    const float value = times(s.value) * stems_[s.at].idf;
    m.add(s.at, value);
    length += static_cast<double>(value * value);
  }
  for (const entry& s : m.groups) {
    const group& p = groups_[s.at];
    const float value = times(s.value) * p.value;
    m.add(p.unit, value * p.share);
    length += static_cast<double>(value * value);
  }
  blocks::scale(m.into->units, first, blocks::words, length);
}

float encoder::unseen_letters(std::string_view normal, std::vector<entry>& into) const {
  float length = 0;
  blocks::each_gram(normal, [&](std::uint64_t hash) {
    const auto g = gram_index_.find(hash);
    if (g == flat_index::none) return;
    into.push_back({grams_[g].weight, grams_[g].value * grams_[g].share});
    length += grams_[g].value * grams_[g].value;
  });
  return length;
}

void encoder::letter_block(message& m) const {
  double length = 0;
  const std::size_t first = m.into->units.size(), first_weight = m.into->weights.size();
  for (const auto& w : m.words) {
    if (w.word != flat_index::none) {
      const word& known = words_[w.word];
      m.add(known.unit, w.times);
      length += static_cast<double>(w.times * w.times * known.length * known.length);
    } else {
      length += static_cast<double>(unseen_letters(w.from->normal, m.into->weights));
    }
  }
  blocks::scale(m.into->units, first, blocks::letters, length);
  blocks::scale(m.into->weights, first_weight, blocks::letters, length);
}

void encoder::soft_block(message& m) const {
  if (soft_weight_ <= 0) return;
  double length = 0;
  const std::size_t first = m.into->units.size(), first_weight = m.into->weights.size();
  for (const entry& s : m.stems) {
    const stem& known = stems_[s.at];
    if (known.soft == flat_index::none) continue;
    const float value = times(s.value);
    m.add(known.soft, value);
    length += static_cast<double>(value * value * known.soft_length * known.soft_length);
  }
  // A word that training did not see counts as the stems that mean nearly the same, if any.
  static thread_local std::vector<entry> near;
  for (const auto& w : m.words) {
    if (near_.empty() || w.stem != flat_index::none) continue;
    const auto* vector = lexical::find(w.from->stem[language::en]);
    if (!vector) continue;
    near_.nearest(vector, near);
    for (const entry& e : near) {
      const float value = w.times * e.value * stems_[e.at].idf;
      m.into->weights.push_back({soft_ + e.at, value});
      length += static_cast<double>(value * value);
    }
  }
  blocks::scale(m.into->units, first, soft_weight_, length);
  blocks::scale(m.into->weights, first_weight, soft_weight_, length);
}

void encoder::kinds_block(message& m, language guess) const {
  if (kinds_.empty()) return;
  double length = 0;
  const std::size_t first = m.into->units.size(), first_weight = m.into->weights.size();
  for (const entry& s : m.stems) {
    const stem& known = stems_[s.at];
    if (known.kinds == flat_index::none) continue;
    const float value = times(s.value);
    m.add(known.kinds, value);
    length += static_cast<double>(value * value * known.kinds_length * known.kinds_length);
  }
  static thread_local std::vector<entry> kinds;
  for (const auto& w : m.words) {
    if (guess != language::en || w.stem != flat_index::none) continue;
    kinds.clear();
    lexical::kinds(w.from->stem[language::en], kinds);
    for (const entry& e : kinds) {
      const auto kind = kind_index_.find(mix(e.at));
      if (kind == flat_index::none) continue;
      const float value = w.times * e.value * kinds_[kind];
      m.into->weights.push_back({first_kind_ + kind, value});
      length += static_cast<double>(value * value);
    }
  }
  blocks::scale(m.into->units, first, meaning_weight_, length);
  blocks::scale(m.into->weights, first_weight, meaning_weight_, length);
}

void encoder::encode(std::span<const token> words, language guess, encoded& into) const {
  static thread_local message m;
  m.start(into);
  read_words(words, guess, m);
  find_groups(m);
  write(m, guess);
}

void encoder::encode(const known_text& text, encoded& into) const {
  static thread_local message m;
  m.start(into);
  for (const auto& p : text.words)
    m.see(text.seen[p.word].seen, p.word, words_[p.word].stem, p.ends_sentence);
  m.count();
  m.groups.assign(text.groups.begin(), text.groups.end());
  write(m, text.in);
}

void encoder::write(message& m, language guess) const {
  m.add(bias_, blocks::bias);
  word_block(m);
  letter_block(m);
  soft_block(m);
  kinds_block(m, guess);
  meaning_block(m);
  double known = 0, all = 0;
  for (const auto& w : m.words) {
    const double idf = w.stem == flat_index::none ? static_cast<double>(idf_unseen_)
                                                  : static_cast<double>(stems_[w.stem].idf);
    all += idf;
    if (w.stem != flat_index::none) known += idf;
  }
  m.into->known = all > 0 ? known / all : 0;
}

void encoder::meaning_block(message& m) const {
  if (centre_vector_.empty()) return;
  static thread_local std::vector<float> sum;
  sum.assign(lexical::dimensions, 0.0F);
  float count = 0;
  const std::size_t first = m.into->units.size(), first_weight = m.into->weights.size();
  for (const auto& w : m.words) {
    const bool seen = w.stem != flat_index::none;
    const auto* vector = seen ? stems_[w.stem].vector : lexical::find(w.from->stem[language::en]);
    if (!vector) continue;
    const float value = w.times * (seen ? stems_[w.stem].idf : idf_unseen_);
    count += value;
    kernels::add(value * lexical::scale, vector, sum.data(), lexical::dimensions);
    if (seen) {
      m.add(stems_[w.stem].meaning, value);
    } else {
      for (std::uint32_t d = 0; d < lexical::dimensions; ++d) {
        const float part = value * lexical::scale * static_cast<float>(vector[d]);
        m.into->weights.push_back({meaning_ + d, part});
      }
    }
  }
  if (count <= 0) return;
  m.add(centre_, -count);
  kernels::add(-count, centre_vector_.data(), sum.data(), lexical::dimensions);
  const double length = kernels::dot(sum.data(), sum.data(), lexical::dimensions);
  blocks::scale(m.into->units, first, meaning_weight_, length);
  blocks::scale(m.into->weights, first_weight, meaning_weight_, length);
}

}  // namespace frontdesk::intent
