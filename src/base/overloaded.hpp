// SPDX-License-Identifier: Apache-2.0
// One visitor made of several lambdas: std::visit(overloaded{..., ...}, variant).
#pragma once

namespace frontdesk {

template <class... F>
struct overloaded : F... {
  using F::operator()...;
};
// In C++20 an aggregate needs no guide, but clang++ 14 does not deduce its arguments without one.
template <class... F>
overloaded(F...) -> overloaded<F...>;

}  // namespace frontdesk
