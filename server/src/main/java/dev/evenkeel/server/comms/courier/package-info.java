/** How each kind of channel takes a message. */
@NullMarked
package dev.evenkeel.server.comms.courier;

import org.jspecify.annotations.NullMarked;
