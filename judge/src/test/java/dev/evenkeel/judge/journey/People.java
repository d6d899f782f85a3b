package dev.evenkeel.judge.journey;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Reading;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.journey.Act.What;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** People at work on n1, which is upgraded at second 0, and on n2, which waits. */
final class People {
  static final Instant CHANGE = Instant.parse("2026-03-01T22:00:00Z");
  private static final int EVERY = 10;

  private final List<Act> upgraded = new ArrayList<>();
  private final List<Act> waiting = new ArrayList<>();
  private final List<Act> before = new ArrayList<>();

  static Instant at(double second) {
    return CHANGE.plusMillis((long) (second * 1000));
  }

  static Act act(String user, double second, What what) {
    return new Act(user, "checkout", at(second), what, what == What.FAILED ? "HTTP 500" : "");
  }

  People upgraded(String user, What what, double... seconds) {
    return add(upgraded, user, what, seconds);
  }

  People waiting(String user, What what, double... seconds) {
    return add(waiting, user, what, seconds);
  }

  People before(String user, What what, double... seconds) {
    return add(before, user, what, seconds);
  }

  /** So many who get through on the new version, one attempt each. */
  People contentOnNew(int users, double second) {
    for (int i = 0; i < users; i++) {
      upgraded("c" + i, What.TRIED, second - 5).upgraded("c" + i, What.COMPLETED, second);
    }
    return this;
  }

  People contentOnOld(int users, double second) {
    for (int i = 0; i < users; i++) {
      waiting("o" + i, What.TRIED, second - 5).waiting("o" + i, What.COMPLETED, second);
    }
    return this;
  }

  Finding judgedAt(double second) {
    return JourneyJudge.judge(JourneyRule.of("journeys"), evidence(second), at(second));
  }

  Evidence evidence(double until) {
    return new Evidence(
        List.of(track("n1", upgraded, 0, until)),
        waiting.isEmpty() ? List.of() : List.of(track("n2", waiting, 0, until)),
        List.of(track("n1", before, -3600, 0)));
  }

  private static People add(
      People people, List<Act> acts, String user, What what, double... seconds) {
    for (double second : seconds) {
      acts.add(act(user, second, what));
    }
    return people;
  }

  private People add(List<Act> acts, String user, What what, double... seconds) {
    return add(this, acts, user, what, seconds);
  }

  static Track track(String target, List<Act> acts, double from, double until) {
    var looks = new TreeMap<Instant, List<Act>>();
    for (double second = from; second <= until; second += EVERY) {
      looks.put(at(second), new ArrayList<>());
    }
    for (var act : acts) {
      var look = looks.ceilingEntry(act.at());
      if (look != null) {
        look.getValue().add(act);
      }
    }
    return new Track(
        target,
        looks.entrySet().stream()
            .map(look -> Reading.of(look.getKey(), new Fact.Acted(look.getValue())))
            .toList());
  }
}
