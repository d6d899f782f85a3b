package dev.evenkeel.judge.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "2026-11-23 04:30:11 ERROR [main] c.x.Cart - no stock | ERROR",
        "2026-11-23 04:30:11 WARN c.x.Cart - slow | WARN",
        "2026-11-23 04:30:11 INFO retry after ERROR | OTHER",
        "2026/11/23 04:30:11 [error] 31#31: upstream timed out | ERROR",
        "time=04:30 level=warning msg=slow | WARN",
        "{\"ts\":1,\"level\": \"error\",\"msg\":\"x\"} | ERROR",
        "Error: connect refused | ERROR",
        "GET /errors 200 no error here | OTHER",
        "java.lang.IllegalStateException: gone | ERROR"
      })
  void finds_the_level(String line, Level level) {
    var digest = Digest.of(List.of(line));
    assertThat(digest.entries()).isEqualTo(1);
    assertThat(digest.patterns())
        .extracting(Digest.Seen::level)
        .isEqualTo(level == Level.OTHER ? List.of() : List.of(level));
  }

  @Test
  void an_exception_is_one_entry_known_by_its_innermost_class_and_top_frame() {
    var digest =
        Digest.of(
            """
            04:30:11 ERROR request 17 failed
            java.lang.RuntimeException: cart of ann@example.org
            \tat com.x.Web.handle(Web.java:31)
            Caused by: java.lang.NullPointerException: "price" is null
            \tat com.x.Cart.total(Cart.java:12)
            \tat com.x.Web.handle(Web.java:29)
            \t... 12 more
            04:30:12 INFO well again
            """
                .lines()
                .toList());
    assertThat(digest.patterns())
        .extracting(Digest.Seen::pattern)
        .contains("java.lang.NullPointerException at com.x.Cart.total");
    assertThat(digest.errors()).isEqualTo(1);
    assertThat(digest.entries()).isEqualTo(2);
  }

  @Test
  void a_traceback_of_python_is_one_entry() {
    var digest =
        Digest.of(
            """
            Traceback (most recent call last):
              File "/srv/app/cart.py", line 12, in total
                return self.price * n
            shop.errors.PriceError: no price for 'ann'
            done
            """
                .lines()
                .toList());
    assertThat(digest.entries()).isEqualTo(2);
    assertThat(digest.patterns())
        .singleElement()
        .satisfies(seen ->
            assertThat(seen.pattern()).isEqualTo("shop.errors.PriceError at cart.py total"));
  }

  @Test
  void lines_of_one_request_are_one_occasion() {
    var digest =
        Digest.of(
            List.of(
                "ERROR no stock request_id=a1",
                "ERROR no stock request_id=a1",
                "ERROR no stock request_id=b2",
                "ERROR timed out",
                "ERROR timed out"));
    assertThat(digest.patterns())
        .extracting(Digest.Seen::count, Digest.Seen::occasions)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(3L, 2L),
            org.assertj.core.groups.Tuple.tuple(2L, 1L));
  }

  @Test
  void memory_is_bounded() {
    var lines = new ArrayList<String>();
    for (int i = 0; i < 20_000; i++) {
      lines.add("ERROR " + "x".repeat(i % 90 + 1) + "y".repeat(i / 90 + 1) + " z".repeat(3_000));
    }
    var digest = Digest.of(lines);
    assertThat(digest.patterns()).hasSize(Digest.PATTERNS);
    assertThat(digest.patterns())
        .allSatisfy(seen -> assertThat(seen.sample()).hasSizeLessThan(600));
    assertThat(digest.entries()).isEqualTo(20_000);
    assertThat(digest.untold() + digest.patterns().stream().mapToLong(Digest.Seen::count).sum())
        .isEqualTo(20_000);
    assertThat(digest.usable()).isTrue();
  }

  @Test
  void any_lines_make_a_digest() {
    var parts =
        new String[] {
          "ERROR",
          "Traceback (most recent call last):",
          "  File \"",
          "\tat ",
          "Caused by:",
          "\"",
          "'",
          "=",
          "0x",
          "trace_id",
          ":",
          "}",
          "\u0000",
          "\uD83D",
          "Exception",
          "x.YException:",
          " ",
          "9"
        };
    for (long seed = 0; seed < 10_000; seed++) {
      var random = new SplittableRandom(seed);
      var lines = new ArrayList<String>();
      for (int i = random.nextInt(6); i > 0; i--) {
        var line = new StringBuilder();
        for (int j = random.nextInt(8); j > 0; j--) {
          line.append(parts[random.nextInt(parts.length)]);
        }
        lines.add(line.toString());
      }
      assertThat(Digest.of(lines).usable()).as("seed %d", seed).isTrue();
    }
  }
}
