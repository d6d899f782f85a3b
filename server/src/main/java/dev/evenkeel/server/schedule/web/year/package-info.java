/** A year at a glance, day by day. No clock, no database, no Spring. */
@NullMarked
package dev.evenkeel.server.schedule.web.year;

import org.jspecify.annotations.NullMarked;
