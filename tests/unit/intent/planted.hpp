// SPDX-License-Identifier: Apache-2.0
// A small rules folder without a fault, and faults to plant into it.
#pragma once
#include "intent/loading.hpp"

#include <string>
#include <vector>

namespace frontdesk::intent {

/// Files as an admin would write them: one example a line, so that a fault has a line of its own.
file_set clean_rules();

/// One change of one file, and what must be found.
struct planted {
  const char* name;
  const char* file;
  std::string instead_of, with;  ///< texts of the file
  std::string marker;            ///< the finding stands where the new file has this text last
  std::string sentence;          ///< a part of it
  std::string witness;           ///< empty: none is promised
};
const std::vector<planted>& all_planted();

/// Plants it. Throws std::logic_error when the file has no such text.
void plant(const planted& fault, file_set& into);
/// Line and column of the marker.
place where(const planted& fault, const file_set& in);

}  // namespace frontdesk::intent
