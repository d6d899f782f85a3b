package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Refused.Kind.FORBIDDEN;
import static dev.evenkeel.server.shared.Refused.Kind.NOT_NOW;
import static dev.evenkeel.server.shared.Refused.Kind.TOO_MANY;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Lets people in who know their password and, where they have a second factor, a code of it; slows
 * down those who guess either.
 */
@Service
public class SignInDesk {
  private static final Logger log = LoggerFactory.getLogger(SignInDesk.class);

  private final People people;
  private final Sessions sessions;
  private final HalfSessions halves;
  private final SecondFactors factors;
  private final ApplicationEventPublisher events;
  private final KnownDevices devices;
  private final Clock clock;

  /** Somebody who guesses one person's password from one place. */
  private final SignInBrake pairs = new SignInBrake(5);

  /** Guessing from many places, or many names: later, so that it is no way to lock others out. */
  private final SignInBrake names = new SignInBrake(50);

  private final SignInBrake addresses = new SignInBrake(50);

  SignInDesk(
      People people,
      Sessions sessions,
      HalfSessions halves,
      SecondFactors factors,
      KnownDevices devices,
      ApplicationEventPublisher events,
      Clock clock) {
    this.devices = devices;
    this.events = events;
    this.people = people;
    this.sessions = sessions;
    this.halves = halves;
    this.factors = factors;
    this.clock = clock;
  }

  /** How far somebody got, and what their browser keeps of it in a cookie. */
  public sealed interface LetIn {
    record Aboard(String session) implements LetIn {}

    /** The code of the second factor is awaited; until then the cookie opens nothing else. */
    record CodeAwaited(String half) implements LetIn {}
  }

  /**
   * Whose name and password these are. Whether that is enough is said by {@link #letIn}.
   *
   * @param address where the request comes from
   */
  public Person signIn(String name, String password, String address) {
    return signIn(name, password, address, "");
  }

  /**
   * Whose name and password these are. Whether that is enough is said by {@link #letIn}.
   *
   * @param address where the request comes from
   * @param device what the browser kept of an earlier sign-in; empty when it is new here
   */
  public Person signIn(String name, String password, String address, String device) {
    var attempt = attempt(name, address, device);
    countAsWrong(attempt);
    var person = compared(attempt, () -> people.with(attempt.name(), password));
    if (person.isEmpty()) {
      // A name that nobody has may be a password, typed in the wrong place.
      throw wrong(
          attempt,
          people.find(attempt.name()).map(known -> path(known.name())).orElse("/people"),
          "password",
          "Name or password is wrong.");
    }
    if (factors.isOn(person.get().name())) {
      // Wrong codes stay counted: whoever knows the password could forget them by it.
      takeBack(attempt);
    } else {
      succeeded(attempt);
      tellSignedIn(person.get(), address, "password");
    }
    return person.get();
  }

  /** For whoever has shown that they are this person, as far as without a second factor. */
  public LetIn letIn(Person person, Sessions.Place place) {
    return factors.isOn(person.name())
        ? new LetIn.CodeAwaited(halves.open(person, false))
        : new LetIn.Aboard(sessions.open(person, place));
  }

  /**
   * For whoever the provider says is this person. Who showed a second factor there is asked for
   * none here.
   */
  LetIn letInByProvider(Person person, boolean strong, Sessions.Place place) {
    return factors.isOn(person.name()) && !strong
        ? new LetIn.CodeAwaited(halves.open(person, true))
        : new LetIn.Aboard(provenByProvider(person, strong, place));
  }

  /**
   * @return the session
   */
  String provenByProvider(Person person, boolean strong, Sessions.Place place) {
    tellSignedIn(person, place.address(), "provider");
    return sessions.openByProvider(person, strong, place);
  }

  /**
   * Whose name and password these are, and with a second factor, whose code.
   *
   * @throws Refused also when the code of their second factor is wrong, or not there
   */
  Person proven(String name, String password, String code, String address) {
    var person = signIn(name, password, address);
    if (factors.isOn(person.name())) {
      withCode(person.name(), address, () -> factors.spend(person.name(), code));
    }
    return person;
  }

  /** Whether somebody has to say their password before they change how they sign in. */
  public boolean asksAgain(String session) {
    return !sessions.isFresh(session);
  }

  /**
   * Before somebody changes how they sign in: a browser that was left open is not enough.
   *
   * @param password not asked for when they have only just signed in
   */
  public void again(String name, String password, String session, String address) {
    if (!asksAgain(session)) {
      return;
    }
    if (!people.hasPassword(name)) {
      throw new Refused(
          NOT_NOW,
          "You signed in more than %d minutes ago, and have no password here. Sign out and in again, then do this."
              .formatted(Sessions.FRESH.toMinutes()));
    }
    var attempt = attempt(name, address, "");
    countAsWrong(attempt);
    if (compared(attempt, () -> people.with(attempt.name(), password)).isEmpty()) {
      throw wrong(attempt, path(attempt.name()), "password", "The password is wrong.");
    }
    takeBack(attempt);
  }

  public boolean codeAwaited(String half) {
    return halves.find(half).isPresent();
  }

