// SPDX-License-Identifier: Apache-2.0
// The rules in force, and how they change: by a draft of an admin, by going back to a revision, or
// by a file saved in the folder. The folder and the newest revision in the store say the same.
#pragma once
#include "app/blocking.hpp"
#include "app/rules_source.hpp"
#include "base/clock.hpp"
#include "intent/loading.hpp"
#include "net/task_group.hpp"
#include "store/store.hpp"
#include "wire/draft.hpp"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace frontdesk::app {

/// How a publish ended. `ec` unset: the revision is in force.
/// errc::conflict: somebody published meanwhile; errc::bad_request: `findings` say why not;
/// errc::not_found: no such revision; errc::input_output: the folder cannot be written.
struct publish_outcome {
  publish_outcome() = default;
  explicit publish_outcome(error_code e) : ec(e) {}
  error_code ec;
  long revision = 0;
  std::vector<intent::finding> findings;
};
/// Rules with what a check has to say about them; `rules` is null if that is an error.
struct checked_rules {
  intent::rules_ptr rules;
  std::vector<intent::finding> findings;
};
/// Who publishes what for which reason.
struct publish_order {
  std::string note;
  std::optional<person_id> by;
  long expected = 0;  ///< the revision it was made from
};

/// io thread only.
class publishing final : public rules_source {
 public:
  using log = std::function<void(const std::string& sentence)>;

  publishing(
      store::store& store,
      blocking_pool& pool,
      net::task_group& tasks,
      std::filesystem::path folder,
      const clock& time,
      log to_log
  );

  /// Takes the folder up: what was changed by hand while the program was off becomes a revision.
  /// If the folder is faulty, the newest revision is used and `refused` says why. errc::not_found:
  /// neither a folder nor a revision; errc::bad_request: faulty, and there is no revision.
  asio::awaitable<result<void>> start();

  intent::rules_ptr current() const override { return rules_; }
  long revision() const { return rules_ ? rules_->revision : 0; }
  /// What the files say that the current rules came from.
  const intent::file_set& files() const { return files_; }
  /// The errors in the folder that keep it from being used; empty: it is in force.
  const std::vector<intent::finding>& refused() const { return refused_; }

  /// Checks a draft; nothing is published.
  asio::awaitable<result<std::vector<intent::finding>>> check(wire::draft draft);
  /// Checks and trains a draft, for trying it out.
  asio::awaitable<result<checked_rules>> train(wire::draft draft);
  asio::awaitable<publish_outcome> publish(wire::draft draft, publish_order order);
  asio::awaitable<publish_outcome> roll_back(long to, publish_order order);
  /// Takes up what was saved in the folder, if it is faultless and differs. False: not possible now
  /// (a publish is running, the store failed); try again later.
  asio::awaitable<bool> take_up();

 private:
  /// Rules to be read on the pool: from files as they stand, or from a draft (`raw` empty).
  struct source {
    intent::loaded read;
    intent::file_set raw;
  };
  /// What the pool made of them: nothing here is in force yet.
  struct prepared {
    std::shared_ptr<intent::rules> rules;  // null: faulty, or not asked for
    intent::file_set files;
    std::vector<intent::finding> findings;
    std::string summary;
  };
  using read_source = std::function<source()>;

  asio::awaitable<result<prepared>> prepare(read_source read, bool trained);
  /// `word` of the audit trail: how the revision came about.
  asio::awaitable<publish_outcome> put_in_force(
      prepared what, publish_order order, bool to_folder, const char* word
  );
  asio::awaitable<result<void>> write_folder(intent::file_set files, intent::file_set before);
  asio::awaitable<result<intent::file_set>> read_folder();
  asio::awaitable<result<void>> start_with(
      intent::file_set found, std::optional<store::revision_record> newest
  );
  asio::awaitable<result<void>> use_revision(store::revision_record newest, bool to_folder);
  asio::awaitable<result<void>> as_new_revision(prepared what, long expected, std::string note);
  void use(prepared what, long revision);
  asio::awaitable<void> settle();
  void refuse(std::vector<intent::finding> findings);

  store::store& store_;
  blocking_pool& pool_;
  net::task_group& tasks_;
  std::filesystem::path folder_;
  const clock& clock_;
  log log_;
  intent::rules_ptr rules_;
  intent::file_set files_;
  std::vector<intent::finding> refused_;
  bool busy_ = false;      // one change at a time
  bool settling_ = false;  // one training at a time that nobody waits for
};

}  // namespace frontdesk::app
