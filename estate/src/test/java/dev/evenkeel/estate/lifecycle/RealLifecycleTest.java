package dev.evenkeel.estate.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.SharedData;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Shows part of C07 on half of endoflife.date: nothing is lost, and the counts are those of its
 * source.
 */
@Tag("C07")
class RealLifecycleTest {

  @Test
  void takes_every_product_and_line() throws Exception {
    var feed = Lifecycles.real();
    assertThat(feed.rejected()).isEmpty();
    assertThat(feed.products()).hasSize(232);
    assertThat(lines(feed)).hasSize(4199);
  }

  @Test
  void keeps_dates_and_flags_without_a_date_apart() throws Exception {
    var lines = lines(Lifecycles.real());
    assertThat(count(lines, line -> line.endOfLife().date().isPresent())).isEqualTo(3786);
    assertThat(count(lines, line -> line.endOfLife().equals(new SupportEnd.Flag(true))))
        .isEqualTo(130);
    assertThat(count(lines, line -> line.endOfLife().equals(new SupportEnd.Flag(false))))
        .isEqualTo(283);
    assertThat(count(lines, line -> line.latest().isEmpty())).isEqualTo(1018);
  }

  @Test
  void computes_the_flags_of_the_sample_day_again_from_dates() throws Exception {
    var day = Lifecycles.SAMPLE_DAY;
    var lines = lines(Lifecycles.real());
    assertThat(count(lines, line -> line.endOfLife().overOn(day).orElseThrow())).isEqualTo(3326);
    assertThat(count(lines, line -> endsBetween(line, day, day.plusDays(180)))).isEqualTo(145);
    assertThat(count(lines, line -> line.lts().on(day))).isEqualTo(291);
    assertThat(count(lines, line -> line.maintainedOn(day))).isEqualTo(948);
  }

  @Test
  void reads_the_same_from_the_old_api() throws Exception {
    var old = read("lifecycle/api-v0-all.json.gz", Optional.empty());
    assertThat(old.rejected()).isEmpty();
    var feed = Lifecycles.real();
    assertThat(old.products()).extracting(Product::name).containsExactlyElementsOf(names(feed));
    for (var product : feed.products()) {
      for (var line : product.lines()) {
        var other = Lifecycles.named(old, product.name()).line(line.name()).orElseThrow();
        var where = product.name() + " " + line.name();
        assertThat(other.endOfLife()).as(where).isEqualTo(line.endOfLife());
        assertThat(other.released()).as(where).isEqualTo(line.released());
        assertThat(other.lts().on(Lifecycles.SAMPLE_DAY))
            .as(where)
            .isEqualTo(line.lts().on(Lifecycles.SAMPLE_DAY));
        bothSay(where, other.activeSupport(), line.activeSupport());
        bothSay(where, other.discontinued(), line.discontinued());
        bothSay(where, other.extendedSupport(), line.extendedSupport());
        if (other.latest().isPresent() && line.latest().isPresent()) {
          assertThat(other.latest().get().version())
              .as(where)
              .isEqualTo(line.latest().get().version());
        }
      }
    }
  }

  @Test
  void reads_the_answer_for_one_product_as_it_stands_among_all() throws Exception {
    var feed = Lifecycles.real();
    try (var files = Files.list(SharedData.file("lifecycle/api-v1-single"))) {
      for (var file : files.sorted().toList()) {
        var one = read("lifecycle/api-v1-single/" + file.getFileName(), Optional.empty());
        assertThat(one.products()).hasSize(1);
        assertThat(feed.products()).contains(one.products().getFirst());
      }
    }
  }

  @Test
  void finds_the_line_of_the_newest_release_of_every_line() throws Exception {
    var astray = new ArrayList<String>();
    var asked = 0;
    for (var product : Lifecycles.real().products()) {
      for (var line : product.lines()) {
        if (line.latest().isEmpty()) {
          continue;
        }
        asked++;
        var version = line.latest().get().version();
        var found = LineFinder.find(product, version);
        if (!found.line().equals(Optional.of(line))) {
          astray.add(
              "%s %s: %s -> %s".formatted(product.name(), line.name(), version, found.reason()));
        }
      }
    }
    // Firmware and Windows builds are shared by several lines; the rest are lines within a line.
    assertThat(asked).isEqualTo(3181);
    assertThat(astray).filteredOn(line -> line.contains("a name of each of")).hasSize(62);
    assertThat(astray)
        .filteredOn(line -> !line.contains("a name of each of"))
        .containsExactly(
            "amazon-rds-mysql 8.0: 8.0.46 -> 8.0.46 is in the release line 8.0.46",
            "mulesoft-runtime 4.9-lts: 4.9.16 -> 4.9.16 is in the release line 4.9",
            "mulesoft-runtime 4.6-lts: 4.6.22 -> 4.6.22 is in the release line 4.6",
            "unity 2021: 2021.3.45f2 -> 2021.3.45f2 is in the release line 2021.3");
  }

  private static void bothSay(String where, SupportEnd one, SupportEnd other) {
    var unsaid = new SupportEnd.Unsaid();
    if (!one.equals(unsaid) && !other.equals(unsaid)) {
      assertThat(one).as(where).isEqualTo(other);
    }
  }

  private static LifecycleFeed read(String file, Optional<String> product)
      throws IOException, UnreadableFeed {
    try (var text = SharedData.open(file)) {
      return LifecycleReader.read(text, product);
    }
  }

  private static List<String> names(LifecycleFeed feed) {
    return feed.products().stream().map(Product::name).toList();
  }

  private static boolean endsBetween(ReleaseLine line, LocalDate from, LocalDate to) {
    return line.endOfLife()
        .date()
        .filter(end -> !end.isBefore(from) && !end.isAfter(to))
        .isPresent();
  }

  private static long count(List<ReleaseLine> lines, Predicate<ReleaseLine> wanted) {
    return lines.stream().filter(wanted).count();
  }

  private static List<ReleaseLine> lines(LifecycleFeed feed) {
    return feed.products().stream().flatMap(product -> product.lines().stream()).toList();
  }
}
