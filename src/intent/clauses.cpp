// SPDX-License-Identifier: Apache-2.0
#include "intent/clauses.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace frontdesk::intent {
namespace {

template <std::size_t N>
bool among(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Words that may join two questions.
constexpr auto joining = std::to_array<std::string_view>(
    {"and",
     "but",
     "also",
     "plus",
     "then",
     "besides",
     "because",
     "so",
     "y",
     "e",
     "pero",
     "tambien",
     "ademas",
     "luego",
     "sino",
     "porque",
     "though",
     "n"}
);
// A part that begins so is a question, or an order.
constexpr auto asking = std::to_array<std::string_view>(
    {"what",       "whats",  "how",    "hows",   "when",    "where",   "wheres", "who",
     "whos",       "why",    "which",  "is",     "are",     "do",      "does",   "did",
     "can",        "could",  "will",   "would",  "should",  "am",      "may",    "que",
     "como",       "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "donde",  "quien",
     "quienes",    "cual",   "cuales", "puedo",  "pueden",  "tienen",  "hay",    "aceptan",
     "es",         "son",    "cobran", "tell",   "remind",  "send",    "give",   "recuerda",
     "recuerdame", "dime",   "digame", "se",     "aceptan", "just"}
);
constexpr auto wanting = std::to_array<std::string_view>(
    {"want",    "wanna",  "need",     "looking",  "trying",   "asking",     "interested", "ready",
     "wanting", "quiero", "quisiera", "necesito", "busco",    "pido",       "deseo",      "ocupo",
     "estoy",   "vengo",  "tell",     "ask",      "pregunto", "preguntaba", "digas",      "diga"}
);
constexpr auto denying =
    std::to_array<std::string_view>({"dont", "not", "didnt", "never", "no", "wasnt", "aint"});
constexpr auto turning = std::to_array<std::string_view>({"just", "only", "solo", "nomas"});

constexpr auto articles =
    std::to_array<std::string_view>({"el", "la", "los", "las", "lo", "es", "por", "para", "me"});

constexpr auto which = std::to_array<std::string_view>(
    {"que", "como", "cuando", "cuanto", "cuanta", "cuantos", "cuantas", "donde", "quien", "cual"}
);

// "i know what it costs", "ya se cuanto cuesta", "el telefono ya lo tengo": needs no answer.
bool knows_it(const std::vector<token>& words, const clause& c) {
  constexpr auto knowing = std::to_array<std::string_view>({"know", "have", "got", "saw", "read"});
  constexpr auto sabiendo = std::to_array<std::string_view>({"se", "tengo", "vi", "lei", "estuvo"});
  const std::size_t end = std::min(c.end, c.begin + 6);
  for (std::size_t i = c.begin; i + 1 < end; ++i) {
    const auto& word = words[i].normal;
    const auto& next = words[i + 1].normal;
    const auto& third = i + 2 < c.end ? words[i + 2].normal : next;
    if (word == "already" && among(knowing, next)) return true;
    if (word == "i" && next == "know" && i == c.begin) return true;
    if (word == "ya" && (among(sabiendo, next) || (next == "lo" && among(sabiendo, third))))
      return true;
  }
  return false;
}

// "not the price, ...", "i'm not cancelling, ...", "no el precio, ...", "no cuantas, ...",
// "el precio no, ...": says what is not meant.
bool contrasts(const std::vector<token>& words, const clause& c) {
  const auto word = [&](std::size_t i) {
    return c.begin + i < c.end ? std::string_view(words[c.begin + i].normal) : std::string_view();
  };
  if (word(0) == "not" || (word(0) == "im" && word(1) == "not")) return true;
  if (word(0) == "i" && word(1) == "am" && word(2) == "not") return true;
  if (word(0) == "no" && (among(articles, word(1)) || among(which, word(1)))) return true;
  return c.end - c.begin >= 2 && c.end - c.begin <= 4 && words[c.end - 1].normal == "no" &&
         words[c.end - 1].comma && word(0) != "no";
}

// "i don't want to ...", "not looking to ...", "no quiero ...": within the first words of a part.
bool denies(const std::vector<token>& words, const clause& c) {
  if (contrasts(words, c) || knows_it(words, c)) return true;
  const std::size_t end = std::min(c.end, c.begin + 5);
  for (std::size_t i = c.begin; i < end; ++i) {
    if (!among(denying, words[i].normal)) continue;
    for (std::size_t k = i + 1; k < std::min(c.end, i + 4); ++k)
      if (among(wanting, words[k].normal)) return true;
  }
  return false;
}

class splitter {
 public:
  explicit splitter(const std::vector<token>& words) : words_(words) {}

  std::vector<clause> run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (at_joint(i)) {
        cut(i, false);
        begin_ = i + (among(joining, words_[i].normal) ? 1 : 0);
      }
      if (words_[i].ends_sentence || words_[i].comma) cut(i + 1, words_[i].ends_sentence);
    }
    cut(words_.size(), true);
    return std::move(parts_);
  }

 private:
  bool at_joint(std::size_t i) const {
    if (i == begin_ && i != 0) return among(joining, words_[i].normal);
    if (among(joining, words_[i].normal)) return i > begin_;
    // "... just the price" after what is not wanted turns to what is.
    return among(turning, words_[i].normal) && i > begin_ + 2 &&
           denies(words_, {begin_, i, false, false, false});
  }

  void cut(std::size_t end, bool sentence) {
    if (end > begin_ && parts_.size() < clauses_max) {
      clause c{begin_, end, next_begins_sentence_, false, false};
      c.negated = denies(words_, c);
      c.asks = words_[end - 1].question || among(asking, words_[begin_].normal);
      parts_.push_back(c);
    } else if (end > begin_) {
      parts_.back().end = end;
    }
    begin_ = end;
    next_begins_sentence_ = sentence;
  }

  const std::vector<token>& words_;
  std::vector<clause> parts_;
  std::size_t begin_ = 0;
  bool next_begins_sentence_ = true;
};

}  // namespace

std::vector<clause> clauses_of(const std::vector<token>& words) { return splitter(words).run(); }

}  // namespace frontdesk::intent
