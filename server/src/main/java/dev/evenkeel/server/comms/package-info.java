/**
 * Who is told what, when: channels, and the outbox everything leaves through. Owns the tables
 * {@code comms_*}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "audit",
      "secrets",
      "inventory",
      "tasks",
      "plan",
      "schedule",
      "schedule :: timetable",
      "approval",
      "approval :: binding",
      "execution",
      "people"
    })
@NullMarked
package dev.evenkeel.server.comms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
