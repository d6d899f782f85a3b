package dev.evenkeel.server.identity;

import static dev.evenkeel.server.shared.Role.ADMIN;
import static dev.evenkeel.server.shared.Role.OPERATOR;
import static dev.evenkeel.server.shared.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Rights;
import dev.evenkeel.server.shared.Rights.Grant;
import dev.evenkeel.server.shared.Role;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.support.TransactionTemplate;

/** People, sessions, tokens and one-time links on a real database. */
class IdentityTest {
  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();
  private static final String PASSWORD = "four words in a row";
  private static final Sessions.Place HERE = new Sessions.Place("10.0.0.1", "a browser");

  private final SettableClock clock = new SettableClock();
  private Sessions sessions;
  private People people;
  private Tokens tokens;
  private Invitations invitations;
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
    sessions = new Sessions(database.jdbc(), clock);
    people =
        new People(
            database.jdbc(),
            new Passwords(),
            sessions,
            new Grants(database.jdbc()),
            _ -> {},
            clock);
    tokens = new Tokens(database.jdbc(), new TokenIssues(database.jdbc()), clock, _ -> {});
    invitations = new Invitations(database.jdbc(), people, clock, _ -> {});
    factors =
        new SecondFactors(
            database.jdbc(), new RecoveryCodes(database.jdbc()), new OpenSealing(), _ -> {}, clock);
    desk =
        new SignInDesk(
            people,
            sessions,
            new HalfSessions(database.jdbc(), clock),
            factors,
            new KnownDevices(new OpenSealing(), clock),
            _ -> {},
            clock);
  }

  @Test
  void the_first_link_makes_an_administrator_once() {
    var code = invitations.forFirstAdmin().orElseThrow();
    var other = invitations.forFirstAdmin().orElseThrow();
    var ann = accept(code, "ann");
    assertThat(ann.roles()).containsExactly(ADMIN);
    assertThat(invitations.forFirstAdmin()).isEmpty();
    assertThatThrownBy(() -> accept(code, "bob")).hasMessageContaining("used already");
    assertThatThrownBy(() -> accept(other, "bob"))
        .as("a second link printed before is void too")
        .hasMessageContaining("used already");
  }

  @Test
  void an_invitation_gives_its_role_and_grows_old() {
    assertThat(accept(invitations.invite(OPERATOR), "olaf").roles()).containsExactly(OPERATOR);
    var old = invitations.invite(OPERATOR);
    clock.pass(Invitations.VALID_FOR.plusSeconds(1));
    assertThatThrownBy(() -> accept(old, "pia")).hasMessageContaining("too old");
  }

  @Test
  void a_link_for_a_new_password_signs_out_who_knew_the_old_one() {
    var ann = add("ann", ADMIN);
    var session = sessions.open(ann, HERE);
    accept(invitations.newPassword("ann"), "ignored");
    assertThat(sessions.find(session)).isEmpty();
    assertThat(people.find("ignored")).isEmpty();
    assertThat(desk.signIn("ann", PASSWORD + "!", "here").name()).isEqualTo("ann");
  }

  @Test
  void a_password_that_was_kept_with_less_is_kept_as_today_once_it_was_typed() {
    add("ann", ADMIN);
    var less = new Argon2PasswordEncoder(16, 32, 1, 16_384, 2).encode(PASSWORD);
    database.jdbc().sql("update identity_person set password = ?").param(less).update();
    assertThat(people.with("ann", PASSWORD + "!")).isEmpty();
    assertThat(kept()).isEqualTo(less);
    assertThat(people.with("ann", PASSWORD)).isPresent();
    assertThat(kept()).contains("$m=19456,t=2,p=1$");
    assertThat(people.with("ann", PASSWORD)).as("it is the same password").isPresent();
  }

  private static String kept() {
    return database.jdbc().sql("select password from identity_person").query(String.class).single();
  }

  @Test
  void people_sign_in_with_their_password_only() {
    add("ann", ADMIN);
    assertThat(desk.signIn(" Ann ", PASSWORD, "here").name()).isEqualTo("ann");
    assertThatThrownBy(() -> desk.signIn("ann", "wrong", "here")).hasMessageContaining("is wrong");
    assertThatThrownBy(() -> desk.signIn("nobody", PASSWORD, "here"))
        .hasMessageContaining("is wrong");
  }

  @Test
  void guessing_is_slowed_down_for_the_guesser_alone() {
    add("ann", ADMIN);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> desk.signIn("ann", "wrong", "there")).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> desk.signIn("ann", PASSWORD, "there"))
        .hasMessageContaining("Try again in");
    assertThat(desk.signIn("ann", PASSWORD, "here").name()).isEqualTo("ann");
    clock.pass(Duration.ofSeconds(3));
    assertThat(desk.signIn("ann", PASSWORD, "there").name()).isEqualTo("ann");
  }

  @Test
  void of_many_guesses_at_once_only_those_that_are_free_are_compared() throws Exception {
    add("ann", ADMIN);
    var guesses =
        Collections.<Callable<String>>nCopies(
            60,
            () -> {
              try {
                return desk.signIn("ann", "wrong", "there").name();
              } catch (Refused refused) {
                return refused.getMessage();
              }
            });
    try (var many = Executors.newFixedThreadPool(guesses.size())) {
      assertThat(many.invokeAll(guesses))
          .extracting(Future::get)
          .areExactly(5, new Condition<>(said -> said.contains("is wrong"), "compared"))
          .areExactly(55, new Condition<>(said -> said.contains("Try again in"), "braked"));
    }
  }

  @Test
  void nobody_is_locked_out_of_a_browser_they_know_by_those_who_guess_elsewhere() {
    var ann = add("ann", ADMIN);
    var device = desk.known(ann);
    for (int i = 0; i < 200; i++) {
      var address = "somewhere-" + i;
      assertThatThrownBy(() -> desk.signIn("ann", "wrong", address)).isInstanceOf(Refused.class);
      assertThatThrownBy(() -> desk.signIn("ann", "wrong", "office")).isInstanceOf(Refused.class);
    }
    assertThatThrownBy(() -> desk.signIn("ann", PASSWORD, "office"))
        .hasMessageContaining("Too many wrong");
    assertThat(desk.signIn("ann", PASSWORD, "office", device).name()).isEqualTo("ann");
  }

  @Test
  void guessing_in_a_known_browser_is_slowed_down_too_and_it_is_known_for_one_person_only() {
    var ann = add("ann", ADMIN);
    var bob = add("bob", VIEWER);
    var device = desk.known(ann);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> desk.signIn("ann", "wrong", "here", device))
          .hasMessageContaining("is wrong");
    }
    assertThatThrownBy(() -> desk.signIn("ann", PASSWORD, "here", device))
        .hasMessageContaining("Too many wrong");
    assertThat(desk.signIn("ann", PASSWORD, "here", desk.known(ann)).name()).isEqualTo("ann");
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> desk.signIn("bob", "wrong", "here", device))
          .hasMessageContaining("is wrong");
    }
    assertThatThrownBy(() -> desk.signIn("bob", PASSWORD, "here", device))
        .hasMessageContaining("Too many wrong");
    clock.pass(KnownDevices.VALID_FOR.plusSeconds(1));
    assertThat(new KnownDevices(new OpenSealing(), clock).of("ann", device)).isEmpty();
    assertThat(new KnownDevices(new OpenSealing(), clock).of("bob", "bm9uc2Vuc2U")).isEmpty();
    assertThat(desk.signIn(bob.name(), PASSWORD, "here").name()).isEqualTo("bob");
  }

  @Test
  void signing_in_with_the_right_password_is_never_counted() {
    add("ann", ADMIN);
    for (int i = 0; i < 60; i++) {
      assertThat(desk.signIn("ann", PASSWORD, "here").name()).isEqualTo("ann");
    }
  }

  @Test
  void passwords_are_kept_as_argon2id() {
    add("ann", ADMIN);
    assertThat(database.jdbc().sql("select password from identity_person").query().singleValue())
        .asString()
        .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
  }

  @Test
  void weak_passwords_are_refused_with_the_rule() {
    assertThatThrownBy(() -> people.add("ann", "", List.of(ADMIN), "elevenchars"))
        .hasMessageContaining("11 characters; 12 to 200");
    assertThatThrownBy(() -> people.add("katharina-x", "", List.of(ADMIN), "katharina-x12"))
        .hasMessageContaining("little more than the name");
    assertThatThrownBy(() -> people.add("ann", "", List.of(ADMIN), "aaaaaaaaaaaaaaab"))
        .hasMessageContaining("fewer than five characters");
  }

  @Test
  void sessions_end_when_idle_and_after_a_week() {
    var ann = add("ann", ADMIN);
    var session = sessions.open(ann, HERE);
    for (int i = 0; i < 14; i++) {
      clock.pass(Duration.ofHours(11));
      assertThat(sessions.find(session)).as("in use").isPresent();
    }
    clock.pass(Sessions.IDLE.plusSeconds(1));
    assertThat(sessions.find(session)).as("idle").isEmpty();

    var busy = sessions.open(ann, HERE);
    for (int hours = 0; hours < Sessions.LONGEST.toHours(); hours += 10) {
      clock.pass(Duration.ofHours(10));
      sessions.find(busy);
    }
    assertThat(sessions.find(busy)).as("a week old").isEmpty();
  }

  @Test
  void a_session_that_a_provider_opened_ends_after_half_a_day_also_in_use() {
    var session = sessions.openByProvider(add("ann", ADMIN), false, HERE);
    clock.pass(Duration.ofHours(6));
    assertThat(sessions.find(session)).isPresent();
    clock.pass(Duration.ofHours(6).plusSeconds(1));
    assertThat(sessions.find(session)).isEmpty();
  }

  @Test
  void a_session_has_the_role_of_now() {
    add("bob", ADMIN);
    var session = sessions.open(add("ann", ADMIN), HERE);
    inTransaction(() -> grant("ann", VIEWER));
    assertThat(sessions.find(session).orElseThrow().rights()).isEqualTo(Rights.of(VIEWER));
    inTransaction(() -> people.remove("ann"));
    assertThat(sessions.find(session)).isEmpty();
  }

  @Test
  void somebody_who_may_do_everything_is_always_left() {
    add("ann", ADMIN);
    add("bob", VIEWER);
    assertThatThrownBy(() -> inTransaction(() -> grant("ann", VIEWER)))
        .hasMessageContaining("Nobody would be left with the role admin");
    assertThatThrownBy(() -> inTransaction(() -> people.remove("ann")))
        .hasMessageContaining("Nobody would be left with the role admin");
    assertThat(people.find("ann").orElseThrow().roles()).containsExactly(ADMIN);
  }

  @Test
  void a_token_opens_until_it_expires_or_is_taken_back() {
    var ci =
        tokens.issue("ci", List.of(OPERATOR), Optional.of(Duration.ofDays(1)), Actor.person("ann"));
    assertThat(ci.text()).startsWith("ek_").hasSizeGreaterThan(40);
    assertThat(tokens.find(ci.text()).orElseThrow().actor()).isEqualTo(Actor.token("ci"));
    assertThat(tokens.find(ci.text() + "x")).isEmpty();
    clock.pass(Duration.ofDays(1));
    assertThat(tokens.find(ci.text())).as("expired").isEmpty();

    var forever = tokens.issue("backup", List.of(VIEWER), Optional.empty(), Actor.person("ann"));
    clock.pass(Duration.ofDays(1000));
    assertThat(tokens.find(forever.text())).isPresent();
    tokens.revoke(forever.token().id());
    assertThat(tokens.find(forever.text())).as("taken back").isEmpty();
  }

  @Test
  void neither_tokens_nor_sessions_nor_links_can_be_read_from_the_database() {
    var session = sessions.open(add("ann", ADMIN), HERE);
    var token = tokens.issue("ci", List.of(VIEWER), Optional.empty(), Actor.EVENKEEL).text();
    var link = invitations.invite(VIEWER);
    for (var table : new String[] {"identity_session", "identity_token", "identity_link"}) {
      var rows =
          database.jdbc().sql("select t::text from %s t".formatted(table)).query().listOfRows();
      assertThat(rows.toString())
          .isNotEqualTo("[]")
          .doesNotContain(session)
          .doesNotContain(token)
          .doesNotContain(link);
    }
  }

  private void grant(String name, Role role) {
    people.grant(name, List.of(Grant.everywhere(role)), Optional.empty(), Actor.EVENKEEL);
  }

  private Person add(String name, Role role) {
    return people.add(name, "", List.of(role), PASSWORD);
  }

  private Person accept(String code, String name) {
    return transactions().execute(status -> invitations.accept(code, name, "", PASSWORD + "!"));
  }

  private static void inTransaction(Runnable work) {
    transactions().executeWithoutResult(status -> work.run());
  }

  private static TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(database.dataSource()));
  }
}
