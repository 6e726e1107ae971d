// SPDX-License-Identifier: Apache-2.0
// The clock as a parameter: what runs in the program asks the system, tests set it by hand.
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace frontdesk {

/// UTC, milliseconds: the resolution of everything that is stored or sent.
using time_point = std::chrono::sys_time<std::chrono::milliseconds>;

class clock {
 public:
  virtual ~clock() = default;
  virtual time_point now() const = 0;
};

/// The system's clock.
class system_clock final : public clock {
 public:
  time_point now() const override;
};

/// A clock that stands until a test moves it.
class manual_clock final : public clock {
 public:
  explicit manual_clock(time_point start) : now_(start) {}
  time_point now() const override { return now_; }
  void advance(std::chrono::milliseconds by) { now_ += by; }
  void set(time_point to) { now_ = to; }

 private:
  time_point now_;
};

/// `2026-03-10T13:30:00.123Z`, the only form in which frontdesk writes a time.
std::string to_iso(time_point t);
/// Reads that form, with or without milliseconds and with `Z` or an offset (`+01:00`).
std::optional<time_point> from_iso(std::string_view text);

}  // namespace frontdesk
