package dev.evenkeel.estate.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.SharedData;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.VersionPath;
import dev.evenkeel.estate.version.Step;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where a system could go when lifecycle data have grown old and know no maintained line. */
@Tag("C08")
@Tag("C09")
class OldLifecycleTest {
  private static final LocalDate SAMPLE_DAY = LocalDate.of(2026, 8, 22);
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

  private static final String LINES =
      """
      {"keel": [
         {"cycle": "4", "releaseDate": "2027-01-01", "eol": "2029-01-01", "latest": "4.0"},
         {"cycle": "3", "releaseDate": "2026-05-01", "eol": "2026-11-01", "latest": "3.7", "latestReleaseDate": "2026-08-01"},
         {"cycle": "2", "releaseDate": "2025-05-01", "eol": "2026-05-01", "latest": "2.9"},
         {"cycle": "1", "releaseDate": "2024-05-01", "eol": "2025-05-01", "latest": "1.4"}]}
      """;

  @Test
  void with_real_data_of_three_months_ago_an_old_gitlab_still_goes_over_all_stops()
      throws Exception {
    Target target = gitlab(TODAY);
    assertThat(target.version()).isEqualTo("19.3.0");
    assertThat(target.step().size()).isEqualTo(Step.Size.MAJOR);
    assertThat(target.path().known()).isTrue();
    assertThat(target.path().hops())
        .hasSizeGreaterThan(10)
        .extracting(VersionPath.Hop::version)
        .isEqualTo(
            gitlab(SAMPLE_DAY.plusDays(29)).path().hops().stream()
                .map(VersionPath.Hop::version)
                .toList());
    assertThat(target.reason())
        .isEqualTo(
            "the newest line that is known; by the lifecycle data none of its lines is maintained on 2026-11-22, and the newest release they know is of 2026-08-20: load newer data, and look for a successor if they know none either");
  }

  @Test
  void while_a_line_is_maintained_that_is_the_target() throws Exception {
    assertThat(gitlab(SAMPLE_DAY).reason()).isEqualTo("the newest line that is maintained");
  }

  @Test
  void the_newest_line_that_is_over_goes_to_its_newest_release_and_says_the_same()
      throws Exception {
    Target target = keel("3.1", TODAY);
    assertThat(target.version()).isEqualTo("3.7");
    assertThat(target.step().size()).isEqualTo(Step.Size.PATCH);
    assertThat(target.reason())
        .startsWith("the newest release of its line; by the lifecycle data none of its lines is")
        .contains("maintained", "the newest release they know is of 2026-08-01: load newer data");
  }

  @Test
  void a_line_that_is_maintained_is_not_left_for_one_that_is_not() throws Exception {
    LocalDate day = LocalDate.of(2025, 4, 1);
    assertThat(keel("1.2", day).version()).isEqualTo("1.4");
    assertThat(keel("1.2", day).reason()).isEqualTo("the newest release of its line");
  }

  @Test
  void a_line_that_has_not_come_out_is_no_target() throws Exception {
    assertThat(keel("1.2", TODAY).version()).isEqualTo("3.7");
  }

  private static Target keel(String version, LocalDate day) throws Exception {
    return target(
        new ByteArrayInputStream(LINES.getBytes(StandardCharsets.UTF_8)), "keel", version, day);
  }

  private static Target gitlab(LocalDate day) throws Exception {
    try (var text = SharedData.open("lifecycle/api-v1-products-full.json.gz")) {
      return target(text, "gitlab", "14.2", day);
    }
  }

  private static Target target(InputStream lifecycle, String product, String version, LocalDate day)
      throws Exception {
    var feed = LifecycleReader.read(lifecycle, Optional.empty());
    var known = ProductCatalogue.of(feed.products(), List.of(), PathRules.builtIn());
    var reading =
        EstateReader.read(
            "estate",
            "{apiVersion: evenkeel/v1, kind: System, name: it, product: %s, version: '%s'}"
                .formatted(product, version));
    var system = Estate.of(reading.documents()).system("it").orElseThrow();
    return Target.of(Standing.of(system, known, day), known, day).orElseThrow();
  }
}
