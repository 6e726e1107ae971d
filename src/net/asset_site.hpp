// SPDX-License-Identifier: Apache-2.0
// Answers requests for the built pages: which file, in which encoding, with which headers.
#pragma once
#include "net/assets.hpp"
#include "net/http.hpp"

#include <optional>

namespace frontdesk::net {

/// Finds and answers requests for assets.
class asset_site {
 public:
  explicit asset_site(std::span<const asset> all) : all_(all) {}
  bool empty() const { return all_.empty(); }
  /// The answer to a GET; nothing if no asset has that path. `/` is the demo page; below `/console`
  /// every path without a file is the console's page, which finds its way by itself.
  std::optional<http_response> answer(const http_request& request) const;

 private:
  const asset* find(std::string_view path) const;
  std::span<const asset> all_;
};

}  // namespace frontdesk::net
