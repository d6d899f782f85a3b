package dev.evenkeel.server.execution.action.http;

import dev.evenkeel.runbook.words.Http;
import dev.evenkeel.server.execution.action.Action;
import dev.evenkeel.server.execution.action.Errands;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Words of requests. */
public final class Requests {
  private Requests() {}

  public static Action<Http> action() {
    return new HttpAction(new Errands());
  }

  public static Http get(String url) {
    return request("GET", url);
  }

  public static Http request(String method, String url, Integer... expect) {
    return new Http(
        url,
        method,
        Map.of(),
        Optional.empty(),
        expect.length == 0 ? List.of(200, 201, 202, 204) : List.of(expect),
        Optional.empty(),
        false,
        Duration.ofSeconds(10));
  }

  public static Http within(Duration time, Http words) {
    return new Http(
        words.url(),
        words.method(),
        words.headers(),
        words.body(),
        words.expect(),
        words.contains(),
        words.refusedIsNotDone(),
        time);
  }

  public static Http containing(String text, Http words) {
    return new Http(
        words.url(),
        words.method(),
        words.headers(),
        words.body(),
        words.expect(),
        Optional.of(text),
        words.refusedIsNotDone(),
        words.within());
  }
}
