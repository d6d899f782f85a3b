package dev.evenkeel.server.comms.outside;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import dev.evenkeel.server.comms.Practice;
import dev.evenkeel.server.comms.outside.Signing.Deed;
import dev.evenkeel.server.comms.outside.Signing.RunNow;
import dev.evenkeel.server.execution.RunHealth;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells places of runs in production.
 *
 * <ol>
 *   <li>For each run under way each place gets a sign: a row that says what is wanted.
 *   <li>What is to be done about a sign that is due is decided by {@link Signing}.
 *   <li>The attempt is written down, then made, then what came of it is written down. After a crash
 *       in between what the place has is looked up first, so that nothing is made twice.
 *   <li>What failed is tried again with longer pauses, and is said on the page of the run.
 * </ol>
 */
@Component
public class SignClock {
  private static final Logger LOG = LoggerFactory.getLogger(SignClock.class);
  private static final Duration LOOK = Duration.ofSeconds(5);

  private final PlaceStore places;
  private final SignStore signs;
  private final Tellers tellers;
  private final Runs runs;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;
  private final Clock clock;

  SignClock(
      PlaceStore places,
      SignStore signs,
      Tellers tellers,
      Runs runs,
      ApplicationEventPublisher events,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.places = places;
    this.signs = signs;
    this.tellers = tellers;
    this.runs = runs;
    this.events = events;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Configuration(proxyBeanMethods = false)
  static class Ticking {
    /** The name is stored, so it never changes. */
    @Bean
    Task<Void> signsTask(SignClock signs) {
      return Tasks.recurring("signs", Schedules.fixedDelay(LOOK))
          .execute((instance, context) -> signs.tick());
    }
  }

  /** What is asked of runs. */
  @Component
  static class Runs {
    private final RunReports reports;
    private final RunHealth health;
    private final Practice practice;

    Runs(RunReports reports, RunHealth health, Practice practice) {
      this.reports = reports;
      this.health = health;
      this.practice = practice;
    }

    /** In practice nobody's alarm is silenced. */
    List<RunReport> underWay(Instant now) {
      return reports.underWayOrEndedSince(now).stream()
          .filter(RunReport::isUnderWay)
          .filter(
              run -> run.upgrade().map(one -> !practice.isAbout("/upgrades/" + one)).orElse(true))
          .toList();
    }

    RunNow of(Sign sign, Set<String> underWay) {
      if (underWay.contains(sign.run())) {
        return new RunNow.UnderWay();
      }
      RunHealth.Proof proof = health.of(new RunId(sign.run()));
      // It may have been taken back since the others were looked up.
      return proof
          .endedAt()
          .<RunNow>map(at -> new RunNow.Over(at, proof.proven(), proof.says()))
          .orElseGet(RunNow.UnderWay::new);
    }
  }

  public void tick() {
    List<Place> all = places.all();
    if (all.isEmpty() && !signs.isAnyOpen()) {
      return;
    }
    Instant now = clock.instant();
    List<RunReport> underWay = runs.underWay(now);
    for (RunReport run : underWay) {
      all.forEach(place -> transaction.executeWithoutResult(_ -> want(place, run, now)));
    }
    Set<String> names = underWay.stream().map(run -> run.id().value()).collect(Collectors.toSet());
    for (Sign sign : signs.due(now)) {
      try {
        follow(sign, names, now);
      } catch (RuntimeException bug) {
        // One that cannot be told must not hold up the others; it is tried again.
        LOG.atError().setCause(bug).log("sign {} of run {} failed", sign.id(), sign.run());
      }
    }
  }

  private void want(Place place, RunReport run, Instant now) {
    if (signs.want(place, run, now)) {
      tell(place.terms().kind().sign() + " wanted", run.id().value(), place.terms().name(), "");
    }
  }

  private void follow(Sign sign, Set<String> underWay, Instant now) {
    Optional<Place> place = sign.place().flatMap(places::find);
    if (place.isEmpty()) {
      return;
    }
    PlaceTerms terms = place.get().terms();
    RunNow runNow = runs.of(sign, underWay);
    Deed deed = Signing.deed(sign, runNow, terms.minutes(), now);
    switch (deed) {
      case NOTHING -> signs.rest(sign, now.plus(LOOK));
      case FORGET ->
          lay(
              sign,
              new Told(
                  Sign.State.CLOSED,
                  Optional.empty(),
                  Optional.empty(),
                  "The run was over before it was made."),
              now);
      case GIVE_UP ->
          lay(
              sign,
              new Told(
                  Sign.State.FAILED,
                  sign.remote(),
                  sign.until(),
                  "Given up a day after the run was over. %s".formatted(sign.says())),
              now);
      case OPEN, PROLONG, CLOSE, LEAVE -> attempt(sign, terms, deed, runNow, now);
    }
  }

  private void lay(Sign sign, Told told, Instant now) {
    transaction.executeWithoutResult(_ -> {
      if (signs.begin(sign, now, now) && signs.end(sign, told, now, now)) {
        told(sign, told);
      }
    });
  }

  private void attempt(Sign sign, PlaceTerms terms, Deed deed, RunNow run, Instant now) {
    Instant again = now.plus(Signing.pause(sign.tries() + 1));
    boolean mine = Boolean.TRUE.equals(transaction.execute(_ -> signs.begin(sign, now, again)));
    if (!mine) {
      return;
    }
    try {
      Told told = done(sign, terms, deed, run, now);
      transaction.executeWithoutResult(_ -> {
        if (signs.end(sign, told, clock.instant().plus(LOOK), clock.instant())) {
          told(sign, told);
        }
      });
    } catch (NotTold none) {
      transaction.executeWithoutResult(_ -> signs.failed(sign, none.says()));
    }
  }

  private Told done(Sign sign, PlaceTerms terms, Deed deed, RunNow run, Instant now)
      throws NotTold {
    Teller teller = tellers.of(terms.kind());
    PlaceCall call = tellers.call(terms);
    return switch (run) {
      case RunNow.UnderWay _ ->
          deed == Deed.PROLONG
              ? teller.prolong(call, terms, sign, now)
              : teller.open(call, terms, sign, now);
      case RunNow.Over(var at, var well, var says) ->
          well
              ? teller.close(call, terms, sign, at, says)
              : teller.leave(call, terms, sign, at, says);
    };
  }

  /** Prolonging is no news. */
  private void told(Sign sign, Told told) {
    if (told.state() != sign.state()) {
      tell(
          "%s %s".formatted(sign.kind().sign(), told.state().word()),
          sign.run(),
          sign.placeName(),
          told.says());
    }
  }

  private void tell(String what, String run, String place, String says) {
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, what, "/runs/" + run).with("place", place).with("says", says));
  }
}
