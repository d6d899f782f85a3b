/** What is planned of an upgrade as a form: what stands in its fields, and what empty ones mean. */
@NullMarked
package dev.evenkeel.server.schedule.timetable.form;

import org.jspecify.annotations.NullMarked;
