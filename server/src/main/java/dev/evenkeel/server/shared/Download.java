package dev.evenkeel.server.shared;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Gets something from an address, or gives it up.
 *
 * @param patience for all of it, also when it comes in drops
 * @param longest how many bytes are taken
 */
public record Download(Duration patience, long longest) {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /**
   * @throws IOException when it is not there whole in time; its message is a clause for a person
   */
  public <T> HttpResponse<T> get(HttpRequest request, BodyHandler<T> into)
      throws IOException, InterruptedException {
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(ProxySelector.getDefault())
            .build()) {
      CompletableFuture<HttpResponse<T>> answer =
          http.sendAsync(request, BodyHandlers.limiting(into, longest));
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        answer.cancel(true);
        http.shutdownNow();
        throw new IOException("it was not there whole after %s".formatted(words(patience)), late);
      } catch (ExecutionException failed) {
        http.shutdownNow();
        throw new IOException(said(request.uri(), failed.getCause()), failed);
      }
    }
  }

  private String said(URI address, @Nullable Throwable cause) {
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    if (message.contains("exceeds capacity")) {
      return "it is longer than %,d bytes".formatted(longest);
    }
    if (cause != null && TlsTrouble.is(cause)) {
      return TlsTrouble.says(address.getAuthority().replaceFirst(".*@", ""), cause);
    }
    return cause instanceof ConnectException ? "nobody answers there" : String.valueOf(cause);
  }

  private static String words(Duration time) {
    return time.toMinutes() > 0 ? time.toMinutes() + " minutes" : time.toMillis() + " milliseconds";
  }
}
