// SPDX-License-Identifier: Apache-2.0
#include "intent/stemming.hpp"

#include "intent/text.hpp"

#include <libstemmer.h>

#include <functional>
#include <memory>
#include <new>
#include <vector>

namespace frontdesk::intent {
namespace {

struct closes {
  void operator()(sb_stemmer* s) const { sb_stemmer_delete(s); }
};

class stemmer {
 public:
  explicit stemmer(const char* algorithm) : stemmer_(sb_stemmer_new(algorithm, "UTF_8")) {
    if (!stemmer_) throw std::bad_alloc();
  }
  std::string operator()(std::string_view word) {
    const auto* s = sb_stemmer_stem(
        stemmer_.get(),
        reinterpret_cast<const sb_symbol*>(word.data()),
        static_cast<int>(word.size())
    );
    if (!s) throw std::bad_alloc();
    return {
        reinterpret_cast<const char*>(s),
        static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
  }

 private:
  std::unique_ptr<sb_stemmer, closes> stemmer_;
};

// The Spanish stemmer knows "-ación" and not "-acion". After folding only "ciones" and "cion" are
// seen; without this "operacion" and "operaciones" get two stems.
std::string with_accent(const std::string& word) {
  for (const std::string_view ending : {"cion", "sion", "logia"}) {
    if (!word.ends_with(ending)) continue;
    const std::size_t vowel = word.size() - 2;
    return word.substr(0, vowel) + (ending == "logia" ? "í" : "ó") + word.substr(vowel + 1);
  }
  return word;
}

void fold_stem(std::string& stem) {  // what with_accent put in and the stemmer left
  for (const auto& [from, to] : {std::pair{"ó", 'o'}, {"í", 'i'}}) {
    for (auto at = stem.find(from); at != std::string::npos; at = stem.find(from, at))
      stem.replace(at, 2, 1, to);
  }
}

bool plain(const std::string& word) {
  for (const char c : word)
    if ((c < 'a' || c > 'z') && (c & 0x80) == 0) return false;
  return true;
}

class all_stemmers {
 public:
  const by_language<std::string>& operator()(const std::string& normal) {
    entry& e = cache_[std::hash<std::string>{}(normal) % cache_.size()];
    if (e.word != normal || normal.empty()) fill(e, normal);
    return e.stems;
  }

 private:
  struct entry {
    std::string word;
    by_language<std::string> stems;
  };
  void fill(entry& e, const std::string& normal) {
    e.word = normal;
    if (!plain(normal)) {  // "9am", "75", emoji: no endings to cut
      e.stems[language::en] = e.stems[language::es] = normal;
      return;
    }
    e.stems[language::en] = english_(normal);
    e.stems[language::es] = spanish_(with_accent(normal));
    fold_stem(e.stems[language::es]);
  }

  stemmer english_{"english"}, spanish_{"spanish"};
  // Bounded: 4096 words (about 400 KB a thread) hold nearly all that visitors write.
  std::vector<entry> cache_{4096};
};

}  // namespace

const by_language<std::string>& stems(const std::string& normal) {
  static thread_local all_stemmers all;
  return all(normal);
}

std::string stem(std::string_view normal, language in) { return stems(std::string(normal))[in]; }

}  // namespace frontdesk::intent
