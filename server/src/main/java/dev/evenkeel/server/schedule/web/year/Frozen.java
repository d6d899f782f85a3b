package dev.evenkeel.server.schedule.web.year;

import dev.evenkeel.calendar.Span;
import dev.evenkeel.estate.EstateFreeze;
import java.util.List;

/**
 * A freeze over the systems that are looked at.
 *
 * @param covers in words
 * @param systems how many of those that are looked at it covers
 * @param spans when, in order
 */
public record Frozen(
    EstateFreeze freeze, String covers, int systems, boolean isAll, List<Span> spans) {
  public Frozen {
    spans = List.copyOf(spans);
  }

  public String title() {
    return freeze.title().orElse(freeze.name());
  }

  /** When it holds that meets a time. */
  public List<Span> during(Span day) {
    return spans.stream().filter(day::meets).toList();
  }
}
