/** Page shell, sign-in pages, how refusals look, health. Uses all, nothing uses it. */
@ApplicationModule(allowedDependencies = {"shared", "execution", "health", "identity", "secrets"})
@NullMarked
package dev.evenkeel.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
