/** iCalendar (RFC 5545): files of others are read, feeds for calendar programs are written. */
@NullMarked
package dev.evenkeel.calendar.ical;

import org.jspecify.annotations.NullMarked;
