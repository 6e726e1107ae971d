// SPDX-License-Identifier: Apache-2.0
// Messages and states with every field set, and random ones.
#pragma once
#include "wire/kept.hpp"

#include <random>

namespace samples {
using namespace frontdesk;

inline time_point noon() { return *from_iso("2026-03-10T12:00:00.123Z"); }
inline chat::person ana() { return {person_id::random(), "Ana \"the desk\" López"}; }

inline chat::why full_why() {
  chat::why w;
  w.revision = 7;
  w.topic = "visit.book";
  w.outcome = "answer";
  w.confidence = 0.875;
  w.words = {{"book", 1.5}, {"weather", -0.25}};
  w.candidates = {{"visit.book", 0.9}, {"clinic.cost", 0.05}};
  w.repairs = {{"bok", "book"}};
  w.family = "self_harm.wish";
  return w;
}

inline std::vector<chat::card> cards() {
  const auto request = request_id::random();
  return {
      chat::crisis_card{"safety.self_harm", "Help is there", {{"Call 988", "tel:988"}}},
      chat::request_card{request, chat::request_status::open, {{"Name", "Maria"}}},
      chat::proposal_card{request, {{"1", noon(), "Tuesday"}, {"2", noon(), "Wednesday"}}},
      chat::appointment_card{request, noon(), "Tuesday at noon"}};
}

inline chat::message full_message() {
  chat::message m;
  m.seq = 3;
  m.from = chat::author::staff;
  m.text = "line one\nline \"two\" \\ \x01 ñ 日本 \U0001F600";
  m.at = noon();
  m.id = "c0ffee";
  m.choice = "visit.book";
  m.staff = ana();
  m.choices = {{"visit.book", "Book"}, {"chat.human", "A person"}};
  m.sources = {{"A paper", "https://example.org"}, {"A book", ""}};
  m.review = intent::review{};
  m.review->by = "Dr. X";
  m.review->on = std::chrono::year{2026} / 1 / 31;
  m.review->until = std::chrono::year{2026} / 7 / 31;
  m.help = "Help is always at 988.";
  m.why = full_why();
  return m;
}

inline wire::kept_state full_state() {
  wire::kept_state k;
  auto& s = k.state;
  s.status = chat::status::staff;
  s.last_seq = 12;
  s.language = intent::language::es;
  s.language_chosen = true;
  s.notice_accepted = "v1";
  s.page = "Inicio";
  s.started_at = noon();
  s.last_at = noon() + std::chrono::minutes{3};
  s.waiting_since = noon();
  s.wait_told = s.taking_message = s.message_left = true;
  s.holder = ana();
  s.alert = chat::alert::emergency;
  s.after = "ketamine.duration";
  s.offered = {"a.b", "c.d"};
  s.fallbacks = 1;
  s.form = chat::form{};
  s.form->name = "Maria";
  s.form->returning = false;
  s.form->asked = booking::expected::times;
  s.form->confirming = true;
  s.form->misses = 1;
  s.request = chat::request{};
  s.request->id = request_id::random();
  s.request->status = chat::request_status::proposed;
  s.request->name = "Maria";
  s.request->contact = "+14105550123";
  s.request->times = "mornings";
  s.request->created_at = noon();
  s.request->proposed = {{"1", noon(), "Tuesday"}};
  s.request->appointment = noon();
  s.visitor = "Maria";
  s.rating = 5;
  s.read_by_visitor = 11;
  s.read_by_staff = 12;
  k.last = wire::last_line{12, chat::author::visitor, "gracias", noon()};
  k.unread = 2;
  return k;
}

/// A message in which each part is there or not, as chance has it.
inline chat::message random_message(std::mt19937& dice) {
  const auto heads = [&] { return (dice() & 1U) != 0; };
  const auto whole = full_message();
  chat::message m;
  m.seq = dice() % 4000 + 1;
  m.from = static_cast<chat::author>(dice() % 4);
  m.at = noon() + std::chrono::milliseconds{dice()};
  if (heads()) m.text = whole.text;
  if (heads()) m.id = whole.id;
  if (heads()) m.choice = whole.choice;
  if (heads()) m.staff = whole.staff;
  if (heads()) m.choices = whole.choices;
  if (heads()) m.sources = whole.sources;
  if (heads()) m.review = whole.review;
  if (heads()) m.review = std::nullopt;
  if (heads()) m.card = cards()[dice() % 4];
  if (heads()) m.help = whole.help;
  if (heads()) m.why = whole.why;
  m.note = m.from == chat::author::staff && heads();
  return m;
}

}  // namespace samples
