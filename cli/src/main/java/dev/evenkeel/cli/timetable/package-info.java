/** {@code evenkeel timetable}: timetables are made and checked from files, without a server. */
@NullMarked
package dev.evenkeel.cli.timetable;

import org.jspecify.annotations.NullMarked;
