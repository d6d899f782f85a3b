/** The pages of the schedule: the year, charts of timetables, two of them compared, conflicts. */
@NullMarked
package dev.evenkeel.server.schedule.web;

import org.jspecify.annotations.NullMarked;
