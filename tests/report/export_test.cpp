#include "viz/report/export/export.h"

#include <catch2/catch.hpp>

#include "viz/report/export/sha256.h"

using namespace shudao::viz::report;

TEST_CASE("SHA-256 gives the digests of the standard's examples", "[report][export]") {
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  CHECK(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
  CHECK(sha256(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("the name of a file has nothing in it that leads elsewhere", "[report][export]") {
  CHECK(file_name("../../etc/passwd") == "-.-..-etc-passwd");
  CHECK(file_name("S07.Base_2-a") == "s07.base_2-a");
  CHECK(file_name("</script>") == "--script-");
  CHECK(file_name("") == "figure");
}

TEST_CASE("figures of one id get files of their own", "[report][export]") {
  Report report;
  FigureData figure;
  figure.id = "a";
  report.sections = {{"s", {}, {figure, figure}}};
  auto const figures = figures_in(report);
  CHECK(figures[0].file == "a");
  CHECK(figures[1].file == "a-2");
}
