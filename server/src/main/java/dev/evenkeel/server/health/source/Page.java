package dev.evenkeel.server.health.source;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * An address that is read with GET. User and password may stand in it; they are sent as Basic
 * authentication and never repeated in messages.
 */
record Page(URI uri) {
  private static final int LONGEST = 16 << 20;
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  static Page at(String url) throws IOException {
    try {
      var uri = URI.create(url.strip());
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return new Page(uri);
      }
    } catch (IllegalArgumentException e) {
      // Said below in the same way.
    }
    throw new IOException(
        "'%s' is no address; write it as http://host:port/path or https://…"
            .formatted(url.replaceAll("//[^/@]*@", "//…@")));
  }

  /** The time is for all of the answer; the client's own limit ends with its first bytes. */
  HttpResponse<String> get(Duration within) throws IOException, InterruptedException {
    var answer =
        CLIENT.sendAsync(request(within), BodyHandlers.limiting(BodyHandlers.ofString(), LONGEST));
    try {
      return answer.get(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw late(within);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof HttpTimeoutException ? late(within) : trouble(e.getCause());
    } finally {
      answer.cancel(true);
    }
  }

  private HttpTimeoutException late(Duration within) {
    return new HttpTimeoutException(
        "%s: no answer within %d ms".formatted(this, within.toMillis()));
  }

  private IOException trouble(@Nullable Throwable cause) {
    if (cause instanceof ConnectException refused) {
      return new ConnectException(
          "%s: %s".formatted(this, unknownHost(refused) ? "unknown host" : "connection refused"));
    }
    return new IOException(
        "%s: %s".formatted(this, cause == null ? "no answer" : Reason.of(cause)), cause);
  }

  private HttpRequest request(Duration within) {
    var request = HttpRequest.newBuilder(withoutUser()).timeout(within).GET();
    if (uri.getUserInfo() != null) {
      var user = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
      request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
    }
    return request.build();
  }

  private URI withoutUser() {
    return uri.getRawUserInfo() == null
        ? uri
        : URI.create(uri.toString().replaceFirst("//[^/@]*@", "//"));
  }

  private static boolean unknownHost(ConnectException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException
          || cause instanceof java.nio.channels.UnresolvedAddressException) {
        return true;
      }
    }
    return false;
  }

  /** Where it is, without user, password and query, in which secrets may stand. */
  @Override
  public String toString() {
    return "%s://%s%s%s"
        .formatted(
            uri.getScheme(),
            uri.getHost(),
            uri.getPort() < 0 ? "" : ":" + uri.getPort(),
            uri.getPath());
  }
}
