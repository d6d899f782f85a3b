/** Reminds people of their tasks: one quiet message a day, and one at once for what is urgent. */
@NullMarked
package dev.evenkeel.server.comms.remind;

import org.jspecify.annotations.NullMarked;
