package dev.evenkeel.cli.estate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.cli.Desktop;
import dev.evenkeel.cli.ExitCode;
import dev.evenkeel.cli.Golden;
import dev.evenkeel.cli.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The estate from a terminal. */
@Tag("C06")
class EstateCommandsTest {
  private static final String CHANGES =
      """
      "changes": [
        {"kind": "System", "name": "shop", "sort": "CHANGED", "differences": [
          {"field": "version", "before": "10.1", "after": "11.0"},
          {"field": "owner", "before": "ann", "after": null}]},
        {"kind": "Team", "name": "web", "sort": "ADDED", "differences": [
          {"field": "name", "before": null, "after": "web"},
          {"field": "title", "before": null, "after": "Web \\u001b[31mteam"}]}]
      """;
  private static final String APPLIED =
      "{\"change\": %s, \"added\": 1, \"changed\": 1, \"removed\": 0, "
          + CHANGES
          + ", \"unresolved\": [\"System crm, named as dependsOn by System shop\"]}";
  private static final String NOTHING =
      "{\"change\": null, \"added\": 0, \"changed\": 0, \"removed\": 0, \"changes\": [], \"unresolved\": []}";

  @TempDir Path folder;
  private ScriptedServer server;
  private Desktop desktop;

  @BeforeEach
  void begin() throws IOException {
    server = ScriptedServer.start();
    desktop = Desktop.at(server);
  }

  @AfterEach
  void end() {
    server.close();
  }

