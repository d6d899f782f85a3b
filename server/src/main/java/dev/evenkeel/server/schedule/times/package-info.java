/** What is ahead of windows and freezes, and free slots: pages, and over HTTP. */
@NullMarked
package dev.evenkeel.server.schedule.times;

import org.jspecify.annotations.NullMarked;
