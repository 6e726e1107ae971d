// SPDX-License-Identifier: Apache-2.0
// Fits an encoder to its examples: which words, groups of words and of letters there are, and how
// rare.
#include "intent/encoder.hpp"
#include "intent/encoder_blocks.hpp"
#include "intent/kernels.hpp"
#include "intent/lexical.hpp"
#include "intent/neighbours.hpp"
#include "intent/parallel.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace frontdesk::intent {

class encoder_builder {
 public:
  encoder_builder(encoder& e, const training_set& from, const corpus& read)
      : e_(e), from_(from), read_(read), words_(read.words()) {}

  void run() {
    const auto labels = static_cast<double>(std::max<std::size_t>(1, from_.labels.size()));
    const double per_label = static_cast<double>(from_.examples.size()) / labels;
    e_.cost_ = blocks::cost(per_label);
    e_.thousands_ = blocks::has_thousands(per_label);
    e_.soft_weight_ = blocks::soft(per_label);
    e_.meaning_weight_ = blocks::meaning(per_label);
    find_words();
    find_stems();
    find_groups();
    e_.bias_ = static_cast<std::uint32_t>(e_.plain_++);
    e_.weights_ = e_.plain_;
    letter_units();
    if (e_.soft_weight_ > 0) soft_units();
    if (e_.meaning_weight_ > 0) kind_units();
    if (e_.meaning_weight_ > 0) meaning_units();
    encode_all();
  }

 private:
  using placed = corpus::placed;
  using text = std::span<const placed>;

  float idf(std::uint32_t documents) const {
    const auto n = static_cast<double>(from_.examples.size());
    return static_cast<float>(std::log((1 + n) / (1 + static_cast<double>(documents))) + 1);
  }

