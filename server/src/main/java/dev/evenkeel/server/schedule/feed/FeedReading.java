package dev.evenkeel.server.schedule.feed;

import dev.evenkeel.server.shared.Actor;
import dev.evenkeel.server.shared.Needs;
import dev.evenkeel.server.shared.Open;
import dev.evenkeel.server.shared.Refused;
import dev.evenkeel.server.shared.Right;
import dev.evenkeel.server.shared.Sha256;
import dev.evenkeel.server.shared.StandingRights;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Calendars of teams and systems as calendar programs read them. */
@RestController
class FeedReading {
  private static final MediaType CALENDAR =
      new MediaType("text", "calendar", StandardCharsets.UTF_8);

  private final FeedDesk desk;
  private final FeedText text;
  private final TaskFeedText tasks;
  private final StandingRights rights;
  private final Clock clock;

  FeedReading(
      FeedDesk desk, FeedText text, TaskFeedText tasks, StandingRights rights, Clock clock) {
    this.tasks = tasks;
    this.rights = rights;
    this.desk = desk;
    this.text = text;
    this.clock = clock;
  }

  /** By a secret address; one that was taken back is like one that never was. */
  @Open
  @Hidden
  @GetMapping("/calendars/{secret}/{kind:teams|systems}/{name}.ics")
  ResponseEntity<String> subscribed(
      @PathVariable String secret, @PathVariable String kind, @PathVariable String name) {
    Feed feed = desk.find(secret, kind, name).orElseThrow(FeedReading::none);
    return calendar(text.of(kind, name, feed.madeAt(), here()), name);
  }

  /** Of somebody's own tasks, as long as they may look at Evenkeel at all. */
  @Open
  @Hidden
  @GetMapping("/calendars/{secret}/people/{name}.ics")
  ResponseEntity<String> own(
      @PathVariable String secret,
      @PathVariable String name,
      @RequestParam(defaultValue = "events") String as) {
    Feed feed =
        desk.find(secret, Feed.PEOPLE, name)
            .filter(one ->
                rights.of(Actor.person(name), one.madeAt())
                        instanceof StandingRights.Standing.Holds(var held)
                    && held.maySomewhere(Right.VIEW))
            .orElseThrow(FeedReading::none);
    return calendar(tasks.of(name, as.equals("todos"), feed.madeAt(), here()), "tasks");
  }

  private static Refused none() {
    return new Refused(
        Refused.Kind.NOT_FOUND,
        "There is no calendar at this address. Ask for a new one where you got it.");
  }

  /** For who is signed in, or has a token. */
  @Needs(Right.VIEW)
  @GetMapping("/api/schedule/{kind:teams|systems}/{name}/calendar")
  ResponseEntity<String> export(@PathVariable String kind, @PathVariable String name) {
    Instant now = clock.instant();
    return calendar(text.of(kind, name, now, here()), name);
  }

  private static String here() {
    return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
  }

  private static ResponseEntity<String> calendar(String text, String name) {
    return ResponseEntity.ok()
        .contentType(CALENDAR)
        .eTag(Sha256.hexOf(text).substring(0, 32))
        .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePrivate())
        .header("Content-Disposition", "inline; filename=\"%s.ics\"".formatted(name))
        .header("Referrer-Policy", "no-referrer")
        .body(text);
  }
}
