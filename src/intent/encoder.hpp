// SPDX-License-Identifier: Apache-2.0
// From words to numbers: what a message looks like to the classifier (linear.hpp says what units
// and weights are).
//
// Blocks, each scaled to length 1 by itself: words (stems, neighbouring pairs, pairs over one
// word, with thousands of examples a label three in a row and pairs as written); letters (groups
// of 2 to 5 inside a word); meaning (mean of the words' vectors); soft words (a stem also counts a
// little as the stems that mean nearly the same); kinds (a stem counts as what it is a kind of).
#pragma once
#include "intent/classifier.hpp"
#include "intent/corpus.hpp"
#include "intent/flat_index.hpp"
#include "intent/neighbours.hpp"
#include "intent/sparse.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace frontdesk::intent {

/// A message as the classifier sees it.
struct encoded {
  std::vector<entry> units;    ///< what training saw
  std::vector<entry> weights;  ///< letters and meaning of words that training did not see
  double known = 0;            ///< share of the message, by rarity of its words, that training saw
};

class encoder {
 public:
  /// `read`: the texts of `from`.
  encoder(const training_set& from, const corpus& read);
  /// The same words, groups of words and of letters over other examples. `was`: by example, its
  /// number in `before`, or `is_new`. Words that `before` did not know count by their letters and
  /// meaning.
  encoder(const encoder& before, const training_set& from, const std::vector<std::uint32_t>& was);
  static constexpr std::uint32_t is_new = 0xffffffff;

  /// `into` is reused: its old content goes. Linear in the number of words.
  void encode(std::span<const token> words, language guess, encoded& into) const;

  std::size_t plain() const { return plain_; }
  const sparse& units() const { return units_; }
  std::size_t weights() const { return weights_; }
  /// The training examples, encoded.
  const sparse& examples() const { return examples_; }
  /// `encoded::known` of a training example, had training not seen it.
  double known_elsewhere(std::size_t example) const { return known_elsewhere_[example]; }
  /// Whether it is a unit of the words block: stems, and stems in order.
  bool is_word_unit(std::uint32_t unit) const { return unit < plain_ && unit != bias_; }
  /// blocks::cost of the training set.
  double cost() const { return cost_; }
  /// Whether training saw the word, by its normal form.
  bool knows(std::string_view normal) const;

 private:
  struct message;
  friend class encoder_builder;

  /// A text of training, whose words and groups are known already.
  struct known_text {
    std::span<const corpus::placed> words;
    std::span<const corpus::word> seen;  ///< of the whole corpus
    std::span<const entry> groups;       ///< distinct ones: index, how often
    language in;
  };
  void encode(const known_text& text, encoded& into) const;

  void read_words(std::span<const token> words, language guess, message& m) const;
  void find_groups(message& m) const;
  void write(message& m, language guess) const;
  void word_block(message& m) const;
  void letter_block(message& m) const;
  void soft_block(message& m) const;
  void kinds_block(message& m, language guess) const;
  void meaning_block(message& m) const;
  float unseen_letters(std::string_view normal, std::vector<entry>& into) const;
  std::uint32_t stem_of(const token& t, language guess) const;

  struct word {
    std::uint32_t stem = 0;  ///< index of the stem
    std::uint32_t unit = 0;  ///< its letters
    float length = 0;        ///< of its row of letters
    bool spanish = false;    ///< which stemmer it takes
  };
  struct stem {
    float idf = 0;
    std::uint32_t soft = flat_index::none;  ///< unit
    float soft_length = 0;
    std::uint32_t kinds = flat_index::none;  ///< unit
    float kinds_length = 0;
    std::uint32_t meaning = flat_index::none;  ///< unit
    const std::int8_t* vector = nullptr;
  };
  struct group {
    std::uint32_t unit = 0;
    float value = 0;  ///< idf
    float share = 1;  ///< of the unit: groups of one example only share a unit
  };
  struct gram {
    std::uint32_t weight = 0;
    float value = 0;  ///< idf
    float share = 1;  ///< of the weight: groups of one word only share a weight
  };

  flat_index word_index_, stem_index_, group_index_, gram_index_, kind_index_;
  large_vector<word> words_;
  large_vector<stem> stems_;
  large_vector<group> groups_;
  large_vector<gram> grams_;
  std::vector<float> kinds_;  // idf
  meanings near_;             // of stems; none when there are plenty of examples
  std::uint32_t bias_ = 0, centre_ = 0, meaning_ = 0, soft_ = 0, first_kind_ = 0;
  std::size_t plain_ = 0, weights_ = 0;
  float idf_unseen_ = 1, soft_weight_ = 1, meaning_weight_ = 1;
  double cost_ = 0;
  bool thousands_ = false;  ///< of examples a label: blocks::has_thousands
  std::vector<float> centre_vector_;
  sparse units_, examples_;
  std::vector<double> known_elsewhere_;
};

}  // namespace frontdesk::intent
