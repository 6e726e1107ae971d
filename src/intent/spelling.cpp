// SPDX-License-Identifier: Apache-2.0
#include "intent/spelling.hpp"

#include "intent/lexical.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

namespace frontdesk::intent {
namespace {

constexpr std::size_t shortest = 3;
constexpr std::size_t two_changes_from = 8;  // shorter words have too many neighbours at 2
constexpr std::size_t longest = 24;          // longer ones are not words of the rules

bool can_be_repaired(std::string_view word) {
  return word.size() >= shortest && word.size() <= longest &&
         std::all_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

int changes_for(std::string_view word) { return word.size() >= two_changes_from ? 2 : 1; }

// Calls f with the hash of the word and of each way to leave out up to `depth` letters.
template <class F>
void each_deletion(std::string_view word, int depth, F f) {
  f(hash_of(word));
  if (depth == 0) return;
  std::string shorter;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (i > 0 && word[i] == word[i - 1]) continue;
    shorter.assign(word.substr(0, i)).append(word.substr(i + 1));
    f(hash_of(shorter));
    if (depth < 2) continue;
    for (std::size_t j = i; j < shorter.size(); ++j) {
      if (j > i && shorter[j] == shorter[j - 1]) continue;
      f(hash_of(std::string(shorter).erase(j, 1)));
    }
  }
}

}  // namespace

int spelling_distance(std::string_view a, std::string_view b, int most) {
  const std::size_t width = b.size() + 1;
  if (a.size() > b.size() + static_cast<std::size_t>(most) ||
      b.size() > a.size() + static_cast<std::size_t>(most) || width > longest + 3)
    return most + 1;
  std::array<std::array<int, longest + 3>, 3> row{};
  for (std::size_t j = 0; j < width; ++j) row[0][j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto& now = row[i % 3];
    const auto &last = row[(i + 2) % 3], &before = row[(i + 1) % 3];
    now[0] = static_cast<int>(i);
    for (std::size_t j = 1; j < width; ++j) {
      const int same = a[i - 1] == b[j - 1] ? 0 : 1;
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + same});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        now[j] = std::min(now[j], before[j - 2] + 1);
    }
  }
  return std::min(row[a.size() % 3][b.size()], most + 1);
}

void speller::add(std::string_view normal, const by_language<std::uint32_t>& times) {
  const auto number = exact_.add(hash_of(normal));
  if (number < words_.size()) {
    for (const auto in : {language::en, language::es}) words_[number].times[in] += times[in];
    return;
  }
  words_.push_back({std::string(normal), times});
  if (!can_be_repaired(normal)) return;
  each_deletion(normal, changes_for(normal), [&](std::uint64_t hash) {
    const auto deletion = deletions_.add(hash);
    if (deletion == first_.size()) first_.push_back(flat_index::none);
    auto& first = first_[deletion];
    if (first != flat_index::none && links_[first].word == number) return;
    links_.push_back({number, first});
    first = static_cast<std::uint32_t>(links_.size() - 1);
  });
}

// The hundred deletions of a long word lie all over some megabytes, so all are asked for before the
// first is read; and a word that many of them lead to is looked at once.
template <class F>
void speller::near(std::string_view normal, F f) const {
  static thread_local std::vector<std::uint64_t> hashes;
  static thread_local std::vector<std::uint32_t> found;
  hashes.clear();
  each_deletion(normal, changes_for(normal), [&](std::uint64_t hash) {
    hashes.push_back(hash);
    deletions_.prefetch(hash);
  });
  found.clear();
  for (const auto hash : hashes) {
    const auto deletion = deletions_.find(hash);
    if (deletion == flat_index::none) continue;
    for (auto l = first_[deletion]; l != flat_index::none; l = links_[l].next)
      found.push_back(links_[l].word);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  for (const auto word : found) f(words_[word]);
}

std::string_view speller::repair(std::string_view normal, language in) const {
  if (!can_be_repaired(normal) || exact_.find(hash_of(normal)) != flat_index::none ||
      lexical::is_word(normal) || is_drug_name(normal))
    return {};
  const int most = changes_for(normal);
  const known* best = nullptr;
  std::array<int, 3> best_rank{};
  near(normal, [&](const known& k) {
    const int distance = spelling_distance(normal, k.text, std::min(most, changes_for(k.text)));
    if (distance > most || distance > changes_for(k.text)) return;
    // Nearer wins; then the same first letter, which people seldom miss; then the commoner word.
    const std::array<int, 3> rank{
        -distance,
        k.text[0] == normal[0] ? 1 : 0,
        static_cast<int>(k.times[in] * 4 + k.times[language::en] + k.times[language::es])};
    if (!best || rank > best_rank || (rank == best_rank && k.text < best->text)) {
      best = &k;
      best_rank = rank;
    }
  });
  return best ? std::string_view(best->text) : std::string_view{};
}

bool is_drug_name(std::string_view normal) {
  // What patients of pain and mood clinics take most (names as they are typed, both languages).
  // "gabapentin" must not become "gabapentina" nor "keratin" "ketamine".
  static constexpr auto names = std::to_array<std::string_view>({
      "abilify",       "acetaminophen",   "adderall",     "advil",
      "aleve",         "alprazolam",      "ambien",       "amitriptyline",
      "amitriptilina", "ativan",          "baclofen",     "benadryl",
      "bupropion",     "buspar",          "celebrex",     "celecoxib",
      "celexa",        "citalopram",      "clonazepam",   "clonidine",
      "codeine",       "cyclobenzaprine", "cymbalta",     "dexmedetomidine",
      "diazepam",      "diclofenac",      "duloxetina",   "duloxetine",
      "effexor",       "elavil",          "escitalopram", "esketamine",
      "fentanyl",      "fentanilo",       "flexeril",     "fluoxetina",
      "fluoxetine",    "gabapentin",      "gabapentina",  "hydrocodone",
      "hydroxyzine",   "ibuprofen",       "ibuprofeno",   "insulin",
      "insulina",      "keratin",         "keratina",     "keto",
      "ketchup",       "ketoconazole",    "ketorolac",    "ketoprofen",
      "ketosis",       "klonopin",        "lamictal",     "lamotrigine",
      "levothyroxine", "lexapro",         "lidocaine",    "lisinopril",
      "lithium",       "lorazepam",       "losartan",     "lyrica",
      "melatonin",     "meloxicam",       "metformin",    "metformina",
      "methadone",     "methocarbamol",   "milnacipran",  "mirtazapine",
      "mobic",         "morphine",        "naltrexone",   "naproxen",
      "naproxeno",     "narcan",          "neurontin",    "norco",
      "nortriptyline", "oxycodone",       "oxycontin",    "paracetamol",
      "paroxetine",    "paxil",           "percocet",     "pregabalin",
      "pregabalina",   "prednisone",      "prozac",       "quetiapine",
      "remeron",       "robaxin",         "savella",      "seroquel",
      "sertralina",    "sertraline",      "soma",         "spravato",
      "suboxone",      "subutex",         "tizanidine",   "topamax",
      "topiramate",    "toradol",         "tramadol",     "trazodone",
      "tylenol",       "valium",          "venlafaxine",  "vicodin",
      "vyvanse",       "wellbutrin",      "xanax",        "zanaflex",
      "zofran",        "zoloft",          "zolpidem",     "zyprexa",
  });
  return std::find(names.begin(), names.end(), normal) != names.end();
}

}  // namespace frontdesk::intent
