package dev.evenkeel.server.health.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Fact;
import dev.evenkeel.judge.journey.Act;
import dev.evenkeel.judge.novelty.Digest;
import dev.evenkeel.runbook.words.JourneysSource;
import dev.evenkeel.runbook.words.LogSource;
import dev.evenkeel.server.database.TestDatabase;
import dev.evenkeel.server.health.store.Stores;
import dev.evenkeel.server.health.store.TailStore.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class LogReaderTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private static final Instant NOW = Instant.parse("2026-03-01T22:00:00Z");
  private static final Place N1 = new Place("run-1", "app", "n1");

  @RegisterExtension static final TestDatabase database = TestDatabase.migrated();

  @TempDir Path folder;
  private final LogLines logs = new LogLines(Stores.tails(database.jdbc()));

  @BeforeEach
  void watched() {
    database.jdbc().sql("delete from health_watch").update();
    Stores.watches(database.jdbc()).looked("run-1", NOW);
    Stores.watches(database.jdbc()).looked("run-2", NOW);
  }

  @AfterEach
  void stop() {
    logs.stop();
  }

  @Test
  void says_what_failed_since_the_look_before() throws Exception {
    add("22:00 INFO up\n22:01 ERROR no price for item 7\n");
    var words = new LogSource(Optional.of(file().toString()), List.of(), Map.of());
    assertThat(look(N1, words)).contains(new Fact.Tried(2, 1, List.of()));
    assertThat(look(N1, words)).contains(new Fact.Tried(0, 0, List.of()));
    add("22:02 ERROR no price for item 8\n");
    assertThat(new LogReader(new LogLines(Stores.tails(database.jdbc()))).look(N1, words, LONG))
        .as("after a restart of the server")
        .contains(new Fact.Tried(1, 1, List.of()));
    assertThat(look(new Place("run-2", "app", "n1"), words))
        .as("another watch has not read it yet")
        .contains(new Fact.Tried(3, 2, List.of()));
  }

  @Test
  void what_comes_again_in_a_long_past_came_on_many_occasions() throws Exception {
    add(("22:00 ERROR no price for item 7\n" + "22:00 INFO up\n".repeat(999)).repeat(5));
    var words = new LogSource(Optional.of(file().toString()), List.of(), Map.of());
    assertThat(digest(look(N1, words)).patterns())
        .singleElement()
        .satisfies(seen -> assertThat(seen.occasions()).isEqualTo(5));
  }

  @Test
  void a_file_that_is_not_there_is_missing() throws Exception {
    var sources = new Sources(List.of(new LogReader(logs)));
    var words = new LogSource(Optional.of(file().toString()), List.of(), Map.of());
    assertThat(sources.look(N1, words, LONG))
        .containsExactly(new Fact.Missing("there is no file " + file()));
    assertThat(sources.look(words, LONG)).allMatch(Fact.Missing.class::isInstance);
  }

  @Test
  void reads_what_a_command_goes_on_printing() throws Exception {
    add("");
    var words =
        new LogSource(
            Optional.empty(), List.of("tail", "-n", "+1", "-f", file().toString()), Map.of());
    assertThat(digest(look(N1, words)).entries()).isZero();
    add("22:01 ERROR no price\n");
    assertThat(entriesUntil(1, words)).isEqualTo(1);
    add("22:02 ERROR no price\n22:03 INFO up\n");
    assertThat(entriesUntil(2, words)).isEqualTo(2);
  }

  @Test
  void a_command_that_ends_is_told_with_what_it_complained_of() throws Exception {
    var sources = new Sources(List.of(new LogReader(logs)));
    var words =
        new LogSource(Optional.empty(), List.of("sh", "-c", "echo gone >&2; exit 3"), Map.of());
    sources.look(N1, words, LONG);
    List<Fact> facts = List.of();
    for (int i = 0; i < 1000 && facts.stream().noneMatch(Fact.Missing.class::isInstance); i++) {
      Thread.sleep(10);
      facts = sources.look(N1, words, LONG);
    }
    assertThat(facts.toString()).contains("sh ended with exit code 3");
  }

  @Test
  void users_are_kept_by_another_name() throws Exception {
    add(
        """
        {"user": "ann@example.org", "workflow": "checkout", "what": "tried", "at": "2026-03-01T21:59:57Z"}
        {"user": "ann@example.org", "workflow": "checkout", "what": "Failed", "at": 1772402398.5, "detail": "HTTP 500 for ann@example.org"}
        {"user": 7, "workflow": "checkout", "what": "completed"}
        nonsense
        """);
    var facts = journeys();
    var acts = ((Fact.Acted) facts.getFirst()).acts();
    assertThat(facts).contains(new Fact.Tried(2, 1, List.of()));
    assertThat(acts)
        .extracting(Act::what, Act::at)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                Act.What.TRIED, Instant.parse("2026-03-01T21:59:57Z")),
            org.assertj.core.groups.Tuple.tuple(
                Act.What.FAILED, Instant.parse("2026-03-01T21:59:58.5Z")),
            org.assertj.core.groups.Tuple.tuple(Act.What.COMPLETED, NOW));
    assertThat(acts.get(0).user()).isEqualTo(acts.get(1).user()).matches("u-[0-9a-f]{12}");
    assertThat(acts.get(2).user()).isNotEqualTo(acts.get(1).user());
    assertThat(facts.toString()).doesNotContain("ann", "nonsense");
  }

  @Test
  void lines_that_say_nothing_of_users_are_told() throws Exception {
    for (var line :
        new String[] {
          "up", "[]", "{\"user\": \"a\"}", "{\"user\":\"a\",\"workflow\":\"w\",\"what\":\"flew\"}"
        }) {
      Files.writeString(file(), line + "\n");
      Stores.watches(database.jdbc()).looked("run-1", NOW);
      database.jdbc().sql("delete from health_tail").update();
      assertThat(journeys()).as(line).singleElement().isInstanceOf(Fact.Missing.class);
    }
  }

  private List<Fact> journeys() throws Exception {
    var reader =
        new JourneysReader(
            logs, Stores.pseudonyms(database.jdbc()), Clock.fixed(NOW, ZoneOffset.UTC));
    return reader.look(
        N1, new JourneysSource(Optional.of(file().toString()), List.of(), Map.of()), LONG);
  }

  private long entriesUntil(long wanted, LogSource words) throws Exception {
    var digests = new ArrayList<Digest>();
    for (int i = 0; i < 1000 && Digest.sum(digests).entries() < wanted; i++) {
      Thread.sleep(10);
      digests.add(digest(look(N1, words)));
    }
    return Digest.sum(digests).entries();
  }

  private List<Fact> look(Place place, LogSource words) throws IOException {
    return new LogReader(logs).look(place, words, LONG);
  }

  private static Digest digest(List<Fact> facts) {
    return ((Fact.Logged) facts.getFirst()).digest();
  }

  private Path file() {
    return folder.resolve("app.log");
  }

  private void add(String text) throws IOException {
    Files.writeString(file(), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
