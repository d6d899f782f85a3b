package dev.evenkeel.judge.journey;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.journey.Act.What;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class JourneyPropertyTest {
  private static final Instant[] TIMES = {
    Instant.MIN,
    Instant.EPOCH,
    People.at(-400),
    People.at(0),
    People.at(60),
    People.at(200),
    People.at(301),
    People.at(420),
    Instant.MAX
  };

  @Test
  void gives_a_finding_on_anything() {
    for (long seed = 0; seed < 10_000; seed++) {
      var random = new SplittableRandom(seed);
      var limits =
          new Duration[] {
            Duration.ofNanos(1),
            Duration.ofMinutes(5),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ZERO,
            Duration.ofDays(-1)
          };
      var rule =
          new JourneyRule(
              "r",
              Duration.ofSeconds(30),
              random.nextLong(3),
              random.nextBoolean() ? Optional.of(pick(limits, random)) : Optional.empty(),
              random.nextBoolean() ? Optional.of(pick(limits, random)) : Optional.empty());
      var verdict = JourneyJudge.judge(rule, anything(random), pick(TIMES, random)).verdict();
      assertThat(verdict.says()).as("seed %d", seed).isNotBlank();
      assertThat(DoubleStream.of(verdict.observed().orElse(0), verdict.limit().orElse(0)))
          .as("seed %d", seed)
          .allMatch(Double::isFinite);
    }
  }

  @Test
  void order_copies_lateness_and_the_future_make_no_difference() {
    for (long seed = 0; seed < 2_000; seed++) {
      var random = new SplittableRandom(seed);
      var crowd = crowd(random, 30, 0.4);
      var now = People.at(900);
      var rule = JourneyRule.of("r");
      var once = JourneyJudge.judge(rule, crowd, now);
      var late = lateAndTwice(crowd, new Random(seed));
      assertThat(JourneyJudge.judge(rule, late, now)).as("seed %d", seed).isEqualTo(once);
    }
  }

  @Test
  void ten_thousand_crowds_of_patient_people_block_nobody() {
    int blocked = 0;
    for (long seed = 0; seed < 10_000; seed++) {
      // Every fifth attempt fails, on both versions; who fails tries again at once or goes away.
      var verdict =
          JourneyJudge.judge(
                  JourneyRule.of("r"), crowd(new SplittableRandom(seed), 20, 0.2), People.at(900))
              .verdict();
      blocked += verdict.kind() == Kind.BREACH ? 1 : 0;
    }
    assertThat(blocked).isLessThanOrEqualTo(10);
  }

  @Test
  void somebody_who_is_really_blocked_is_always_found() {
    for (long seed = 0; seed < 10_000; seed++) {
      var random = new SplittableRandom(seed);
      var people = new People();
      double second = 10 + random.nextInt(60);
      for (double at = second; at < second + 320; at += 5 + random.nextInt(100)) {
        people.upgraded("u", random.nextBoolean() ? What.TRIED : What.FAILED, at);
      }
      people.upgraded("u", What.FAILED, second + 310 + random.nextInt(10));
      assertThat(people.judgedAt(second + 340).verdict().kind())
          .as("seed %d", seed)
          .isEqualTo(Kind.BREACH);
    }
  }

  @Test
  void a_million_acts_are_judged() {
    var acts = new ArrayList<Act>();
    for (int i = 0; i < 1_000_000; i++) {
      acts.add(People.act("u" + i % 1000, i / 2500.0, i % 7 == 0 ? What.COMPLETED : What.TRIED));
    }
    var evidence = new Evidence(List.of(People.track("n1", acts, 0, 400)), List.of(), List.of());
    assertThat(JourneyJudge.judge(JourneyRule.of("r"), evidence, People.at(400)).verdict().kind())
        .isEqualTo(Kind.HEALTHY);
  }

  private static Evidence crowd(SplittableRandom random, int users, double failing) {
    var people = new People();
    for (int i = 0; i < users; i++) {
      boolean upgraded = random.nextBoolean();
      double second = random.nextInt(30);
      while (second < 880) {
        boolean fails = random.nextDouble() < failing;
        var what = fails ? What.FAILED : What.COMPLETED;
        if (upgraded) {
          people.upgraded("u" + i, what, second);
        } else {
          people.waiting("u" + i, what, second);
        }
        second += fails && random.nextBoolean() ? 3 + random.nextInt(60) : 30 + random.nextInt(400);
      }
    }
    return people.evidence(900);
  }

  private static Evidence lateAndTwice(Evidence evidence, Random random) {
    return new Evidence(
        late(evidence.upgraded(), random),
        late(evidence.waiting(), random),
        late(evidence.before(), random));
  }

  private static List<Track> late(List<Track> tracks, Random random) {
    return tracks.stream()
        .map(track -> {
          var readings = new ArrayList<Reading>();
          for (var reading : track.readings()) {
            var acts = new ArrayList<>(reading.find(Fact.Acted.class).orElseThrow().acts());
            Collections.shuffle(acts, random);
            acts.addAll(acts);
            readings.add(Reading.of(reading.at(), new Fact.Acted(acts)));
            readings.add(Reading.of(reading.at().plusSeconds(5000), new Fact.Acted(acts)));
          }
          Collections.shuffle(readings, random);
          return new Track(track.target(), readings);
        })
        .toList();
  }

  private static Evidence anything(SplittableRandom random) {
    return new Evidence(tracks(random), tracks(random), tracks(random));
  }

  private static List<Track> tracks(SplittableRandom random) {
    var tracks = new ArrayList<Track>();
    for (int i = random.nextInt(3); i > 0; i--) {
      var readings = new ArrayList<Reading>();
      for (int j = random.nextInt(5); j > 0; j--) {
        var acts = new ArrayList<Act>();
        for (int k = random.nextInt(6); k > 0; k--) {
          acts.add(
              new Act(
                  pick(new String[] {"a", "b", "", " "}, random),
                  pick(new String[] {"w", "v", ""}, random),
                  pick(TIMES, random),
                  pick(What.values(), random),
                  pick(new String[] {"", "%s", "HTTP 500"}, random)));
        }
        readings.add(
            Reading.of(
                pick(TIMES, random),
                random.nextInt(5) == 0 ? new Fact.Missing("no such file") : new Fact.Acted(acts)));
      }
      tracks.add(new Track(random.nextBoolean() ? "" : "n" + i, readings));
    }
    return tracks;
  }

  private static <T> T pick(T[] of, SplittableRandom random) {
    return of[random.nextInt(of.length)];
  }
}
