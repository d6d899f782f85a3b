package dev.evenkeel.estate.callers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The common and the combined format of access logs, as Apache and nginx write them, also with the
 * virtual host in front.
 */
final class AccessLine implements LogLine {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:([^\\s\"\\[]+) )??([^\\s\"\\[]+) [^\\s\"\\[]+ ([^\\s\"\\[]+) \\[([^\\]]{20,40})\\] "
              + "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\" (\\d{3}|-) (\\d+|-)"
              + "(?: \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\" \"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\")?.*");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);

  @Override
  public String format() {
    return "an access log in the common or combined format";
  }

  @Override
  public Optional<Call> read(String line) {
    Matcher parts = SHAPE.matcher(line);
    if (!parts.matches() || parts.group(2).equals("-")) {
      return Optional.empty();
    }
    Optional<Instant> at = at(parts.group(4));
    List<Mark> caller = new ArrayList<>();
    caller.add(Party.ofAddress(parts.group(2)));
    Optional.ofNullable(parts.group(9)).flatMap(Party::ofAgent).ifPresent(caller::add);
    List<Mark> callee =
        Optional.ofNullable(parts.group(1))
            .map(host -> host.replaceFirst(":\\d+$", ""))
            .map(host -> List.of(new Mark(Mark.Kind.HOST, host.toLowerCase(Locale.ROOT))))
            .orElse(List.of());
    return at.map(
        when -> new Call(List.copyOf(caller), callee, when, Party.request(parts.group(5))));
  }

  private static Optional<Instant> at(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text, DATE).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
