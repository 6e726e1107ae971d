// SPDX-License-Identifier: Apache-2.0
#include "cli/shortened.hpp"

#include <algorithm>
#include <map>

namespace frontdesk::cli {
namespace {

using intent::finding;

// The heaviest of one kind, in the order of `all`; of equal ones the first.
std::vector<std::size_t> heaviest(
    const std::vector<finding>& all, std::vector<std::size_t> of, std::size_t most
) {
  std::stable_sort(of.begin(), of.end(), [&](std::size_t a, std::size_t b) {
    return all[a].weight > all[b].weight;
  });
  of.resize(std::min(of.size(), most));
  std::sort(of.begin(), of.end());
  return of;
}

}  // namespace

std::vector<std::string> shortened(const std::vector<finding>& all, std::size_t most) {
  std::vector<std::string> out, kinds;
  std::map<std::string, std::vector<std::size_t>> of_kind;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].kind.empty()) {
      out.push_back(to_text(all[i]));
      continue;
    }
    auto& list = of_kind[all[i].kind];
    if (list.empty()) kinds.push_back(all[i].kind);
    list.push_back(i);
  }
  for (const auto& kind : kinds) {
    const auto& list = of_kind[kind];
    for (const auto i : heaviest(all, list, most)) out.push_back(to_text(all[i]));
    if (list.size() <= most) continue;
    out.push_back("  ... and " + std::to_string(list.size() - most) + " more of this kind (--all)");
  }
  return out;
}

}  // namespace frontdesk::cli
