// SPDX-License-Identifier: Apache-2.0
#include "intent/hearing.hpp"

#include "intent/shape.hpp"

#include <algorithm>

namespace frontdesk::intent {
namespace {

// Shorter words have too many neighbours that mean something else ("die", "dye", "diet").
constexpr std::size_t repair_letters_min = 5;
constexpr std::size_t readings_max = 6;
constexpr std::size_t glued_pieces_max = 6;

bool letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool digit(char c) { return c >= '0' && c <= '9'; }

std::string squeeze(const std::string& word) {
  std::string out;
  for (const char c : word) {
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

// "k!ll", "su1c!de", "di3", "@": a sign between letters that stands for one. '\0': it does not.
char letter_behind(char sign) {
  switch (sign) {
    case '!':
    case '|':
      return 'i';
    case '@':
      return 'a';
    case '$':
      return 's';
    case '*':
    case '.':
    case '_':
    case '-':
      return '-';  // hides a letter or none: left out
    default:
      return '\0';
  }
}

// The text with signs inside words read as letters; empty when there are none. A dot or a hyphen
// only counts between single letters ("s.u.i.c.i.d.e"), since else it ends a sentence.
std::string without_signs(std::string_view text) {
  std::string out;
  bool changed = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const char meant = i > 0 && i + 1 < text.size() && letter(text[i + 1]) &&
                               (letter(text[i - 1]) || digit(text[i - 1]))
                           ? letter_behind(c)
                           : '\0';
    if (meant == '\0') {
      out += c;
      continue;
    }
    const bool single =
        (i < 2 || !letter(text[i - 2])) && (i + 2 >= text.size() || !letter(text[i + 2]));
    if (meant == '-' && c != '*' && !single) {
      out += c;
      continue;
    }
    changed = true;
    if (meant != '-') out += meant;
  }
  return changed ? out : std::string();
}

token make(const std::string& normal, const token& place) {
  token t = place;
  t.normal = normal;
  for (std::size_t l = 0; l < language_count; ++l) {
    t.stem.each[l] = stem(normal, static_cast<language>(l));
  }
  return t;
}

}  // namespace

void hearing::by_key::add(const std::string& key, const std::string& word) {
  const auto at = keys.add(hash_of(key));
  if (at == words.size()) words.emplace_back();
  words[at].push_back(word);
}

const lines& hearing::by_key::find(const std::string& key) const {
  static const lines nothing;
  const auto at = keys.find(hash_of(key));
  return at == flat_index::none ? nothing : words[at];
}

hearing::hearing(
    const std::vector<std::string>& wanted, const std::unordered_set<std::string>& known
) {
  for (const auto& w : known) known_.add(hash_of(w));
  for (const auto& w : wanted) {
    wanted_.add(hash_of(w));
    if (w.size() >= 3) squeezed_.add(squeeze(w), w);
    if (w.size() < repair_letters_min) continue;
    without_letter_.add(w, w);
    for (std::size_t i = 0; i < w.size(); ++i) {
      auto shorter = w;
      shorter.erase(i, 1);
      without_letter_.add(shorter, w);
    }
  }
}

// Words one mistake away that begin with the same letter: few people miss the first one, and most
// look-alikes differ there ("skilled", "billed").
void hearing::repair(const std::string& word, std::vector<std::string>& to) const {
  const auto take = [&](const std::string& key) {
    for (const auto& w : without_letter_.find(key)) {
      if (to.size() >= readings_max) return;
      if (w.front() == word.front() && edit_distance(word, w) == 1) to.push_back(w);
    }
  };
  const auto& same = squeezed_.find(squeeze(word));
  to.insert(to.end(), same.begin(), same.end());
  if (word.size() + 1 < repair_letters_min) return;
  take(word);
  for (std::size_t i = 0; i < word.size(); ++i) {
    auto shorter = word;
    shorter.erase(i, 1);
    take(shorter);
  }
}

// "k1ll", "su1cid3": each digit as the letter that it looks like; 1 may be i or l.
void hearing::read_digits(const std::string& word, std::vector<std::string>& to) const {
  static constexpr char looks[] = "oizeasgtbg";
  for (const char one : {'i', 'l'}) {
    auto read = word;
    for (auto& c : read) {
      if (digit(c)) c = c == '1' ? one : looks[c - '0'];
    }
    read = normalise(read);
    if (is_wanted(read)) {
      to.push_back(read);
    } else {
      repair(read, to);
    }
  }
}

std::vector<std::string> hearing::readings_of(const std::string& word) const {
  std::vector<std::string> out;
  if (word.size() < 3 || is_wanted(word) || is_known(word)) return out;
  const auto digits = std::count_if(word.begin(), word.end(), digit);
  const auto letters = std::count_if(word.begin(), word.end(), letter);
  if (digits == 0) {
    repair(word, out);
  } else if (letters > 0) {
    read_digits(word, out);
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

heard hearing::with_readings(std::vector<token> words) const {
  heard out;
  out.words = std::move(words);
  for (std::size_t i = 0; i < out.words.size(); ++i) {
    for (const auto& r : readings_of(out.words[i].normal)) {
      out.also.emplace_back(i, make(r, out.words[i]));
    }
  }
  return out;
}

// One unknown word that is several wanted ones without blanks: the way with the fewest pieces.
bool hearing::glued(const token& word, std::vector<token>& to) const {
  const auto& w = word.normal;
  if (w.size() < 6 || is_wanted(w) || is_known(w)) return false;
  std::vector<std::size_t> pieces(w.size() + 1, glued_pieces_max + 1), from(w.size() + 1, 0);
  pieces[0] = 0;
  for (std::size_t end = 1; end <= w.size(); ++end) {
    for (std::size_t begin = end > 14 ? end - 14 : 0; begin < end; ++begin) {
      const auto size = end - begin;
      if (pieces[begin] + 1 >= pieces[end]) continue;
      if (size == 1 && w[begin] != 'i' && w[begin] != 'a') continue;
      if (!is_wanted(std::string_view(w).substr(begin, size))) continue;
      pieces[end] = pieces[begin] + 1;
      from[end] = begin;
    }
  }
  if (pieces[w.size()] > glued_pieces_max) return false;
  const auto first = to.size();
  for (auto end = w.size(); end > 0; end = from[end]) {
    to.insert(
        to.begin() + static_cast<std::ptrdiff_t>(first),
        make(w.substr(from[end], end - from[end]), word)
    );
  }
  return true;
}

// Joins what is torn ("sui cide", "k i l l") and parts what is glued ("killmyself").
bool hearing::mend(std::vector<token>& words) const {
  std::vector<token> out;
  bool changed = false;
  for (std::size_t i = 0; i < words.size();) {
    auto end = i;
    std::string letters;
    while (end < words.size() && words[end].normal.size() == 1) letters += words[end++].normal;
    if (end - i >= 3) {
      const auto whole = make(letters, words[i]);
      if (!glued(whole, out)) out.push_back(whole);
      changed = true;
      i = end;
      continue;
    }
    if (i + 1 < words.size()) {
      // Two ordinary words stay two: an idiom knows "heart attack" as it is written.
      const auto both = words[i].normal + words[i + 1].normal;
      const bool torn = !is_word(words[i].normal) || !is_word(words[i + 1].normal);
      if (torn && both.size() >= repair_letters_min && both.size() < 30 && is_wanted(both)) {
        out.push_back(make(both, words[i + 1]));
        changed = true;
        i += 2;
        continue;
      }
    }
    if (glued(words[i], out)) {
      changed = true;
    } else {
      out.push_back(words[i]);
    }
    ++i;
  }
  words = std::move(out);
  return changed;
}

std::vector<heard> hearing::hear(std::string_view text, const std::vector<token>& words) const {
  std::vector<heard> out;
  out.push_back(with_readings(words));
  const auto plain = without_signs(text);
  auto mended = plain.empty() ? words : tokenise(plain);
  const bool changed = mend(mended);
  if (changed || !plain.empty()) out.push_back(with_readings(std::move(mended)));
  return out;
}

}  // namespace frontdesk::intent
