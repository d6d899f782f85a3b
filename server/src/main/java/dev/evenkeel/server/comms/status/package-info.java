/** What everybody may know of upgrades, signed in or not. */
@NullMarked
package dev.evenkeel.server.comms.status;

import org.jspecify.annotations.NullMarked;
