package dev.evenkeel.server.execution.action.http;

import dev.evenkeel.runbook.words.Http;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Locale;
import java.util.Map;

/** The request some words ask for. */
final class Request {
  private Request() {}

  /**
   * @param usual headers sent unless the words bring their own
   * @throws IllegalArgumentException when no request can be made of the words
   */
  static HttpRequest of(Http words, Map<String, String> usual) {
    var builder =
        HttpRequest.newBuilder(uri(words.url()))
            .method(
                words.method().toUpperCase(Locale.ROOT),
                words.body().map(BodyPublishers::ofString).orElseGet(BodyPublishers::noBody))
            .setHeader("User-Agent", "Evenkeel");
    usual.forEach(builder::setHeader);
    words.headers().forEach(builder::setHeader);
    return builder.build();
  }

  private static URI uri(String url) {
    var uri = URI.create(url);
    if (uri.getHost() == null
        || !("http".equalsIgnoreCase(uri.getScheme())
            || "https".equalsIgnoreCase(uri.getScheme()))) {
      throw new IllegalArgumentException("an address begins with http:// or https:// and a host");
    }
    return uri;
  }

  static String whatIsWrong(Http words, IllegalArgumentException unfit) {
    return "No request can be made of %s %s: %s. Correct `url`, `method` or `headers`."
        .formatted(words.method(), words.url(), unfit.getMessage());
  }
}
