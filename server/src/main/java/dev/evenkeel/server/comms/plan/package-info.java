/** Which messages an upgrade has before, during and after it, and when each of them is due. */
@NullMarked
package dev.evenkeel.server.comms.plan;

import org.jspecify.annotations.NullMarked;
