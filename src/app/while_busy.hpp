// SPDX-License-Identifier: Apache-2.0
// Sets a flag for as long as it lives: one change at a time, over co_awaits too.
#pragma once

namespace frontdesk::app {

class while_busy {
 public:
  explicit while_busy(bool& flag) : flag_(flag) { flag_ = true; }
  ~while_busy() { flag_ = false; }
  while_busy(const while_busy&) = delete;
  while_busy& operator=(const while_busy&) = delete;

 private:
  bool& flag_;
};

}  // namespace frontdesk::app
