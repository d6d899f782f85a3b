package dev.evenkeel.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.evenkeel.e2e.pages.Welcome;
import dev.evenkeel.e2e.pages.Witness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A run starts by itself in its window and is refused in a freeze, through the packaged program;
 * then the next update of the system is scheduled in a browser with three clicks.
 */
@Tag("C05")
@Tag("C47")
@Timeout(300)
class ScheduledRunJourneyIT {
  private static final String RUNBOOK =
      """
      apiVersion: evenkeel/v1
      kind: Runbook
      name: till-update
      title: Update of the till
      systems: [till]
      targets: [{name: n1}]
      rollout: {waves: [{targets: 100%, soak: 0s}]}
      steps:
        target:
          - id: switch
            timeout: 10s
            run: {exec: {command: ["true"]}}
            observe: {exec: {command: ["true"]}}
            revert: {exec: {command: ["true"]}}
      limits: {duration: 30m, wayBack: 5m}
      """;

  private static final String TILL =
      """
      apiVersion: evenkeel/v1
      kind: System
      name: till
      calendar: always
      ---
      apiVersion: evenkeel/v1
      kind: Calendar
      name: always
      title: The whole day, every day
      timeZone: UTC
      windows:
        - {name: day, start: '2026-01-01T00:00', lasts: PT24H, rule: FREQ=DAILY}
      """;

  private static final String FREEZE =
      """
      apiVersion: evenkeel/v1
      kind: Freeze
      name: stocktaking
      title: Stocktaking
      scope: {systems: [till]}
      owner: ann
      reason: All goods are counted.
      when: {start: '%s', lasts: PT3H, timeZone: UTC}
      ---
      apiVersion: evenkeel/v1
      kind: Person
      name: ann
      """;

  @RegisterExtension static final Office office = Office.of("scheduled-run");
  private static int clicks;

  @Test
  void a_run_starts_by_itself_in_its_window_and_is_refused_in_a_freeze() throws Exception {
    apply("till", TILL);
    Path runbook = file("till.yaml", RUNBOOK);

    // In the window: it starts by itself, as the one who scheduled it.
    Instant soon = Instant.now().plusSeconds(15);
    Called scheduled =
        office.evenkeel(
            "scheduled",
            "run",
            "start",
            runbook.toString(),
            "--waive",
            "a journey",
            "--at",
            soon.truncatedTo(ChronoUnit.SECONDS).toString(),
            "--json");
    Assertions.assertThat(scheduled.exitCode(2)).as(scheduled.err()).isZero();
    JsonNode taken = JsonMapper.shared().readTree(scheduled.out());
    Assertions.assertThat(taken.path("status").asString()).isEqualTo("READY");
    String id = taken.path("id").asString();
    Patiently.await(
        Duration.ofMinutes(1),
        () -> "run %s starts by itself".formatted(id),
        () -> office.server().get("/api/runs/" + id).path("status").asString().equals("SUCCEEDED"));
    Assertions.assertThat(office.server().get("/api/runs/" + id + "/events").toString())
        .contains("Starts by itself at its time, as ");

    // In a freeze: refused, with the freeze, and when it is open next.
    apply(
        "freeze",
        FREEZE.formatted(
            LocalDateTime.now(ZoneOffset.UTC).minusHours(1).truncatedTo(ChronoUnit.MINUTES)));
    Called refused =
        office.evenkeel("refused", "run", "start", runbook.toString(), "--waive", "a journey");
    Assertions.assertThat(refused.exitCode(2)).isEqualTo(2);
    Assertions.assertThat(refused.err())
        .contains("All goods are counted", "It is open next at ", "right override (role admin)");

    threeClicks();
  }

  private static void threeClicks() throws IOException {
    try (BrowserContext desk = office.desk()) {
      Witness witness = Witness.of(desk, office.server().url());
      Page page = desk.newPage();
      Welcome.join(page, office.server().welcomeLink());
      page.navigate(office.server().url() + "/estate/systems/till");

      click(page.getByRole(AriaRole.LINK, named("Schedule an update")));
      assertThat(page.locator(".slots li")).not().hasCount(0);
      assertThat(page.locator(".slots input").first()).isChecked();
      page.getByLabel("Without a rehearsal, because").fill("a journey");
      click(page.getByRole(AriaRole.BUTTON, named("Schedule")));
      assertThat(page.locator(".appointment")).containsText("Starts by itself at");
      Assertions.assertThat(clicks).isLessThanOrEqualTo(3);

      page.getByRole(AriaRole.BUTTON, named("Do not start by itself")).click();
      assertThat(page.locator(".appointment")).hasCount(0);
      witness.hasNothingToReport();
    }
  }

  private static void click(Locator what) {
    what.click();
    clicks++;
  }

  private static void apply(String name, String documents) throws Exception {
    Called apply =
        office.evenkeel(name, "apply", "-f", file(name + "-estate.yaml", documents).toString());
    Assertions.assertThat(apply.exitCode(2)).as(apply.err()).isZero();
  }

  private static Path file(String name, String text) throws IOException {
    return Files.writeString(office.scene().file(name), text);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }
}
