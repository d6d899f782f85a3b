package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.server.Crew;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.execution.NewRun;
import dev.evenkeel.server.execution.RequestKey;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.machine.RunStatus;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.secrets.Masking;
import dev.evenkeel.server.secrets.Vault;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.web.Browser;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Real commands repeat the secrets they are given, in every place where what they say is kept: none
 * is ever stored or shown.
 */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class SecretsStayHiddenTest {
  private static final String OF_THE_SOURCE = "source-4f1ba-word";
  private static final String OF_THE_STEP = "step-77c02-word";
  private static final String OF_THE_LOOK = "look-93d5e-word";
  private static final List<String> ALL = List.of(OF_THE_SOURCE, OF_THE_STEP, OF_THE_LOOK);

  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: talkative
      title: Commands that repeat what they are given
      targets: [{name: n1}, {name: n2}]
      rollout: {waves: [{targets: 50%, soak: 10m}, {targets: 100%, soak: 1s}]}
      steps:
        target:
          - id: change
            timeout: 20s
            run: {exec: {shell: sh, script: 'echo "changed with $KEY"', env: {KEY: "${secrets.step}"}}}
            observe:
              exec:
                shell: sh
                script: 'echo "seen with $KEY"'
                env: {KEY: "${secrets.look}"}
            revert:
              exec:
                shell: sh
                script: 'echo "cannot undo with $KEY" >&2; exit 7'
                env: {KEY: "${secrets.step}"}
      sources:
        own:
          command:
            command: [sh, -c, 'echo "denied for $KEY"; exit 3']
            env: {KEY: "${secrets.source}"}
      watch:
        every: 1s
        baseline: 1s
        rules: [{name: alive, source: own, metric: failing, breach: {failingFor: 2s}}]
      """;

  @Autowired ListableBeanFactory beans;
  private Browser operator;

  @BeforeAll
  void keepSecrets() {
    Vault vault = beans.getBean(Vault.class);
    vault.put("source", OF_THE_SOURCE, Actor.EVENKEEL);
    vault.put("step", OF_THE_STEP, Actor.EVENKEEL);
    vault.put("look", OF_THE_LOOK, Actor.EVENKEEL);
    operator = Browser.signedIn(beans, Crew.ALL_HANDS);
  }

  @Test
  void neither_in_verdicts_nor_on_pages_nor_in_the_log_nor_in_the_api_nor_in_the_database()
      throws Exception {
    RunId id = started();
    RunState held = heldAfterTheWatchHasTurnedIt(id);
    assertThat(held.reason()).contains("cannot undo with " + Masking.MASK);

    String page = operator.open("/runs/" + id).html().text();
    assertThat(page).contains("denied for " + Masking.MASK);
    assertThat(operator.open("/runs/%s/step?key=w1/n1/change".formatted(id)).html().text())
        .contains("changed with " + Masking.MASK)
        .contains("cannot undo with " + Masking.MASK);
    for (String path :
        List.of(
            "/runs",
            "/runs/ID",
            "/runs/ID/log",
            "/runs/ID/log.csv",
            "/runs/ID/log.jsonl",
            "/runs/ID/step?key=w1/n1/change",
            "/runs/ID/steps",
            "/api/runs/ID",
            "/api/runs/ID/events",
            "/api/runs/ID/steps",
            "/api/runs/ID/series",
            "/api/runs/ID/attempts/ID-w1.n1.change-f1/output",
            "/runs/ID/attempts/ID-w1.n1.change-f1/output.txt")) {
      String address = path.replace("ID", id.value());
      var answer = path.startsWith("/api") ? operator.api(address) : operator.open(address);
      assertThat(answer.status()).as(path).isEqualTo(200);
      assertThat(answer.text()).as(path).doesNotContain(ALL);
    }
    assertThat(everythingInTheDatabase())
        .anySatisfy(row -> assertThat(row).contains("denied for " + Masking.MASK))
        .noneSatisfy(row -> assertThat(row).containsAnyOf(ALL.toArray(String[]::new)));
  }

  @Test
  void not_in_what_is_said_about_a_value_that_does_not_fit() {
    String runbook =
        RUNBOOK
            .replace("env: {KEY: \"${secrets.source}\"}", "within: \"${secrets.source}\"")
            .replace(
                "steps:\n  target:\n",
                """
                steps:
                  target:
                    - id: ask
                      timeout: 20s
                      run: {http: {url: "http://127.0.0.1:1/", within: "${secrets.step}"}}
                """);
    Browser.Page page = operator.open("/runs/new");
    Browser.Page looked = operator.press(page.one("#look button"), Map.of("runbook", runbook));
    assertThat(looked.html().select("#findings li.bad").eachText()).isEmpty();
    assertThat(looked.one("#checklist").text())
        .contains("w1/n1/ask")
        .contains("source own")
        .contains("it is '" + Masking.MASK + "'");
    assertThat(looked.text()).doesNotContain(ALL);
  }

  private RunId started() {
    return beans
        .getBean(RunControl.class)
        .start(
            new NewRun(RUNBOOK, Map.of(), RunKind.PRODUCTION, Optional.of("a fleet of nobody's")),
            RequestKey.unique(),
            Actor.person("ann"));
  }

  private RunState heldAfterTheWatchHasTurnedIt(RunId id) throws Exception {
    RunStore runs = beans.getBean(RunStore.class);
    try (var stream =
        EventStream.open(operator, "/api/runs/%s/stream".formatted(id), Optional.empty())) {
      while (runs.get(id).state().status() != RunStatus.HELD) {
        stream.next().orElseThrow(() -> new AssertionError("It ended as " + runs.get(id)));
      }
    }
    return runs.get(id).state();
  }

  /** Every row of every table as text. */
  private Stream<String> everythingInTheDatabase() {
    JdbcClient jdbc = beans.getBean(JdbcClient.class);
    return jdbc
        .sql("select table_name from information_schema.tables where table_schema = 'public'")
        .query(String.class)
        .list()
        .stream()
        .flatMap(table ->
            jdbc
                .sql("select t::text from \"%s\" t".formatted(table))
                .query(String.class)
                .list()
                .stream());
  }
}
