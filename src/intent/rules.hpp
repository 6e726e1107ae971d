// SPDX-License-Identifier: Apache-2.0
// Rules ready for use: the model of the files with everything compiled and trained. Never changes
// once made, so any number of threads may read it; a publish makes a new one and swaps a
// shared_ptr.
#pragma once
#include "base/clock.hpp"
#include "intent/model.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace frontdesk::intent {

/// Text a message refers to is never kept in a `rules`; what compiling built is behind `compiled`.
class rules {
 public:
  struct compiled;  ///< patterns, safety, trained matcher (src/intent/compiled.hpp)

  /// Compiles and trains. Deterministic: the same model gives the same rules, bit for bit. Blocking
  /// (up to seconds for large rules): off the main thread. `before`, if given, is a warm start:
  /// what did not change is shared, and a few changed examples are learned on top of it
  /// (`adjusted`). Preconditions: `what` has no finding of severity error (see check.hpp).
  static std::shared_ptr<const rules> make(model what, const rules* before = nullptr);
  /// The same rules with all examples learned anew, as `make` without `before` gives them. The
  /// safety layer is never adjusted, and shared. Blocking.
  static std::shared_ptr<const rules> make_anew(const rules& adjusted);

  ~rules();
  /// Whether a few examples were learned on top of what earlier rules knew: at once, and nearly the
  /// same as all learned anew.
  bool adjusted() const;
  const model& source() const { return model_; }
  const compiled& parts() const { return *compiled_; }
  /// Nothing if there is no such topic.
  const topic* find(std::string_view id) const;
  /// The phrase in that language; the key itself in brackets when the files lack it (rules check
  /// finds that).
  std::string phrase(std::string_view key, language in) const;

  /// Revision of the store this was published as; 0 before the first publish. Set once by
  /// app/publishing.
  long revision = 0;

 private:
  rules();
  model model_;
  std::unique_ptr<const compiled> compiled_;
};
using rules_ptr = std::shared_ptr<const rules>;

}  // namespace frontdesk::intent
