package dev.evenkeel.calendar;

import java.util.ArrayList;
import java.util.List;

/** When systems may be worked on. Outside of its windows they may not. */
public record MaintenanceCalendar(String name, List<Window> windows) {
  public MaintenanceCalendar {
    windows = List.copyOf(windows);
  }

  /**
   * What of a range is inside a window: in order, and merged where windows touch.
   *
   * @throws CalendarUnfit if windows open more often than can be listed
   */
  public List<Span> open(Span range) {
    List<Span> open = new ArrayList<>();
    for (Window window : windows) {
      open.addAll(window.when().expand(where(window), range).spans());
    }
    return Spans.within(range, open);
  }

  /** What a person should know of its windows in a range; only warnings. */
  public List<Finding> findings(Span range) {
    if (windows.isEmpty()) {
      return List.of(
          Finding.warning("calendar " + name, "It has no window, so it is never open. Add one."));
    }
    return windows.stream()
        .flatMap(window -> window.when().expand(where(window), range).findings().stream())
        .toList();
  }

  private String where(Window window) {
    return "calendar %s, window %s".formatted(name, window.name());
  }
}
