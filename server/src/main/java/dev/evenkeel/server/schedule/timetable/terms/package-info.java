/**
 * What is planned of an upgrade: what people say, and what is proposed where they say nothing. No
 * clock, no database.
 */
@NullMarked
package dev.evenkeel.server.schedule.timetable.terms;

import org.jspecify.annotations.NullMarked;
