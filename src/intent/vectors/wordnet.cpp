// SPDX-License-Identifier: Apache-2.0
#include "intent/vectors/wordnet.hpp"

#include "intent/text.hpp"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace frontdesk::vectors {
namespace {

using intent::language;
using intent::token;

struct synset {
  std::vector<std::uint32_t> lemmas;  // rows
  std::vector<float> weights;         // of each: 1 / number of words of its phrase
  std::vector<std::string> related;   // keys of synsets
  std::vector<std::uint32_t> gloss;   // rows
  std::string above;                  // key of the first synset that it is a kind of
  char type = 0;
};

class wordnet_reader {
 public:
  explicit wordnet_reader(const std::string& folder) {
    for (const char* part : {"noun", "verb", "adj", "adv"}) {
      read_file(folder + "/data." + part, part);
      if (key_of(part) == 'n' || key_of(part) == 'v') read_senses(folder + "/index." + part, part);
    }
  }

  table run() {
    count_glosses();
    for (const synset& s : synsets_) add(s);
    find_kinds();
    finish();
    return std::move(out_);
  }

 private:
  static char key_of(const std::string& part) {
    return part == "noun" ? 'n' : part == "verb" ? 'v' : part == "adj" ? 'a' : 'r';
  }

  void read_file(const std::string& path, const std::string& part) {
    each_line(path, [&](const std::string& line) { read_synset(line, key_of(part)); });
  }

  template <class F>
  static void each_line(const std::string& path, F f) {
    std::ifstream in(path);
    if (!in) throw std::runtime_error("cannot read " + path + " (Debian package wordnet-base)");
    for (std::string line; std::getline(in, line);)
      if (!line.empty() && line[0] != ' ') f(line);
  }

  // lemma type synsets pointers (pointer)... senses tagged (offset)..., the most usual sense first.
  // Several words may have one stem: their most usual senses come first.
  void read_senses(const std::string& path, const std::string& part) {
    struct sense {
      std::size_t rank = 0;
      std::uint32_t synset = 0;
      auto operator<=>(const sense&) const = default;
    };
    std::map<std::string, std::vector<sense>> found;
    each_line(path, [&](const std::string& line) {
      std::istringstream in(line);
      std::string lemma, skip;
      int pointers = 0;
      in >> lemma >> skip >> skip >> pointers;
      for (int i = 0; i < pointers + 2; ++i) in >> skip;
      const auto tokens = intent::tokenise(lemma);
      if (lemma.find('_') != lemma.npos || tokens.size() != 1) return;
      auto& of = found[tokens.front().stem[language::en]];
      for (std::size_t rank = 0; in >> skip; ++rank)
        of.push_back({rank, numbers_.at(skip + key_of(part))});
    });
    for (auto& [stem, of] : found) {
      std::sort(of.begin(), of.end());
      auto& senses = out_.senses[stem][part == "noun" ? 0 : 1];
      for (const sense& s : of)
        if (std::find(senses.begin(), senses.end(), s.synset) == senses.end())
          senses.push_back(s.synset);
    }
  }

  void find_kinds() {
    for (std::uint32_t s = 0; s < synsets_.size(); ++s) {  // nouns and verbs come first
      if (synsets_[s].type != 'n' && synsets_[s].type != 'v') break;
      const auto above = numbers_.find(synsets_[s].above);
      out_.above.push_back(above == numbers_.end() ? s : above->second);
    }
  }

