package dev.evenkeel.server.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.identity.SignInDesk.LetIn;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Auditable;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Codes, recovery codes and half-sessions on a real database, with a clock that waits. */
class SecondFactorTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
  private static final String PASSWORD = "four words in a row";
  private static final Sessions.Place HERE = new Sessions.Place("10.0.0.1", "a browser");
  private static final Duration STEP = Duration.ofSeconds(30);

  private final SettableClock clock = new SettableClock();
  private final List<String> told = Collections.synchronizedList(new ArrayList<>());
  private Sessions sessions;
  private People people;
  private SecondFactors factors;
  private SignInDesk desk;

  @BeforeEach
  void start() {
    database
        .jdbc()
        .sql(
            """
            truncate identity_person, identity_grant, identity_session, identity_token, identity_link,
              identity_half_session, identity_second_factor, identity_recovery_code, identity_provider_link
            """)
        .update();
    var jdbc = database.jdbc();
    sessions = new Sessions(jdbc, clock);
    people = new People(jdbc, new Passwords(), sessions, new Grants(jdbc), _ -> {}, clock);
    factors =
        new SecondFactors(
            jdbc,
            new RecoveryCodes(jdbc),
            new OpenSealing(),
            event -> told.add(((Auditable) event).what()),
            clock);
    desk =
        new SignInDesk(
            people,
            sessions,
            new HalfSessions(jdbc, clock),
            factors,
            new KnownDevices(new OpenSealing(), clock),
            event -> told.add(((Auditable) event).what()),
            clock);
    people.add("ann", "", List.of(Role.ADMIN), PASSWORD);
  }

  @Test
  void a_key_counts_only_when_a_code_has_confirmed_it() {
    factors.begin("ann");
    var program = new Authenticator(factors.awaited("ann").orElseThrow());
    assertThat(letIn()).isInstanceOf(LetIn.Aboard.class);
    assertThat(factors.confirm("ann", "000000")).isEmpty();
    assertThat(factors.isOn("ann")).isFalse();

    assertThat(factors.confirm("ann", program.code(clock.instant())).orElseThrow())
        .hasSize(10)
        .doesNotHaveDuplicates();
    assertThat(letIn()).isInstanceOf(LetIn.CodeAwaited.class);
    assertThat(factors.awaited("ann")).as("the key is shown no more").isEmpty();
    assertThatThrownBy(() -> factors.begin("ann")).hasMessageContaining("on already");
    assertThat(told).contains("second factor switched on");
  }

  @Test
  void a_code_lets_in_once() {
    var program = enrolled();
    var code = program.code(clock.instant());
    assertThatThrownBy(() -> desk.code(half(), code, HERE))
        .as("it confirmed the key already")
        .hasMessageContaining("used already");
    clock.pass(STEP);
    var next = program.code(clock.instant());
    assertThat(sessions.find(desk.code(half(), next, HERE))).isPresent();
    assertThatThrownBy(() -> desk.code(half(), next, HERE)).hasMessageContaining("used already");
    assertThatThrownBy(() -> desk.code(half(), code, HERE))
        .as("nor one of a step before")
        .isInstanceOf(Refused.class);
  }

  @Test
  void of_many_who_bring_one_code_at_once_one_gets_in() throws Exception {
    var program = enrolled();
    clock.pass(STEP);
    var code = program.code(clock.instant());
    try (var many = Executors.newFixedThreadPool(8)) {
      var tries =
          Collections.<Callable<Boolean>>nCopies(8, () -> factors.spend("ann", code).isPresent());
      assertThat(many.invokeAll(tries))
          .extracting(Future::get)
          .areExactly(1, new Condition<>(in -> in, "let in"));
    }
  }

  @Test
  void a_recovery_code_lets_in_once_however_it_is_typed() {
    factors.begin("ann");
    var program = new Authenticator(factors.awaited("ann").orElseThrow());
    var codes = factors.confirm("ann", program.code(clock.instant())).orElseThrow();
    var typed = " " + codes.getFirst().toUpperCase(Locale.ROOT).replace('-', ' ');
    assertThat(sessions.find(desk.code(half(), typed, HERE))).isPresent();
    assertThatThrownBy(() -> desk.code(half(), codes.getFirst(), HERE))
        .hasMessageContaining("used already");
    assertThat(factors.of("ann").codesLeft()).isEqualTo(9);
    assertThat(told).contains("recovery code used", "signed in");

    var others = factors.newCodes("ann", codes.get(1)).orElseThrow();
    assertThat(factors.of("ann").codesLeft()).isEqualTo(10);
    assertThat(factors.spend("ann", codes.get(2))).as("replaced").isEmpty();
    assertThat(factors.spend("ann", others.getFirst())).contains(SecondFactors.Spent.RECOVERY_CODE);
  }

  @Test
  void a_half_session_opens_nothing_and_ends_after_five_minutes_and_with_its_code() {
    var program = enrolled();
    var half = half();
    assertThat(sessions.find(half)).isEmpty();
    clock.pass(Duration.ofMinutes(5).plusSeconds(1));
    assertThatThrownBy(() -> desk.code(half, program.code(clock.instant()), HERE))
        .hasMessageContaining("Sign in again");

    var next = half();
    desk.code(next, program.code(clock.instant()), HERE);
    assertThat(desk.codeAwaited(next)).isFalse();
  }

  @Test
  void a_half_session_ends_with_the_password_it_stands_for() {
    enrolled();
    var half = half();
    people.changePassword("ann", PASSWORD + "!");
    assertThat(desk.codeAwaited(half)).isFalse();
  }

  @Test
  void wrong_codes_are_braked_together_with_wrong_passwords() {
    var program = enrolled();
    assertThatThrownBy(() -> desk.signIn("ann", "wrong", "10.0.0.1")).isInstanceOf(Refused.class);
    for (int i = 0; i < 4; i++) {
      // the right password in between forgets nothing
      assertThatThrownBy(() -> desk.code(half(), "000000", HERE)).hasMessageContaining("is wrong");
    }
    clock.pass(Duration.ofSeconds(1));
    assertThatThrownBy(() -> desk.signIn("ann", PASSWORD, "10.0.0.1"))
        .hasMessageContaining("Try again in");
    clock.pass(STEP);
    assertThat(sessions.find(desk.code(half(), program.code(clock.instant()), HERE))).isPresent();
    assertThatThrownBy(() -> desk.code(half(), "000000", HERE))
        .as("getting in forgot them")
        .hasMessageContaining("is wrong");
  }

  @Test
  void switching_off_takes_a_code() {
    var program = enrolled();
    clock.pass(STEP);
    assertThat(factors.switchOff("ann", "123456", Optional.empty())).isEmpty();
    assertThat(factors.isOn("ann")).isTrue();
    assertThat(factors.switchOff("ann", program.code(clock.instant()), Optional.empty()))
        .isPresent();
    assertThat(letIn()).isInstanceOf(LetIn.Aboard.class);
    assertThat(told).contains("second factor switched off");
  }

  @Test
  void administrators_without_one_must_set_it_up_when_that_is_required() {
    people.add("vera", "", List.of(Role.VIEWER), PASSWORD);
    var ann = sessions.open(people.find("ann").orElseThrow(), HERE);
    var vera = sessions.open(people.find("vera").orElseThrow(), HERE);
    var rule = factors.rule();
    factors.require(true, rule.version(), Actor.person("ann"));
    try {
      assertThat(sessions.find(ann).map(SignedIn::mustEnrol)).contains(true);
      assertThat(sessions.find(vera).map(SignedIn::mustEnrol)).contains(false);
      assertThatThrownBy(() -> factors.require(false, rule.version(), Actor.person("bob")))
          .hasMessageContaining("changed by somebody else");
      enrolled();
      assertThat(sessions.find(ann).map(SignedIn::mustEnrol)).contains(false);
    } finally {
      factors.require(false, factors.rule().version(), Actor.person("ann"));
    }
  }

  private Authenticator enrolled() {
    factors.begin("ann");
    var program = new Authenticator(factors.awaited("ann").orElseThrow());
    assertThat(factors.confirm("ann", program.code(clock.instant()))).isPresent();
    return program;
  }

  private LetIn letIn() {
    return desk.letIn(desk.signIn("ann", PASSWORD, "10.0.0.1"), HERE);
  }

  private String half() {
    return Optional.of(letIn())
        .map(LetIn.CodeAwaited.class::cast)
        .map(LetIn.CodeAwaited::half)
        .orElseThrow();
  }
}
