/** What is planned, held against what is true now. No clock, no database, no Spring. */
@NullMarked
package dev.evenkeel.server.schedule.web.conflict;

import org.jspecify.annotations.NullMarked;
