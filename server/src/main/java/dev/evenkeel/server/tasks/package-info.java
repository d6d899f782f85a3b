/**
 * Which person does what by when, and the evidence it is done: templates, tasks and their
 * deadlines. Knows upgrades only by their number; who knows more of them says it through {@link
 * dev.evenkeel.server.tasks.Undertakings} and {@link dev.evenkeel.server.tasks.Proofs}. Owns the
 * tables {@code tasks_*}.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package dev.evenkeel.server.tasks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