  // offset file type count (lemma id)... count (relation offset type words)... [frames] | gloss
  void read_synset(const std::string& line, char type) {
    std::istringstream in(line);
    std::string offset, skip, word;
    int words = 0, relations = 0;
    in >> offset >> skip >> skip >> std::hex >> words >> std::dec;
    synset s;
    s.type = type;
    for (int i = 0; i < words; ++i) {
      in >> word >> skip;
      add_lemma(word.substr(0, word.find('(')), s);
    }
    in >> relations;
    for (int i = 0; i < relations; ++i) {
      std::string kind, to, part;
      in >> kind >> to >> part >> skip;
      if (kind != "!") s.related.push_back(to + (part == "s" ? "a" : part));
      if (kind.starts_with('@') && s.above.empty()) s.above = to + part;
    }
    const auto bar = line.find('|');
    for (const token& t : intent::tokenise(bar == line.npos ? "" : line.substr(bar + 1))) {
      s.gloss.push_back(row_of(t.stem[language::en]));
      ++gloss_words_[t.normal];
    }
    numbers_[offset + type] = static_cast<std::uint32_t>(synsets_.size());
    synsets_.push_back(std::move(s));
  }

  void add_lemma(std::string lemma, synset& s) {
    std::replace(lemma.begin(), lemma.end(), '_', ' ');
    const auto tokens = intent::tokenise(lemma);
    for (const token& t : tokens) {
      s.lemmas.push_back(row_of(t.stem[language::en]));
      s.weights.push_back(1.0F / static_cast<float>(tokens.size()));
      if (tokens.size() == 1) lemmas_.insert(t.normal);
    }
  }

  std::uint32_t row_of(const std::string& stem) {
    const auto [it, fresh] = rows_.emplace(stem, static_cast<std::uint32_t>(out_.stems.size()));
    if (fresh) out_.stems.push_back(stem);
    return it->second;
  }

  void count_glosses() {
    out_.rows.resize(out_.stems.size());
    times_.resize(out_.stems.size());
    for (const synset& s : synsets_)
      for (const auto g : s.gloss) ++times_[g];
    // Columns: synsets first, then stems as words of a gloss.
    out_.columns = static_cast<std::uint32_t>(synsets_.size() + out_.stems.size());
  }

  void put(std::uint32_t row, std::uint32_t column, float value) {
    out_.rows[row].push_back({column, value});
  }

  void add(const synset& s) {
    const auto own = static_cast<std::uint32_t>(&s - synsets_.data());
    const auto first_word = static_cast<std::uint32_t>(synsets_.size());
    for (std::size_t i = 0; i < s.lemmas.size(); ++i) {
      const auto l = s.lemmas[i];
      put(l, own, s.weights[i]);
      for (const auto& key : s.related) {
        const auto r = numbers_.find(key);
        if (r != numbers_.end()) put(l, r->second, 0.5F * s.weights[i]);
      }
      for (const auto g : s.gloss) {
        put(l, first_word + g, s.weights[i]);
        put(g, first_word + l, 0.5F * s.weights[i]);
      }
    }
    for (const auto g : s.gloss) put(g, own, 0.5F);
  }

  // A word is in the dictionary when glosses use it, or as a lemma long enough not to be one of
  // WordNet's many short oddities ("wat", "hte"), which are what typing mistakes look like.
  void finish() {
    for (const auto& [word, times] : gloss_words_)
      if (times >= 3 || (times >= 1 && word.size() >= 5)) out_.words.insert(word);
    for (const auto& word : lemmas_)
      if (word.size() >= 5) out_.words.insert(word);
    for (auto& row : out_.rows) {
      std::sort(row.begin(), row.end(), [](auto& a, auto& b) { return a.column < b.column; });
      std::size_t out = 0;
      for (std::size_t i = 0; i < row.size(); ++i) {
        if (out > 0 && row[out - 1].column == row[i].column) {
          row[out - 1].value += row[i].value;
        } else {
          row[out++] = row[i];
        }
      }
      row.resize(out);
    }
  }

  table out_;
  std::vector<synset> synsets_;
  std::unordered_map<std::string, std::uint32_t> numbers_, rows_;
  std::unordered_map<std::string, int> gloss_words_;
  std::unordered_set<std::string> lemmas_;
  std::vector<std::uint32_t> times_;
};

}  // namespace

table read_wordnet(const std::string& folder) { return wordnet_reader(folder).run(); }

}  // namespace frontdesk::vectors