  private String file(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text).toString();
  }

  @Test
  void says_what_was_applied_field_by_field_and_how_to_take_it_back() throws IOException {
    server.on(
        "POST /api/estate/apply?preview=false&file=%3Cstdin%3E",
        200, APPLIED.formatted("{\"id\": 12}"));
    assertThat(desktop.piping("kind: System").evenkeel("apply", "-f", "-")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("kind: System");
    Golden.assertSame("applied.out", desktop.out());
  }

  @Test
  void what_is_doubtful_is_said_with_its_place_and_keeps_nothing_from_being_applied()
      throws IOException {
    String first = file("one.yaml", "name: one\n");
    String second = file("two.yaml", "name: two\nwindows: []\n");
    String warning =
        "\"warnings\": [{\"severity\": \"WARNING\", \"message\": \"2027-03-28T02:30 does not exist in Europe/Berlin.\", \"wayOut\": \"Move it if it matters.\", \"where\": {\"line\": 4, \"column\": 10}}],";
    server.on(
        "POST /api/estate/apply?preview=false&file=%s%%20and%%201%%20more"
            .formatted(first.replace("/", "%2F")),
        200,
        NOTHING.replace("\"changes\"", warning + "\"changes\""));
    assertThat(desktop.evenkeel("apply", "-f", first, second)).isZero();
    assertThat(desktop.out())
        .isEqualTo(
            "! %s:2:10: 2027-03-28T02:30 does not exist in Europe/Berlin. Move it if it matters.\nNothing new: the estate says the same already.\n"
                .formatted(second));
  }

  @Test
  void upgrades_are_made_and_changed_as_a_file_says() throws IOException {
    String answer =
        """
        {"added": 1, "changed": 1, "removed": 0, "numbers": {"shop-db": 3, "shop": 4}, "changes": [
          {"kind": "Upgrade", "name": "shop-db", "sort": "CHANGED", "differences": [
            {"field": "to", "before": "16.3", "after": "16.4"},
            {"field": "schedule.ways", "before": null, "after": "strategy: big-bang, work: 1h"}]},
          {"kind": "Upgrade", "name": "shop", "sort": "ADDED", "differences": [
            {"field": "title", "before": null, "after": "The shop to 11.0"},
            {"field": "schedule.after", "before": null, "after": "upgrade: shop-db, lag: 1d"}]}]}
        """;
    server
        .on("POST /api/upgrades/apply?preview=true&file=%3Cstdin%3E", 200, answer)
        .on("POST /api/upgrades/apply?preview=false&file=%3Cstdin%3E", 200, answer)
        .on(
            "POST /api/upgrades/apply?preview=false&file=%3Cstdin%3E",
            200,
            "{\"added\": 0, \"changed\": 0, \"removed\": 0, \"numbers\": {}, \"changes\": []}");
    desktop.piping("kind: Upgrade");
    assertThat(desktop.evenkeel("upgrade", "apply", "-f", "-", "--preview")).isZero();
    desktop.piping("kind: Upgrade");
    assertThat(desktop.evenkeel("upgrade", "apply", "-f", "-")).isZero();
    desktop.piping("kind: Upgrade");
    assertThat(desktop.evenkeel("upgrade", "apply", "-f", "-")).isZero();
    assertThat(server.asked().getLast().body()).isEqualTo("kind: Upgrade");
    Golden.assertSame("upgrades.out", desktop.out());
  }

  @Test
  void files_and_folders_become_one_change_and_a_mistake_is_placed_in_its_file()
      throws IOException {
    String first = file("one.yaml", "name: one\n");
    file("more/b.yml", "name: b");
    file("more/a.yaml", "name: a\n");
    file("more/notes.txt", "not for us");
    String request =
        "POST /api/estate/apply?preview=true&file="
            + first.replace("/", "%2F")
            + "%20and%202%20more";
    server.on(
        request,
        400,
        """
        {"detail": "…", "findings": [
          {"severity": "ERROR", "message": "It is wrong.", "wayOut": "Mend it.", "where": {"line": 5, "column": 3}},
          {"severity": "WARNING", "message": "Not this.", "wayOut": "", "where": {"line": 1, "column": 1}}]}
        """);
    assertThat(desktop.evenkeel("diff", "-f", first, folder.resolve("more").toString()))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(server.asked().getLast().body()).isEqualTo("name: one\n---\nname: a\n---\nname: b");
    assertThat(desktop.err())
        .isEqualTo(
            folder.resolve("more/b.yml") + ":1:3: It is wrong. Mend it.\nNothing was changed.\n");
  }

  @Test
  void a_difference_has_an_exit_code_of_its_own() throws IOException {
    String file = file("one.yaml", "name: one\n");
    String request = "POST /api/estate/apply?preview=true&file=" + file.replace("/", "%2F");
    server.on(request, 200, APPLIED.formatted("null")).on(request, 200, NOTHING);
    assertThat(desktop.evenkeel("diff", "-f", file)).isEqualTo(ExitCode.DIFFERENT.code());
    assertThat(desktop.out()).endsWith("1 added, 1 changed, 0 removed if it were applied.\n");
    assertThat(desktop.evenkeel("diff", "-f", file)).isZero();
    assertThat(desktop.out()).endsWith("No difference.\n");
  }

  @Test
  void a_file_that_is_not_there_is_said_before_anything_is_asked() {
    assertThat(desktop.evenkeel("apply", "-f", "/no/such.yaml")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.evenkeel("import", "/no/such.csv")).isEqualTo(ExitCode.REFUSED.code());
    assertThat(desktop.err()).contains("There is no file /no/such.yaml", "/no/such.csv");
    assertThat(server.asked()).isEmpty();
  }

  private static String proposal(int taken, String change) {
    return """
    {"note": {"id": 7, "file": "cmdb.csv", "format": "csv", "source": "cmdb", "change": %s, "counts":
      {"rowsRead": 3, "rowsTaken": %d, "rowsRejected": 1, "valuesRejected": 1, "added": 1, "changed": 1, "same": 0}},
     %s, "rejected": [{"place": {"file": "cmdb.csv", "at": "line 3"}, "what": "the row", "why": "It has no name.", "wayOut": "Give it one."}]}
    """
        .formatted(change, taken, CHANGES);
  }

  @Test
  void a_file_is_looked_at_and_brought_only_when_asked() throws IOException {
    String file = file("cmdb.csv", "a;b\n");
    server.on("POST /api/estate/imports?file=cmdb.csv&source=cmdb", 201, proposal(2, "null"));
    assertThat(desktop.evenkeel("import", file, "--source", "cmdb")).isZero();
    Golden.assertSame("import.out", desktop.out().replace(server.url().toString(), "URL"));
    assertThat(server.asked()).hasSize(1);
    server.on("POST /api/estate/imports/7/apply", 200, proposal(2, "13"));
    desktop.evenkeel("import", file, "--source", "cmdb", "--apply");
    assertThat(server.asked().getLast().request()).endsWith("/7/apply");
    assertThat(desktop.out()).endsWith("change 13. Take it back with: evenkeel estate revert 13\n");
  }

  @Test
  void what_becomes_less_critical_than_the_facts_say_is_a_warning() throws IOException {
    String file = file("cmdb.csv", "a;b\n");
    String lowered =
        """
        "lowered": [{"system": "shop", "before": null, "criticality": "GREEN", "proposed": "RED", "why": "customers work with it", "place": {"file": "cmdb.csv", "at": "line 2"}}],
        "rejected":\
        """;
    server.on(
        "POST /api/estate/imports?file=cmdb.csv",
        201,
        proposal(2, "null")
            .replace("\"same\": 0", "\"same\": 0, \"lowered\": 3")
            .replace("\"rejected\":", lowered));
    assertThat(desktop.evenkeel("import", file)).isZero();
    assertThat(desktop.out())
        .contains(
            """
            Warning: 3 systems are less critical than the facts say.
            ! cmdb.csv, line 2: shop is stated green; the facts say red: customers work with it.
              and 2 more of them
            """);
  }

  @Test
  void columns_mean_what_a_file_says_and_what_cannot_be_taken_is_not_brought() throws IOException {
    String file = file("cmdb.csv", "a;b\n");
    String mapping = file("mapping.json", "{\"columns\": []}");
    server.on("POST /api/estate/imports?file=cmdb.csv&format=csv", 201, proposal(2, "null"));
    server.on("PUT /api/estate/imports/7/mapping", 200, proposal(0, "null"));
    assertThat(desktop.evenkeel("import", file, "--mapping", mapping, "--apply"))
        .isEqualTo(ExitCode.REFUSED.code());
    assertThat(server.asked().getLast().body()).isEqualTo("{\"columns\":[]}");
    assertThat(desktop.out()).endsWith("Nothing of it can be taken.\n");
  }

  @Test
  void lists_shows_and_takes_back() throws IOException {
    server
        .on(
            "GET /api/estate/systems?q=web%20shop&after=&limit=1000",
            200,
            "{\"documents\": [{\"document\": {\"name\": \"a\", \"product\": \"tomcat\", \"version\": \"10\", \"team\": \"web\"}}], \"next\": \"a\"}")
        .on(
            "GET /api/estate/systems?q=web%20shop&after=a&limit=1000",
            200,
            "{\"documents\": [{\"document\": {\"name\": \"b\", \"title\": \"B\"}}], \"next\": null}")
        .on("GET /api/estate/teams/web", 200, "name: web\ntitle: Web\n")
        .on(
            "GET /api/estate/changes?limit=50",
            200,
            "[{\"id\": 3, \"at\": \"2030-01-02T03:00:00Z\", \"actor\": {\"name\": \"ann\"}, \"origin\": \"a page\", \"added\": 1, \"changed\": 0, \"removed\": 0}]")
        .on("POST /api/estate/changes/3/revert", 200, "{\"id\": 4}")
        .on(
            "GET /api/map/systems/db/blast",
            200,
            "{\"users\": 900, \"red\": 1, \"yellow\": 0, \"green\": 0, \"workflows\": 1, \"affected\": 1, \"hits\": [{\"id\": \"systems/shop\", \"title\": \"Shop\", \"criticality\": \"RED\", \"hops\": 1, \"effect\": \"HIT\"}]}");
    assertThat(desktop.evenkeel("estate", "list", "--search", "web shop")).isZero();
    assertThat(desktop.evenkeel("estate", "show", "teams/web")).isZero();
    assertThat(desktop.evenkeel("estate", "history")).isZero();
    assertThat(desktop.evenkeel("estate", "revert", "3")).isZero();
    assertThat(desktop.evenkeel("estate", "blast", "db")).isZero();
    Golden.assertSame("estate.out", desktop.out());
    assertThat(desktop.evenkeel("estate", "show", "nix")).isEqualTo(ExitCode.NOT_FOUND.code());
  }

  @Test
  void exports_to_a_file() throws IOException {
    server.on("GET /api/estate/export?kind=teams", 200, "name: web\n");
    Path file = folder.resolve("out.yaml");
    assertThat(desktop.evenkeel("export", "--kind", "teams", "-o", file.toString())).isZero();
    assertThat(Files.readString(file)).isEqualTo("name: web\n");
  }
}
