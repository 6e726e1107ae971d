// SPDX-License-Identifier: Apache-2.0
// How well and how fast messages are understood: public sets and the clinic's own cases through
// the very code that reads visitors' messages (labels become topics, titles their names).
//
//   bench_understanding DATA-FOLDER [--full] [--rules DIR CASES.tsv]
#include "intent/loading.hpp"
#include "intent/reading.hpp"
#include "intent/text.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using namespace frontdesk::intent;
struct case_line {
  std::string topic, text;
};
using cases = std::vector<case_line>;

cases load(const std::string& path) {
  std::ifstream in(path);
  if (!in) throw std::runtime_error("cannot read " + path);
  cases all;
  for (std::string line; std::getline(in, line);) {
    const auto tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    all.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return all;
}

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

model model_of(const cases& examples) {
  model m;
  std::map<std::string, std::size_t> at;
  for (const auto& [label, text] : examples) {
    const auto [it, fresh] = at.emplace(label, m.topics.size());
    if (fresh) {
      topic t;
      t.id = label;
      t.title[language::en] = label;
      std::replace(t.title[language::en].begin(), t.title[language::en].end(), '_', ' ');
      m.topics.push_back(std::move(t));
    }
    m.topics[it->second].examples[language::en].push_back(text);
  }
  return m;
}

// One mistake (left out, doubled in, replaced, swapped) in 30 % of the words of 3 letters or more.
std::string with_typos(const std::string& text, std::mt19937& random) {
  std::string out;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    while (end < text.size() && letter(text[end])) ++end;
    if (end == i) {
      out += text[i++];
      continue;
    }
    std::string word = text.substr(i, end - i);
    i = end;
    if (word.size() >= 3 && random() % 100 < 30) {
      const std::size_t p = random() % word.size();
      const char other = static_cast<char>('a' + random() % 26);
      const auto how = random() % 4;
      if (how == 0 || (how == 3 && p + 1 == word.size())) word.erase(p, 1);
      if (how == 1) word.insert(p, 1, other);
      if (how == 2) word[p] = other;
      if (how == 3 && p + 1 < word.size()) std::swap(word[p], word[p + 1]);
    }
    out += word;
  }
  return out;
}

struct outcome_of {
  double right = 0, right_typos = 0, auroc = 0, p50_us = 0, p99_us = 0, train_s = 0;
};

double auroc(std::vector<std::pair<double, bool>> all) {
  std::sort(all.begin(), all.end());
  double area = 0, below = 0, covered = 0;
  for (const auto& [confidence, in] : all) {
    area += in ? below : 0;
    (in ? covered : below) += 1;
  }
  return covered * below > 0 ? 100 * area / (covered * below) : 0;
}

std::string first_of(const reading& r) {
  return r.candidates.empty() ? "" : r.candidates.front().topic;
}

outcome_of measure(const cases& train, const cases& test, const cases& none = {}) {
  outcome_of o;
  double start = seconds();
  const auto by = rules::make(model_of(train));
  o.train_s = seconds() - start;
  std::mt19937 random(7);
  std::vector<std::pair<double, bool>> confidence;
  std::vector<double> us;
  for (const auto& [topic, text] : test) {
    start = seconds();
    const reading r = read(*by, text, {});
    us.push_back((seconds() - start) * 1e6);
    confidence.emplace_back(r.confidence, true);
    o.right += first_of(r) == topic ? 1 : 0;
    o.right_typos += first_of(read(*by, with_typos(text, random), {})) == topic ? 1 : 0;
  }
  for (const auto& c : none) confidence.emplace_back(read(*by, c.text, {}).confidence, false);
  std::sort(us.begin(), us.end());
  o.right *= 100 / static_cast<double>(test.size());
  o.right_typos *= 100 / static_cast<double>(test.size());
  o.auroc = auroc(std::move(confidence));
  o.p50_us = us[us.size() / 2];
  o.p99_us = us[us.size() * 99 / 100];
  return o;
}

// Sets of which only a training part is at hand: five folds.
outcome_of folded(const cases& all) {
  outcome_of sum;
  for (std::size_t fold = 0; fold < 5; ++fold) {
    cases train, test;
    for (std::size_t i = 0; i < all.size(); ++i)
      (i * 7919 % 5 == fold ? test : train).push_back(all[i]);
    const outcome_of o = measure(train, test);
    sum.right += o.right / 5;
    sum.right_typos += o.right_typos / 5;
    sum.train_s += o.train_s / 5;
    sum.p50_us += o.p50_us / 5;
    sum.p99_us = std::max(sum.p99_us, o.p99_us);
  }
  return sum;
}

