/**
 * What runs where, at which version, and what depends on it: the documents of the estate, their
 * history, imports, lifecycle dates and advisories. Owns the tables {@code inventory_*}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.evenkeel.server.inventory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
