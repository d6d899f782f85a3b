package dev.evenkeel.estate.advisory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.advisory.Hit.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Shows part of C117: 100,000 systems among 10,000 advisories are looked up, not compared. */
@Tag("C117")
class LargeEstateTest {
  private static final int ADVISORIES = 10_000;
  private static final int SYSTEMS = 100_000;
  private static final int PACKAGES = 3_000;

  @Test
  void every_system_is_looked_up_and_the_answers_are_those_of_comparing_with_all()
      throws Exception {
    long seed = 20261121;
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    StringBuilder lines = new StringBuilder();
    int[] about = new int[ADVISORIES];
    int[] fixed = new int[ADVISORIES];
    for (int at = 0; at < ADVISORIES; at++) {
      about[at] = random.nextInt(PACKAGES);
      fixed[at] = 1 + random.nextInt(50);
      lines
          .append(
              Files.osv(
                  "GO-" + at,
                  "\"aliases\": [\"CVE-%d\"],".formatted(at),
                  "Go",
                  "example.com/p" + about[at],
                  "{\"introduced\": \"0\"}, {\"fixed\": \"1.%d.0\"}".formatted(fixed[at])))
          .append('\n');
    }
    List<Advisory> advisories = Files.read(lines.toString()).advisories();
    List<Subject> systems = new ArrayList<>();
    int[] runs = new int[SYSTEMS];
    for (int at = 0; at < SYSTEMS; at++) {
      runs[at] = random.nextInt(60);
      systems.add(
          new Subject(
              "s" + at,
              List.of(
                  new Subject.Named(
                      "purl:golang/example.com/p" + at % PACKAGES,
                      Optional.of("v1.%d.0".formatted(runs[at])),
                      Optional.empty(),
                      "a test"))));
    }
    long begun = System.nanoTime();
    AdvisoryIndex index = AdvisoryIndex.of(advisories);
    long indexed = System.nanoTime();
    int[] hits = new int[SYSTEMS];
    for (int at = 0; at < SYSTEMS; at++) {
      hits[at] =
          (int)
              index.of(systems.get(at)).stream()
                  .filter(hit -> hit.answer() == Answer.AFFECTED)
                  .count();
    }
    System.out.printf(
        "seed %d: %,d advisories indexed in %d ms, %,d systems looked up in %d ms%n",
        seed,
        ADVISORIES,
        (indexed - begun) / 1_000_000,
        SYSTEMS,
        (System.nanoTime() - indexed) / 1_000_000);
    for (int at = 0; at < SYSTEMS; at += 997) {
      int expected = 0;
      for (int advisory = 0; advisory < ADVISORIES; advisory++) {
        expected += about[advisory] == at % PACKAGES && runs[at] < fixed[advisory] ? 1 : 0;
      }
      assertThat(hits[at]).as("system %d, seed %d", at, seed).isEqualTo(expected);
    }
  }
}
