/** How timetables are drawn: rows, bars and stripes. No clock, no database, no Spring. */
@NullMarked
package dev.evenkeel.server.schedule.web.chart;

import org.jspecify.annotations.NullMarked;
