// SPDX-License-Identifier: Apache-2.0
// Runs a fuzz target without libFuzzer: some thousand mutations of a few seeds, the same each time.
#include <cstdint>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace {

const std::vector<std::string> seeds{
    "\x06{\"intents\": [{\"id\": \"a.b\", \"title\": {\"en\": \"A\"}, \"kind\": \"medical\", "
    "\"examples\": {\"en\": [\"a \\u00e9 b\"]}, \"patterns\": {\"en\": [\"a (b|c) *2 [d] ~e >\"]}, "
    "\"answers\": {\"es\": [{\"text\": \"{x}\", \"choices\": [\"a.b\"], \"when\": {\"open\": "
    "true}}]}, "
    "\"review\": {\"on\": \"2026-01-01\", \"until\": \"2027-01-01\", \"by\": null}}]}",
    std::string("\0", 1) +
        "{\"hours\": {\"monday\": [{\"from\": \"09:00\", \"to\": \"17:00\"}]}, "
        "\"holidays\": [{\"date\": \"2026-12-25\", \"en\": \"C\"}], \"thresholds\": "
        "{\"rejection\": 0.1}}",
    "\x05{\"families\": [{\"id\": \"x\", \"intent\": \"safety.misuse\", \"patterns\": {\"es\": "
    "[\"a\"]}}]}",
    "want * (die|\"be dead\" x) [very|so much] soon*\ni want so very much to die soon",
    "< ~fibro (a|[b] c) *20 (((d)))\nfibro c d",
    std::string("\0", 1) +
        R"({"type":"message","id":"m1","text":"a \u00e9","choice":"visit.book"})",
    std::string("\0", 1) +
        R"({"type":"hello","token":"t","after":3,"locale":"es-US","page":{"title":"x"}})",
    "\x01{\"type\":\"propose\",\"id\":\"k1\",\"conversation\":\"00000000-0000-4000-8000-"
    "000000000001\","
    "\"times\":[\"2026-03-10T13:30:00Z\"]}",
    "\x02{\"from\":\"bot\",\"text\":\"a\",\"at\":\"2026-03-10T13:30:00.123Z\",\"choices\":[{\"id\":"
    "\"a.b\",\"label\":\"A\"}]}",
    "\x03{\"status\":\"waiting\",\"last_seq\":3,\"started_at\":\"2026-03-10T13:30:00Z\",\"unread\":"
    "1}",
    "nlu:\n- intent: 'a'\n  examples: |\n    - b [c](d) \n- {intent: e, examples: [{text: \"f\"}, "
    "g]}\n---\nnlu: ~\n",
    "/v1/people/a%20b?x=1&y=%C3%A9\nfrontdesk_login=abc; b=\"c\"\n1.2.3.4, ::ffff:10.0.0.1\n"
    "https://clinic.example\n127.0.0.1:8080\ngzip;q=0.5, br\n\"1\"",
};
const std::string spice = "()[]|\"~*<>{}:,\\ \n0a\xc3\xa9\xff";

std::string mutated(std::string text, std::mt19937& random) {
  for (auto n = 1 + random() % 6; n > 0 && !text.empty(); --n) {
    const auto at = random() % text.size();
    switch (random() % 4) {
      case 0:
        text[at] = spice[random() % spice.size()];
        break;
      case 1:
        text.insert(at, 1, spice[random() % spice.size()]);
        break;
      case 2:
        text.erase(at, 1 + random() % 8);
        break;
      default:
        text.insert(at, text.substr(random() % text.size(), random() % 40));
    }
  }
  return text;
}

}  // namespace

int main() {
  std::mt19937 random(2026);
  for (int i = 0; i < 6000; ++i) {
    const auto text = mutated(seeds[random() % seeds.size()], random);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(text.data()), text.size());
  }
}
