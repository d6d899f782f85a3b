/** Who may do what: people, tokens, the first sign-in. Owns the tables {@code identity_*}. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.evenkeel.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
