// SPDX-License-Identifier: Apache-2.0
#include "app/publishing.hpp"

#include "app/while_busy.hpp"
#include "intent/check.hpp"
#include "intent/hours.hpp"
#include "wire/rules_document.hpp"

#include <algorithm>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

namespace frontdesk::app {
namespace {

bool is_error(const intent::finding& f) { return f.severity == intent::severity::error; }

bool has_errors(const std::vector<intent::finding>& findings) {
  return std::any_of(findings.begin(), findings.end(), is_error);
}

void append(std::vector<intent::finding>& to, std::vector<intent::finding> more) {
  std::move(more.begin(), more.end(), std::back_inserter(to));
}

// Training leaves hundreds of megabytes with the allocator, in the heaps of threads that have
// ended, and glibc gives none of it back by itself: 960 MB after some publishes, of which 340 are
// used.
void give_memory_back() {
#if defined(__GLIBC__)
  ::malloc_trim(0);
#endif
}

// The files of a changed model. A file in which nothing changed stays as somebody wrote it.
intent::file_set with_what_changed(
    const intent::file_set& written, const intent::rules* before, const intent::model& after
) {
  auto files = intent::to_files(after);
  if (before == nullptr) return files;
  const auto old = intent::to_files(before->source());
  for (auto& [name, text] : files) {
    const auto same = old.find(name);
    const auto as_written = written.find(name);
    if (same != old.end() && same->second == text && as_written != written.end()) {
      text = as_written->second;
    }
  }
  return files;
}

}  // namespace

publishing::publishing(
    store::store& store,
    blocking_pool& pool,
    net::task_group& tasks,
    std::filesystem::path folder,
    const clock& time,
    log to_log
)
    : store_(store),
      pool_(pool),
      tasks_(tasks),
      folder_(std::move(folder)),
      clock_(time),
      log_(std::move(to_log)) {}

asio::awaitable<result<publishing::prepared>> publishing::prepare(read_source read, bool trained) {
  auto work = [read = std::move(read), trained, now = clock_.now(), before = files_, old = rules_] {
    auto from = read();
    auto& model = from.read.model;
    prepared made;
    made.findings = std::move(from.read.findings);
    if (!has_errors(made.findings)) {
      append(made.findings, intent::check(model, intent::local_day(model.settings, now)));
    }
    if (has_errors(made.findings)) return result<prepared>{std::move(made)};
    made.files = std::move(from.raw);
    if (made.files.empty()) made.files = with_what_changed(before, old.get(), model);
    if (trained) {
      made.summary = wire::summary_of(wire::changes_between(before, made.files));
      // `make` gives constant rules; the revision is the one thing that is set afterwards.
      made.rules =
          std::const_pointer_cast<intent::rules>(intent::rules::make(std::move(model), old.get()));
      give_memory_back();
    }
    return result<prepared>{std::move(made)};
  };
  return pool_.run_long<prepared>(std::move(work));
}

void publishing::use(prepared what, long revision) {
  what.rules->revision = revision;
  rules_ = std::move(what.rules);
  files_ = std::move(what.files);
  refused_.clear();
  if (rules_->adjusted()) tasks_.spawn(settle(), "settle");
}

// A few changed examples are learned at once on top of the rest, and answer from then on. All are
// learned anew while they do, so that the rules in force are soon those that a start of the program
// makes of the same files.
asio::awaitable<void> publishing::settle() {
  if (settling_) co_return;
  const while_busy settling_now{settling_};
  while (rules_->adjusted()) {
    const auto adjusted = rules_;
    auto work = [adjusted] {
      auto anew = intent::rules::make_anew(*adjusted);
      give_memory_back();
      return result<intent::rules_ptr>{std::move(anew)};
    };
    const auto anew = co_await pool_.run_long<intent::rules_ptr>(std::move(work));
    if (!anew) co_return;  // the program stops, or is too busy: until the next use
    if (rules_ == adjusted) rules_ = *anew;  // else somebody published meanwhile
  }
}

// Line by line into the log: never the witness, which may be a sentence that somebody wrote.
void publishing::refuse(std::vector<intent::finding> findings) {
  std::erase_if(findings, [](const auto& f) { return !is_error(f); });
  for (auto f : findings) {
    f.witness.clear();
    log_("rules not taken up: " + intent::to_text(f));
  }
  refused_ = std::move(findings);
}

// --- drafts

asio::awaitable<result<std::vector<intent::finding>>> publishing::check(wire::draft draft) {
  auto read = [draft = std::move(draft), rules = rules_] {
    return source{wire::apply(draft, rules->source()), {}};
  };
  auto made = co_await prepare(std::move(read), false);
  if (!made) co_return made.error();
  co_return std::move(made->findings);
}

asio::awaitable<result<checked_rules>> publishing::train(wire::draft draft) {
  auto read = [draft = std::move(draft), rules = rules_] {
    return source{wire::apply(draft, rules->source()), {}};
  };
  auto made = co_await prepare(std::move(read), true);
  if (!made) co_return made.error();
  checked_rules checked;
  if (made->rules) made->rules->revision = revision();
  checked.rules = std::move(made->rules);
  checked.findings = std::move(made->findings);
  co_return checked;
}

asio::awaitable<publish_outcome> publishing::publish(wire::draft draft, publish_order order) {
  if (busy_ || order.expected != revision()) {
    co_return publish_outcome{make_error_code(errc::conflict)};
  }
  const while_busy publishing_now{busy_};
  auto read = [draft = std::move(draft), rules = rules_] {
    return source{wire::apply(draft, rules->source()), {}};
  };
  auto made = co_await prepare(std::move(read), true);
  if (!made) co_return publish_outcome{made.error()};
  auto what = std::move(*made);
  co_return co_await put_in_force(std::move(what), std::move(order), true, "rules.published");
}

asio::awaitable<publish_outcome> publishing::roll_back(long to, publish_order order) {
  if (busy_) co_return publish_outcome{make_error_code(errc::conflict)};
  const while_busy publishing_now{busy_};
  order.expected = revision();
  const auto target = co_await store_.revision(to);
  if (to <= 0 || !target) {
    const auto missing = make_error_code(errc::not_found);
    co_return publish_outcome{to <= 0 ? missing : target.error()};
  }
  auto files = wire::files_from_stored(target->files);
  if (!files) co_return publish_outcome{files.error()};
  auto read = [files = std::move(*files)] { return source{intent::parse(files), files}; };
  auto made = co_await prepare(std::move(read), true);
  if (!made) co_return publish_outcome{made.error()};
  auto what = std::move(*made);
  co_return co_await put_in_force(std::move(what), std::move(order), true, "rules.rolled_back");
}

// The folder first: after a crash in between, the start finds a folder that was "changed by hand"
// and nothing is lost but the name of who published. The other way round, the start could not tell
// an unfinished publish from somebody who put old files back.
asio::awaitable<publish_outcome> publishing::put_in_force(
    prepared what, publish_order order, bool to_folder, const char* word
) {
  publish_outcome outcome;
  outcome.findings = what.findings;
  if (!what.rules) {
    outcome.ec = make_error_code(errc::bad_request);
    co_return outcome;
  }
  const auto before = files_;
  if (to_folder) {
    const auto written = co_await write_folder(what.files, before);
    if (!written) outcome.ec = written.error();
  }
  if (!outcome.ec) {
    store::revision_record record;
    record.at = clock_.now();
    record.by = order.by;
    record.note = std::move(order.note);
    record.summary = what.summary;
    record.files = wire::to_stored(what.files);
    store::trail noted(1);
    noted[0].at = record.at;
    noted[0].who = order.by;
    noted[0].what = word;
    noted[0].about = std::to_string(order.expected + 1);
    const auto expected = order.expected;
    const auto added = co_await store_.add_revision(std::move(record), expected, std::move(noted));
    if (added) {
      outcome.revision = *added;
      use(std::move(what), *added);
      co_return outcome;
    }
    outcome.ec = added.error();
  }
  if (to_folder) {
    const auto undone = co_await write_folder(before, what.files);
    if (!undone) log_("the rules folder could not be put back after a publish that failed");
  }
  co_return outcome;
}

asio::awaitable<result<void>> publishing::write_folder(
    intent::file_set files, intent::file_set before
) {
  auto work = [folder = folder_, files = std::move(files), before = std::move(before)] {
    auto written = intent::write_files(folder, files);
    if (!written) return written;
    for (const auto& [name, _] : before) {
      std::error_code ec;
      if (files.count(name) == 0) std::filesystem::remove(folder / name, ec);
      if (ec) return result<void>{make_error_code(errc::input_output)};
    }
    return written;
  };
  return pool_.run<void>(std::move(work));
}

}  // namespace frontdesk::app
