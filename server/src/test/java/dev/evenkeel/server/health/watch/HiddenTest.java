package dev.evenkeel.server.health.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.downstream.Look;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.judge.novelty.Level;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HiddenTest {
  static List<Fact> facts() {
    return List.of(
        new Fact.Well(false, "hush"),
        new Fact.Missing("no hush"),
        new Fact.Acted(List.of(new Act("hush", "hush", Instant.EPOCH, Act.What.TRIED, "a hush"))),
        new Fact.Consumed(new Look("hush", "hush", 1, 1, 1, 1, 1)),
        new Fact.Logged(
            new Digest(1, 1, List.of(new Digest.Seen("hush", Level.ERROR, 1, 1, "a hush")), 0)));
  }

  @ParameterizedTest
  @MethodSource("facts")
  void no_secret_is_kept_of_any_fact_that_has_text(Fact fact) {
    var hidden = Hidden.of(fact, text -> text.replace("hush", "***"));
    assertThat(hidden.toString()).contains("***").doesNotContain("hush");
    assertThat(hidden).hasSameClassAs(fact);
  }
}
