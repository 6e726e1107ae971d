// SPDX-License-Identifier: Apache-2.0
// The built pages as they lie in the program: nothing is read from disk to serve them.
#pragma once
#include <span>
#include <string_view>

namespace frontdesk::net {

/// One file of the built pages. All views live as long as the program.
struct asset {
  std::string_view
      path;  ///< "frontdesk.js", "demo/index.html", "console/index.html", "console/assets/..."
  std::string_view type;  ///< for Content-Type
  std::string_view etag;  ///< with its quotes
  std::string_view body, gzip, brotli;
  bool immutable = false;  ///< its name changes with its content: may be cached for ever
};

/// Every file, sorted by path. Empty in a build without pages.
std::span<const asset> compiled_pages();

}  // namespace frontdesk::net
