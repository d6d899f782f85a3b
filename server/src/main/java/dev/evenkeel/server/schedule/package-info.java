/**
 * When it hurts least: windows, freezes and holidays, what is open when, and the timetable of all
 * upgrades. Owns the tables {@code schedule_*}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "inventory",
      "inventory :: lifecycle",
      "plan",
      "tasks",
      "risk",
      "risk :: reckon"
    })
@NullMarked
package dev.evenkeel.server.schedule;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
