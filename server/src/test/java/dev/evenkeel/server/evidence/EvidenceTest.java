package dev.evenkeel.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.comms.Message;
import dev.evenkeel.server.comms.Outbox;
import dev.evenkeel.server.plan.UpgradeId;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Evidence of an upgrade, verified as its own instructions say, with the real programs. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Tag("C48")
@Tag("C115")
class EvidenceTest {
  private static final Actor ANN = Actor.person("ann");

  @Autowired ListableBeanFactory beans;
  @Autowired EvidenceDesk desk;
  @Autowired Outbox outbox;
  @Autowired TransactionTemplate transaction;
  @Autowired JdbcClient jdbc;
  @TempDir Path folder;
  private ApiClient api;
  private String upgrade = "";

  @BeforeAll
  void open() {
    api = ApiClient.of(beans, Role.ADMIN);
    String own = "e" + UUID.randomUUID().toString().substring(0, 8);
    api.post(
        "/api/estate/apply",
        "{apiVersion: evenkeel/v1, kind: System, name: %s, version: '10.1.24'}".formatted(own));
    upgrade =
        api.post(
                "/api/upgrades",
                "{\"systems\": [\"%s\"], \"to\": \"11.0\", \"owner\": \"ann\"}".formatted(own))
            .json()
            .path("id")
            .asString();
    api.put(
        "/api/secrets/" + own,
        "{\"value\": \"between-its-rows\"}",
        "Content-Type",
        "application/json");
    api.put(
        "/api/upgrades/%s/schedule".formatted(upgrade),
        "ways: [{strategy: big-bang}]\n",
        "Content-Type",
        "application/yaml",
        "If-Match",
        "\"0\"");
  }

