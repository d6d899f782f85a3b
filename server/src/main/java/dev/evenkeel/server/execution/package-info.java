/** Carries out runbooks: waves, verdicts, the way back. Owns the tables {@code execution_*}. */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "health",
      "secrets",
      "inventory",
      "plan",
      "schedule",
      "schedule :: timetable",
      "approval",
      "approval :: binding",
      "tasks"
    })
@NullMarked
package dev.evenkeel.server.execution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
