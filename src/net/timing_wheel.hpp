// SPDX-License-Identifier: Apache-2.0
// Deadlines for many connections at the cost of two pointers each: Beast's own timeouts re-arm a
// timer on each read, and know no absolute deadline.
#pragma once
#include <boost/intrusive/list.hpp>

#include <array>
#include <chrono>
#include <cstdint>

namespace frontdesk::net {

/// Counts ticks; somebody else (see ticker.hpp, or a test) says when one has passed. One thread.
class timing_wheel {
 public:
  using tick = std::uint64_t;
  static constexpr std::chrono::milliseconds tick_length{250};

  /// Something with one deadline. Leaves the wheel when it is destroyed.
  class entry : public boost::intrusive::list_base_hook<
                    boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
   public:
    virtual ~entry() = default;
    /// The deadline has come; the entry is off the wheel and may be armed again, or destroyed.
    virtual void on_due() = 0;
    tick due() const { return due_; }

   private:
    friend timing_wheel;
    tick due_ = 0;
  };

  /// Puts the entry's deadline `after` from now, rounded up to a tick; an earlier one is forgotten.
  void arm(entry& e, std::chrono::milliseconds after);
  static void disarm(entry& e) {
    if (e.is_linked()) e.unlink();
  }
  /// One tick has passed: calls every entry that is due.
  void advance();
  tick now() const { return now_; }
  static tick ticks(std::chrono::milliseconds d) {
    return static_cast<tick>((d + tick_length - std::chrono::milliseconds{1}) / tick_length);
  }

 private:
  // 128 s in one turn; what is later goes round again.
  static constexpr std::size_t slot_count = 512;
  using slot = boost::intrusive::list<entry, boost::intrusive::constant_time_size<false>>;
  slot& slot_of(tick t) { return slots_[t % slot_count]; }

  std::array<slot, slot_count> slots_;
  tick now_ = 0;
};

}  // namespace frontdesk::net
