// SPDX-License-Identifier: Apache-2.0
#include "contract/world.hpp"

#include "doubles/memory_store.hpp"

#include <stdexcept>

namespace frontdesk::store {

scratch_folder::scratch_folder() {
  std::string name = std::filesystem::temp_directory_path() / "frontdesk-XXXXXX";
  if (::mkdtemp(name.data()) == nullptr) throw std::runtime_error{"no temporary folder"};
  path_ = name;
}
scratch_folder::~scratch_folder() {
  std::error_code ec;
  std::filesystem::remove_all(path_, ec);
}

namespace {

class memory_place final : public place {
 public:
  std::unique_ptr<store> open(asio::any_io_executor, const limits& bounds, const clock&) override {
    return std::make_unique<memory_store>(kept_, bounds);
  }

 private:
  std::shared_ptr<memory> kept_ = std::make_shared<memory>();
};

}  // namespace

std::vector<kind_of_store> kinds() {
  return {
      []() -> std::shared_ptr<place> { return std::make_shared<sqlite_place>(); },
      []() -> std::shared_ptr<place> { return std::make_shared<memory_place>(); }};
}

boost::system::result<std::unique_ptr<store>, open_failure> sqlite_place::try_open(
    asio::any_io_executor io, const limits& bounds, const clock& time
) {
  options.folder = folder.path();
  return open_sqlite(options, std::move(io), bounds, time);
}

std::unique_ptr<store> sqlite_place::open(
    asio::any_io_executor io, const limits& bounds, const clock& time
) {
  auto opened = try_open(std::move(io), bounds, time);
  if (!opened) throw std::runtime_error{opened.error().sentence};
  return std::move(*opened);
}

turn talk::without_messages() const {
  turn t;
  t.conversation = id;
  t.token_hash = token_hash;
  t.state = "state after " + std::to_string(head.last_seq);
  t.head = head;
  return t;
}

turn talk::next(const std::string& text) {
  head.last_at = time_.now();
  std::vector<stored_message> said;
  for (const auto* from : {"visitor: ", "bot: "}) {
    stored_message m;
    m.seq = ++head.last_seq;
    m.sealed_part = from + text;
    said.push_back(std::move(m));
  }
  auto t = without_messages();
  t.messages = std::move(said);
  return t;
}

result<void> append(world& w, turn what) { return w.run(w->append(std::move(what))); }

std::vector<std::string> texts(const conversation_record& record) {
  std::vector<std::string> all;
  for (const auto& m : record.messages) all.push_back(m.sealed_part);
  return all;
}

}  // namespace frontdesk::store
