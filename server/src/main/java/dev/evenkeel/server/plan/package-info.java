/**
 * What changes: upgrades, of which systems, from which version to which, when and why. Owns the
 * tables {@code plan_*}.
 */
@ApplicationModule(allowedDependencies = {"shared", "inventory", "inventory :: lifecycle", "tasks"})
@NullMarked
package dev.evenkeel.server.plan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
