/**
 * With whom an upgrade is done: who has a stake in it, who does what in its team, who promised to
 * be there, who is called when, and who decides on going back. Keeps its sheets in {@link
 * dev.evenkeel.server.risk.SheetBook}; owns the tables {@code people_*}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "inventory",
      "tasks",
      "plan",
      "risk",
      "schedule",
      "schedule :: timetable"
    })
@NullMarked
package dev.evenkeel.server.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
