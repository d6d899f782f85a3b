package dev.evenkeel.server.execution.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.evenkeel.judge.Verdict;
import dev.evenkeel.server.ServerTest;
import dev.evenkeel.server.execution.machine.AttemptResult;
import dev.evenkeel.server.execution.machine.RunCommand;
import dev.evenkeel.server.execution.store.RunLog;
import dev.evenkeel.server.execution.store.RunMark;
import dev.evenkeel.server.execution.store.RunMarks;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.web.EventStream.Event;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Role;
import dev.evenkeel.server.web.Browser;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

/** What the page of a run hears while it is open. */
@ServerTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(60)
class RunStreamTest {
  @Autowired ListableBeanFactory beans;
  private StillServer server;
  private Browser viewer;

  @BeforeAll
  void open() {
    server = new StillServer(beans);
    viewer = Browser.signedIn(beans, Role.VIEWER);
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void whoever_comes_for_the_first_time_hears_how_far_the_run_is() throws Exception {
    SampleRun run = switching();
    try (var stream = listen(run, Optional.empty())) {
      assertThat(stream.status).isEqualTo(200);
      assertThat(stream.type.orElseThrow()).startsWith("text/event-stream");
      Event first = stream.change();
      assertThat(first.data().path("seq").asLong())
          .isEqualTo(beans.getBean(RunLog.class).newest(run.id));
      assertThat(parts(first)).contains("run");
    }
  }

  @Test
  void a_change_of_the_run_arrives_with_what_has_changed() throws Exception {
    SampleRun run = switching();
    try (var stream = listen(run, Optional.empty())) {
      stream.change();
      run.prints("w1/n1/switch", "unpacking\n");
      assertThat(parts(stream.change())).containsExactly("output");
      run.waits("w1/n1/switch", "the process to come up");
      assertThat(parts(stream.change())).containsExactly("steps");
      run.waits("w1/n1/switch", "its port to be open");
      assertThat(parts(stream.change())).containsExactly("steps");
      run.order(RunCommand.PAUSE);
      assertThat(parts(stream.change())).containsExactly("run");
      run.judged(Verdict.Kind.HEALTHY, "errors", 0, 0, 0.1, 10, "All is well.");
      assertThat(parts(stream.change())).contains("watch");
    }
  }

  @Test
  void whoever_comes_again_misses_nothing() throws Exception {
    SampleRun run = switching();
    String last;
    try (var stream = listen(run, Optional.empty())) {
      last = stream.change().id().orElseThrow();
    }
    run.order(RunCommand.PAUSE).order(RunCommand.RESUME);
    try (var stream = listen(run, Optional.of(last))) {
      Event missed = stream.change();
      assertThat(parts(missed)).containsExactly("run");
      assertThat(missed.data().path("seq").asLong())
          .isEqualTo(beans.getBean(RunLog.class).newest(run.id));
    }
  }

  @Test
  void whoever_comes_again_and_missed_nothing_hears_only_that_the_server_is_there()
      throws Exception {
    SampleRun run = switching();
    String mark = viewer.open("/runs/" + run.id).one("#page").attr("data-mark");
    try (var stream =
        EventStream.open(
            viewer, "/api/runs/%s/stream?after=%s".formatted(run.id, mark), Optional.empty())) {
      assertThat(stream.next().orElseThrow().name()).isEqualTo("heartbeat");
    }
  }

  @Test
  void changes_of_other_runs_are_not_heard() throws Exception {
    SampleRun mine = switching();
    SampleRun other = switching();
    try (var stream = listen(mine, Optional.empty())) {
      long before = stream.change().data().path("seq").asLong();
      other.order(RunCommand.PAUSE);
      mine.order(RunCommand.ABORT, "enough");
      assertThat(stream.change().data().path("seq").asLong())
          .isGreaterThan(before)
          .isEqualTo(beans.getBean(RunLog.class).newest(mine.id));
    }
  }

  @Test
  void a_mark_nobody_gave_is_taken_as_none() throws Exception {
    try (var stream = listen(switching(), Optional.of("'; drop table execution_run"))) {
      assertThat(parts(stream.change())).contains("run");
    }
  }

  @Test
  void of_a_run_that_is_not_there_nothing_is_heard() throws Exception {
    try (var stream = EventStream.open(viewer, "/api/runs/nothere1/stream", Optional.empty())) {
      assertThat(stream.status).isEqualTo(404);
    }
  }

  @Test
  void a_server_takes_a_bounded_number_of_listeners_and_says_so() throws Exception {
    SampleRun run = switching();
    LiveRuns live = beans.getBean(LiveRuns.class);
    List<Actor> taken = new ArrayList<>();
    try {
      for (int seat = 0; seat < LiveRuns.SEATS; seat++) {
        Actor viewer = Actor.person("viewer " + seat);
        live.enter(run.id, viewer);
        taken.add(viewer);
      }
    } catch (Refused othersAreHereToo) {
      // Some seats may still be held by streams that were closed a moment ago.
    }
    try {
      var refused = viewer.api("/api/runs/%s/stream".formatted(run.id));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("1000 pages are being kept live by this server already");
    } finally {
      taken.forEach(viewer -> live.leave(run.id, viewer));
    }
    try (var stream = listen(run, Optional.empty())) {
      assertThat(stream.status).isEqualTo(200);
    }
  }

  @Test
  void one_viewer_does_not_take_the_seats_of_all() throws Exception {
    SampleRun run = switching();
    List<EventStream> pages = new ArrayList<>();
    Browser eager = Browser.signedIn(beans, Role.VIEWER);
    try {
      for (int page = 0; page < LiveRuns.SEATS_OF_ONE; page++) {
        pages.add(
            EventStream.open(eager, "/api/runs/%s/stream".formatted(run.id), Optional.empty()));
        assertThat(pages.getLast().status).isEqualTo(200);
      }
      var refused = eager.api("/api/runs/%s/stream".formatted(run.id));
      assertThat(refused.status()).isEqualTo(409);
      assertThat(refused.text()).contains("keeps 50 pages live on this server already");
      try (var other = listen(run, Optional.empty())) {
        assertThat(other.status).isEqualTo(200);
      }
    } finally {
      for (EventStream page : pages) {
        page.close();
      }
    }
  }

  @Test
  void the_stream_of_a_run_that_ends_ends_after_the_last_that_happened() throws Exception {
    SampleRun run = switching();
    try (var stream = listen(run, Optional.empty())) {
      stream.change();
      run.order(RunCommand.ABORT, "enough");
      stream.change();
      run.ends("w1/n1/switch", new AttemptResult.Stopped());
      Event last = upTo(stream, "ended");
      assertThat(last.data().path("seq").asLong())
          .isEqualTo(beans.getBean(RunLog.class).newest(run.id));
      assertThat(stream.next()).isEmpty();
    }
  }

  @Test
  void whoever_comes_after_the_end_hears_all_of_it_and_is_asked_not_to_come_by_itself_again()
      throws Exception {
    SampleRun run = switching();
    run.order(RunCommand.ABORT, "enough").ends("w1/n1/switch", new AttemptResult.Stopped());
    String last;
    try (var stream = listen(run, Optional.empty())) {
      last = upTo(stream, "ended").id().orElseThrow();
      assertThat(stream.next()).isEmpty();
    }
    try (var again = listen(run, Optional.of(last))) {
      assertThat(again.status).isEqualTo(204);
    }
  }

  @Test
  void a_run_taken_back_after_its_end_is_heard_of_again() throws Exception {
    SampleRun run = switching();
    run.order(RunCommand.ABORT, "enough").ends("w1/n1/switch", new AttemptResult.Stopped());
    String last;
    try (var stream = listen(run, Optional.empty())) {
      last = upTo(stream, "ended").id().orElseThrow();
    }
    run.order(RunCommand.ROLL_BACK);
    try (var stream = listen(run, Optional.of(last))) {
      assertThat(parts(stream.change())).contains("run");
    }
  }

  /** The change before the event. */
  private static Event upTo(EventStream stream, String name) throws IOException {
    Event last = stream.change();
    for (Event event = stream.next().orElseThrow();
        !event.name().equals(name);
        event = stream.next().orElseThrow()) {
      last = event.name().equals("changed") ? event : last;
    }
    return last;
  }

  @Test
  void after_a_quarter_of_an_hour_it_ends_so_that_the_listener_is_asked_again_who_he_is()
      throws Exception {
    SampleRun run = switching();
    AtomicInteger looks = new AtomicInteger();
    LongSupplier later = () -> Duration.ofMinutes(16L * looks.getAndIncrement()).toNanos();
    assertThat(told(run, later, new LiveRuns(beans.getBean(RunMarks.class))))
        .isEqualTo("retry: 2000\n\n");
  }

  @Test
  void a_server_that_stops_ends_all_streams() throws Exception {
    SampleRun run = switching();
    LiveRuns stopping = new LiveRuns(beans.getBean(RunMarks.class));
    stopping.stop();
    assertThat(told(run, System::nanoTime, stopping)).isEqualTo("retry: 2000\n\n");
  }

  @Test
  void a_server_that_was_stopped_and_started_again_has_streams_again() throws Exception {
    SampleRun run = switching();
    LiveRuns again = new LiveRuns(beans.getBean(RunMarks.class));
    again.stop();
    again.start();
    var audience = again.enter(run.id, Actor.EVENKEEL);
    try {
      var news = audience.await(RunMark.NONE, Duration.ofMinutes(1));
      assertThat(news.open()).isTrue();
      assertThat(news.mark().seq()).isEqualTo(beans.getBean(RunLog.class).newest(run.id));
    } finally {
      again.leave(run.id, Actor.EVENKEEL);
    }
  }

  private String told(SampleRun run, LongSupplier nanos, LiveRuns live) throws Exception {
    var answer = new MockHttpServletResponse();
    new RunStream(
            live,
            beans.getBean(RunStore.class),
            beans.getBean(RunMarks.class),
            beans.getBean(JsonMapper.class),
            Clock.systemUTC(),
            nanos)
        .stream(run.id, Optional.empty(), Optional.empty(), Actor.EVENKEEL, answer);
    return answer.getContentAsString();
  }

  private SampleRun switching() {
    return server.started(SampleRunbooks.rolling(2)).until("w1/n1/switch");
  }

  private EventStream listen(SampleRun run, Optional<String> last) {
    return EventStream.open(viewer, "/api/runs/%s/stream".formatted(run.id), last);
  }

  private static List<String> parts(Event event) {
    return event.data().path("parts").values().stream().map(part -> part.asString()).toList();
  }
}
