package dev.evenkeel.estate.lifecycle.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.SharedData;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.Product;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Shows part of C07: how often systems are matched rightly, on real components labelled by hand,
 * with every miss by name. {@code labels.csv} says of each what it is among the 232 products of the
 * sample, or {@code -} for none of them. A package counts as the product when it is it or is
 * released with it.
 */
@Tag("C07")
class RealMatchTest {

  record Label(String set, String file, String component, String product) {
    Description description() {
      return component.startsWith("pkg:")
          ? new Description("component", Optional.empty(), List.of(component), Optional.empty())
          : new Description("system", Optional.of(component), List.of(), Optional.empty());
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 0.95, 0.84", "2, 0.95, 0.6"})
  void matches_real_components_as_a_person_labelled_them(
      String set, double precision, double recall) throws Exception {
    var labels = labels().stream().filter(label -> label.set().equals(set)).toList();
    var index = ProductIndex.of(products(), List.of());
    var right = 0;
    var misses = new ArrayList<String>();
    var wrong = new ArrayList<String>();
    for (var label : labels) {
      var match = index.match(label.description());
      var chosen = match.chosen().map(candidate -> candidate.product().name()).orElse("-");
      if (!chosen.equals(label.product())) {
        var line =
            "%s is %s, matched %s: %s"
                .formatted(label.component(), label.product(), chosen, match.reason());
        (chosen.equals("-") ? misses : wrong).add(line);
      } else if (!chosen.equals("-")) {
        right++;
      }
    }
    var known = labels.stream().filter(label -> !label.product().equals("-")).count();
    System.out.printf(
        "| %s | %d | %d | %d | %d | %d | %.3f | %.3f |%n",
        set,
        labels.size(),
        known,
        right,
        wrong.size(),
        misses.size(),
        (double) right / (right + wrong.size()),
        right / (double) known);
    wrong.forEach(line -> System.out.println("wrong: " + line));
    misses.forEach(line -> System.out.println("missed: " + line));
    assertThat((double) right / (right + wrong.size())).isGreaterThanOrEqualTo(precision);
    assertThat(right / (double) known).isGreaterThanOrEqualTo(recall);
  }

  @Test
  void matches_a_hundred_thousand_systems() throws Exception {
    var components = labels().stream().map(Label::description).toList();
    var begun = System.nanoTime();
    var index = ProductIndex.of(products(), List.of());
    var read = System.nanoTime();
    var matched = 0;
    for (var at = 0; at < 100_000; at++) {
      var system = components.get(at % components.size());
      var own =
          new Description(
              system.name() + at, system.product(), system.identifiers(), Optional.of("" + at));
      matched += index.match(own).chosen().isPresent() ? 1 : 0;
    }
    System.out.printf(
        "read and indexed in %d ms, 100,000 systems matched in %d ms, %d of them to a product%n",
        (read - begun) / 1_000_000, (System.nanoTime() - read) / 1_000_000, matched);
    assertThat(matched).isBetween(20_000, 40_000);
  }

  @Test
  void has_labelled_nothing_that_the_files_do_not_hold() throws Exception {
    for (var label : labels()) {
      var name = label.component().replaceFirst("pkg:deb/debian/", "");
      var text = text(label.file());
      // iTop keeps family and version of an operating system apart
      var parts =
          label.file().contains("itop") ? name.split(" (?=[\\dR])", 2) : new String[] {name};
      assertThat(parts).as(label.file()).allSatisfy(part -> assertThat(text).contains(part));
    }
  }

  private static String text(String file) throws IOException {
    try (var text = SharedData.open(file)) {
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<Product> products() throws Exception {
    try (var text = SharedData.open("lifecycle/api-v1-products-full.json.gz")) {
      return LifecycleReader.read(text, Optional.empty()).products();
    }
  }

  private static List<Label> labels() throws IOException {
    try (var csv = Objects.requireNonNull(RealMatchTest.class.getResourceAsStream("labels.csv"))) {
      return Arrays.stream(new String(csv.readAllBytes(), StandardCharsets.UTF_8).split("\n"))
          .skip(1)
          .map(line -> line.split(";"))
          .map(cells -> new Label(cells[0], cells[1], cells[2], cells[3]))
          .toList();
    }
  }
}
