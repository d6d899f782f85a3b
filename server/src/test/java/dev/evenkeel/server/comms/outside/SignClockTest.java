package dev.evenkeel.server.comms.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Practice;
import dev.evenkeel.server.execution.RunHealth;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunReport;
import dev.evenkeel.server.execution.RunReports;
import dev.evenkeel.server.plan.Upgrade;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.secrets.Vault;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;

/** Silences in a real Alertmanager and annotations, from the beginning of a run to its end. */
@ServerTest
@Tag("C50")
class SignClockTest {
  private static final Actor ANN = Actor.person("ann");

  @Autowired ListableBeanFactory beans;
  @Autowired PlaceBook book;
  @Autowired PlaceStore places;
  @Autowired SignStore signs;
  @Autowired Tellers tellers;
  @Autowired Practice practice;
  @Autowired Vault vault;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;

  private final String own = "p" + UUID.randomUUID().toString().substring(0, 8);
  private final List<RunReport> runs = new ArrayList<>();
  private RunHealth.Proof proof = new RunHealth.Proof(false, "", Optional.empty());
  private Instant now = Instant.now();

  @AfterEach
  void removeRowsNobodyCanOpen() {
    jdbc.sql("delete from comms_sign where place_name = :own").param("own", own).update();
    jdbc.sql("delete from comms_place where name = :own").param("own", own).update();
  }

