/**
 * Is it well: reads metric sources, keeps the readings, judges watch rules. Owns the tables {@code
 * health_*}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.evenkeel.server.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
