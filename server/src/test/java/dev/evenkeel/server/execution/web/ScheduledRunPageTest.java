package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.server.execution.RunControl;
import dev.evenkeel.server.execution.RunKind;
import dev.evenkeel.server.execution.StartTimes;
import dev.evenkeel.server.execution.machine.Entry;
import dev.evenkeel.server.execution.store.AppointmentStore;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.schedule.PlacedWork;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.ApiClient;
import dev.evenkeel.server.web.Browser.Page;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Where people say when a run starts by itself, and see what became of that. */
@Tag("C05")
class ScheduledRunPageTest extends OnStillServer {
  @BeforeEach
  void clearTheWay() {
    server.clearTheWay();
  }

  @Test
  void a_run_that_waits_says_when_it_starts_by_itself_and_who_scheduled_it() {
    SampleRun run = waiting();
    Page page = operator.open(address(run));
    assertThat(page.one(".status").text()).isEqualTo("Starts by itself");
    assertThat(page.one(".appointment").text())
        .contains("Starts by itself at ", "at the latest at ", "Scheduled by ann.");
    assertThat(operator.open("/runs").one("tr[data-key=%s]".formatted(run.id)).text())
        .contains("Starts by itself", "At " + new Times(at()).moment(at()).substring(0, 10));
  }

  @Test
  void it_is_moved_by_the_clock_of_who_types() {
    SampleRun run = waiting();
    LocalDateTime wall = LocalDateTime.ofInstant(at(), ZoneOffset.UTC).plusDays(1);
    Page moved =
        operator.press(
            operator.open(address(run)).one("#appoint form button"),
            Map.of("startAt", wall.toString(), "zone", "Asia/Tokyo"));
    assertThat(moved.leadsTo()).isEqualTo(address(run));
    assertThat(operator.open(address(run)).one(".appointment b time").attr("datetime"))
        .isEqualTo(wall.minusHours(9).toInstant(ZoneOffset.UTC).toString());
  }

  @Test
  void who_moves_it_from_an_old_page_is_told_that_somebody_else_was_there_before() {
    SampleRun run = waiting();
    Page old = operator.open(address(run));
    beans.getBean(RunControl.class).appoint(run.id, times(), Optional.empty(), Actor.person("ben"));
    Page refused = operator.press(old.one("form[action$=cancel] button"), Map.of());
    assertThat(refused.status()).isEqualTo(412);
    assertThat(refused.one("main").text()).contains("was changed meanwhile");
  }

  @Test
  void programs_and_people_read_whose_right_it_waits_for_and_what_it_overrides() {
    SampleRun run = server.ready(SampleRunbooks.rolling(2), RunKind.PRODUCTION);
    ApiClient program = ApiClient.of(beans, Role.ADMIN);
    var answer =
        program.put(
            "/api/runs/%s/appointment".formatted(run.id),
            "{\"startAt\": \"%s\", \"override\": \"the shop is down anyway\"}".formatted(at()),
            "Content-Type",
            "application/json");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.json().path("appointment").path("madeByKind").asString()).isEqualTo("TOKEN");
    assertThat(operator.open(address(run)).one(".appointment .overriding").text())
        .endsWith("because: the shop is down anyway");
    var store = beans.getBean(AppointmentStore.class);
    store.save(
        run.id,
        store.find(run.id).orElseThrow().notYet(List.of("The token 'night job' was taken back.")));
    beans
        .getBean(RunLog.class)
        .append(
            run.id,
            server.now(),
            "evenkeel",
            new Entry("appointment-waits", Optional.empty(), "Does not start yet."));
    assertThat(operator.open(address(run)).one(".appointment").text())
        .contains("It was tried, and is tried again until then:", "was taken back");
  }

  @Test
  void it_is_taken_back() {
    SampleRun run = waiting();
    operator.press(operator.open(address(run)).one("form[action$=cancel] button"), Map.of());
    Page page = operator.open(address(run));
    assertThat(page.one(".status").text()).isEqualTo("Ready to start");
    assertThat(page.html().select(".appointment")).isEmpty();
  }

  @Test
  void a_viewer_sees_it_and_changes_nothing() {
    Page page = viewer.open(address(waiting()));
    assertThat(page.one(".appointment").text()).contains("Starts by itself at ");
    assertThat(page.html().select("form[action*=appointment]")).isEmpty();
  }

  @Test
  void what_was_overridden_is_listed_for_whoever_audits() {
    Page page = viewer.open("/runs/overrides");
    assertThat(page.one("h1").text()).isEqualTo("Overridden");
  }

  @Test
  void without_a_run_over_a_system_the_way_to_the_first_one_is_shown() {
    Page page = operator.open("/runs/schedule?system=never-touched");
    assertThat(page.one("#page").text())
        .contains("No run has gone over it yet", "systems: [never-touched]");
  }

  @Test
  void a_production_run_that_waits_is_work_that_has_its_time() {
    SampleRun run = server.ready(SampleRunbooks.rolling(2), RunKind.PRODUCTION);
    beans.getBean(RunControl.class).appoint(run.id, times(), Optional.empty(), Actor.person("ann"));
    SampleRun rehearsal = waiting();
    var around = new Span(at().minusSeconds(60), at().plusSeconds(60));
    assertThat(beans.getBeansOfType(PlacedWork.class).values())
        .flatMap(source -> source.within(around))
        .extracting(PlacedWork.Placed::path)
        .contains("/runs/" + run.id)
        .doesNotContain("/runs/" + rehearsal.id);
  }

  private SampleRun waiting() {
    SampleRun run = server.ready(SampleRunbooks.rolling(2), RunKind.REHEARSAL);
    beans.getBean(RunControl.class).appoint(run.id, times(), Optional.empty(), Actor.person("ann"));
    return run;
  }

  private StartTimes times() {
    return StartTimes.of(at(), Optional.empty(), server.now());
  }

  private Instant at() {
    return server.now().plus(Duration.ofDays(7));
  }
}
