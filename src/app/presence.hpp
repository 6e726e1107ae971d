// SPDX-License-Identifier: Apache-2.0
// Which members of staff have a console open, and who of them takes waiting visitors.
#pragma once
#include "wire/console.hpp"

#include <map>
#include <vector>

namespace frontdesk::app {

/// io thread only.
class presence_list {
 public:
  /// A console was opened or closed. Somebody who comes is available, unless they switched it off
  /// before: whoever sits at the desk is meant to be found, and nobody has to remember a switch in
  /// the morning.
  void came(const chat::person& who);
  void left(const person_id& who);
  void set_available(const person_id& who, bool on);

  /// Has a console open.
  bool online(const person_id& who) const;
  bool available(const person_id& who) const;
  /// Somebody takes waiting visitors.
  bool anybody() const;
  /// Everybody with a console open, by name.
  std::vector<wire::presence> list() const;

 private:
  struct one {
    chat::person who;
    int consoles = 0;
    bool available = true;
  };
  std::map<person_id, one>
      all_;  // kept after they left: the choice is remembered until the program ends
};

}  // namespace frontdesk::app
