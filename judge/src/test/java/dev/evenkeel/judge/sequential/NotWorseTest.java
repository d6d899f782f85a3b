package dev.evenkeel.judge.sequential;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What looks bad and is not the new version's fault. */
class NotWorseTest {

  @Test
  void aVersionThatIsNotWorseIsCalledHealthyOnceAWorseOneIsExcluded() {
    var world = World.of(3, 60).traffic(400);
    var opinion = world.judged(world.errors()).opinions().getFirst();
    assertThat(opinion.kind()).isEqualTo(Verdict.Kind.HEALTHY);
    assertThat(opinion.high().orElseThrow()).isLessThan(opinion.margin());
    assertThat(opinion.says()).startsWith("Not worse by 1 point.");
  }

  @Test
  void aColdStartIsNoRegression() {
    for (long seed = 0; seed < 20; seed++) {
      var world = World.of(seed, 20).coldStart();
      var finding = world.judged(world.errors(), world.latency());
      assertThat(finding.decided()).as("seed %d: %s", seed, finding.says()).isEmpty();
    }
  }

  @Test
  void whatBefallsBothVersionsIsBlamedOnNeither() {
    for (long seed = 0; seed < 20; seed++) {
      var world = World.of(seed, 30).incident(600, 1000);
      var finding = world.judged(world.errors(), world.latency());
      assertThat(finding.decided()).as("seed %d: %s", seed, finding.says()).isEmpty();
    }
  }

  @Test
  void tinyTrafficIsNotEnoughAndSaysHowMuchMoreIsNeeded() {
    var world = World.of(5, 10).traffic(1);
    var opinion = world.judged(world.errors()).opinions().getFirst();
    assertThat(opinion.kind()).isEqualTo(Verdict.Kind.NOT_ENOUGH_EVIDENCE);
    assertThat(opinion.says())
        .containsPattern("About [\\d,]+ more requests would tell, .* at this rate");
  }

  @Test
  void whenNothingIsReadAnyMoreItWarns() {
    var world = World.of(6, 10);
    var pair = world.errors();
    var finding = SequentialJudge.judge(world.trial(pair), World.at(900));
    assertThat(finding.kind()).isEqualTo(Verdict.Kind.WARNING);
    assertThat(finding.says()).contains("Nothing was read").contains("5 minutes");
  }

  @Test
  void aHalfPointMoreErrorsWarnsButBreaksNothing() {
    var world = World.of(8, 60).traffic(2000).hosts(0).moreErrors(0.0075, 0);
    var finding = world.judged(world.errors());
    assertThat(finding.opinions().getFirst().kind()).isEqualTo(Verdict.Kind.WARNING);
    assertThat(finding.opinions().getFirst().says())
        .startsWith("Worse, but not surely by what matters");
  }

  @Test
  void timesThatAllLieAtOneBoundOfABucketAreNoBreachForBeingALittleSlower() {
    for (long seed = 0; seed < 10; seed++) {
      var world = World.of(seed, 30).traffic(2000).share(0.5).times(48, 0.05).slower(1.05, 0);
      var finding = world.judged(world.latency());
      assertThat(finding.decided()).as("seed %d: %s", seed, finding.says()).isEmpty();
    }
  }

  @Test
  void withoutAnythingToCompareWithItSaysSo() {
    var world = World.of(9, 10);
    var pair = world.errors();
    var alone = Pair.of("errors", Kind.ERRORS, pair.candidate(), List.of());
    assertThat(world.judged(alone).says()).contains("nothing to compare with");
  }

  @Test
  void historyStandsInForAControlThatIsNotThere() {
    var good = World.of(10, 30);
    var pair = good.errors();
    var bad = World.of(10, 30).moreErrors(0.1, 0);
    var worse = bad.errors();
    assertThat(good.judged(againstHistory(pair)).decided()).isEmpty();
    assertThat(bad.judged(againstHistory(worse)).decided()).isPresent();
  }

  @Test
  void worseThanItsNeighboursButNotThanOtherDaysIsAWarning() {
    var world = World.of(11, 30).moreErrors(0.1, 0);
    var pair = world.errors();
    var always = pair.candidate();
    var both = new Pair("errors", Kind.ERRORS, 0.01, pair.candidate(), pair.control(), always);
    var finding = world.judged(both);
    assertThat(finding.kind()).isEqualTo(Verdict.Kind.WARNING);
    assertThat(finding.says()).containsIgnoringCase("earlier days");
  }

  @Test
  void memoryThatFillsUpAfterARestartDoesNotLeak() {
    for (long seed = 0; seed < 20; seed++) {
      var world = World.of(seed, 60);
      var finding = world.judged(world.growth(0));
      assertThat(finding.decided()).as("seed %d: %s", seed, finding.says()).isEmpty();
    }
  }