  private Path unpacked(String name) throws IOException {
    Path archive = folder.resolve(name + ".zip");
    try (OutputStream out = Files.newOutputStream(archive)) {
      desk.write(UpgradeId.of(upgrade), out, Actor.person("ann"));
    }
    Path into = folder.resolve(name);
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = into.resolve(entry.getName());
        Files.createDirectories(file.getParent());
        Files.write(file, zip.readAllBytes());
      }
    }
    return into;
  }

  private record Verified(int exit, String says) {}

  /** Carries out the lines of VERIFY.txt as they stand there. */
  private static Verified verified(Path evidence) throws IOException, InterruptedException {
    String script =
        Files.readAllLines(evidence.resolve("VERIFY.txt")).stream()
            .filter(line -> line.startsWith("    "))
            .collect(Collectors.joining("\n"));
    Process shell =
        new ProcessBuilder("sh", "-ec", script)
            .directory(evidence.toFile())
            .redirectErrorStream(true)
            .start();
    String says = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Verified(shell.waitFor(), says);
  }

  @Test
  void its_own_instructions_verify_it_and_print_the_key_of_the_server() throws Exception {
    Path evidence = unpacked("whole");
    Verified verified = verified(evidence);
    assertThat(verified.exit()).as(verified.says()).isZero();
    assertThat(verified.says())
        .contains("Signature Verified Successfully")
        .contains(api.get("/api/audit/key").json().path("fingerprint").asString());
    assertThat(evidence.resolve("upgrade.json")).content().contains("11.0");
    assertThat(evidence.resolve("audit/rows.ndjson")).content().contains("upgrade added");
    assertThat(evidence.resolve("audit/rows.ndjson")).content().doesNotContain("/secrets/");
  }

  @Test
  @Tag("C02")
  void tasks_with_their_files_and_decisions_are_among_it() throws Exception {
    String tasks = "/api/upgrades/%s/tasks".formatted(upgrade);
    api.post(tasks, "{\"template\": \"minimise-downtime\"}");
    String task = api.get(tasks).json().path(0).path("id").asString();
    assertThat(
            api.post(
                    "/api/tasks/%s/files?name=plan of the night.txt"
                        .formatted(task)
                        .replace(" ", "%20"),
                    "It goes so.",
                    "Content-Type",
                    "application/octet-stream")
                .status())
        .isEqualTo(201);
    String decisions = "/api/upgrades/%s/decisions".formatted(upgrade);
    api.post(
        decisions,
        "{\"decision\": \"cancel\", \"why\": \"It is bought anew.\"}",
        "If-Match",
        "\"0\"");
    api.post(decisions, "{\"decision\": \"reopen\", \"why\": \"It is not.\"}", "If-Match", "\"1\"");

    Path evidence = unpacked("tasks");
    Verified verified = verified(evidence);
    assertThat(verified.exit()).as(verified.says()).isZero();
    assertThat(evidence.resolve("tasks.json"))
        .content()
        .contains("attached", "plan of the night.txt");
    assertThat(evidence.resolve("decisions.json")).content().contains("It is bought anew.");
    try (var files = Files.walk(evidence.resolve("tasks").resolve(task))) {
      assertThat(files.filter(Files::isRegularFile))
          .singleElement()
          .satisfies(file -> assertThat(file).hasContent("It goes so."));
    }
  }

  @Test
  void what_people_were_told_is_among_it_with_each_attempt_and_without_addresses_of_persons()
      throws Exception {
    String about = "/upgrades/" + upgrade;
    post(
        Message.toChannel(
            "own/%s/told".formatted(upgrade), "nowhere", "It begins", "At ten.", about, "en", ANN));
    post(
        Message.toPerson(
            "own/%s/otto@harbour.example".formatted(upgrade),
            "otto@harbour.example",
            "You are asked",
            "Follow this link.",
            about + "/approvals",
            "en",
            ANN));

    Path evidence = unpacked("told");
    Verified verified = verified(evidence);
    assertThat(verified.exit()).as(verified.says()).isZero();
    List<String> told = new ArrayList<>();
    try (var files = Files.list(evidence.resolve("messages"))) {
      for (Path file : files.toList()) {
        told.add(Files.readString(file));
      }
    }
    assertThat(told)
        .anySatisfy(file ->
            assertThat(file)
                .contains(
                    "\"It begins\"", "\"At ten.\"", "\"nowhere\"", "\"failed\"", "\"attempts\""))
        .anySatisfy(file -> assertThat(file).contains("\"You are asked\"", "•••@harbour.example"))
        .noneSatisfy(file -> assertThat(file).contains("Follow this link."))
        .noneSatisfy(file -> assertThat(file).contains("otto@"));
    assertThat(evidence.resolve("messages/plan.json"))
        .content()
        .contains("ADVANCE_NOTICE", "\"proposed\" : true");
    assertThat(evidence.resolve("messages/while-it-ran.json")).exists();
    assertThat(evidence.resolve("go-live.json")).content().contains("risk-audit", "communication");
    // What failed would be told on every page.
    jdbc.sql(
            "update comms_message set state = 'WITHDRAWN' where state = 'FAILED' and key like :own")
        .param("own", "own/%s/%%".formatted(upgrade))
        .update();
  }

  private void post(Message message) {
    transaction.executeWithoutResult(_ -> outbox.post(List.of(message)));
  }

  @Test
  void its_instructions_and_the_handbook_name_whatever_is_in_it() throws Exception {
    Path evidence = unpacked("named");
    String instructions = Files.readString(evidence.resolve("VERIFY.txt"));
    String handbook = Files.readString(Path.of("../docs/audit.md"));
    try (var files = Files.list(evidence)) {
      assertThat(files.filter(file -> !file.endsWith("VERIFY.txt")))
          .isNotEmpty()
          .allSatisfy(file -> {
            String name = file.getFileName() + (Files.isDirectory(file) ? "/" : "");
            assertThat(instructions).contains(name);
            assertThat(handbook).contains(name);
          });
    }
    for (String folder : List.of("approvals/", "people/", "messages/", "runs/", "sheets/")) {
      assertThat(instructions).contains(folder);
      assertThat(handbook).contains(folder);
    }
  }

  @Test
  void what_was_changed_afterwards_is_found() throws Exception {
    Path risks = unpacked("changed");
    Files.writeString(risks.resolve("risks.json"), "[]\n");
    assertThat(verified(risks).exit()).isNotZero();

    Path manifest = unpacked("signed-by-nobody");
    Files.writeString(
        manifest.resolve("MANIFEST.sha256"),
        Files.readString(manifest.resolve("MANIFEST.sha256")).replaceFirst(".*\n", ""));
    assertThat(verified(manifest).exit()).isNotZero();

    Path key = unpacked("other-key");
    Process made =
        new ProcessBuilder(
                "sh",
                "-ec",
                "openssl genpkey -algorithm ed25519 -out own.pem; openssl pkey -in own.pem -pubout -out key.pem; rm own.pem;"
                    + " sed -i '/ key.pem$/d' MANIFEST.sha256")
            .directory(key.toFile())
            .start();
    assertThat(made.waitFor()).isZero();
    assertThat(verified(key).exit()).isNotZero();
  }

  @Test
  void a_row_that_was_put_in_is_not_in_the_chain() throws Exception {
    Path evidence = unpacked("put-in");
    String script =
        Files.readString(evidence.resolve("VERIFY.txt"))
            .lines()
            .filter(line -> line.startsWith("    "))
            .filter(line -> !line.contains("sha256sum --check") && !line.contains("pkeyutl"))
            .collect(Collectors.joining("\n"));
    Files.writeString(evidence.resolve("audit/rows/1"), "16:evenkeel-audit-1,");
    Process shell = new ProcessBuilder("sh", "-ec", script).directory(evidence.toFile()).start();
    assertThat(shell.waitFor()).isEqualTo(1);
  }

  @Test
  void it_is_taken_over_http_and_that_is_a_row_of_the_trail_too() {
    assertThat(api.get("/api/upgrades/%s/evidence".formatted(upgrade)).header("Content-Type"))
        .startsWith("application/zip");
    assertThat(api.get("/api/audit?subject=/upgrades/" + upgrade).json().findValuesAsString("what"))
        .contains("evidence taken");
    assertThat(api.get("/api/upgrades/99999999/evidence").status()).isEqualTo(404);
  }

  @Test
  void the_history_of_an_upgrade_is_a_tab_of_it() {
    Browser viewer = Browser.signedIn(beans, Role.VIEWER);
    var page = viewer.open("/upgrades/%s/history".formatted(upgrade));
    assertThat(page.one("nav.parts a[aria-current=page]").text()).isEqualTo("History");
    assertThat(page.one("table.trail").text()).contains("upgrade added");
  }
}
