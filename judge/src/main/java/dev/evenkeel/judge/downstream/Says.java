package dev.evenkeel.judge.downstream;

import dev.evenkeel.judge.Verdict.Kind;
import dev.evenkeel.judge.literal.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Forecasts in sentences. */
final class Says {
  private Says() {}

  static String unknown(Consumer consumer, List<String> missing) {
    return "Nothing can be said about %s yet. Missing: %s."
        .formatted(consumer.name(), String.join("; ", missing));
  }

  static String of(
      Consumer consumer,
      Kind kind,
      Range given,
      Capacity known,
      Range busy,
      OptionalDouble overrunAt,
      Optional<Duration> fullAfter) {
    var capacity = known.perSecond();
    var throttle = capacity.times(Overrun.BUSY);
    var ahead =
        "With all traffic on the new version, %s would get %s %s a second (%s to %s)"
            .formatted(
                consumer.name(),
                Numbers.value(round(given.middle())),
                consumer.unit(),
                Numbers.value(round(given.low())),
                Numbers.value(round(given.high())));
    if (capacity.isLowerBound()) {
      return kind == Kind.HEALTHY
          ? "%s and has done %s already.".formatted(ahead, Numbers.value(round(capacity.low())))
          : "%s. Whether it can is not known: it has never been seen busy above 30 %%, nor with a growing backlog; it can do at least %s. To be safe until then, limit the new version to %s a second."
              .formatted(
                  ahead,
                  Numbers.value(round(capacity.low())),
                  Numbers.value(round(throttle.low())));
    }
    var can =
        " and can do %s (%s to %s%s): %s busy."
            .formatted(
                Numbers.value(round(capacity.middle())),
                Numbers.value(round(capacity.low())),
                Numbers.value(round(capacity.high())),
                known.how() == Capacity.How.SATURATED ? ", seen while its backlog grew" : "",
                Numbers.share(round(Math.min(busy.middle(), 1e6))));
    return switch (kind) {
      case HEALTHY -> ahead + can;
      case NOT_ENOUGH_EVIDENCE ->
          ahead + can + " That is not sure yet: the readings vary too much.";
      case WARNING, BREACH ->
          ahead
              + can
              + overrun(overrunAt)
              + fullAfter
                  .map(time ->
                      " Its backlog would reach %s after %s."
                          .formatted(Numbers.value(consumer.most()), Numbers.time(time)))
                  .orElse("")
              + throttle(consumer, throttle);
    };
  }

  static String throttle(Consumer consumer, Range throttle) {
    return " Limit the new version to %s %s a second (%s to %s) to keep it below 80 %% busy."
        .formatted(
            Numbers.value(round(throttle.middle())),
            consumer.unit(),
            Numbers.value(round(throttle.low())),
            Numbers.value(round(throttle.high())));
  }

  private static String overrun(OptionalDouble share) {
    return share.isEmpty()
        ? ""
        : share.getAsDouble() == 0
            ? " It is overrun already."
            : " It is overrun from %s of the traffic on."
                .formatted(Numbers.share(round(share.getAsDouble())));
  }

  /** Three digits are all that is known. */
  private static double round(double number) {
    return number == 0 || !Double.isFinite(number)
        ? number
        : new java.math.BigDecimal(number).round(new java.math.MathContext(3)).doubleValue();
  }
}
