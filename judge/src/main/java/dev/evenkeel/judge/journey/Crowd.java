package dev.evenkeel.judge.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All users of both versions, held against one limit. */
record Crowd(List<Story> stories, List<List<Told>> acts, Patience patience, Instant now) {
  /** Chance is excluded below this. */
  private static final double CHANCE = 0.01;

  static Crowd of(List<List<Told>> acts, Duration limit, Instant now) {
    var patience = Patience.of(limit);
    return new Crowd(
        acts.stream().map(own -> Story.of(own, patience)).toList(), acts, patience, now);
  }

  /** The longest first. */
  List<Blocked> blocked(Part part) {
    return stories.stream()
        .flatMap(story -> story.blockedNow(part, now).stream())
        .sorted(
            Comparator.comparing(Blocked::length)
                .reversed()
                .thenComparing(Blocked::user)
                .thenComparing(Blocked::workflow))
        .toList();
  }

  /** Users of a version in the time of the limit up to now. */
  int active(Part part) {
    return users(part, Optional.of(patience.limit())).size();
  }

  long stuckSinceBefore() {
    return stories.stream()
        .filter(story -> story.stuckSinceBefore(now))
        .map(Story::user)
        .distinct()
        .count();
  }

  /**
   * Whether the old version does not show the same: nobody is blocked there, or so few that the new
   * version's share is no chance. Both now, and over all that is known.
   */
  boolean isTheUpgrade() {
    return excess(
            new Share(people(blocked(Part.NEW)), active(Part.NEW)),
            new Share(people(blocked(Part.OLD)), active(Part.OLD)))
        && excess(ever(Part.NEW), ever(Part.OLD));
  }

  static int people(List<Blocked> blocked) {
    return (int) blocked.stream().map(Blocked::user).distinct().count();
  }

  private Share ever(Part part) {
    var blocked =
        stories.stream()
            .filter(story -> story.everBlocked(part))
            .map(Story::user)
            .distinct()
            .count();
    return new Share((int) blocked, users(part, Optional.empty()).size());
  }

  private Set<String> users(Part part, Optional<Duration> lately) {
    var users = new HashSet<String>();
    for (var own : acts) {
      for (var told : own) {
        if (told.part() == part
            && lately
                .filter(span -> Duration.between(told.act().at(), now).compareTo(span) > 0)
                .isEmpty()) {
          users.add(told.act().user());
        }
      }
    }
    return users;
  }

  private record Share(int blocked, int of) {}

  private static boolean excess(Share upgraded, Share others) {
    if (others.blocked() == 0) {
      return true;
    }
    return (long) upgraded.blocked() * others.of() > (long) others.blocked() * upgraded.of()
        && chance(upgraded, others) < CHANCE;
  }

  /**
   * Fisher's exact test, one-sided: how often the blocked ones, spread over all users by lot, fall
   * on the new version as often as they did.
   */
  private static double chance(Share upgraded, Share others) {
    int all = Math.max(1, upgraded.of() + others.of());
    int bad = Math.min(all, upgraded.blocked() + others.blocked());
    double sum = 0;
    for (int hit = upgraded.blocked(); hit <= Math.min(bad, upgraded.of()); hit++) {
      sum +=
          Math.exp(
              choose(bad, hit)
                  + choose(all - bad, upgraded.of() - hit)
                  - choose(all, upgraded.of()));
    }
    return Math.min(1, sum);
  }

  private static double choose(int of, int some) {
    return some < 0 || some > of
        ? Double.NEGATIVE_INFINITY
        : logGamma(of) - logGamma(some) - logGamma(of - some);
  }

  private static double logGamma(int number) {
    return org.apache.commons.numbers.gamma.LogGamma.value(number + 1.0);
  }
}
