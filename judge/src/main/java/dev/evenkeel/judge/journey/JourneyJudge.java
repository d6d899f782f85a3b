package dev.evenkeel.judge.journey;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.literal.Numbers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Judges whether users get through: any one who cannot, for longer than the limit, is too many.
 *
 * <ol>
 *   <li>A user is blocked while they keep trying one workflow, at least {@value Patience#ATTEMPTS}
 *       times, and nothing is completed. It counts from the first of these attempts on the new
 *       version to the newest sign of life, so that who went away does not become blocked by the
 *       clock.
 *   <li>Who gives no sign of life for half the limit has given up: idle, and blocked no more.
 *   <li>An attempt that is never answered, and that nobody tried again, is no block: nobody knows
 *       whether somebody still sits there. With {@link Act.What#WAITING} signs of life it is.
 *   <li>Who was blocked on the old version before, or fails on it at the same time, is not counted.
 *   <li>When as large a share is blocked on the old version, now or over all that is known of it,
 *       it is not the upgrade alone: a warning.
 * </ol>
 *
 * <p>A pure function of the set of readings that are not newer than {@code now}. Whatever they are,
 * there is a finding and no exception.
 */
public final class JourneyJudge {
  private final JourneyRule rule;
  private final Evidence evidence;
  private final Instant now;
  private final List<List<Told>> acts;

  private JourneyJudge(JourneyRule rule, Evidence evidence, Instant now) {
    this.rule = rule;
    this.evidence = evidence;
    this.now = now;
    this.acts = Acts.of(evidence, now);
  }

  public static Finding judge(JourneyRule rule, Evidence evidence, Instant now) {
    return new JourneyJudge(rule, upTo(evidence, now), now).finding();
  }

  private Finding finding() {
    var limits = rule.breach().or(rule::warning);
    if (limits.filter(Duration::isPositive).isEmpty()) {
      return unsure(
          Optional.empty(), "The metric blocked needs a threshold blockedFor, such as 5m.");
    }
    if (evidence.upgraded().isEmpty()) {
      return unsure(limits, "Nothing is upgraded yet.");
    }
    var breach = rule.breach().filter(Duration::isPositive).map(this::crowd);
    if (breach.filter(JourneyJudge::someBlocked).isPresent()) {
      var crowd = breach.get();
      return crowd.isTheUpgrade()
          ? found(Kind.BREACH, crowd, "")
          : found(Kind.WARNING, crowd, "Not the upgrade alone: ");
    }
    var warning = rule.warning().filter(Duration::isPositive).map(this::crowd);
    if (warning.filter(JourneyJudge::someBlocked).isPresent()) {
      var crowd = warning.get();
      return found(Kind.WARNING, crowd, crowd.isTheUpgrade() ? "" : "Not the upgrade alone: ");
    }
    return nobodyBlocked(breach.or(() -> warning).orElseThrow(), limits);
  }

  private Crowd crowd(Duration limit) {
    return Crowd.of(acts, limit, now);
  }

  private static boolean someBlocked(Crowd crowd) {
    return !crowd.blocked(Part.NEW).isEmpty();
  }

  private Finding found(Kind kind, Crowd crowd, String prefix) {
    var blocked = crowd.blocked(Part.NEW);
    var limit = crowd.patience().limit();
    var longest = blocked.getFirst();
    var others = crowd.blocked(Part.OLD);
    var says =
        "%s%s cannot complete %s: %s in %s since %s%s. %s. The limit is %s."
            .formatted(
                prefix,
                longest.user(),
                longest.workflow(),
                Numbers.count(longest.attempts(), "attempt"),
                Numbers.time(longest.length()),
                Says.time(longest.since()),
                longest.detail().isBlank() ? "" : ", lately " + longest.detail(),
                Says.shares(crowd, blocked, others),
                Numbers.time(limit));
    return new Finding(
        verdict(
            kind,
            OptionalDouble.of(seconds(longest.length())),
            others.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(seconds(others.getFirst().length())),
            Optional.of(limit),
            says),
        blocked);
  }

  private Finding nobodyBlocked(Crowd crowd, Optional<Duration> limit) {
    var silent = evidence.upgraded().stream().filter(this::isSilent).findFirst();
    if (silent.isPresent()) {
      return unsure(limit, Says.silent(silent.get(), now));
    }
    long ended = ended();
    var stuck = Says.stuck(crowd.stuckSinceBefore());
    if (ended < rule.evidence()) {
      return unsure(
          limit,
          "Nobody is blocked, but only %s ended on the new version; %s are wanted.%s"
              .formatted(Numbers.count(ended, "attempt"), Numbers.count(rule.evidence()), stuck));
    }
    return new Finding(
        verdict(
            Kind.HEALTHY,
            OptionalDouble.of(0),
            OptionalDouble.empty(),
            limit,
            "Nobody is blocked: %s ended on the new version, and whoever kept trying got through. The limit is %s.%s"
                .formatted(
                    Numbers.count(ended, "attempt"),
                    Numbers.time(limit.orElse(JourneyRule.LIMIT)),
                    stuck)),
        List.of());
  }

  /** Attempts that came to an end on the new version. */
  private long ended() {
    return acts.stream()
        .flatMap(List::stream)
        .filter(told -> told.part() == Part.NEW)
        .filter(
            told -> told.act().what() == Act.What.COMPLETED || told.act().what() == Act.What.FAILED)
        .count();
  }

  private boolean isSilent(Track track) {
    return track
        .newest()
        .filter(reading -> Duration.between(reading.at(), now).compareTo(rule.window()) <= 0)
        .flatMap(reading -> reading.find(Fact.Acted.class))
        .isEmpty();
  }

  private Finding unsure(Optional<Duration> limit, String says) {
    return new Finding(
        verdict(
            Kind.NOT_ENOUGH_EVIDENCE, OptionalDouble.empty(), OptionalDouble.empty(), limit, says),
        List.of());
  }

  private Verdict verdict(
      Kind kind,
      OptionalDouble observed,
      OptionalDouble baseline,
      Optional<Duration> limit,
      String says) {
    return new Verdict(
        rule.name(),
        kind,
        observed,
        baseline,
        limit.isPresent() ? OptionalDouble.of(seconds(limit.get())) : OptionalDouble.empty(),
        ended(),
        says);
  }

  private static double seconds(Duration duration) {
    return duration.toSeconds() + duration.getNano() / 1e9;
  }

  private static Evidence upTo(Evidence evidence, Instant now) {
    return new Evidence(
        upTo(evidence.upgraded(), now),
        upTo(evidence.waiting(), now),
        upTo(evidence.before(), now));
  }

  private static List<Track> upTo(List<Track> tracks, Instant now) {
    return tracks.stream().map(track -> track.between(Instant.MIN, now)).toList();
  }
}
