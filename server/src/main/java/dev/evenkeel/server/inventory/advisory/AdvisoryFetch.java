package dev.evenkeel.server.inventory.advisory;

import dev.evenkeel.server.inventory.advisory.Fetched.Outcome;
import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Download;
import dev.evenkeel.server.shared.PassingFiles;
import dev.evenkeel.server.shared.PassingFiles.PassingFile;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.ShownAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches files of advisories from where the settings say, once a day and when somebody asks. A
 * source is told what was fetched before, so that it need not send the same again; a server that
 * was started anew asks for all once, and what is known already changes nothing.
 */
@Component
@EnableConfigurationProperties(AdvisorySettings.class)
public class AdvisoryFetch {
  private static final Logger log = LoggerFactory.getLogger(AdvisoryFetch.class);

  /** All of it, also when it comes in drops. */
  private static final Duration ALL = Duration.ofMinutes(10);

  /** As long as a file may be that a person sends. */
  private static final long LONGEST = 256L << 20;

  /** What the source called the version it sent. */
  private record Version(Optional<String> etag, Optional<String> modified) {}

  private final AdvisorySettings settings;
  private final AdvisoryDesk desk;
  private final PassingFiles passing;
  private final Clock clock;
  private final Download download;
  private final Map<URI, Version> versions = new ConcurrentHashMap<>();
  private final Map<URI, Fetched> last = new ConcurrentHashMap<>();
  private final ReentrantLock fetching = new ReentrantLock();

  @Autowired
  AdvisoryFetch(AdvisorySettings settings, AdvisoryDesk desk, PassingFiles passing, Clock clock) {
    this(settings, desk, passing, clock, new Download(ALL, LONGEST));
  }

  AdvisoryFetch(
      AdvisorySettings settings,
      AdvisoryDesk desk,
      PassingFiles passing,
      Clock clock,
      Download download) {
    this.settings = settings;
    this.desk = desk;
    this.passing = passing;
    this.clock = clock;
    this.download = download;
  }

  /** Every address with how it went the last time. */
  public List<Fetched> sources() {
    return settings.addresses().stream()
        .map(address ->
            last.getOrDefault(
                address,
                new Fetched(
                    shown(address),
                    Outcome.NEVER,
                    Optional.empty(),
                    "not fetched since the server started",
                    Optional.empty())))
        .toList();
  }

  @Scheduled(initialDelayString = "PT3M", fixedDelayString = "P1D")
  void regularly() {
    if (!settings.addresses().isEmpty()) {
      fetch(Actor.EVENKEEL).stream()
          .filter(one -> one.outcome() == Outcome.FAILED)
          .forEach(one -> log.warn("{} It is tried again in a day.", one.says()));
    }
  }

  /**
   * Asks every address; one that fails does not keep the others from being taken.
   *
   * @throws Refused when no address is set, or somebody is at it already
   */
  public List<Fetched> fetch(Actor actor) {
    if (settings.addresses().isEmpty()) {
      throw new Refused(
          Refused.Kind.NOT_NOW,
          "No address is set to fetch advisories from. Set EVENKEEL_ADVISORY_URLS, or take a file.");
    }
    if (!fetching.tryLock()) {
      throw new Refused(
          Refused.Kind.NOT_NOW, "Advisories are being fetched already. Look again in a minute.");
    }
    try {
      settings.addresses().forEach(address -> last.put(address, one(address, actor)));
    } finally {
      fetching.unlock();
    }
    return sources();
  }

  private Fetched one(URI address, Actor actor) {
    Instant now = clock.instant();
    try (PassingFile kept = passing.make("fetched")) {
      HttpResponse<Path> answer = ask(address, kept.place());
      if (answer.statusCode() == 304) {
        return new Fetched(
            shown(address),
            Outcome.UNCHANGED,
            Optional.of(now),
            "the same as before",
            Optional.empty());
      }
      if (answer.statusCode() != 200) {
        return failed(address, now, "it answered %d".formatted(answer.statusCode()));
      }
      AdvisoryImport taken = desk.take(shown(address), kept.place(), false, actor);
      versions.put(
          address,
          new Version(
              answer.headers().firstValue("ETag"), answer.headers().firstValue("Last-Modified")));
      return new Fetched(
          shown(address),
          Outcome.TAKEN,
          Optional.of(now),
          "%,d new, %,d changed, %,d known already"
              .formatted(taken.added(), taken.changed(), taken.unchanged()),
          Optional.of(taken));
    } catch (Refused unfit) {
      return failed(address, now, String.valueOf(unfit.getMessage()));
    } catch (IOException e) {
      return failed(address, now, e.getMessage() == null ? e.toString() : e.getMessage());
    } catch (UncheckedIOException | DataAccessException e) {
      log.warn("Advisories from {} could not be taken.", shown(address), e);
      return failed(
          address,
          now,
          e instanceof UncheckedIOException
              ? "its file could not be read or written: " + e.getMessage()
              : "the database did not take it; the log of the server says why");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return failed(address, now, "the server is stopping");
    }
  }

  private HttpResponse<Path> ask(URI address, Path to) throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(download.patience())
            .header("Accept", "application/json, application/zip, */*;q=0.5")
            .header("User-Agent", "Evenkeel");
    Optional.ofNullable(versions.get(address))
        .ifPresent(version -> {
          version.etag().ifPresent(etag -> request.header("If-None-Match", etag));
          version.modified().ifPresent(date -> request.header("If-Modified-Since", date));
        });
    return download.get(request.build(), BodyHandlers.ofFile(to));
  }

  private static String shown(URI address) {
    return ShownAddress.of(address.toString());
  }

  private static Fetched failed(URI address, Instant now, String why) {
    return new Fetched(
        shown(address),
        Outcome.FAILED,
        Optional.of(now),
        "Advisories could not be fetched from %s: %s. Nothing of it was changed."
            .formatted(shown(address), why.replaceFirst("\\.( Nothing was changed\\.)?$", "")),
        Optional.empty());
  }
}
