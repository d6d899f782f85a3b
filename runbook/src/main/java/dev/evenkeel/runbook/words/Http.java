package dev.evenkeel.runbook.words;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Sends one HTTP request and looks at the answer. */
@Says("sends an HTTP request")
public record Http(
    @Says("where to; http or https") String url,
    @Says(value = "the method", fallback = "GET") String method,
    @Says("headers to send") Map<String, String> headers,
    @Says("the body to send") Optional<String> body,
    @Says(
            value = "status codes that mean done",
            fallback = "[200, 201, 202, 204]",
            needed = true,
            atLeast = "100",
            atMost = "599")
        List<Integer> expect,
    @Says("text the answer must hold to mean done") Optional<String> contains,
    @Says(
            value = "when observing: a refused connection means not done instead of unknown",
            fallback = "false")
        boolean refusedIsNotDone,
    @Says(value = "how long to wait for the answer", fallback = "10s", atLeast = "1ms")
        Duration within) {

  public Http {
    headers = Map.copyOf(headers);
    expect = List.copyOf(expect);
  }
}
