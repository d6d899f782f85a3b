/**
 * From the estate, calendars and what is planned of upgrades to a problem for the optimiser. No
 * clock, no database.
 */
@NullMarked
package dev.evenkeel.server.schedule.timetable.problem;

import org.jspecify.annotations.NullMarked;
