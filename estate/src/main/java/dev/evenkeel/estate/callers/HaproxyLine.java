package dev.evenkeel.estate.callers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HAProxy's HTTP log format ({@code option httplog}). Its dates are taken as UTC. */
final class HaproxyLine implements LogLine {
  private static final Pattern SHAPE =
      Pattern.compile(
          "(?:[^\\[]*\\[\\d+\\]: |.* )?([0-9A-Fa-f.:]{2,45}):(\\d{1,5}) \\[(\\d{2}/\\w{3}/\\d{4}:\\d{2}:\\d{2}:\\d{2}\\.\\d{1,6})\\] "
              + "(\\S+) ([^\\s/]+)/(\\S+) [\\d/+-]+ (?:\\d{3}|-1) \\+?\\d+ [^\"]*\"([^\"]*)\"?\\s*");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss", Locale.ENGLISH);

  @Override
  public String format() {
    return "a log of HAProxy in its HTTP format";
  }

  @Override
  public Optional<Call> read(String line) {
    Matcher parts = SHAPE.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    List<Mark> callee = new ArrayList<>();
    callee.add(new Mark(Mark.Kind.BACKEND, parts.group(5)));
    String server = parts.group(6);
    if (!server.startsWith("<")) {
      callee.add(new Mark(Mark.Kind.HOST, server.toLowerCase(Locale.ROOT)));
    }
    return at(parts.group(3))
        .map(when ->
            new Call(
                List.of(Party.ofAddress(parts.group(1))),
                List.copyOf(callee),
                when,
                Party.request(parts.group(7))));
  }

  private static Optional<Instant> at(String text) {
    try {
      return Optional.of(
          LocalDateTime.parse(text.replaceFirst("\\..*", ""), DATE).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
