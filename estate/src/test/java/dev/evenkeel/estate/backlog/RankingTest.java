package dev.evenkeel.estate.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.estate.Change;
import dev.evenkeel.estate.Document;
import dev.evenkeel.estate.EntryKind;
import dev.evenkeel.estate.Estate;
import dev.evenkeel.estate.EstateReader;
import dev.evenkeel.estate.EstateSystem;
import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.estate.lifecycle.PathRules;
import dev.evenkeel.estate.lifecycle.ProductCatalogue;
import dev.evenkeel.estate.lifecycle.UnreadableFeed;
import dev.evenkeel.estate.lifecycle.match.Correction;
import dev.evenkeel.estate.map.EstateMap;
import dev.evenkeel.estate.version.Step;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The order of a large backlog, kept small and made again from what has not changed. */
@Tag("C08")
@Tag("C09")
class RankingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
  private static final String[] RUNS = {
    "product: base, version: '13.4'",
    "product: base, version: '18.1'",
    "product: Base Server 13.9",
    "identifiers: ['pkg:deb/debian/base@13.2']",
    "product: paygate, version: '2'",
    "version: '1'",
    "title: base 13",
  };

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void what_is_taken_over_from_before_is_what_would_be_made_anew(long seed) throws UnreadableFeed {
    RandomGenerator random = new Random(seed);
    Estate estate = Estate.of(List.of());
    var standings = new Standings(known(List.of()), TODAY);
    Optional<Ranking> before = Optional.empty();
    for (int round = 0; round < 5; round++) {
      estate = estate.after(changes(random));
      EstateMap map = EstateMap.of(estate);
      Ranking again = Ranking.of(map, standings, Exposures.NONE, Weights.USUAL, before);
      Ranking anew =
          Ranking.of(
              map,
              new Standings(standings.known(), TODAY),
              Exposures.NONE,
              Weights.USUAL,
              Optional.empty());
      assertThat(again.items(0, again.size())).isEqualTo(anew.items(0, anew.size())).isNotEmpty();
      assertThat(again.withoutProduct().toArray()).isEqualTo(anew.withoutProduct().toArray());
      assertThat(IntStream.range(0, map.size()).mapToObj(again::end).toList())
          .isEqualTo(IntStream.range(0, map.size()).mapToObj(anew::end).toList());
      before = Optional.of(again);
    }
  }

  private static List<Change> changes(RandomGenerator random) {
    List<Change> changes = new ArrayList<>();
    for (int n = 0; n < 30; n++) {
      var key = new Document.Key(EntryKind.SYSTEM, "s" + random.nextInt(60));
      changes.add(
          random.nextInt(6) == 0
              ? Change.seen(key, Optional.empty())
              : Change.seen(
                  key,
                  Optional.of(
                      document(
                          "name: %s, %s, dependsOn: [s%d]%s"
                              .formatted(
                                  key.name(),
                                  RUNS[random.nextInt(RUNS.length)],
                                  random.nextInt(60),
                                  random.nextInt(4) == 0 ? ", supportEnd: 2027-01-01" : "")))));
    }
    return changes.stream()
        .collect(Collectors.toMap(Change::key, change -> change, (a, b) -> b))
        .values()
        .stream()
        .toList();
  }

  @Test
  void says_of_each_place_what_its_item_says() throws UnreadableFeed {
    Ranking ranking =
        ranking(
            known(List.of()),
            "name: red, audience: customers, " + RUNS[0],
            "name: green, " + RUNS[1],
            "name: stated, supportEnd: 2027-01-01, " + RUNS[0],
            "name: other, " + RUNS[4]);
    assertThat(ranking.size()).isEqualTo(3);
    for (int place = 0; place < ranking.size(); place++) {
      BacklogItem item = ranking.items(List.of(place)).getFirst();
      assertThat(ranking.place(item.system().name())).contains(place);
      assertThat(ranking.step(place)).isEqualTo(item.target().map(target -> target.step().size()));
      assertThat(ranking.end(ranking.node(place))).isEqualTo(item.standing().end());
    }
    assertThat(ranking.items(0, 1).getFirst().system().name()).isEqualTo("red");
    assertThat(ranking.step(0)).contains(Step.Size.MAJOR);
    assertThat(ranking.place("other")).isEmpty();
    assertThat(names(ranking, ranking.withoutProduct())).containsExactly("other");
  }

  @Test
  void what_a_person_said_of_one_name_counts_for_that_one_only() throws UnreadableFeed {
    Ranking ranking =
        ranking(
            known(List.of(new Correction("beta", Optional.of("base")))),
            "name: alpha, product: paygate, version: '13.1'",
            "name: beta, product: paygate, version: '13.1'");
    assertThat(names(ranking, ranking.withoutProduct())).containsExactly("alpha");
  }

  private static List<String> names(Ranking ranking, IntStream nodes) {
    return nodes.mapToObj(node -> ranking.map().node(node).name()).toList();
  }

  private static Ranking ranking(ProductCatalogue known, String... systems) {
    List<Document> documents =
        IntStream.range(0, systems.length).mapToObj(n -> document(systems[n])).toList();
    return Ranking.of(
        EstateMap.of(Estate.of(documents)),
        new Standings(known, TODAY),
        Exposures.NONE,
        Weights.USUAL,
        Optional.empty());
  }

  private static Document document(String fields) {
    var reading =
        EstateReader.read("estate", "{apiVersion: evenkeel/v1, kind: System, " + fields + "}");
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.documents().getFirst().entry()).isInstanceOf(EstateSystem.class);
    return reading.documents().getFirst();
  }

  private static ProductCatalogue known(List<Correction> corrections) throws UnreadableFeed {
    var feed =
        LifecycleReader.read(
            new ByteArrayInputStream(
                """
                {"base": [
                   {"cycle": "18", "releaseDate": "2025-09-25", "eol": "2030-11-14", "latest": "18.3"},
                   {"cycle": "13", "releaseDate": "2020-09-24", "eol": "2025-11-13", "latest": "13.23"}]}
                """
                    .getBytes(StandardCharsets.UTF_8)),
            Optional.empty());
    return ProductCatalogue.of(feed.products(), corrections, PathRules.builtIn());
  }
}
