package dev.evenkeel.server.inventory.lifecycle;

import dev.evenkeel.estate.lifecycle.LifecycleReader;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Download;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.ShownAddress;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Fetches lifecycle data from where the settings say, once a day and when somebody asks. */
@Component
@EnableConfigurationProperties(LifecycleSettings.class)
public class LifecycleFetch {
  private static final Logger log = LoggerFactory.getLogger(LifecycleFetch.class);

  /** All of it, also when it comes in drops. */
  private static final Duration ALL = Duration.ofMinutes(2);

  private final LifecycleSettings settings;
  private final LifecycleDesk desk;
  private final Download download;

  @Autowired
  LifecycleFetch(LifecycleSettings settings, LifecycleDesk desk) {
    this(settings, desk, new Download(ALL, LifecycleReader.LONGEST));
  }

  LifecycleFetch(LifecycleSettings settings, LifecycleDesk desk, Download download) {
    this.settings = settings;
    this.desk = desk;
    this.download = download;
  }

  /** Where from, as everybody may see it; empty when nothing is to be fetched. */
  public Optional<String> address() {
    return settings.address().map(LifecycleFetch::shown);
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
    return desk.load(body(address), shown(address), Optional.empty(), actor);
  }

  private byte[] body(URI address) {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .timeout(download.patience())
            .header("Accept", "application/json")
            .header("User-Agent", "Evenkeel")
            .build();
    try {
      HttpResponse<byte[]> answer = download.get(request, BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw unreachable(address, "it answered %d".formatted(answer.statusCode()));
      }
      return answer.body();
    } catch (IOException e) {
      throw unreachable(address, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unreachable(address, "the server is stopping");
    }
  }

  private static String shown(URI address) {
    return ShownAddress.of(address.toString());
  }

  private static Refused unreachable(URI address, String why) {
    return new Refused(
        Refused.Kind.UNREACHABLE,
        "Lifecycle data could not be fetched from %s: %s. Nothing was changed."
            .formatted(shown(address), why));
  }
}
