package dev.evenkeel.server.comms.outside;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Optional;

/** A place as it is shown. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record PlaceView(
    String name,
    String kind,
    String title,
    String address,
    Optional<String> username,
    Optional<String> secret,
    String labels,
    int minutes,
    long version,
    Instant changedAt,
    String changedBy) {

  static PlaceView of(Place place) {
    PlaceTerms terms = place.terms();
    return new PlaceView(
        terms.name(),
        terms.kind().word(),
        terms.kind().title(),
        terms.address(),
        terms.username(),
        terms.secret(),
        terms.labels(),
        terms.minutes(),
        place.version(),
        place.changedAt(),
        place.changedBy());
  }

  /** What it is told of: matchers, or tags. */
  public String about() {
    boolean silences = kind.equals(PlaceKind.ALERTMANAGER.word());
    return labels.isBlank()
        ? silences ? Matcher.USUAL : "evenkeel, the run, its systems"
        : String.join(", ", labels.lines().map(String::strip).toList());
  }
}
