package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.server.shared.ShownAddress;
import dev.evenkeel.server.shared.StartRefused;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where lifecycle data is fetched from.
 *
 * @param url of all products in a shape of endoflife.date's API; empty to fetch nothing
 */
@ConfigurationProperties("evenkeel.lifecycle")
record LifecycleSettings(@DefaultValue("") String url) {
  LifecycleSettings {
    if (!url.isBlank() && !isHttp(url)) {
      throw new StartRefused(
          "EVENKEEL_LIFECYCLE_URL is '%s', which is no http or https address."
              .formatted(ShownAddress.of(url)),
          "Give the address of all products, such as https://endoflife.date/api/v1/products/full, or leave it out.");
    }
  }

  private static boolean isHttp(String url) {
    try {
      URI address = URI.create(url.strip());
      return address.getHost() != null
          && ("http".equals(address.getScheme()) || "https".equals(address.getScheme()));
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  Optional<URI> address() {
    return url.isBlank() ? Optional.empty() : Optional.of(URI.create(url.strip()));
  }
}
