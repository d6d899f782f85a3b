package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsPageTest {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "up 1 | 1",
        "up{} 1.5e3 | 1500",
        "up { } 2|",
        "up{a=\"b\"} NaN | NaN",
        "up{a=\"b\",} +Inf | Infinity",
        "up{a=\"b\"} -Inf 1700000000 | -Infinity",
        "up{ a = \"b\" , c = \"d\" } 3 1700000000.123 | 3",
        "up{a=\"b\"} 17 # {trace_id=\"x\"} 0.67 1700000000.1 | 17",
        "up{a=\"b\" 1|",
        "up{a=b} 1|",
        "up|",
        "up one|",
        "9up 1|",
      })
  void reads_every_form_of_a_line(String line, Double value) throws Exception {
    var samples = MetricsPage.parse("known 1\n" + line + "\n").samples();
    if (value == null) {
      assertThat(samples).hasSize(1);
    } else {
      assertThat(samples).hasSize(2);
      assertThat(samples.getLast().value()).isEqualTo(value);
    }
  }

  @Test
  void undoes_escapes_in_labels() throws Exception {
    var page = MetricsPage.parse("m{path=\"C:\\\\x\",said=\"\\\"a}\\\"\\n,b=\"} 4\n");
    assertThat(page.samples())
        .containsExactly(new Sample("m", Map.of("path", "C:\\x", "said", "\"a}\"\n,b="), 4));
  }

  @Test
  void an_empty_page_has_nothing_and_another_page_is_refused() throws Exception {
    assertThat(MetricsPage.parse("# only a comment\n").samples()).isEmpty();
    assertThatThrownBy(() -> MetricsPage.parse("<html>\n<h1>It works</h1>"))
        .hasMessage("no page in the Prometheus text format: it begins with '<html>'");
  }

  @Test
  @Timeout(20)
  void reads_anything_without_an_exception_and_in_time() {
    var pieces = new String[] {"a", "{", "}", "\"", "\\", "=", ",", " ", "1", "\n", "#", "é", "le"};
    for (long seed = 0; seed < 20_000; seed++) {
      var random = new SplittableRandom(seed);
      var text = new StringBuilder("known 1\n");
      for (int i = random.nextInt(60); i > 0; i--) {
        text.append(pieces[random.nextInt(pieces.length)]);
      }
      assertThat(parsed(text.toString())).as("seed %d", seed).contains("known");
    }
    assertThat(parsed("known 1\nm{" + "a=\"b\\\\".repeat(50_000) + "\n")).contains("known");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "m | true",
        "m{} | true",
        "m{node=\"n1\"} | true",
        "m{node=\"n1\",} | true",
        "m{node=\"n\"} | false",
        "m{node!=\"n1\"} | false",
        "m{node=~\"n.\"} | true",
        "m{node=~\"1\"} | false",
        "m{node!~\"n[2-9]\", code=\"500\"} | true",
        "m{other=\"\"} | true",
        "n | false",
      })
  void selects_as_prometheus_does(String selector, boolean matches) {
    var sample = new Sample("m", Map.of("node", "n1", "code", "500"), 1);
    assertThat(Selector.of(selector).matches(sample)).isEqualTo(matches);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "m{",
        "m{a}",
        "m{a=b}",
        "m{a=\"b\"",
        "sum(m)",
        "m{a=~\"[\"}",
        "{a=\"b\"}",
        "m{a=\"b\"c=\"d\"}"
      })
  void refuses_what_is_no_selector(String selector) {
    assertThatThrownBy(() -> Selector.of(selector))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("m{".equals(selector) ? "m{" : selector.strip().substring(0, 1));
  }

  private static String parsed(String text) {
    try {
      return MetricsPage.parse(text).samples().toString();
    } catch (java.io.IOException e) {
      throw new AssertionError(e);
    }
  }
}
