// SPDX-License-Identifier: Apache-2.0
// The sections of the rules files, each read by a function of its own (loading.cpp picks which) and
// written by its twin (writing.cpp).
#pragma once
#include "intent/shape.hpp"

namespace frontdesk::intent::sections {

using json_text::node;

void read_settings(shape& s, const node& n, settings& to);
void read_facts(shape& s, const node& n, model& to);
void read_synonyms(shape& s, const node& n, model& to);
void read_phrases(shape& s, const node& n, std::map<std::string, localized>& to);
void read_none(shape& s, const node& n, model& to);
void read_topics(shape& s, const node& n, std::vector<topic>& to);
void read_safety(shape& s, const node& n, safety_rules& to);

/// Words of the format, in the order of the enumerations.
inline constexpr std::array<const char*, 4> kinds{"medical", "practical", "smalltalk", "action"};
inline constexpr std::array<const char*, 6> actions{
    "none", "handoff", "book", "cancel", "reschedule", "end"};
inline constexpr std::array<const char*, 7> weekdays{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};

/// Patterns by language, each checked: a fault is shown where it stands inside the pattern.
/// `where`, if given, gets the place of each.
void read_patterns(
    shape& s, const node& n, by_language<lines>& to, by_language<spots>* where = nullptr
);

}  // namespace frontdesk::intent::sections
