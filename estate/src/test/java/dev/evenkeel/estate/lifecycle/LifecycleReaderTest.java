package dev.evenkeel.estate.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shows part of C07: lifecycle data is read in all its shapes, and bad data is reported and not
 * guessed.
 */
@Tag("C07")
class LifecycleReaderTest {

  @Test
  void reads_a_product_with_all_it_says() throws Exception {
    var product = Lifecycles.product("ubuntu");
    assertThat(product.label()).isEqualTo("Ubuntu");
    assertThat(product.category()).contains("os");
    assertThat(product.aliases()).containsExactly("ubuntu-linux");
    assertThat(product.versionCommand()).contains("ubuntu --version");
    assertThat(product.link()).contains("https://example.org/ubuntu");
    assertThat(product.identifiers())
        .contains(
            new Product.Identifier(
                Product.Identifier.Kind.CPE, "cpe:2.3:o:canonical:ubuntu_linux"));
    var line = product.line("22.04").orElseThrow();
    assertThat(line.codename()).contains("Jammy Jellyfish");
    assertThat(line.released()).contains(LocalDate.of(2022, 4, 21));
    assertThat(line.endOfLife()).isEqualTo(new SupportEnd.On(LocalDate.of(2027, 4, 1)));
    assertThat(line.extendedSupport()).isEqualTo(new SupportEnd.On(LocalDate.of(2032, 4, 9)));
    assertThat(line.discontinued()).isEqualTo(new SupportEnd.Unsaid());
    assertThat(line.latest().orElseThrow().version()).isEqualTo("22.04.5");
  }

  @Test
  void tells_a_line_that_becomes_long_term_later_from_one_that_is() throws Exception {
    var lts = Lifecycles.product("nodejs").line("24").orElseThrow().lts();
    assertThat(lts.on(LocalDate.of(2025, 10, 27))).isFalse();
    assertThat(lts.on(LocalDate.of(2025, 10, 28))).isTrue();
  }

  @Test
  void reads_the_old_shape_where_true_support_means_that_it_is_still_there() throws Exception {
    var feed =
        Lifecycles.read(
            """
            [{"cycle": "3", "eol": false, "support": true, "extendedSupport": false, "lts": "2027-01-01"},
             {"cycle": "2", "eol": "2026-05-01", "support": "2025-05-01", "pep": "x"},
             {"cycle": "1", "eol": true}]
            """,
            Optional.of("thing"));
    assertThat(feed.rejected()).isEmpty();
    var product = feed.products().getFirst();
    assertThat(product.name()).isEqualTo("thing");
    var three = product.line("3").orElseThrow();
    assertThat(three.activeSupport()).isEqualTo(new SupportEnd.Flag(false));
    assertThat(three.extendedSupport()).isEqualTo(new SupportEnd.Flag(true));
    assertThat(three.lts().on(LocalDate.of(2026, 12, 31))).isFalse();
    assertThat(product.line("2").orElseThrow().custom()).containsEntry("pep", "x");
    assertThat(product.line("1").orElseThrow().endOfLife()).isEqualTo(new SupportEnd.Flag(true));
  }

  @Test
  void reports_what_it_does_not_take_and_takes_the_rest() throws Exception {
    var feed =
        Lifecycles.read(
            """
            {"result": [
              {"name": "good", "releases": [{"name": "1", "eolFrom": "2026-13-01"}, {"name": 2}, {"name": "2"}, 7]},
              {"name": "good", "releases": [{"name": "1"}]},
              {"name": "empty", "releases": []},
              {"label": "nameless"},
              "text"
            ]}
            """);
    assertThat(feed.products()).hasSize(1);
    assertThat(feed.products().getFirst().lines())
        .extracting(ReleaseLine::name)
        .containsExactly("2");
    assertThat(feed.rejected())
        .extracting(rejected -> rejected.what() + ": " + rejected.reason())
        .containsExactly(
            "good, release line 1: its eolFrom '2026-13-01' is no date such as 2026-08-22",
            "good, release line 3: the line 2 comes twice",
            "good, release line 4: it is no object",
            "good: the product comes twice",
            "empty: it has no release lines",
            "product 4: it has no name",
            "product 5: it is no object");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"result\": [{\"name\": \"a\"             | it ends too early",
        "not json                                    | line 1",
        "7                                           | neither an object nor a list",
        "[]                                          | does not say of which product",
        "{}                                          | holds no product",
        "{\"result\": []}                           | holds no product",
        "{\"a\": [{\"cycle\": \"1\"}]} {}         | more after its end",
        "``                                          | neither an object nor a list",
      })
  void refuses_a_text_that_is_no_lifecycle_data(String text, String why) {
    assertThatThrownBy(() -> Lifecycles.read(text))
        .isInstanceOf(UnreadableFeed.class)
        .hasMessageContaining(why);
  }

  @Test
  void refuses_a_text_nested_too_deeply() {
    assertThatThrownBy(() -> Lifecycles.read("{\"result\":" + "[".repeat(100_000)))
        .isInstanceOf(UnreadableFeed.class)
        .hasMessageContaining("nests too deeply");
  }

  @Test
  void stops_reading_a_text_without_end() {
    var endless =
        new InputStream() {
          private long at;

          @Override
          public int read() {
            var start = "{\"skipped\": \"";
            return at < start.length() ? start.charAt((int) at++) : (at++ % 50 == 0 ? '"' : ' ');
          }
        };
    assertThatThrownBy(() -> LifecycleReader.read(endless, Optional.empty()))
        .isInstanceOf(UnreadableFeed.class);
    assertThat(endless.at).isLessThan(LifecycleReader.LONGEST + 100_000);
  }
}
