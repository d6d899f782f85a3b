/**
 * Which upgrade happens when: what is planned of each, timetables made of that, and the one that
 * was agreed on.
 */
@NamedInterface("timetable")
@NullMarked
package dev.evenkeel.server.schedule.timetable;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
