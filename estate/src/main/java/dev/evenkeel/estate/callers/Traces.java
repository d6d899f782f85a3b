package dev.evenkeel.estate.callers;

import dev.evenkeel.estate.advisory.Part;
import dev.evenkeel.estate.callers.Mark.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Calls between services in traces of OpenTelemetry.
 *
 * <ol>
 *   <li>A span whose parent belongs to another service is a call of that service.
 *   <li>A span that calls, and has no such child, is a call of what it says it calls.
 * </ol>
 */
final class Traces {
  static final int MOST_SPANS = 1_000_000;

  private record Span(
      String service, String parent, boolean calls, Optional<Mark> peer, Instant at, String name) {}

  private final Map<String, Span> spans = new HashMap<>();
  private long rejected;

  static boolean looksLike(Part record) {
    return record.get("resourceSpans").exists();
  }

  /**
   * @return false when there is no room for more
   */
  boolean add(Part record) {
    for (Part resource : record.items("resourceSpans").toList()) {
      String service =
          attribute(resource.get("resource"), "service.name").orElse("unknown_service");
      List<Part> all =
          Stream.concat(resource.items("scopeSpans"), resource.items("instrumentationLibrarySpans"))
              .flatMap(scope -> scope.items("spans"))
              .toList();
      for (Part span : all) {
        if (spans.size() >= MOST_SPANS) {
          return false;
        }
        add(service, span);
      }
    }
    return true;
  }

  private void add(String service, Part span) {
    Optional<String> trace = span.text("traceId");
    Optional<String> id = span.text("spanId");
    Optional<Instant> at = span.text("startTimeUnixNano").flatMap(Traces::at);
    if (trace.isEmpty() || id.isEmpty() || at.isEmpty()) {
      rejected++;
      return;
    }
    String kind = span.text("kind").orElse("");
    spans.put(
        trace.get() + "/" + id.get(),
        new Span(
            service,
            span.text("parentSpanId").map(parent -> trace.get() + "/" + parent).orElse(""),
            kind.equals("3") || kind.equals("SPAN_KIND_CLIENT"),
            peer(span),
            at.get(),
            span.text("name").orElse("")));
  }

  private static Optional<Instant> at(String nanos) {
    try {
      long number = Long.parseLong(nanos);
      return Optional.of(Instant.ofEpochSecond(0, number));
    } catch (NumberFormatException _) {
      return Optional.empty();
    }
  }

  private static Optional<Mark> peer(Part span) {
    return attribute(span, "peer.service")
        .map(name -> new Mark(Kind.SERVICE, name))
        .or(() ->
            Stream.of("server.address", "net.peer.name", "network.peer.address")
                .flatMap(key -> attribute(span, key).stream())
                .findFirst()
                .map(Party::ofAddress));
  }

  private static Optional<String> attribute(Part holder, String key) {
    return holder
        .items("attributes")
        .filter(attribute -> attribute.text("key").equals(Optional.of(key)))
        .flatMap(attribute -> attribute.at("value", "stringValue").text().stream())
        .findFirst();
  }

  void into(Tally tally) {
    Set<String> answered = new HashSet<>();
    for (Span span : spans.values()) {
      Span parent = spans.get(span.parent());
      if (parent != null && !parent.service().equals(span.service())) {
        answered.add(span.parent());
        tally.add(service(parent), service(span), span.at(), span.name());
      }
    }
    spans.forEach((id, span) -> {
      if (span.calls() && !answered.contains(id)) {
        span.peer()
            .filter(peer -> !peer.value().toLowerCase(Locale.ROOT).equals("localhost"))
            .ifPresent(peer -> tally.add(service(span), List.of(peer), span.at(), span.name()));
      }
    });
  }

  private static List<Mark> service(Span span) {
    return new ArrayList<>(List.of(new Mark(Kind.SERVICE, span.service())));
  }

  int size() {
    return spans.size();
  }

  long rejected() {
    return rejected;
  }
}
