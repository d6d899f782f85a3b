package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches lifecycle data from where the settings say, once a day and when somebody asks. */
@Component
@EnableConfigurationProperties(LifecycleSettings.class)
public class LifecycleFetch {
  private static final Logger log = LoggerFactory.getLogger(LifecycleFetch.class);
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ALL = Duration.ofMinutes(2);

  private final LifecycleSettings settings;
  private final LifecycleDesk desk;

  LifecycleFetch(LifecycleSettings settings, LifecycleDesk desk) {
    this.settings = settings;
    this.desk = desk;
  }

  /** Where from; empty when nothing is to be fetched. */
  public Optional<String> address() {
    return settings.address().map(URI::toString);
  }

  @Scheduled(initialDelayString = "PT2M", fixedDelayString = "P1D")
  void regularly() {
    if (settings.address().isPresent()) {
      try {
        fetch(Actor.EVENKEEL);
      } catch (Refused notNow) {
        log.warn("{} It is tried again in a day.", notNow.getMessage());
      }
    }
  }

  /**
   * @throws Refused when there is no address, it does not answer, or what it answers cannot be read
   */
  public LifecycleDesk.Loaded fetch(Actor actor) {
    URI address =
        settings
            .address()
            .orElseThrow(() ->
                new Refused(
                    Refused.Kind.NOT_NOW,
                    "No address is set to fetch lifecycle data from. Set EVENKEEL_LIFECYCLE_URL, or load a file."));
    return desk.load(body(address), address.toString(), Optional.empty(), actor);
  }

  private static byte[] body(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(ALL)
            .header("Accept", "application/json")
            .header("User-Agent", "Evenkeel")
            .build();
    try (HttpClient http =
        HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .proxy(ProxySelector.getDefault())
            .build()) {
      HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
      try (InputStream body = answer.body()) {
        if (answer.statusCode() != 200) {
          throw unreachable(address, "it answered %d".formatted(answer.statusCode()));
        }
        byte[] bytes = body.readNBytes((int) LifecycleReader.LONGEST + 1);
        if (bytes.length > LifecycleReader.LONGEST) {
          throw unreachable(
              address, "its answer is longer than %d MB".formatted(LifecycleReader.LONGEST >> 20));
        }
        return bytes;
      }
    } catch (IOException e) {
      throw unreachable(address, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(address, "the server is stopping");
    }
  }

  private static Refused unreachable(URI address, String why) {
    return new Refused(
        Refused.Kind.UNREACHABLE,
        "Lifecycle data could not be fetched from %s: %s. Nothing was changed."
            .formatted(address, why));
  }
}
