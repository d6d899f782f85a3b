/**
 * Who may do what: people, tokens, the first sign-in, second factors. Owns the tables {@code
 * identity_*}.
 */
@ApplicationModule(allowedDependencies = {"shared", "secrets"})
@NullMarked
package dev.evenkeel.server.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
