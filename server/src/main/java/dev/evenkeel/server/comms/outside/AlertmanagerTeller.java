package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.comms.outside.Sign.State;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Silences of Alertmanager (API v2). A silence is known again by its comment, so that one of which
 * nobody knows whether it was made is not made twice. It never reaches further than the minutes of
 * its place, so that it ends by itself when Evenkeel is away.
 */
@Component
class AlertmanagerTeller implements Teller {
  /** Clocks differ a little, and times are rounded there. */
  private static final Duration SOME_SECONDS = Duration.ofSeconds(10);

  /** A silence as it stands there. */
  private record Silence(String id, boolean expired, Instant startsAt, Instant endsAt) {}

  @Override
  public PlaceKind kind() {
    return PlaceKind.ALERTMANAGER;
  }

  @Override
  public String greet(PlaceCall call) throws NotTold {
    var answer = call.ask("GET", "/api/v2/status", Optional.empty());
    String version = answer.body().path("versionInfo").path("version").asString("");
    if (answer.status() == 404 || version.isEmpty()) {
      throw new NotTold(
          "No Alertmanager with API v2 answers there. Name the address before /api, such as"
              + " http://alertmanager:9093.");
    }
    return "Alertmanager %s answers.".formatted(version);
  }

  @Override
  public Told open(PlaceCall call, PlaceTerms terms, Sign sign, Instant now) throws NotTold {
    if (sign.tries() > 0) {
      Optional<Silence> there = marked(call, sign).filter(silence -> !silence.expired());
      if (there.isPresent()) {
        return open(there.get().id(), there.get().endsAt());
      }
    }
    return put(call, terms, sign, Optional.empty(), now);
  }

  @Override
  public Told prolong(PlaceCall call, PlaceTerms terms, Sign sign, Instant now) throws NotTold {
    Optional<Silence> there = known(call, sign);
    boolean ended = there.map(Silence::expired).orElse(true);
    if (!ended) {
      return put(call, terms, sign, there, now);
    }
    boolean byItself =
        there.isEmpty()
            || sign.until()
                .map(until -> !there.get().endsAt().isBefore(until.minus(SOME_SECONDS)))
                .orElse(false);
    return byItself
        ? put(call, terms, sign, Optional.empty(), now)
        : new Told(
            State.GONE,
            sign.remote(),
            there.map(Silence::endsAt),
            "Somebody ended the silence in Alertmanager; it is not made again.");
  }

  @Override
  public Told close(PlaceCall call, PlaceTerms terms, Sign sign, Instant ended, String says)
      throws NotTold {
    Optional<Silence> there = known(call, sign);
    if (there.isPresent() && !there.get().expired()) {
      call.ask("DELETE", "/api/v2/silence/" + there.get().id(), Optional.empty());
    }
    return new Told(
        State.CLOSED,
        there.map(Silence::id).or(sign::remote),
        Optional.empty(),
        there.isPresent() ? "Ended: %s".formatted(says) : "It was never made. %s".formatted(says));
  }

  @Override
  public Told leave(PlaceCall call, PlaceTerms terms, Sign sign, Instant ended, String says)
      throws NotTold {
    Optional<Silence> there = known(call, sign).filter(silence -> !silence.expired());
    return new Told(
        State.LEFT,
        there.map(Silence::id).or(sign::remote),
        there.map(Silence::endsAt),
        there.isPresent()
            ? "Left to end by itself, because nothing proves that all is well. %s".formatted(says)
            : "It is not in force any more; nothing proves that all is well. %s".formatted(says));
  }

  private Told put(
      PlaceCall call, PlaceTerms terms, Sign sign, Optional<Silence> there, Instant now)
      throws NotTold {
    Instant until = now.plus(Duration.ofMinutes(terms.minutes())).truncatedTo(ChronoUnit.SECONDS);
    Map<String, Object> silence = new LinkedHashMap<>();
    there.ifPresent(one -> silence.put("id", one.id()));
    silence.put("matchers", matchers(terms, sign));
    // In the past, whatever its clock says; and the same as before, or it would make another one.
    silence.put("startsAt", there.map(Silence::startsAt).orElseGet(sign::began).toString());
    silence.put("endsAt", until.toString());
    silence.put("createdBy", "evenkeel");
    silence.put("comment", comment(sign));
    var answer = call.ask("POST", "/api/v2/silences", Optional.of(silence));
    String made = answer.body().path("silenceID").asString("");
    if (made.isEmpty()) {
      throw new NotTold("Its answer names no silence. Is it an Alertmanager with API v2?");
    }
    return open(made, until);
  }

  private static Told open(String id, Instant until) {
    return new Told(
        State.OPEN,
        Optional.of(id),
        Optional.of(until),
        "In force, and prolonged while the run goes on.");
  }

  private static List<Map<String, Object>> matchers(PlaceTerms terms, Sign sign) {
    return Matcher.of(terms.labels().isBlank() ? Matcher.USUAL : terms.labels()).stream()
        .map(one -> one.about(sign.systems()))
        .map(one ->
            Map.<String, Object>of(
                "name", one.name(),
                "value", one.value(),
                "isRegex", one.regex(),
                "isEqual", one.equal()))
        .toList();
  }

  private static String comment(Sign sign) {
    return "%s (%s)".formatted(sign.runTitle(), sign.mark());
  }

  /** By its id where that is known, else by what was written into it. */
  private static Optional<Silence> known(PlaceCall call, Sign sign) throws NotTold {
    if (sign.remote().isEmpty()) {
      return marked(call, sign);
    }
    var answer = call.ask("GET", "/api/v2/silence/" + sign.remote().get(), Optional.empty());
    return answer.status() == 404 ? Optional.empty() : read(answer.body());
  }

  /** One that is in force before one that is over. */
  private static Optional<Silence> marked(PlaceCall call, Sign sign) throws NotTold {
    JsonNode all = call.ask("GET", "/api/v2/silences", Optional.empty()).body();
    if (!all.isArray()) {
      throw new NotTold("Its answer is no list of silences. Is it an Alertmanager with API v2?");
    }
    Optional<Silence> found = Optional.empty();
    for (JsonNode one : all) {
      if (one.path("comment").asString("").endsWith("(%s)".formatted(sign.mark()))) {
        Optional<Silence> silence = read(one);
        if (silence.filter(it -> !it.expired()).isPresent()) {
          return silence;
        }
        found = found.or(() -> silence);
      }
    }
    return found;
  }

  private static Optional<Silence> read(JsonNode one) throws NotTold {
    try {
      return Optional.of(
          new Silence(
              one.path("id").asString(""),
              one.path("status").path("state").asString("").equals("expired"),
              OffsetDateTime.parse(one.path("startsAt").asString("")).toInstant(),
              OffsetDateTime.parse(one.path("endsAt").asString("")).toInstant()));
    } catch (DateTimeParseException none) {
      throw new NotTold("A silence there says no times that can be read.");
    }
  }
}
