package dev.evenkeel.server.risk.web;

import dev.evenkeel.runbook.Interpolation;
import dev.evenkeel.runbook.UnfitValue;
import dev.evenkeel.runbook.UnknownName;
import dev.evenkeel.server.risk.reckon.MetricQuery;
import dev.evenkeel.server.shared.Typed;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a number is read, as somebody types it in. Passwords stand in it by name only. */
final class MetricWords {
  private static final int LONGEST_URL = 500;
  private static final int LONGEST_QUERY = 2_000;
  private static final Pattern USER = Pattern.compile("//([^/@]*)@");

  private MetricWords() {}

  static Optional<MetricQuery> read(Typed typed, String path) {
    Optional<String> url = typed.words(path + ".url", LONGEST_URL);
    Optional<String> query = typed.words(path + ".query", LONGEST_QUERY);
    if (url.isEmpty() && query.isEmpty()) {
      return Optional.empty();
    }
    if (url.isEmpty()) {
      typed.wrong(path + ".url", "This is missing. Write the address of the Prometheus server.");
    }
    if (query.isEmpty()) {
      typed.wrong(path + ".query", "This is missing. Write a query with a single number.");
    }
    url.ifPresent(text -> checkAddress(typed, path + ".url", text));
    query.ifPresent(text -> filled(typed, path + ".query", text));
    String period =
        typed.text(path + ".period").isEmpty()
            ? MetricQuery.USUAL_PERIOD
            : typed.text(path + ".period");
    if (MetricQuery.duration(period).isEmpty()) {
      typed.wrong(
          path + ".period",
          "'%s' is no period. Write it as 12h, 7d or 4w, at most 92d.".formatted(period));
    }
    return url.flatMap(address -> query.map(asked -> new MetricQuery(address, asked, period)));
  }

  private static void checkAddress(Typed typed, String path, String text) {
    var user = USER.matcher(text);
    if (user.find() && !user.group(1).contains("${secrets.")) {
      typed.wrong(
          path,
          "Who may see this page would see the password in it. Keep it as a secret and write https://user:${secrets.NAME}@host.");
      return;
    }
    filled(typed, path, text)
        .filter(filled -> !isAddress(filled))
        .ifPresent(filled ->
            typed.wrong(
                path, "This is no address. Write it as http://host:port/path or https://…"));
  }

  private static boolean isAddress(String text) {
    try {
      URI uri = URI.create(text);
      return uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** With something in the place of each secret; empty when it names something else. */
  private static Optional<String> filled(Typed typed, String path, String text) {
    try {
      return Optional.of(
          Interpolation.text(
              text, name -> name.startsWith("secrets.") ? Optional.of("x") : Optional.empty()));
    } catch (UnknownName | UnfitValue e) {
      typed.wrong(
          path, "%s Only secrets are known here: ${secrets.NAME}.".formatted(e.getMessage()));
      return Optional.empty();
    }
  }
}
