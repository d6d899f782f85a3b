package dev.evenkeel.server.comms.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which alerts are meant, as people write it. */
class MatcherTest {
  @ParameterizedTest
  @ValueSource(strings = {"x=~\"((\"", "x!~\"[\"\ny=z", "x=~*"})
  void a_regular_expression_that_cannot_be_read_is_refused(String labels) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Matcher.of(labels))
        .withMessageContaining("no regular expression that can be read");
  }

  @Test
  void what_is_meant_as_it_stands_and_the_systems_of_a_run_are_no_patterns_of_people() {
    assertThat(Matcher.of("x=\"((\"\nsystem=~\"{systems}|all-.*\"")).hasSize(2);
  }
}
