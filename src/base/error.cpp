// SPDX-License-Identifier: Apache-2.0
#include "base/error.hpp"

#include <string>

namespace frontdesk {
namespace {

// Boost's base class has a protected destructor that is not virtual: categories live for ever.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
class category final : public boost::system::error_category {
 public:
  const char* name() const noexcept override { return "frontdesk"; }
  std::string message(int value) const override {
    switch (static_cast<errc>(value)) {
      case errc::bad_request:
        return "the request does not fit the contract";
      case errc::too_long:
        return "longer than the limit";
      case errc::unauthorized:
        return "not allowed";
      case errc::not_found:
        return "not found";
      case errc::conflict:
        return "somebody else was first";
      case errc::gone:
        return "erased, expired or used up";
      case errc::rate_limited:
        return "too many in too short a time";
      case errc::busy:
        return "busy, try again";
      case errc::storage:
        return "the storage failed";
      case errc::damaged:
        return "stored data does not open";
      case errc::too_new:
        return "written by a newer version";
      case errc::input_output:
        return "a file or an address could not be used";
    }
    return "unknown";
  }
};
#pragma GCC diagnostic pop

}  // namespace

const boost::system::error_category& frontdesk_category() noexcept {
  static const category instance;
  return instance;
}

error_class class_of(errc e) noexcept {
  switch (e) {
    case errc::bad_request:
    case errc::too_long:
    case errc::unauthorized:
    case errc::not_found:
    case errc::conflict:
    case errc::gone:
      return error_class::client;
    case errc::rate_limited:
    case errc::busy:
      return error_class::busy;
    case errc::storage:
    case errc::damaged:
    case errc::too_new:
    case errc::input_output:
      return error_class::ours;
  }
  return error_class::ours;
}

}  // namespace frontdesk
