/** SQL of timetables and of what they are made from. */
@NullMarked
package dev.evenkeel.server.schedule.timetable.store;

import org.jspecify.annotations.NullMarked;
