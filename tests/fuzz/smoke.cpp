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
