/**
 * Upgrades as documents in files, with what is planned of them: read, and put into the book of
 * upgrades, all or nothing.
 */
@NullMarked
package dev.evenkeel.server.schedule.timetable.file;

import org.jspecify.annotations.NullMarked;
