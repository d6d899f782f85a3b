/** Pages and HTTP of timetables. */
@NullMarked
package dev.evenkeel.server.schedule.timetable.web;

import org.jspecify.annotations.NullMarked;
