/** Calendar files: feeds others subscribe to, and files of others that become documents. */
@NullMarked
package dev.evenkeel.server.schedule.feed;

import org.jspecify.annotations.NullMarked;
