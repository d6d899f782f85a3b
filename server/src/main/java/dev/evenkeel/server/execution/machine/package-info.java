/** What a run does next: pure decisions. No clock, no database, no framework. */
@NullMarked
package dev.evenkeel.server.execution.machine;

import org.jspecify.annotations.NullMarked;
