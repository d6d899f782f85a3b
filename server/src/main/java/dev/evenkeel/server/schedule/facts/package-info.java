/** What the schedule knows for certain, for tasks that ask for it. */
@NullMarked
package dev.evenkeel.server.schedule.facts;

import org.jspecify.annotations.NullMarked;
