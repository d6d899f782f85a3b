package dev.evenkeel.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Sums and differences of spans; what comes out is in order, and no two of it touch. */
public final class Spans {
  private Spans() {}

  /** As few spans as possible that are together the same time. */
  public static List<Span> merged(Collection<Span> spans) {
    List<Span> merged = new ArrayList<>();
    for (Span span : spans.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (merged.isEmpty() || merged.getLast().to().isBefore(span.from())) {
        merged.add(span);
      } else if (merged.getLast().to().isBefore(span.to())) {
        merged.set(merged.size() - 1, new Span(merged.getLast().from(), span.to()));
      }
    }
    return merged;
  }

  /** The time of the first that is not in the second. */
  public static List<Span> without(Collection<Span> spans, Collection<Span> taken) {
    List<Span> left = new ArrayList<>();
    List<Span> away = merged(taken);
    int first = 0;
    for (Span span : merged(spans)) {
      while (first < away.size() && !away.get(first).to().isAfter(span.from())) {
        first++;
      }
      Instant from = span.from();
      for (int i = first; i < away.size() && away.get(i).meets(span); i++) {
        if (from.isBefore(away.get(i).from())) {
          left.add(new Span(from, away.get(i).from()));
        }
        from = away.get(i).to();
      }
      if (from.isBefore(span.to())) {
        left.add(new Span(from, span.to()));
      }
    }
    return left;
  }

  /** What of them lies in a range, merged. */
  public static List<Span> within(Span range, Collection<Span> spans) {
    return merged(spans.stream().filter(range::meets).map(span -> span.within(range)).toList());
  }
}
