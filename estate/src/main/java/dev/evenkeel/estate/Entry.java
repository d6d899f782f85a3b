package dev.evenkeel.estate;

import java.util.Map;
import java.util.Optional;

/** What a document of the estate is about. Its name is unique among those of its kind. */
public sealed interface Entry
    permits EstateSystem,
        UserGroup,
        Team,
        Person,
        Workflow,
        Stakeholder,
        EstateCalendar,
        EstateFreeze,
        Holidays,
        Roster,
        Budget {

  String name();

  /** What people call it. */
  Optional<String> title();

  /** Its id in the systems it was imported from, by their name. */
  default Map<String, String> sources() {
    return Map.of();
  }

  default String shownAs() {
    return title().orElse(name());
  }
}
