// SPDX-License-Identifier: Apache-2.0
// One message on its way through the layers; `read` and `explain` share it.
#pragma once
#include "intent/clauses.hpp"
#include "intent/compiled.hpp"
#include "intent/reading.hpp"
#include "intent/text.hpp"

#include <span>
#include <vector>

namespace frontdesk::intent {

class message_reader {
 public:
  /// `danger`: what the safety layer saw in this very text; null: it is asked here.
  message_reader(
      const rules& by, std::string_view text, const context& around, const safety_verdict* danger
  );

  reading run();
  const std::vector<token>& words() const { return words_; }
  const std::vector<repair>& repairs() const { return repairs_; }
  language in() const { return in_; }
  /// The pattern that decided, or nothing.
  std::string pattern() const;

 private:
  // What one part of the message says.
  struct heard {
    std::vector<scored> best;
    std::vector<float> scores;  ///< of every topic, by the trained matcher
    double confidence = 0;
    std::size_t pattern = none;  ///< number of the pattern that matched
    bool covered() const { return confidence >= 0.5 && !best.empty(); }
    double score_of(const std::string& topic, const std::vector<std::string>& labels) const;
    double sure() const { return best.empty() ? 0 : confidence * best.front().score; }
  };
  struct part {
    clause at;
    heard says;
  };
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  heard hear(std::size_t begin, std::size_t end) const;
  bool by_pattern(std::span<const token> words, heard& h) const;
  bool by_follow_up(const heard& whole);
  static bool smalltalk(const std::string& topic);
  static bool smalltalk(const heard& h);
  std::vector<part> hear_parts(const heard& whole) const;
  void drop_negated(std::vector<part>& parts) const;
  bool asks_for_itself(const std::vector<part>& parts, const part& p, const heard& whole) const;
  bool several(const std::vector<part>& parts, const heard& whole);
  heard clearest(const std::vector<part>& parts, const heard& whole) const;
  void decide(const heard& h);

  const rules& by_;
  const context& around_;
  std::vector<token> words_;  ///< with repaired spelling
  safety_verdict danger_;     ///< in the words as written
  std::vector<repair> repairs_;
  language in_ = language::en;
  reading result_;
  std::size_t pattern_ = none;
};

}  // namespace frontdesk::intent
