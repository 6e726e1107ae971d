// SPDX-License-Identifier: Apache-2.0
// What the rules files say, as plain data: the meaning of every field stands in intents/README.md.
#pragma once
#include <array>
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace frontdesk::intent {

/// The languages of the desk. A further one needs a stemmer, its phrases and its examples.
enum class language : unsigned char { en, es };
inline constexpr std::size_t language_count = 2;
inline constexpr std::array<const char*, language_count> language_codes{"en", "es"};

/// One `T` for each language.
template <class T>
struct by_language {
  std::array<T, language_count> each{};
  T& operator[](language l) { return each[static_cast<std::size_t>(l)]; }
  const T& operator[](language l) const { return each[static_cast<std::size_t>(l)]; }
  bool operator==(const by_language&) const = default;
};
using localized = by_language<std::string>;
using lines = std::vector<std::string>;

enum class kind : unsigned char { medical, practical, smalltalk, action };
enum class action : unsigned char { none, handoff, book, cancel, reschedule, end };

/// Where a value stands in the files: for findings and for writing an edit back to its file.
struct place {
  std::string file;  ///< relative to the rules folder
  int line = 0;      ///< from 1; 0: not from a file
  int column = 0;    ///< from 1, in bytes
};

/// A place in a file that is known already. Only findings use it: the line of one example or
/// pattern. Lists of spots go beside lists of texts and are empty where no file was read.
struct spot {
  int line = 0, column = 0;  ///< as in `place`
};
using spots = std::vector<spot>;

struct answer_variant {
  std::string text;
  std::vector<std::string> choices;  ///< topic ids
  std::optional<bool> open, staff_online;
  std::optional<std::string> after;  ///< the topic before this one
  place at;
};
struct follow_up {
  std::string means;  ///< topic id
  by_language<lines> examples;
  place at;
};
struct source {
  std::string title, url;  ///< url may be empty
};
struct review {
  std::vector<source> sources;
  std::optional<std::string> by;  ///< nothing: no clinician has signed yet
  std::chrono::year_month_day on{}, until{};
  place at;
};
struct topic {
  std::string id;
  localized title, button;
  intent::kind kind = kind::practical;
  by_language<lines> examples, patterns;
  by_language<spots> example_spots, pattern_spots;
  by_language<std::vector<answer_variant>> answers;
  std::vector<follow_up> follow_ups;
  intent::action action = action::none;
  std::optional<intent::review> review;
  place at;
};

struct safety_family {
  std::string id, topic, about;
  by_language<lines> patterns;
  place at;
  bool certain = false;  ///< believed however calm the learned score finds the message
  bool mention = false;  ///< words of the safe as well: a calm message silences them sooner
};
struct safety_action {
  std::string href;
  localized label;
};
struct safety_response {
  localized title, text;
  std::vector<safety_action> actions;
};
struct safety_rules {
  std::vector<safety_family> families, past;
  by_language<lines> idioms, harmless;
  std::map<std::string, by_language<lines>> examples;  ///< by topic
  by_language<spots> harmless_spots;
  std::map<std::string, safety_response> responses;  ///< by topic
};

/// A fact that only the clinic knows; neither value: not known yet.
using fact = std::optional<localized>;

struct opening {
  std::chrono::minutes from{}, to{};  ///< since midnight, clinic's time
};
struct settings {
  std::vector<language> languages{language::en, language::es};
  std::string time_zone = "America/New_York";
  /// By weekday, Monday first; nothing at all: opening hours are not known.
  std::optional<std::array<std::vector<opening>, 7>> hours;
  std::map<std::chrono::year_month_day, localized> holidays;
  double rejection =
      0.1;  ///< share of covered messages that may be asked back rather than answered
  double clarify_margin = 0.15;  ///< below this distance between the two best: "did you mean"
  std::string notice_version;
  localized notice;
};

/// The whole rules folder.
struct model {
  intent::settings settings;
  std::map<std::string, fact> facts;
  std::map<std::string, spot> fact_spots;    ///< of the names in facts.json
  by_language<std::vector<lines>> synonyms;  ///< groups; the first word is the canonical one
  by_language<spots> synonym_spots;
  std::map<std::string, localized> phrases;
  std::vector<topic> topics;  ///< in the order of files and of their lines
  by_language<lines> none;
  by_language<spots> none_spots;
  safety_rules safety;
};

}  // namespace frontdesk::intent