  @Test
  void whereMuchFailsOnBothVersionsTheNewOneIsNotBlamed() {
    for (double rate : new double[] {0.03, 0.1, 0.3, 0.6}) {
      for (long seed = 0; seed < 10; seed++) {
        var world = World.of(seed, 60).errors(rate);
        var finding = world.judged(world.errors());
        assertThat(finding.decided()).as("%s, seed %d: %s", rate, seed, finding.says()).isEmpty();
      }
    }
  }

  @Test
  void ofSeveralTargetsTheOneThatGrowsIsTheOneThatCounts() {
    var leaks = World.of(12, 40).growth(0.01).candidate().getFirst();
    var pair = World.of(13, 40).growth(0);
    var well = pair.candidate().getFirst();
    for (var both : List.of(List.of(leaks, well), List.of(well, leaks))) {
      var finding = World.of(14, 40).judged(Pair.of("memory", Kind.GROWTH, both, pair.control()));
      assertThat(finding.kind()).isEqualTo(Verdict.Kind.BREACH);
      assertThat(finding.says()).contains("Keeps growing").contains(" more than ");
    }
  }

  @Test
  void memoryThatIsNotReadAnyMoreIsNotCalledHealthy() {
    var world = World.of(15, 20);
    var finding = SequentialJudge.judge(world.trial(world.growth(0)), World.at(3000));
    assertThat(finding.kind()).isEqualTo(Verdict.Kind.WARNING);
    assertThat(finding.says()).contains("Nothing was read");
  }

  /**
   * Read from four Tomcats: one node got all the long requests, n1 before the change and n4 after.
   */
  @Test
  void aVersionWithoutTheSlowAnswersOfTheOldOneIsNotWorse() throws IOException {
    var bounds =
        List.of(5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0, 2500.0, 5000.0, 10_000.0);
    var nodes = new TreeMap<String, List<Reading>>();
    for (var line : lines("long-requests-on-one-node.csv")) {
      var cells = line.split(",");
      var counts = Arrays.stream(cells[2].split(" ")).map(Double::valueOf).toList();
      var at = World.BEGAN.plusMillis(Math.round(Double.parseDouble(cells[1]) * 1000));
      nodes
          .computeIfAbsent(cells[0], _ -> new ArrayList<>())
          .add(Reading.of(at, new Fact.Timed(bounds, counts)));
    }
    var tracks =
        nodes.entrySet().stream().map(node -> new Track(node.getKey(), node.getValue())).toList();
    var pair =
        Pair.of("times", Kind.LATENCY, tracks.subList(0, 1), tracks.subList(1, tracks.size()));
    var finding = SequentialJudge.judge(Trial.of(World.BEGAN, List.of(pair)), World.at(70));
    assertThat(finding.opinions().getFirst().samples()).isPositive();
    assertThat(finding.decided()).as(finding.says()).isEmpty();
  }

  private static List<String> lines(String resource) throws IOException {
    try (var in = Objects.requireNonNull(NotWorseTest.class.getResourceAsStream(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().skip(1).toList();
    }
  }

  @Test
  void aGapInTheReadingsIsNoGrowth() {
    var pair = World.of(16, 60).growth(0);
    for (int gap = 600; gap < 3000; gap += 130) {
      int from = gap;
      var readings =
          pair.candidate().getFirst().readings().stream()
              .filter(reading ->
                  reading.at().isBefore(World.at(from))
                      || reading.at().isAfter(World.at(from + 280)))
              .toList();
      var finding =
          World.of(16, 60)
              .judged(
                  Pair.of(
                      "memory", Kind.GROWTH, List.of(new Track("new", readings)), pair.control()));
      assertThat(finding.decided()).as("gap at %d: %s", gap, finding.says()).isEmpty();
    }
  }

  @Test
  void memoryIsJudgedAfterMoreThanAnHourThoughOldReadingsAreThinnedOut() {
    var pair = World.of(17, 150).growth(0);
    var thinned =
        Pair.of(
            "memory",
            Kind.GROWTH,
            pair.candidate().stream().map(NotWorseTest::thinnedOut).toList(),
            pair.control().stream().map(NotWorseTest::thinnedOut).toList());
    assertThat(World.of(17, 150).judged(thinned).kind()).isEqualTo(Verdict.Kind.HEALTHY);
  }

  /** One reading a minute of all that is older than an hour. */
  private static Track thinnedOut(Track track) {
    return new Track(
        track.target(),
        track.readings().stream()
            .filter(reading ->
                reading.at().isAfter(World.at(5400)) || reading.at().getEpochSecond() % 60 == 0)
            .toList());
  }

  private static Pair againstHistory(Pair pair) {
    return new Pair(
        pair.name(), pair.kind(), pair.margin(), pair.candidate(), List.of(), pair.control());
  }
}
