package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.execution.RunId;
import dev.evenkeel.server.execution.store.RunMark;
import dev.evenkeel.server.execution.store.RunStore;
import dev.evenkeel.server.execution.web.LiveRuns.Audience;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Role;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
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
 *       viewer does not see the run any more, whatever the connection says.
 * </ul>
 *
 * The request keeps its virtual thread for as long as it is watched, at most a quarter of an hour;
 * then the viewer comes again, and is asked again who he is.
 */
@RestController
@Needs(Role.VIEWER)
class RunStream {
  static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final LiveRuns live;
  private final RunStore runs;
  private final JsonMapper json;
  private final Clock clock;

  RunStream(LiveRuns live, RunStore runs, JsonMapper json, Clock clock) {
    this.live = live;
    this.runs = runs;
    this.json = json;
    this.clock = clock;
  }

  /**
   * @param parts {@code run}, {@code watch}, {@code steps}, {@code output}
   */
  record Changed(long seq, List<String> parts, String mark) {}

  record Heartbeat(Instant now) {}

  /**
   * @param after the mark up to which the viewer knows the run; without it all of it is news
   * @param last the same, sent by browsers that come again
   */
  @GetMapping("/api/runs/{id}/stream")
  void stream(
      @PathVariable RunId id,
      @RequestParam Optional<String> after,
      @RequestHeader("Last-Event-ID") Optional<String> last,
      HttpServletResponse response)
      throws IOException {
    runs.get(id);
    RunMark known = last.or(() -> after).flatMap(RunMark::parse).orElse(RunMark.NONE);
    Audience audience = live.enter(id);
    try {
      response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Accel-Buffering", "no");
      tell(audience, known, response.getWriter());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      live.leave(id);
    }
  }

  private void tell(Audience audience, RunMark first, PrintWriter out) throws InterruptedException {
    Instant until = clock.instant().plus(LONGEST);
    RunMark known = first;
    long looks = 0;
    // The answer begins at once: who connects knows that he is connected.
    out.print("retry: 2000\n\n");
    out.flush();
    while (!out.checkError() && clock.instant().isBefore(until)) {
      var news = audience.await(known, HEARTBEAT);
      if (!news.open()) {
        return;
      }
      if (news.looks() > 0 && !news.mark().equals(known)) {
        List<String> parts =
            news.mark().since(known).stream()
                .map(part -> part.name().toLowerCase(Locale.ROOT))
                .toList();
        String mark = news.mark().toString();
        out.print("id: " + mark + "\n");
        event(out, "changed", new Changed(news.mark().seq(), parts, mark));
        known = news.mark();
      } else if (news.looks() != looks) {
        event(out, "heartbeat", new Heartbeat(clock.instant()));
      }
      looks = news.looks();
      out.flush();
    }
  }

  private void event(PrintWriter out, String name, Object data) {
    out.print("event: " + name + "\ndata: " + json.writeValueAsString(data) + "\n\n");
  }
}
