/** Templates of processes: what their documents say, read and checked. No clock, no database. */
@NullMarked
package dev.evenkeel.server.tasks.template;

import org.jspecify.annotations.NullMarked;
