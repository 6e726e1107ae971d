// SPDX-License-Identifier: Apache-2.0
// The foreseen failures of frontdesk, and the result type that carries them.
#pragma once
#include <boost/system/error_code.hpp>
#include <boost/system/result.hpp>

#include <string_view>

namespace frontdesk {

using boost::system::error_code;

/// A value or the foreseen failure that stood in its way.
template <class T>
using result = boost::system::result<T, error_code>;

/// Foreseen failures. Each belongs to one class (see `class_of`), which decides who is told what.
enum class errc {
  bad_request = 1,  ///< the peer sent something that does not fit the contract
  too_long,         ///< longer than the named limit
  unauthorized,     ///< not who they say they are, or not allowed
  not_found,        ///< no such conversation, person, revision ...
  conflict,         ///< somebody else was first
  gone,             ///< erased, expired or used up
  rate_limited,     ///< too many in too short a time
  busy,             ///< a queue is full or a deadline passed; nothing was done; try again
  storage,          ///< the disk or the database failed; nothing was done
  damaged,          ///< stored bytes do not open: damaged, or sealed under another key
  too_new,          ///< written by a newer frontdesk than this one
  input_output,     ///< a file or an address could not be used
};

/// Whose turn it is to act: the peer's, nobody's (try again), or ours.
enum class error_class { client, busy, ours };

const boost::system::error_category& frontdesk_category() noexcept;
error_class class_of(errc e) noexcept;

inline error_code make_error_code(errc e) noexcept {
  return {static_cast<int>(e), frontdesk_category()};
}

}  // namespace frontdesk

template <>
struct boost::system::is_error_code_enum<frontdesk::errc> : std::true_type {};
