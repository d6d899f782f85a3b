package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.FORBIDDEN;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Lets people in who know their password, and slows down those who guess. */
@Service
public class SignInDesk {
  private static final Logger log = LoggerFactory.getLogger(SignInDesk.class);

  private final People people;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Somebody who guesses one person's password from one place. */
  private final SignInBrake pairs = new SignInBrake(5);

  /** Guessing from many places, or many names: later, so that it is no way to lock others out. */
  private final SignInBrake names = new SignInBrake(50);

  private final SignInBrake addresses = new SignInBrake(50);

  SignInDesk(People people, ApplicationEventPublisher events, Clock clock) {
    this.events = events;
    this.people = people;
    this.clock = clock;
  }

  /**
   * @param address where the request comes from
   */
  public Person signIn(String name, String password, String address) {
    var asked = name.strip().toLowerCase(Locale.ROOT);
    var pair = asked + " " + address;
    countAsWrong(asked, address, pair);
    var person = compared(asked, password, address, pair);
    if (person.isEmpty()) {
      // A name that nobody has may be a password, typed in the wrong place.
      events.publishEvent(
          Auditable.by(
                  Actor.EVENKEEL,
                  "sign-in refused",
                  people.find(asked).map(known -> "/people/" + known.name()).orElse("/people"))
              .with("address", address));
      log.warn("Somebody at {} could not sign in as '{}'", address, printable(asked));
      throw new Refused(FORBIDDEN, "Name or password is wrong.");
    }
    pairs.succeeded(pair);
    names.takeBack(asked);
    addresses.takeBack(address);
    events.publishEvent(
        Auditable.by(
                Actor.person(person.get().name()), "signed in", "/people/" + person.get().name())
            .with("address", address));
    return person.get();
  }

  private Optional<Person> compared(String asked, String password, String address, String pair) {
    try {
      return people.with(asked, password);
    } catch (RuntimeException nothingWasCompared) {
      pairs.takeBack(pair);
      names.takeBack(asked);
      addresses.takeBack(address);
      throw nothingWasCompared;
    }
  }

  /**
   * Counted before anything is compared, and in one act with the look at the brakes: otherwise many
   * who ask at once would all find them open.
   */
  private synchronized void countAsWrong(String asked, String address, String pair) {
    var now = clock.instant();
    requireNoWait(pairs, pair, now);
    requireNoWait(names, asked, now);
    requireNoWait(addresses, address, now);
    pairs.failed(pair, now);
    names.failed(asked, now);
    addresses.failed(address, now);
  }

  private static void requireNoWait(SignInBrake brake, String who, Instant now) {
    var wait = brake.wait(who, now);
    if (wait.isPositive()) {
      throw new Refused(
          NOT_NOW,
          "Too many wrong passwords. Try again in %d seconds.".formatted(wait.toSeconds() + 1));
    }
  }

  private static String printable(String name) {
    var clean = name.replaceAll("\\P{Print}", "?");
    return clean.length() > 63 ? clean.substring(0, 63) + "…" : clean;
  }
}