  /**
   * The second step.
   *
   * @return the session
   */
  public String code(String half, String code, Sessions.Place place) {
    return code(half, code, place, "").session();
  }

  /** A session, and whose it is. */
  public record Inside(String session, Person person) {}

  /** The second step, in a browser that may be known. */
  public Inside code(String half, String code, Sessions.Place place, String device) {
    var name =
        halves
            .find(half)
            .orElseThrow(() ->
                new Refused(
                    NOT_NOW,
                    "The code came too late: %d minutes after the password. Sign in again."
                        .formatted(HalfSessions.VALID_FOR.toMinutes())));
    var spent = withCode(name, place.address(), device, () -> factors.spend(name, code));
    boolean byProvider = halves.byProvider(half);
    halves.close(half);
    var person = people.find(name).orElseThrow();
    tellSignedIn(
        person,
        place.address(),
        (byProvider ? "provider" : "password")
            + switch (spent) {
              case CODE -> " and code";
              case RECOVERY_CODE -> " and recovery code";
            });
    return new Inside(
        byProvider ? sessions.openByProvider(person, false, place) : sessions.open(person, place),
        person);
  }

  /**
   * What takes a code of somebody's second factor. Wrong codes slow down the next try as wrong
   * passwords do, and together with them.
   *
   * @param work empty when the code is wrong
   */
  public <T> T withCode(String name, String address, Supplier<Optional<T>> work) {
    return withCode(name, address, "", work);
  }

  private <T> T withCode(String name, String address, String device, Supplier<Optional<T>> work) {
    var attempt = attempt(name, address, device);
    countAsWrong(attempt);
    var done = compared(attempt, work);
    if (done.isEmpty()) {
      throw wrong(
          attempt,
          path(attempt.name()),
          "code",
          "The code is wrong, or was used already. Wait for the next one.");
    }
    succeeded(attempt);
    return done.get();
  }

  private Refused wrong(Attempt attempt, String subject, String what, String says) {
    events.publishEvent(
        Auditable.by(Actor.EVENKEEL, "sign-in refused", subject)
            .with("address", attempt.address())
            .with("wrong", what));
    log.warn(
        "Somebody at {} gave a wrong {} for '{}'",
        attempt.address(),
        what,
        printable(attempt.name()));
    return new Refused(FORBIDDEN, says);
  }

  private void tellSignedIn(Person person, String address, String by) {
    events.publishEvent(
        Auditable.by(Actor.person(person.name()), "signed in", path(person.name()))
            .with("address", address)
            .with("by", by));
  }

  private static String path(String name) {
    return "/people/" + name;
  }

  /**
   * @param device what tells a browser from others in which this person signed in before; empty for
   *     any other
   */
  private record Attempt(String name, String address, Optional<String> device) {
    String pair() {
      return device.map(known -> name + " in " + known).orElse(name + " " + address);
    }
  }

  private Attempt attempt(String name, String address, String device) {
    var person = name.strip().toLowerCase(Locale.ROOT);
    return new Attempt(person, address, devices.of(person, device));
  }

  /** What the browser keeps in which this person has just signed in. */
  public String known(Person person) {
    return devices.known(person.name());
  }

  private <T> Optional<T> compared(Attempt attempt, Supplier<Optional<T>> comparison) {
    try {
      return comparison.get();
    } catch (RuntimeException nothingWasCompared) {
      takeBack(attempt);
      throw nothingWasCompared;
    }
  }

  private void takeBack(Attempt attempt) {
    pairs.takeBack(attempt.pair());
    if (attempt.device().isEmpty()) {
      names.takeBack(attempt.name());
      addresses.takeBack(attempt.address());
    }
  }

  private void succeeded(Attempt attempt) {
    pairs.succeeded(attempt.pair());
    if (attempt.device().isEmpty()) {
      names.takeBack(attempt.name());
      addresses.takeBack(attempt.address());
    }
  }

  /**
   * Counted before anything is compared, and in one act with the look at the brakes: otherwise many
   * who ask at once would all find them open.
   */
  private synchronized void countAsWrong(Attempt attempt) {
    var now = clock.instant();
    requireNoWait(pairs, attempt.pair(), now);
    if (attempt.device().isEmpty()) {
      requireNoWait(names, attempt.name(), now);
      requireNoWait(addresses, attempt.address(), now);
      names.failed(attempt.name(), now);
      addresses.failed(attempt.address(), now);
    }
    pairs.failed(attempt.pair(), now);
  }

  private static void requireNoWait(SignInBrake brake, String who, Instant now) {
    var wait = brake.wait(who, now);
    if (wait.isPositive()) {
      long seconds = wait.toSeconds() + 1;
      throw new Refused(
              TOO_MANY,
              "Too many wrong passwords or codes. Try again in %d seconds.".formatted(seconds))
          .with(Refused.RETRY_AFTER, seconds);
    }
  }

  private static String printable(String name) {
    var clean = name.replaceAll("\\P{Print}", "?");
    return clean.length() > 63 ? clean.substring(0, 63) + "…" : clean;
  }
}
