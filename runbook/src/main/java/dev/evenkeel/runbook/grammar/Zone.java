package dev.evenkeel.runbook.grammar;

import dev.evenkeel.runbook.Rule;
import dev.evenkeel.runbook.Value;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A time zone by its name in the IANA database. */
record Zone() implements Grammar {
  private static final List<String> KNOWN = ZoneId.getAvailableZoneIds().stream().sorted().toList();

  @Override
  public String describe() {
    return "a time zone such as Europe/Berlin or UTC";
  }

  @Override
  public String example() {
    return "UTC";
  }

  @Override
  public Rule rule() {
    return Rule.UNKNOWN_WORD;
  }

  @Override
  public Optional<?> read(Value.Scalar scalar) {
    return ZoneId.getAvailableZoneIds().contains(scalar.text())
        ? Optional.of(ZoneId.of(scalar.text()))
        : Optional.empty();
  }

  @Override
  public Map<String, Object> schema() {
    return Map.of("type", "string");
  }

  @Override
  public Optional<String> guess(String text) {
    return DidYouMean.of(text, KNOWN);
  }
}
