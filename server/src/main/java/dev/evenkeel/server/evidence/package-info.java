/**
 * The evidence of one upgrade, signed, to be taken away and verified elsewhere. Owns the table
 * {@code evidence_key}.
 */
@ApplicationModule(allowedDependencies = {"shared", "audit", "plan", "secrets"})
@NullMarked
package dev.evenkeel.server.evidence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
