// SPDX-License-Identifier: Apache-2.0
// The whole rules as one document (`Rules` of the contract), and what differs between two.
#pragma once
#include "intent/loading.hpp"

#include <boost/json/object.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::wire {
namespace json = boost::json;

/// settings, facts, synonyms, phrases, intents, none, safety. Files that do not parse are left out.
json::object rules_document(const intent::file_set& files);
/// `Rules` with its revision. `refused`: what is wrong with the folder as it stands, if it is not
/// what `files` came from.
std::string encode_rules(
    const intent::file_set& files, long revision, const std::vector<intent::finding>& refused
);

/// One difference: `intents/visit.book/answers`, `facts/phone`. A null side: it was not there.
struct rules_change {
  std::string path;
  json::value before, after;
};
/// What the rules mean is compared, not how they are written: the order of keys, blanks, and what
/// is left out or written as empty make no difference. If either side has errors, both are taken as
/// they are written. As slow as `intent::parse`: off the main thread.
std::vector<rules_change> changes_between(
    const intent::file_set& before, const intent::file_set& after
);
/// One line on them for the history: "2 topics changed, 1 new; facts: phone".
std::string summary_of(const std::vector<rules_change>& changes);

/// A set of files as the store keeps a revision, and back. errc::damaged.
std::string to_stored(const intent::file_set& files);
result<intent::file_set> files_from_stored(std::string_view stored);

}  // namespace frontdesk::wire
