package dev.evenkeel.judge.novelty;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "order 4711 not found | order # not found",
        "order 4711, 4712, 13 lost | order # lost",
        "took 12.5ms of 30s | took # of #",
        "2026-11-23T04:30:11.123Z ERROR gone | # ERROR gone",
        "2026-11-23 04:30:11,123 ERROR gone | # ERROR gone",
        "peer 10.0.0.17:5432 refused | peer # refused",
        "session 550e8400-e29b-41d4-a716-446655440000 lost | session <id> lost",
        "object 0x7f3a at deadbeef01 | object <id> at <id>",
        "cannot read /var/lib/app/a.dat. | cannot read <path>.",
        "user \"ann's\" has no cart | user <text> has no cart",
        "user 'bob' has no cart | user <text> has no cart",
        "can't open it, won't retry | can't open it, won't retry",
        "worker-12 node7 died | worker-# node# died",
        "id=42 user=abc | id=# user=abc",
        "{\"level\":\"error\",\"msg\":\"no such cart\",\"id\":7} | {level:error,msg:no such cart,id:#}",
        "level=error msg=\"no cart 7\" user=\"ann\" | level=error msg=no cart # user=<text>",
        "done: all of it. | done: all of it."
      })
  void leaves_what_stays_the_same(String line, String pattern) {
    assertThat(Mask.of(line)).isEqualTo(pattern);
  }

  @Test
  void hostile_lines_are_masked_in_a_moment() {
    for (var hostile :
        new String[] {
          "\"".repeat(100_000),
          "'a".repeat(100_000),
          "1,".repeat(100_000),
          "/".repeat(100_000),
          "=".repeat(100_000),
          "a=".repeat(1000) + "1",
          "\u0000\uD800".repeat(50_000)
        }) {
      assertThat(Mask.of(hostile).length()).isLessThan(210_000);
    }
  }
}
