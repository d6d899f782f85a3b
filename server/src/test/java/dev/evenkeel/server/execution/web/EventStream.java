package dev.evenkeel.server.execution.web;

import dev.evenkeel.server.web.Browser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server-sent events of a run, as a browser reads them. Whoever uses it sets a time limit. */
final class EventStream implements AutoCloseable {

  /**
   * @param id what the browser sends as Last-Event-ID when it comes again
   */
  record Event(String name, Optional<String> id, JsonNode data) {}

  final int status;
  final Optional<String> type;
  private final BufferedReader lines;

  private EventStream(int status, Optional<String> type, InputStream body) {
    this.status = status;
    this.type = type;
    this.lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
  }

  /**
   * @param last the id of the last event seen; empty when it comes for the first time
   */
  static EventStream open(Browser browser, String path, Optional<String> last) {
    try {
      var request = browser.request(path).header("Accept", "text/event-stream");
      last.ifPresent(id -> request.header("Last-Event-ID", id));
      var answer = browser.http().send(request.build(), BodyHandlers.ofInputStream());
      return new EventStream(
          answer.statusCode(), answer.headers().firstValue("Content-Type"), answer.body());
    } catch (IOException broken) {
      throw new AssertionError(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** Waits for the next event; empty when the stream has ended. */
  Optional<Event> next() throws IOException {
    String name = "message";
    Optional<String> id = Optional.empty();
    StringBuilder data = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("event: ")) {
        name = line.substring("event: ".length());
      } else if (line.startsWith("id: ")) {
        id = Optional.of(line.substring("id: ".length()));
      } else if (line.startsWith("data: ")) {
        data.append(line.substring("data: ".length()));
      } else if (line.isEmpty() && !data.isEmpty()) {
        return Optional.of(new Event(name, id, JsonMapper.shared().readTree(data.toString())));
      }
    }
    return Optional.empty();
  }

  /** The next event that tells of a change. */
  Event change() throws IOException {
    while (true) {
      Event event = next().orElseThrow(() -> new AssertionError("The stream has ended"));
      if (event.name().equals("changed")) {
        return event;
      }
    }
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
