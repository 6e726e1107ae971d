// SPDX-License-Identifier: Apache-2.0
// A draft: what an admin wants changed in the rules (`Draft` of the contract).
#pragma once
#include "intent/loading.hpp"
#include "wire/reader.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace frontdesk::wire {

/// Its parts are read when it is applied: what is wrong with them becomes findings.
struct draft {
  json::object parts;
};

/// The rules as they would be. Sections are merged key by key; topics are replaced or added by id.
/// Findings are of shape only; their lines are those of the files as they would be written. If one
/// is an error, the model is not to be used.
intent::loaded apply(const draft& what, const intent::model& to);

struct check_body {
  wire::draft draft;
};
struct try_body {
  std::optional<wire::draft> draft;
  std::string text;
  std::optional<intent::language> language;
};
struct publish_body {
  wire::draft draft;
  std::string note;
};
struct rollback_body {
  std::string note;
};
decoded<check_body> decode_check(std::string_view body);
decoded<try_body> decode_try(std::string_view body, std::size_t text_code_points_max);
decoded<publish_body> decode_publish(std::string_view body, std::size_t note_code_points_max);
decoded<rollback_body> decode_rollback(std::string_view body, std::size_t note_code_points_max);

}  // namespace frontdesk::wire
