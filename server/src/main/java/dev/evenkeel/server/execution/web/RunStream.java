package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.machine.RunState;
import dev.evenkeel.server.execution.store.RunMark;
import dev.evenkeel.server.execution.store.RunMarks;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.web.LiveRuns.Audience;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Right;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.dao.DataAccessException;
import org.springframework.http.MediaType;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * What happens to a run, as server-sent events:
 *
 * <ul>
 *   <li>{@code changed}: something happened since the viewer's mark; which parts of the run, the
 *       number of its newest log line, and the new mark (also as the event's id);
 *   <li>{@code heartbeat}: nothing happened, the server has looked it up. When heartbeats stop, the
 *       viewer does not see the run any more, whatever the connection says;
 *   <li>{@code ended}: the run has ended, nothing of it goes on, and the viewer has heard all there
 *       is. The stream ends with it. A run that has ended may be taken back, so a page that stays
 *       open looks again from time to time.
 * </ul>
 *
 * The request keeps its virtual thread for as long as it is watched, at most a quarter of an hour;
 * then the viewer comes again, and is asked again who he is.
 */
@RestController
@Needs(Right.VIEW)
class RunStream {
  static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final LiveRuns live;
  private final RunStore runs;
  private final RunMarks marks;
  private final JsonMapper json;
  private final Clock clock;
  private final LongSupplier nanos;

  /**
   * @param nanos a clock nobody can set
   */
  RunStream(
      LiveRuns live,
      RunStore runs,
      RunMarks marks,
      JsonMapper json,
      Clock clock,
      LongSupplier nanos) {
    this.live = live;
    this.runs = runs;
    this.marks = marks;
    this.json = json;
    this.clock = clock;
    this.nanos = nanos;
  }

  /**
   * @param parts {@code run}, {@code watch}, {@code steps}, {@code output}
   */
  record Changed(long seq, List<String> parts, String mark) {}

  record Heartbeat(Instant now) {}

  record Ended(Instant now) {}

  /**
   * @param after the mark up to which the viewer knows the run; without it all of it is news
   * @param last the same, sent by browsers that come again
   */
  @GetMapping("/api/runs/{id}/stream")
  void stream(
      @PathVariable RunId id,
      @RequestParam Optional<String> after,
      @RequestHeader("Last-Event-ID") Optional<String> last,
      Actor viewer,
      HttpServletResponse response)
      throws IOException {
    RunMark known = last.or(() -> after).flatMap(RunMark::parse).orElse(RunMark.NONE);
    if (over(id) && last.isPresent() && marks.of(id).equals(known)) {
      // What comes again by itself, as browsers do, comes no more after this.
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
      return;
    }
    Audience audience = live.enter(id, viewer);
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      tell(id, audience, known, response.getWriter());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      live.leave(id, viewer);
    }
  }

  private void tell(RunId id, Audience audience, RunMark first, PrintWriter out)
      throws InterruptedException {
    long began = nanos.getAsLong();
    RunMark known = first;
    long looks = 0;
    boolean mayBeOver = true;
    // The answer begins at once: who connects knows that he is connected.
    out.print("retry: 2000\n\n");
    out.flush();
    while (!out.checkError() && nanos.getAsLong() - began < LONGEST.toNanos()) {
      if (mayBeOver) {
        try {
          if (over(id)) {
            ended(out, known, marks.of(id));
            return;
          }
          mayBeOver = false;
        } catch (DataAccessException | TransactionException databaseAway) {
          // It is looked up again when the viewer has waited in vain for news.
        }
      }
      var news = audience.await(known, HEARTBEAT);
      if (!news.open()) {
        return;
      }
      if (news.looks() > 0 && !news.mark().equals(known)) {
        changed(out, known, news.mark());
        mayBeOver |= news.mark().since(known).contains(RunMark.Part.RUN);
        known = news.mark();
      } else if (news.looks() != looks) {
        event(out, "heartbeat", new Heartbeat(clock.instant()));
      }
      looks = news.looks();
      out.flush();
    }
  }

  /** Whether nothing of it will change until a person orders something; steps may outlive it. */
  private boolean over(RunId id) {
    RunState state = runs.get(id).state();
    return state.status().ended()
        && state.steps().values().stream().noneMatch(step -> step.phase().inFlight());
  }

  /**
   * @param last the mark of the run, looked up after it was over
   */
  private void ended(PrintWriter out, RunMark known, RunMark last) {
    if (!last.equals(known)) {
      changed(out, known, last);
    }
    event(out, "ended", new Ended(clock.instant()));
    out.flush();
  }

  private void changed(PrintWriter out, RunMark known, RunMark mark) {
    List<String> parts =
        mark.since(known).stream().map(part -> part.name().toLowerCase(Locale.ROOT)).toList();
    out.print("id: " + mark + "\n");
    event(out, "changed", new Changed(mark.seq(), parts, mark.toString()));
  }

  private void event(PrintWriter out, String name, Object data) {
    out.print("event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
  }
}
