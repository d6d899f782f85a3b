/**
 * Carries out what the machine decided: effects become tasks, workers do them, results come back as
 * signals.
 */
@NullMarked
package dev.evenkeel.server.execution.engine;

import org.jspecify.annotations.NullMarked;
