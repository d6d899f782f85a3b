package dev.evenkeel.server.execution.action.http;

import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Sends one request and takes the answer, within a time for all of it.
 *
 * <p>Every request has a connection of its own. One kept from an earlier request may have been
 * closed by the other side meanwhile, and a {@code POST} lost that way could not be told from one
 * that arrived.
 */
final class Exchange {
  /** How much of an answer is looked at, in bytes. */
  static final int LONGEST_BODY = 1024 * 1024;

  private static final Pattern CHARSET =
      Pattern.compile("charset=\"?([^\";,\\s]+)", Pattern.CASE_INSENSITIVE);

  private Exchange() {}

  static Answer of(HttpRequest request, Duration within) {
    // Not closed but shut down: closing would wait for an answer nobody wants any more.
    @SuppressWarnings("resource")
    var client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(ProxySelector.getDefault())
            .connectTimeout(within)
            .build();
    try {
      var response =
          client
              .sendAsync(request, head -> new BoundedBody(LONGEST_BODY))
              .get(within.toMillis(), TimeUnit.MILLISECONDS);
      return new Answer.Given(
          response.statusCode(), new String(response.body(), charset(response)));
    } catch (ExecutionException broken) {
      return Trouble.with(request.uri(), within, broken);
    } catch (TimeoutException late) {
      return Trouble.with(request.uri(), within, late);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Answer.Lost("it was given up before %s answered".formatted(request.uri()));
    } finally {
      client.shutdownNow();
    }
  }

  private static Charset charset(HttpResponse<?> response) {
    var named = CHARSET.matcher(response.headers().firstValue("Content-Type").orElse(""));
    try {
      return named.find() ? Charset.forName(named.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return StandardCharsets.UTF_8;
    }
  }
}
