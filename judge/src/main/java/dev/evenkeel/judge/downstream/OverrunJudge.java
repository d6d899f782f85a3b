package dev.evenkeel.judge.downstream;

import dev.evenkeel.judge.Evidence;
import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.Rule;
import dev.evenkeel.judge.Threshold;
import dev.evenkeel.judge.Track;
import dev.evenkeel.judge.Verdict;
import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.literal.Numbers;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * Judges how busy a consumer would be with all traffic on the new version, as {@link Overrun}
 * predicts it.
 *
 * <ol>
 *   <li>Above the breach with 97.5 % confidence is a breach.
 *   <li>Above the warning with 97.5 % confidence is a warning; so is a best guess above it once
 *       there are as many looks at the new version as the rule wants.
 *   <li>Healthy is what is not above a limit and surely neither above the breach nor overrun, with
 *       as many looks.
 * </ol>
 */
public final class OverrunJudge {
  private final Rule rule;
  private final Evidence evidence;
  private final Instant now;
  private final OptionalDouble warning;
  private final OptionalDouble breach;

  private OverrunJudge(Rule rule, Evidence evidence, Instant now) {
    this.rule = rule;
    this.evidence = evidence;
    this.now = now;
    this.warning = limit(rule.warning());
    this.breach = limit(rule.breach());
  }

  public static Verdict judge(Rule rule, Evidence evidence, Instant now) {
    return new OverrunJudge(rule, evidence, now).verdict();
  }

  private Verdict verdict() {
    if (warning.isEmpty() && breach.isEmpty()) {
      return unsure(0, "The metric overrun needs a threshold above, such as 0.8.");
    }
    if (evidence.upgraded().stream().anyMatch(track -> track.target().isEmpty())) {
      return unsure(
          0,
          "What the new version gives cannot be told from what the old one gives: use ${target.name} or another fact of the target in `arrivals`.");
    }
    var consumer = Loads.of(evidence, now);
    return consumer.isPresent()
        ? verdict(consumer.get())
        : unsure(
            0, "Nothing was read of the consumer." + trouble().map(why -> " " + why).orElse(""));
  }

  private Verdict verdict(Consumer consumer) {
    var forecast = Overrun.forecast(consumer, now);
    long looks =
        consumer.loads().stream()
            .filter(load -> load.share() > 0 && Load.known(load.arrivals()))
            .count();
    if (forecast.busy().isEmpty() || forecast.throttle().isEmpty()) {
      return unsure(looks, forecast.says() + trouble().map(why -> " " + why).orElse(""));
    }
    var busy = forecast.busy().get();
    boolean enough = looks >= rule.evidence();
    boolean open = forecast.capacity().filter(Range::isLowerBound).isPresent();
    if (!open && isAbove(busy.low(), breach)) {
      return bad(Kind.BREACH, consumer, forecast, looks);
    }
    if (!open && (isAbove(busy.low(), warning) || enough && isAbove(busy.middle(), warning))) {
      return bad(Kind.WARNING, consumer, forecast, looks);
    }
    if (!enough) {
      return unsure(
          looks,
          "%s %s at the new version are too few; %s are wanted."
              .formatted(
                  forecast.says(), Numbers.count(looks, "look"), Numbers.count(rule.evidence())));
    }
    var silent = silent();
    if (silent.isPresent()) {
      return unsure(looks, silent.get());
    }
    if (busy.high() > breach.orElse(Math.max(1, warning.orElse(1)))
        || isAbove(busy.middle(), breach)) {
      return given(Kind.NOT_ENOUGH_EVIDENCE, busy, looks, forecast.says());
    }
    return given(Kind.HEALTHY, busy, looks, forecast.says());
  }

  private Verdict bad(Kind kind, Consumer consumer, Forecast forecast, long looks) {
    boolean told = forecast.kind() == Kind.WARNING || forecast.kind() == Kind.BREACH;
    var limit = kind == Kind.BREACH ? breach : warning;
    return given(
        kind,
        forecast.busy().orElseThrow(),
        looks,
        forecast.says()
            + (told ? "" : Says.throttle(consumer, forecast.throttle().orElseThrow()))
            + " The limit is %s busy.".formatted(Numbers.share(limit.orElseThrow())));
  }

  /** A target of the new version of which nothing was read lately. */
  private Optional<String> silent() {
    return evidence.upgraded().stream()
        .filter(track ->
            track
                .between(now.minus(rule.window()), now)
                .newest()
                .flatMap(reading -> reading.find(Fact.Consumed.class))
                .isEmpty())
        .findFirst()
        .map(track ->
            "Nothing was read lately of what %s gives.%s"
                .formatted(track.target(), trouble().map(why -> " " + why).orElse("")));
  }

  /** Why something is missing, as the source said it last. */
  private Optional<String> trouble() {
    return Stream.concat(evidence.upgraded().stream(), evidence.waiting().stream())
        .map(track -> track.between(Instant.MIN, now))
        .flatMap(OverrunJudge::lastTrouble)
        .findFirst();
  }

  private static Stream<String> lastTrouble(Track track) {
    return track.newest().flatMap(reading -> reading.find(Fact.Missing.class)).stream()
        .map(missing -> "The source says: " + missing.why() + ".");
  }

  private static boolean isAbove(double busy, OptionalDouble limit) {
    return limit.isPresent() && busy > limit.getAsDouble();
  }

  private static OptionalDouble limit(Optional<Threshold> threshold) {
    return threshold.isPresent() && threshold.get() instanceof Threshold.Above(double limit)
        ? OptionalDouble.of(limit)
        : OptionalDouble.empty();
  }

  private Verdict unsure(long looks, String says) {
    return verdict(Kind.NOT_ENOUGH_EVIDENCE, OptionalDouble.empty(), looks, says);
  }

  private Verdict given(Kind kind, Range busy, long looks, String says) {
    return verdict(kind, OptionalDouble.of(busy.middle()), looks, says);
  }

  private Verdict verdict(Kind kind, OptionalDouble observed, long looks, String says) {
    var worst = breach.isPresent() ? breach : warning;
    return new Verdict(
        rule.name(),
        kind,
        observed,
        OptionalDouble.empty(),
        kind == Kind.WARNING ? warning : worst,
        looks,
        says);
  }
}
