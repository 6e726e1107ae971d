// SPDX-License-Identifier: Apache-2.0
// The other half of publishing: what stands in the folder, at the start and while the program runs.
#include "app/publishing.hpp"
#include "app/while_busy.hpp"
#include "wire/rules_document.hpp"

namespace frontdesk::app {
namespace {

constexpr const char* shipped_note = "As shipped with the program";
constexpr const char* by_hand_note = "Changed in the rules folder";

}  // namespace

asio::awaitable<result<intent::file_set>> publishing::read_folder() {
  auto work = [folder = folder_] { return intent::read_files(folder); };
  return pool_.run<intent::file_set>(std::move(work));
}

asio::awaitable<result<void>> publishing::start() {
  auto found = co_await read_folder();
  if (!found && found.error() != errc::not_found) co_return found.error();
  auto stored = co_await store_.revision(0);
  if (!stored && stored.error() != errc::not_found) co_return stored.error();
  std::optional<store::revision_record> newest;
  if (stored) newest = std::move(*stored);
  const bool empty = !found || found->empty();
  if (empty && !newest) co_return make_error_code(errc::not_found);
  if (empty) co_return co_await use_revision(std::move(*newest), true);
  co_return co_await start_with(std::move(*found), std::move(newest));
}

asio::awaitable<result<void>> publishing::start_with(
    intent::file_set found, std::optional<store::revision_record> newest
) {
  bool same = false;
  if (newest) {
    const auto stored = wire::files_from_stored(newest->files);
    if (stored) {
      same = *stored == found;
      files_ = *stored;  // what the summary of a change is made against
    }
  }
  auto read = [found] { return source{intent::parse(found), found}; };
  auto made = co_await prepare(std::move(read), true);
  if (!made) co_return made.error();
  auto what = std::move(*made);
  if (!what.rules) {
    refuse(std::move(what.findings));
    if (!newest || same) co_return make_error_code(errc::bad_request);
    auto why = refused_;
    const auto used = co_await use_revision(std::move(*newest), false);
    refused_ = std::move(why);
    co_return used;
  }
  if (same) {
    use(std::move(what), newest->number);
    co_return result<void>{};
  }
  const long expected = newest ? newest->number : 0;
  std::string note = newest ? by_hand_note : shipped_note;
  co_return co_await as_new_revision(std::move(what), expected, std::move(note));
}

asio::awaitable<result<void>> publishing::use_revision(
    store::revision_record newest, bool to_folder
) {
  const auto files = wire::files_from_stored(newest.files);
  if (!files) co_return files.error();
  auto read = [files = *files] { return source{intent::parse(files), files}; };
  auto made = co_await prepare(std::move(read), true);
  if (!made) co_return made.error();
  auto what = std::move(*made);
  if (!what.rules) {
    refuse(std::move(what.findings));
    co_return make_error_code(errc::bad_request);
  }
  use(std::move(what), newest.number);
  if (!to_folder) co_return result<void>{};
  auto whole = files_;
  auto nothing = intent::file_set{};
  co_return co_await write_folder(std::move(whole), std::move(nothing));
}

asio::awaitable<result<void>> publishing::as_new_revision(
    prepared what, long expected, std::string note
) {
  publish_order order;
  order.note = std::move(note);
  order.expected = expected;
  const auto done =
      co_await put_in_force(std::move(what), std::move(order), false, "rules.taken_up");
  if (done.ec) co_return done.ec;
  co_return result<void>{};
}

asio::awaitable<bool> publishing::take_up() {
  if (busy_) co_return false;
  const while_busy taking_up{busy_};
  auto found = co_await read_folder();
  if (!found) {
    log_("the rules folder cannot be read; the old rules go on answering");
    co_return found.error() == errc::not_found;
  }
  if (*found == files_) {
    refused_.clear();
    co_return true;
  }
  auto read = [found = std::move(*found)] { return source{intent::parse(found), found}; };
  auto made = co_await prepare(std::move(read), true);
  if (!made) co_return false;
  auto what = std::move(*made);
  if (!what.rules) {
    refuse(std::move(what.findings));
    co_return true;
  }
  std::string note = by_hand_note;
  const auto taken = co_await as_new_revision(std::move(what), revision(), std::move(note));
  if (taken) {
    log_("rules taken up from the folder as revision " + std::to_string(revision()));
  } else {
    log_("the rules in the folder could not be stored: " + taken.error().message());
  }
  co_return taken.has_value();
}

}  // namespace frontdesk::app
