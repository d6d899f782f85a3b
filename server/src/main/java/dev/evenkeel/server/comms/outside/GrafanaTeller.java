package dev.evenkeel.server.comms.outside;

import dev.evenkeel.server.comms.outside.Sign.State;
import dev.evenkeel.server.comms.plan.PublicSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Annotations of Grafana. One is known again by a tag with the run, so that one of which nobody
 * knows whether it was made is not made twice.
 */
@Component
class GrafanaTeller implements Teller {
  private static final String ANNOTATIONS = "/api/annotations";

  private final PublicSettings address;

  GrafanaTeller(PublicSettings address) {
    this.address = address;
  }

  @Override
  public PlaceKind kind() {
    return PlaceKind.GRAFANA;
  }

  @Override
  public String greet(PlaceCall call) throws NotTold {
    var answer = call.ask("GET", ANNOTATIONS + "?limit=1", Optional.empty());
    if (!answer.body().isArray()) {
      throw new NotTold(
          "No Grafana with annotations answers there. Name the address before /api, such as"
              + " https://grafana.example.org.");
    }
    return "Grafana answers, and lets Evenkeel read its annotations.";
  }

  @Override
  public Told open(PlaceCall call, PlaceTerms terms, Sign sign, Instant now) throws NotTold {
    if (sign.tries() > 0) {
      Optional<String> there = marked(call, sign);
      if (there.isPresent()) {
        return open(there.get());
      }
    }
    Map<String, Object> annotation = new LinkedHashMap<>();
    annotation.put("time", sign.began().toEpochMilli());
    annotation.put("tags", tags(terms, sign));
    annotation.put("text", text(sign, "under way"));
    var answer = call.ask("POST", ANNOTATIONS, Optional.of(annotation));
    String id = answer.body().path("id").asString("");
    if (!id.matches("\\d{1,18}")) {
      throw new NotTold("Its answer names no annotation. Is it a Grafana?");
    }
    return open(id);
  }

  private static Told open(String id) {
    return new Told(State.OPEN, Optional.of(id), Optional.empty(), "Open while the run goes on.");
  }

  /** It holds until it is closed. */
  @Override
  public Told prolong(PlaceCall call, PlaceTerms terms, Sign sign, Instant now) {
    return new Told(State.OPEN, sign.remote(), Optional.empty(), sign.says());
  }

  @Override
  public Told close(PlaceCall call, PlaceTerms terms, Sign sign, Instant ended, String says)
      throws NotTold {
    Map<String, Object> change = new LinkedHashMap<>();
    change.put("timeEnd", ended.toEpochMilli());
    change.put("text", text(sign, "done. " + says));
    return patched(call, sign, change, State.CLOSED, "Closed: %s".formatted(says));
  }

  /** Without an end, so that nobody takes what came after it for well. */
  @Override
  public Told leave(PlaceCall call, PlaceTerms terms, Sign sign, Instant ended, String says)
      throws NotTold {
    Map<String, Object> change = new LinkedHashMap<>();
    List<String> tags = new ArrayList<>(tags(terms, sign));
    tags.add("not-proven");
    change.put("tags", tags);
    change.put("text", text(sign, "over, nothing proves that all is well. " + says));
    return patched(
        call,
        sign,
        change,
        State.LEFT,
        "Left open, because nothing proves that all is well. %s".formatted(says));
  }

  private static Told patched(
      PlaceCall call, Sign sign, Map<String, Object> change, State state, String says)
      throws NotTold {
    Optional<String> there = sign.remote().isPresent() ? sign.remote() : marked(call, sign);
    if (there.isEmpty()) {
      return new Told(state, there, Optional.empty(), "It was never made. " + says);
    }
    var answer = call.ask("PATCH", ANNOTATIONS + "/" + there.get(), Optional.of(change));
    return answer.status() == 404
        ? new Told(
            State.GONE, there, Optional.empty(), "Somebody took the annotation away in Grafana.")
        : new Told(state, there, Optional.empty(), says);
  }

  private static List<String> tags(PlaceTerms terms, Sign sign) {
    List<String> tags = new ArrayList<>(List.of("evenkeel", sign.mark()));
    sign.systems().stream().sorted().forEach(tags::add);
    terms.labels().lines().map(String::strip).filter(tag -> !tag.isEmpty()).forEach(tags::add);
    return tags;
  }

  private String text(Sign sign, String says) {
    return "%s: %s%s"
        .formatted(
            sign.runTitle(), says, address.of("/runs/" + sign.run()).map(" "::concat).orElse(""));
  }

  private static Optional<String> marked(PlaceCall call, Sign sign) throws NotTold {
    JsonNode all =
        call.ask(
                "GET",
                "%s?limit=10&tags=%s"
                    .formatted(ANNOTATIONS, URLEncoder.encode(sign.mark(), StandardCharsets.UTF_8)),
                Optional.empty())
            .body();
    if (!all.isArray()) {
      throw new NotTold("Its answer is no list of annotations. Is it a Grafana?");
    }
    for (JsonNode one : all) {
      String id = one.path("id").asString("");
      if (!id.isEmpty() && one.path("tags").toString().contains('"' + sign.mark() + '"')) {
        return Optional.of(id);
      }
    }
    return Optional.empty();
  }
}