// What one message costs when its words are only cut out and looked up: the measure of this
// machine.
double reference_us(const cases& messages) {
  std::unordered_map<std::string, int> times;
  for (const auto& c : messages)
    for (const token& t : tokenise(c.text)) ++times[t.normal];
  long found = 0;
  const double start = seconds();
  for (int round = 0; round < 3; ++round)
    for (const auto& c : messages)
      for (const token& t : tokenise(c.text)) found += times[t.normal];
  if (found == 0) std::puts("(no words)");
  return (seconds() - start) / 3 / static_cast<double>(messages.size()) * 1e6;
}

void print(const char* name, const outcome_of& o, double reference) {
  std::printf("%-22s %5.1f (%5.1f)", name, o.right, o.right_typos);
  o.auroc > 0 ? std::printf("   %5.1f", o.auroc) : std::printf("       -");
  std::printf(
      "   %7.1f %8.1f   %5.1fx   %6.2f s\n", o.p50_us, o.p99_us, o.p50_us / reference, o.train_s
  );
}

std::string answer_of(const rules& by, const std::string& text) {
  const reading r = read(by, text, {});
  std::string got;
  for (const auto& t : r.topics) {
    if (r.outcome == outcome::clarify && !got.empty()) break;
    got += (got.empty() ? "" : ",") + t.topic;
  }
  return got.empty() ? "none" : got;
}

// What an admin waits for: `count` of the cases become examples.
void edits(const rules& by, double cold_s, const cases& all, std::size_t count) {
  model edited = by.source();
  for (std::size_t i = 0, done = 0; i < all.size() && done < count; i += all.size() / count) {
    for (topic& t : edited.topics) {
      if (t.id != all[i].topic) continue;
      t.examples[language::en].push_back(all[i].text);
      ++done;
    }
  }
  double start = seconds();
  const auto warm = rules::make(edited, &by);
  const double warm_s = seconds() - start;
  const auto anew = rules::make_anew(*warm);
  int alike = 0, moved = 0;
  for (const auto& c : all) {
    const auto wanted = answer_of(*anew, c.text);
    alike += answer_of(*warm, c.text) == wanted ? 1 : 0;
    moved += answer_of(by, c.text) != wanted ? 1 : 0;
  }
  std::printf(
      "retraining, %zu new    %5.2f s, %.3f of a cold training; as learned anew in %d of %zu "
      "(%d changed by it)\n",
      count,
      warm_s,
      warm_s / cold_s,
      alike,
      all.size(),
      moved
  );
}

void clinic(const std::string& folder, const std::string& file) {
  const auto files = read_files(folder);
  if (!files) throw std::runtime_error("cannot read " + folder);
  const double start = seconds();
  const auto by = rules::make(parse(*files).model);
  const double cold_s = seconds() - start;
  std::printf("training the rules     %5.2f s\n", cold_s);
  const auto all = load(file);
  for (const std::size_t count : {1U, 20U, 200U}) edits(*by, cold_s, all, count);
  std::map<std::string, std::pair<int, int>> groups;
  for (const auto& [want, text] : all) {
    const auto got = answer_of(*by, text);
    const std::string group =
        want == "none"                        ? "none"
        : want.find(',') != std::string::npos ? "two questions"
        : want.starts_with("safety.")
            ? "safety"
            : language_codes[static_cast<std::size_t>(read(*by, text, {}).language)];
    ++groups[group].first;
    groups[group].second += got == want ? 1 : 0;
  }
  for (const auto& [group, n] : groups)
    std::printf("clinic, %-14s %5.1f of %d\n", group.c_str(), 100.0 * n.second / n.first, n.first);
}

}  // namespace

int main(int argc, char** argv) try {
  if (argc < 2) return std::puts("bench_understanding DATA-FOLDER [--full] [--rules DIR CASES]"), 2;
  const std::string data = std::string(argv[1]) + "/";
  const auto clinc = load(data + "clinc150.valid.tsv"),
             none = load(data + "clinc150.none.valid.tsv");
  const double reference = reference_us(clinc);
  std::printf("reference: %.2f us to cut a message into words and look them up\n", reference);
  std::puts("set                    right (typos)   AUROC    p50 us   p99 us    ratio   training");
  print(
      "CLINC150, 10 a class", measure(load(data + "clinc150.train10.tsv"), clinc, none), reference
  );
  for (const char* set : {"hwu64", "banking77"})
    print(
        set, measure(load(data + set + ".train10.tsv"), load(data + set + ".valid.tsv")), reference
    );
  for (const char* set : {"sofmattress", "curekart", "powerplay11"})
    print(set, folded(load(data + "hint3_" + set + ".train.tsv")), reference);
  for (int i = 2; i < argc; ++i) {
    const std::string option = argv[i];
    if (option == "--full")
      print("CLINC150, full", measure(load(data + "clinc150.train.tsv"), clinc, none), reference);
    if (option == "--rules" && i + 2 < argc) clinic(argv[i + 1], argv[i + 2]);
  }
  return 0;
} catch (const std::exception& e) {
  std::fprintf(stderr, "bench_understanding: %s\n", e.what());
  return 3;
}
