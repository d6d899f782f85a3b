/**
 * How long what piles up is kept, what is held for a court or an auditor, and in which regions data
 * may be. Owns the tables {@code retention_*}. The audit trail is none of it: it is never cut.
 */
@ApplicationModule(allowedDependencies = {"shared", "inventory", "plan", "risk", "risk :: reckon"})
@NullMarked
package dev.evenkeel.server.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
