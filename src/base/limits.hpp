// SPDX-License-Identifier: Apache-2.0
// Every bound of the program in one place, each with its reason. Reaching one is counted and
// answered.
#pragma once
#include <chrono>
#include <cstddef>

namespace frontdesk {

struct limits {
  // What a peer may send.
  std::size_t text_code_points_max =
      2000;  ///< a message: three screens of a phone; longer is a letter
  std::size_t frame_bytes_max =
      16 * 1024;  ///< 2,000 code points of 4 bytes, escaped, and the rest of a frame
  std::size_t http_body_bytes_max =
      8 * 1024 * 1024;  ///< a draft with every topic of a large clinic
  std::size_t http_header_bytes_max = 8 * 1024;
  std::size_t name_code_points_max = 120;  ///< names of people, notes to a revision
  int bad_frames_in_a_row_max = 3;         ///< then close 1008 (style, errors)

  // How much and how many.
  std::size_t connections_max = 20'000;
  std::size_t connections_per_address_max = 60;  ///< a clinic behind one address with its staff
  std::size_t turned_away_max = 64;  ///< told that they are over a limit; the rest is just closed
  std::size_t messages_per_conversation_max = 4000;
  std::size_t outbox_bytes_max = 512 * 1024;  ///< a peer that does not read is cut off beyond this
  std::size_t store_queue_max = 50'000;       ///< turns that wait for the disk
  std::size_t inbox_conversations_max = 500;  ///< what the console's snapshot shows
  std::size_t live_conversations_max = 50'000;  ///< kept in memory; idle ones leave first
  std::size_t unreadable_remembered_max =
      1000;  ///< damaged conversations that are in the log already; more: a backup is needed

  // How the store writes.
  std::size_t store_batch_max = 1000;  ///< turns in one commit: 2 ms of work, then an ack again
  std::size_t projection_turns_max =
      4096;  ///< turns between two projections: what a start after kill -9 reads again
  std::size_t wal_bytes = 8 * 1024 * 1024;  ///< grown once; twice what a checkpoint waits for
  int wal_checkpoint_pages = 1000;  ///< 4 MB: a few ms; 32 MB stall for 35 to 55 ms (measured)
  std::size_t start_check_bytes_max =
      256 * 1024 * 1024;  ///< quick_check reads all of it: about a second

  // Rates, as buckets: so many at once, refilled by so many a second.
  double visitor_messages_burst = 12;
  double visitor_messages_per_s = 1;
  double address_connects_burst = 60;  ///< connections, and each further hello on one
  double address_connects_per_s = 2;
  double login_burst = 8;  ///< per address and per user name
  double login_per_s = 0.05;
  std::size_t login_buckets_max = 10'000;  ///< addresses and names remembered

  // Passwords and people.
  std::size_t password_code_points_min = 12;  ///< NIST SP 800-63B asks for 8 and advises longer
  std::size_t password_bytes_max = 1024;      ///< a sentence; hashing a megabyte helps an attacker
  std::size_t hashes_waiting_max = 64;  ///< at 67 ms each, the last one waits for 2 s on two cores
  std::size_t people_max = 2000;        ///< a group of clinics
  std::chrono::hours link_max{72};      ///< a one-time link: over a weekend

  // Calls that may be repeated (Idempotency-Key).
  std::size_t once_key_bytes_max = 200;  ///< a UUID has 36
  std::size_t once_max = 10'000;         ///< only admins make them, by hand
  std::chrono::hours once_kept{24};      ///< a page that was left open over night and tries again

  // Deadlines, absolute ones: Beast's idle timer alone lets a trickling peer stay (performance
  // notes).
  std::chrono::seconds handshake{15};
  std::chrono::seconds hello{10};
  std::chrono::seconds http_request{30};  ///< to arrive; and as long again to take the answer
  std::chrono::seconds http_answer{120};  ///< to be answered: publishing trains the rules
  std::chrono::seconds ws_idle{90};       ///< without any frame; pings go out at a third of it
  std::chrono::seconds ws_write{20};
  std::chrono::seconds store_call{5};   ///< waits longer for the disk: busy, nothing done
  std::chrono::seconds drain{10};       ///< on SIGTERM
  std::chrono::minutes login_idle{30};  ///< automatic logoff (45 CFR 164.312)
  std::chrono::hours login_max{12};
};

}  // namespace frontdesk
