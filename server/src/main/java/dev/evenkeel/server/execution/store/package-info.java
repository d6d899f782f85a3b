/** The SQL of runs: one store an aggregate. */
@NullMarked
package dev.evenkeel.server.execution.store;

import org.jspecify.annotations.NullMarked;
