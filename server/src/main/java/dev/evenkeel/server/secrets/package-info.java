/** Secrets by name, encrypted at rest. Owns the table {@code secret}. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.evenkeel.server.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