  private SignClock signClock() {
    var clock =
        new Clock() {
          @Override
          public ZoneId getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }

          @Override
          public Instant instant() {
            return now;
          }
        };
    var reports =
        new RunReports() {
          @Override
          public List<RunReport> underWayOrEndedSince(Instant moment) {
            return runs;
          }

          @Override
          public Optional<Instant> lastInVain(UpgradeId upgrade) {
            return Optional.empty();
          }

          @Override
          public boolean carriesOut(RunReport run, Upgrade upgrade) {
            return false;
          }
        };
    return new SignClock(
        places,
        signs,
        tellers,
        new SignClock.Runs(reports, id -> proof, practice),
        events,
        transactions,
        clock);
  }

  private RunReport run(RunId id, String status) {
    return new RunReport(
        id,
        "Shop to 11",
        status,
        "",
        Optional.of(now.minusSeconds(5)),
        Optional.empty(),
        now,
        1,
        1,
        4,
        true,
        Optional.empty(),
        Set.of("shop.eu", "crm"),
        Optional.empty(),
        Map.of());
  }

  private RunId begins() {
    var id = new RunId("r" + UUID.randomUUID().toString().substring(0, 7));
    runs.clear();
    runs.add(run(id, "RUNNING"));
    return id;
  }

  private void ends(RunId id, boolean well, String says) {
    runs.clear();
    runs.add(run(id, "SUCCEEDED"));
    proof = new RunHealth.Proof(well, says, Optional.of(now));
  }

  private void alertmanager(String address) {
    book.add(
        new PlaceTerms(
            own, PlaceKind.ALERTMANAGER, address, Optional.empty(), Optional.empty(), "", 30),
        ANN);
  }

  private Sign sign(RunId run) {
    return signs.of(run.value()).getLast();
  }

  private void later(Duration time) {
    now = now.plus(time);
  }

  private static Instant endsAt(JsonNode silence) {
    return OffsetDateTime.parse(silence.path("endsAt").asString()).toInstant();
  }

  @Test
  void a_silence_begins_with_the_run_is_prolonged_and_ends_when_all_is_proven_well()
      throws Exception {
    try (var am = Alertmanager.installedOrSkip(folder).start()) {
      alertmanager(am.address());
      assertThat(book.greet(own, ANN).says()).startsWith("Alertmanager ").endsWith("answers.");
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      clock.tick();
      assertThat(am.silences()).hasSize(1);
      JsonNode silence = am.silences().getFirst();
      assertThat(silence.path("matchers").toString())
          .contains("\"name\":\"system\"", "(crm|shop\\\\.eu)", "\"isRegex\":true");
      assertThat(silence.path("comment").asString()).contains("Shop to 11", run.value());
      Instant first = endsAt(silence);
      assertThat(first).isBetween(now.plusSeconds(29 * 60), now.plusSeconds(31 * 60));

      later(Duration.ofMinutes(20));
      clock.tick();
      assertThat(am.silences()).hasSize(1);
      assertThat(endsAt(am.silences().getFirst())).isAfter(first.plusSeconds(19 * 60));

      ends(run, true, "The verdict is healthy.");
      later(Duration.ofSeconds(10));
      clock.tick();
      assertThat(am.silences()).isEmpty();
      assertThat(sign(run).state()).isEqualTo(Sign.State.CLOSED);
      assertThat(sign(run).says()).isEqualTo("Ended: The verdict is healthy.");
    }
  }

  @Test
  void without_a_proof_the_silence_is_left_to_end_by_itself_and_that_is_said() throws Exception {
    try (var am = Alertmanager.installedOrSkip(folder).start()) {
      alertmanager(am.address());
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      ends(run, false, "It went back.");
      later(Duration.ofSeconds(10));
      clock.tick();
      later(Duration.ofSeconds(10));
      clock.tick();
      assertThat(am.silences()).hasSize(1);
      assertThat(sign(run).state()).isEqualTo(Sign.State.LEFT);
      assertThat(sign(run).says()).contains("Left to end by itself", "It went back.");
      assertThat(sign(run).until()).contains(endsAt(am.silences().getFirst()));
    }
  }

  @Test
  void after_a_crash_between_the_silence_and_its_record_there_is_one_and_it_is_found_again()
      throws Exception {
    try (var am = Alertmanager.installedOrSkip(folder).start()) {
      alertmanager(am.address());
      RunId run = begins();
      assertThat(signs.want(book.get(own), runs.getFirst(), now)).isTrue();
      Sign wanted = sign(run);
      assertThat(signs.begin(wanted, now, now.plusSeconds(5))).isTrue();
      PlaceTerms terms = book.get(own).terms();
      tellers.of(terms.kind()).open(tellers.call(terms), terms, wanted, now);
      // Here the server died: what the place answered was never written down.
      later(Duration.ofSeconds(10));
      signClock().tick();
      assertThat(am.silences()).hasSize(1);
      assertThat(sign(run).state()).isEqualTo(Sign.State.OPEN);
      assertThat(sign(run).remote()).contains(am.silences().getFirst().path("id").asString());
    }
  }

  @Test
  void a_silence_that_a_person_ended_is_not_made_again_and_one_that_ran_out_is() throws Exception {
    try (var am = Alertmanager.installedOrSkip(folder).start()) {
      alertmanager(am.address());
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      am.expire(am.silences().getFirst().path("id").asString());
      later(Duration.ofMinutes(20));
      clock.tick();
      later(Duration.ofMinutes(20));
      clock.tick();
      assertThat(am.silences()).isEmpty();
      assertThat(sign(run).state()).isEqualTo(Sign.State.GONE);
      assertThat(signs.of(run.value())).hasSize(1);
    }
  }

  @Test
  void what_cannot_be_told_is_said_and_told_once_it_answers() throws Exception {
    try (var am = Alertmanager.installedOrSkip(folder)) {
      alertmanager(am.address());
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      assertThat(sign(run).state()).isEqualTo(Sign.State.WANTED);
      assertThat(sign(run).says()).contains("cannot be reached");
      assertThat(sign(run).tries()).isEqualTo(1);
      am.start();
      later(Duration.ofSeconds(10));
      clock.tick();
      assertThat(am.silences()).hasSize(1);
      assertThat(sign(run).state()).isEqualTo(Sign.State.OPEN);
    }
  }

  private void grafana(AnnotationsServer server, String secret) {
    vault.put(own, secret, ANN);
    book.add(
        new PlaceTerms(
            own,
            PlaceKind.GRAFANA,
            server.address(),
            Optional.empty(),
            Optional.of(own),
            "site-eu",
            30),
        ANN);
  }

  @Test
  void an_annotation_is_closed_when_all_is_proven_well() throws Exception {
    try (var server = new AnnotationsServer("glsa_T0ken")) {
      grafana(server, "glsa_T0ken");
      assertThat(book.greet(own, ANN).answers()).isTrue();
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      clock.tick();
      assertThat(server.all()).hasSize(1);
      var annotation = server.all().values().iterator().next();
      assertThat(annotation.path("tags").toString())
          .contains("evenkeel", "evenkeel-run-" + run.value(), "crm", "shop.eu", "site-eu");
      assertThat(annotation.path("time").asLong()).isEqualTo(sign(run).began().toEpochMilli());
      assertThat(annotation.has("timeEnd")).isFalse();
      ends(run, true, "The verdict is healthy.");
      later(Duration.ofSeconds(10));
      clock.tick();
      assertThat(annotation.path("timeEnd").asLong())
          .isEqualTo(proof.endedAt().orElseThrow().toEpochMilli());
      assertThat(annotation.path("text").asString()).contains("The verdict is healthy.");
      assertThat(sign(run).state()).isEqualTo(Sign.State.CLOSED);
    }
  }

  @Test
  void without_a_proof_an_annotation_stays_open_and_says_so() throws Exception {
    try (var server = new AnnotationsServer("glsa_T0ken")) {
      grafana(server, "glsa_T0ken");
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      ends(run, false, "It went back.");
      later(Duration.ofSeconds(10));
      clock.tick();
      var annotation = server.all().values().iterator().next();
      assertThat(annotation.has("timeEnd")).isFalse();
      assertThat(annotation.path("tags").toString()).contains("not-proven");
      assertThat(annotation.path("text").asString()).contains("It went back.");
      assertThat(sign(run).state()).isEqualTo(Sign.State.LEFT);
    }
  }

  @Test
  void a_wrong_token_is_said_without_the_token() throws Exception {
    try (var server = new AnnotationsServer("glsa_T0ken")) {
      grafana(server, "glsa_wr0ng-one");
      RunId run = begins();
      signClock().tick();
      assertThat(sign(run).says())
          .contains("does not let Evenkeel in (401", "Check the user and the secret")
          .doesNotContain("wr0ng");
    }
  }

  @Test
  void a_run_that_is_taken_back_after_its_end_gets_another() throws Exception {
    try (var server = new AnnotationsServer("glsa_T0ken")) {
      grafana(server, "glsa_T0ken");
      SignClock clock = signClock();
      RunId run = begins();
      clock.tick();
      ends(run, true, "Healthy.");
      later(Duration.ofSeconds(10));
      clock.tick();
      runs.clear();
      runs.add(run(run, "ROLLING_BACK"));
      later(Duration.ofSeconds(10));
      clock.tick();
      assertThat(server.all()).hasSize(2);
      assertThat(signs.of(run.value())).extracting(Sign::number).containsExactly(1, 2);
    }
  }

  @Test
  void an_address_where_clouds_keep_credentials_is_refused_when_it_is_saved() {
    ApiClient api = ApiClient.of(beans, Role.ADMIN);
    for (String address :
        List.of(
            "http://169.254.169.254/",
            "http://[fe80::1]:9093",
            "http://[fd00:ec2::254]/",
            "http://2852039166/",
            "http://metadata.google.internal/")) {
      var answer =
          api.post(
              "/api/places",
              "{\"name\": \"%s\", \"kind\": \"alertmanager\", \"address\": \"%s\"}"
                  .formatted(own, address));
      assertThat(answer.status()).as(address).isEqualTo(400);
      assertThat(answer.text()).as(address).contains("where a cloud keeps credentials");
      var channel =
          api.post(
              "/api/channels",
              "{\"name\": \"%s\", \"kind\": \"webhook\", \"address\": \"%s\"}"
                  .formatted(own, address));
      assertThat(channel.text()).as(address).contains("where a cloud keeps credentials");
    }
  }

  @Test
  void it_is_made_changed_and_removed_over_http_and_what_is_wrong_is_named() {
    ApiClient api = ApiClient.of(beans, Role.ADMIN);
    String place =
        "{\"name\": \"%s\", \"kind\": \"alertmanager\", \"address\": \"http://127.0.0.1:9\","
            + " \"labels\": \"%s\"}";
    assertThat(api.post("/api/places", place.formatted(own, "nonsense")).text())
        .contains("is no matcher");
    assertThat(api.post("/api/places", place.formatted(own, "job=~\\\"{systems}\\\"")).status())
        .isEqualTo(201);
    assertThat(api.post("/api/places/" + own + "/test", "").text()).contains("cannot be reached");
    assertThat(api.get("/api/places/" + own).text()).contains("\"minutes\":30");
  }
}
