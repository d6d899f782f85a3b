package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.server.shared.ShownAddress;
import dev.evenkeel.server.shared.StartRefused;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where advisories are fetched from.
 *
 * @param urls of files of OSV, CSAF or VEX, with spaces between; empty to fetch nothing
 */
@ConfigurationProperties("evenkeel.advisory")
record AdvisorySettings(@DefaultValue("") String urls) {
  private static final int MOST = 100;

  AdvisorySettings {
    List<String> all = split(urls).toList();
    all.stream()
        .filter(url -> !isHttp(url))
        .findFirst()
        .ifPresent(url -> {
          throw new StartRefused(
              "EVENKEEL_ADVISORY_URLS names '%s', which is no http or https address."
                  .formatted(ShownAddress.of(url)),
              "Give addresses of files with spaces between, such as https://osv-vulnerabilities.storage.googleapis.com/Go/all.zip, or leave it out.");
        });
    if (all.size() > MOST) {
      throw new StartRefused(
          "EVENKEEL_ADVISORY_URLS names %d addresses.".formatted(all.size()),
          "Give %d at most.".formatted(MOST));
    }
  }

  private static Stream<String> split(String urls) {
    return Stream.of(urls.strip().split("[\\s,]+")).filter(url -> !url.isEmpty()).distinct();
  }

  private static boolean isHttp(String url) {
    try {
      URI address = URI.create(url);
      return address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  List<URI> addresses() {
    return split(urls).map(URI::create).toList();
  }
}