  // A word takes the stemmer of the language in which it is seen more often.
  void find_words() {
    e_.word_index_ = read_.index();
    e_.words_.resize(words_.size());
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const auto& times = words_[w].times;
      e_.words_[w].spanish = times[language::es] > times[language::en];
    }
  }

  void find_stems() {
    for (std::size_t w = 0; w < words_.size(); ++w) {
      const auto in = e_.words_[w].spanish ? language::es : language::en;
      const auto s = e_.stem_index_.add(hash_of(words_[w].seen.stem[in]));
      e_.words_[w].stem = s;
      if (s == stem_words_.size()) stem_words_.push_back(w);
    }
    std::vector<std::uint32_t> documents(stem_words_.size());
    std::vector<std::uint32_t> distinct;
    for (std::size_t i = 0; i < read_.texts(); ++i) {
      distinct.clear();
      for (const placed& p : read_.text(i)) distinct.push_back(stem_of(p));
      once(distinct);
      for (const auto s : distinct) ++documents[s];
    }
    e_.stems_.resize(stem_words_.size());
    for (std::size_t s = 0; s < documents.size(); ++s) e_.stems_[s].idf = idf(documents[s]);
    e_.idf_unseen_ = idf(0);
    e_.plain_ = e_.stems_.size();
  }

  std::uint32_t stem_of(const placed& p) const { return e_.words_[p.word].stem; }
  static void once(std::vector<std::uint32_t>& all) {
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
  }

  template <class Of>
  static std::vector<std::uint32_t> row_of(text words, Of number) {
    std::vector<std::uint32_t> row{blocks::bound};
    for (const placed& p : words) {
      row.push_back(number(p));
      if (p.ends_sentence) row.push_back(blocks::bound);
    }
    if (row.back() != blocks::bound) row.push_back(blocks::bound);
    return row;
  }

  void find_groups() {
    // A word begins two groups, or four; a third of all are different ones (shipped rules).
    const std::size_t groups = read_.places() * (e_.thousands_ ? 4 : 2);
    e_.group_index_.reserve(groups / 3);
    groups_.reserve(groups);
    for (std::size_t i = 0; i < read_.texts(); ++i) groups_.add_row(groups_of(read_.text(i)));
    group_units();
  }

  std::span<const entry> groups_of(text words) {
    static thread_local std::vector<std::uint64_t> keys;
    static thread_local std::vector<entry> groups;
    keys.clear();
    groups.clear();
    const auto ask = [&](std::uint64_t hash) {
      keys.push_back(hash);
      e_.group_index_.prefetch(hash);
    };
    const auto stem = [this](const placed& p) { return stem_of(p); };
    const auto word = [](const placed& p) { return p.word; };
    blocks::each_group(row_of(words, stem), e_.thousands_, ask);
    if (e_.thousands_) blocks::each_written_pair(row_of(words, word), ask);
    for (const auto key : keys) groups.push_back({e_.group_index_.add(key), 1});
    blocks::add_up(groups);
    return groups;
  }

  // Groups that one example only has always come together: one unit for them all, with their shares
  // of its length, is the same model with a fifth of the weights.
  void group_units() {
    std::vector<std::uint32_t> documents(e_.group_index_.size());
    for (std::size_t i = 0; i < read_.texts(); ++i)
      for (const entry& g : groups_.row(i)) ++documents[g.at];
    e_.groups_.resize(documents.size());
    for (std::size_t p = 0; p < documents.size(); ++p) e_.groups_[p].value = idf(documents[p]);
    std::vector<std::uint32_t> alone;
    for (std::size_t i = 0; i < read_.texts(); ++i) {
      alone.clear();
      for (const entry& g : groups_.row(i)) {
        if (documents[g.at] == 1) {
          alone.push_back(g.at);
        } else if (e_.groups_[g.at].unit == 0) {
          e_.groups_[g.at].unit = static_cast<std::uint32_t>(e_.plain_++);
        }
      }
      share_unit(alone);
    }
  }

  void share_unit(const std::vector<std::uint32_t>& together) {
    if (together.empty()) return;
    const auto unit = static_cast<std::uint32_t>(e_.plain_++);
    for (const auto p : together) {
      e_.groups_[p].unit = unit;
      e_.groups_[p].share = 1 / std::sqrt(static_cast<float>(together.size()));
    }
  }

  // The same for letter groups that one word only has.
  void letter_units() {
    std::vector<std::uint32_t> documents, words_with, last_text;
    std::vector<std::vector<std::uint32_t>> of(words_.size());
    for (std::size_t w = 0; w < words_.size(); ++w) {
      blocks::each_gram(words_[w].seen.normal, [&](std::uint64_t hash) {
        of[w].push_back(e_.gram_index_.add(hash));
      });
      once(of[w]);
      words_with.resize(e_.gram_index_.size());
      for (const auto g : of[w]) ++words_with[g];
    }
    documents.resize(words_with.size());
    last_text.resize(words_with.size(), flat_index::none);
    for (std::uint32_t i = 0; i < read_.texts(); ++i) {
      for (const placed& p : read_.text(i)) {
        for (const auto g : of[p.word]) {
          if (last_text[g] == i) continue;
          last_text[g] = i;
          ++documents[g];
        }
      }
    }
    e_.grams_.resize(documents.size());
    for (std::size_t g = 0; g < documents.size(); ++g) e_.grams_[g].value = idf(documents[g]);
    for (std::size_t w = 0; w < words_.size(); ++w) letter_unit(w, of[w], words_with);
  }

  void letter_unit(
      std::size_t w,
      const std::vector<std::uint32_t>& grams,
      const std::vector<std::uint32_t>& words_with
  ) {
    std::vector<entry> row;
    double alone = 0, length = 0;
    for (const auto g : grams) {
      const double squared = static_cast<double>(e_.grams_[g].value * e_.grams_[g].value);
      length += squared;
      if (words_with[g] == 1) {
        alone += squared;
        continue;
      }
      if (e_.grams_[g].weight == 0) e_.grams_[g].weight = static_cast<std::uint32_t>(e_.weights_++);
      row.push_back({e_.grams_[g].weight, e_.grams_[g].value});
    }
    if (alone > 0) {
      const auto weight = static_cast<std::uint32_t>(e_.weights_++);
      const auto together = static_cast<float>(std::sqrt(alone));
      row.push_back({weight, together});
      for (const auto g : grams) {
        if (words_with[g] != 1) continue;
        e_.grams_[g].weight = weight;
        e_.grams_[g].share = e_.grams_[g].value / together;
      }
    }
    e_.words_[w].length = static_cast<float>(std::sqrt(length));
    e_.words_[w].unit = add_unit(row);
  }

  std::uint32_t add_unit(const std::vector<entry>& row) {
    e_.units_.add_row(row);
    return static_cast<std::uint32_t>(e_.plain_ + e_.units_.rows() - 1);
  }

  // A stem spreads to the stems of training that mean nearly the same.
  void soft_units() {
    for (std::size_t s = 0; s < stem_words_.size(); ++s)
      e_.stems_[s].vector = lexical::find(words_[stem_words_[s]].seen.stem[language::en]);
    const auto first = e_.soft_ = static_cast<std::uint32_t>(e_.weights_);
    e_.weights_ += e_.stems_.size();
    std::vector<const std::int8_t*> vectors;
    for (const auto& s : e_.stems_) vectors.push_back(s.vector);
    meanings all(vectors);
    auto near = all.nearest();
    for (std::size_t s = 0; s < e_.stems_.size(); ++s) {
      near[s].insert(near[s].begin(), {static_cast<std::uint32_t>(s), 1.0F});
      double length = 0;
      for (entry& n : near[s]) {
        n.value *= e_.stems_[n.at].idf;
        n.at += first;
        length += static_cast<double>(n.value * n.value);
      }
      e_.stems_[s].soft = add_unit(near[s]);
      e_.stems_[s].soft_length = static_cast<float>(std::sqrt(length));
    }
    // Looked through for each word that training did not see: with plenty of examples there are
    // thousands, and such a word is seldom what decides.
    if (e_.meaning_weight_ > 0) e_.near_ = std::move(all);
  }

  // A stem counts as what it is a kind of.
  void kind_units() {
    e_.first_kind_ = static_cast<std::uint32_t>(e_.weights_);
    std::vector<std::vector<entry>> of(e_.stems_.size());
    for (std::size_t s = 0; s < of.size(); ++s) {
      const auto w = stem_words_[s];
      if (!e_.words_[w].spanish) lexical::kinds(words_[w].seen.stem[language::en], of[s]);
      for (entry& e : of[s]) e.at = e_.kind_index_.add(mix(e.at));
    }
    std::vector<std::uint32_t> documents(e_.kind_index_.size());
    auto last_text = std::vector<std::uint32_t>(documents.size(), flat_index::none);
    for (std::uint32_t i = 0; i < read_.texts(); ++i) {
      for (const placed& p : read_.text(i)) {
        for (const entry& e : of[stem_of(p)]) {
          if (std::exchange(last_text[e.at], i) != i) ++documents[e.at];
        }
      }
    }
    for (const auto d : documents) e_.kinds_.push_back(idf(d));
    e_.weights_ += documents.size();
    for (std::size_t s = 0; s < of.size(); ++s) {
      if (of[s].empty()) continue;
      double length = 0;
      for (entry& e : of[s]) {
        e.value *= e_.kinds_[e.at];
        e.at += e_.first_kind_;
        length += static_cast<double>(e.value * e.value);
      }
      e_.stems_[s].kinds = add_unit(of[s]);
      e_.stems_[s].kinds_length = static_cast<float>(std::sqrt(length));
    }
  }

  void meaning_units() {
    e_.meaning_ = static_cast<std::uint32_t>(e_.weights_);
    std::vector<float> centre(lexical::dimensions);
    double all = 0;
    for (std::size_t s = 0; s < e_.stems_.size(); ++s) {
      auto& known = e_.stems_[s];
      if (!known.vector) continue;
      std::vector<entry> row;
      for (std::uint32_t d = 0; d < lexical::dimensions; ++d)
        row.push_back({e_.meaning_ + d, static_cast<float>(known.vector[d]) * lexical::scale});
      known.meaning = add_unit(row);
      // How often a stem is met is e^-idf, up to a factor.
      const float often = known.idf * kernels::exponential(-known.idf);
      kernels::add(often * lexical::scale, known.vector, centre.data(), lexical::dimensions);
      all += static_cast<double>(often);
    }
    if (all <= 0) return;
    e_.weights_ += lexical::dimensions;
    std::vector<entry> row;
    for (std::uint32_t d = 0; d < lexical::dimensions; ++d) {
      centre[d] /= static_cast<float>(all);
      row.push_back({e_.meaning_ + d, centre[d]});
    }
    e_.centre_ = add_unit(row);
    e_.centre_vector_ = std::move(centre);
  }

  void encode_all() {
    encoded one;
    constexpr std::size_t units_a_word = 5, units_a_text = 2;  // beside groups, at most
    e_.examples_.reserve(
        groups_.size() + units_a_word * read_.places() + units_a_text * read_.texts()
    );
    for (std::size_t i = 0; i < read_.texts(); ++i) {
      e_.encode({read_.text(i), words_, groups_.row(i), from_.examples[i].in}, one);
      blocks::add_up(one.units);
      e_.examples_.add_row(one.units);
      e_.known_elsewhere_.push_back(known_elsewhere(read_.text(i)));
    }
  }

  // The share, by rarity, of words that other examples have too.
  double known_elsewhere(text words) const {
    const float alone = idf(1);
    double known = 0, all = 0;
    for (const placed& p : words) {
      const float rarity = e_.stems_[stem_of(p)].idf;
      all += static_cast<double>(rarity);
      if (rarity < alone) known += static_cast<double>(rarity);
    }
    return all > 0 ? known / all : 0;
  }

  encoder& e_;
  const training_set& from_;
  const corpus& read_;
  const std::vector<corpus::word>& words_;
  std::vector<std::size_t> stem_words_;  // a word of each stem
  sparse groups_;                        // of each text: index, how often
};

encoder::encoder(const training_set& from, const corpus& read) {
  encoder_builder(*this, from, read).run();
}

}  // namespace frontdesk::intent
