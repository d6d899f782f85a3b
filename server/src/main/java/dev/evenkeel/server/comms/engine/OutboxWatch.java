package dev.evenkeel.server.comms.engine;

import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.comms.Standing;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Trouble;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sees that messages fail, and says so to communicators on every page, and to Prometheus. */
@Component
class OutboxWatch implements Trouble, MeterBinder {
  private final Outbox outbox;
  private final Clock clock;
  private volatile Standing last = new Standing(0, 0, Optional.empty());

  OutboxWatch(Outbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  @Scheduled(fixedDelayString = "PT5S")
  void look() {
    try {
      last = outbox.standing();
    } catch (DataAccessException | TransactionException away) {
      // told elsewhere
    }
  }

  @Override
  public Optional<String> trouble() {
    long failed = last.failed();
    return failed == 0
        ? Optional.empty()
        : Optional.of(
            "%s not delivered. Look under Messages: send %s again, or withdraw %s."
                .formatted(
                    failed == 1 ? "A message was" : "%,d messages were".formatted(failed),
                    failed == 1 ? "it" : "them",
                    failed == 1 ? "it" : "them"));
  }

  @Override
  public Set<Right> concerns() {
    return Set.of(Right.COMMUNICATE);
  }

  @Override
  public Optional<String> path() {
    return Optional.of("/messages");
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    Gauge.builder("evenkeel.messages.waiting", () -> last.waiting())
        .description("messages that are not delivered yet")
        .register(registry);
    Gauge.builder("evenkeel.messages.failed", () -> last.failed())
        .description("messages that stand as failed until a person decides")
        .register(registry);
    Gauge.builder("evenkeel.messages.oldest.age", this::age)
        .baseUnit("seconds")
        .description("how long the message that waits longest does")
        .register(registry);
  }

  private double age() {
    return last.oldest()
        .map(since -> Math.max(0, Duration.between(since, clock.instant()).toMillis() / 1000.0))
        .orElse(0.0);
  }
}
