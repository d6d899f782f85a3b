package dev.evenkeel.server.risk;

import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.Scope;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.runbook.words.PrometheusSource;
import dev.evenkeel.server.health.Gauge;
import dev.evenkeel.server.health.Watchtower.Lookout;
import dev.evenkeel.server.risk.reckon.Readings.Asked;
import dev.evenkeel.server.risk.reckon.Readings.Reading;
import dev.evenkeel.server.secrets.Masking;
import dev.evenkeel.server.secrets.SecretStore;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.StoredText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks a Prometheus for a number of a capacity sheet, with secrets opened as runbooks do. */
@Component
class CapacityReader {
  private static final Duration WITHIN = Duration.ofSeconds(10);
  private static final String SECRETS = "secrets.";

  private final Gauge gauge;
  private final SecretStore secrets;
  private final Clock clock;

  CapacityReader(Gauge gauge, SecretStore secrets, Clock clock) {
    this.gauge = gauge;
    this.secrets = secrets;
    this.clock = clock;
  }

  Reading read(Asked asked, Actor by) {
    return switch (gauge.read(lookout(asked), WITHIN)) {
      case Gauge.Answer.Number(double value) when value < 0 ->
          new Reading(
              Optional.empty(),
              "it gives %s, and less than nothing cannot be".formatted(value),
              clock.instant(),
              by);
      case Gauge.Answer.Number(double value) ->
          new Reading(
              Optional.of(BigDecimal.valueOf(value).setScale(2, rounding(asked))),
              "",
              clock.instant(),
              by);
      case Gauge.Answer.Nothing(String why) ->
          new Reading(
              Optional.empty(), StoredText.of(why).replaceFirst("\\.$", ""), clock.instant(), by);
    };
  }

  /** Never to the better. */
  private static RoundingMode rounding(Asked asked) {
    return switch (asked.side()) {
      case THERE -> RoundingMode.DOWN;
      case USED -> RoundingMode.UP;
    };
  }

  private Lookout lookout(Asked asked) {
    List<String> opened = new ArrayList<>();
    Scope scope =
        name ->
            Optional.of(name)
                .filter(one -> one.startsWith(SECRETS))
                .flatMap(one -> secrets.open(one.substring(SECRETS.length())))
                .map(value -> {
                  opened.add(value);
                  return value;
                });
    try {
      var words =
          new PrometheusSource(
              Interpolation.text(asked.query().url(), scope),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.of(Interpolation.text(asked.query().worst(asked.side()), scope)));
      return new Lookout("capacity", Optional.empty(), words, Masking.of(opened)::mask);
    } catch (UnknownName | UnfitValue | Refused e) {
      return Lookout.unready(
          "capacity", Optional.empty(), Masking.of(opened).mask(String.valueOf(e.getMessage())));
    }
  }
}
