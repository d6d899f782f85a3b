package dev.evenkeel.server.comms.plan;

import dev.evenkeel.server.shared.StartRefused;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people reach this server.
 *
 * @param url such as {@code https://evenkeel.example.org}; without it messages hold no addresses
 */
@ConfigurationProperties("evenkeel.public")
public record PublicSettings(@DefaultValue("") String url) {
  public PublicSettings {
    url = url.strip().replaceAll("/+$", "");
    if (!url.isEmpty() && !url.matches("https?://[^\\s?#]+")) {
      throw new StartRefused(
          "EVENKEEL_PUBLIC_URL is '%s'; that is no address people can open.".formatted(url),
          "Write it as https://evenkeel.example.org, or leave it out.");
    }
  }

  /** The whole address of a path, when it is known. */
  public Optional<String> of(String path) {
    return url.isEmpty() ? Optional.empty() : Optional.of(URI.create(url + path).toString());
  }
}
