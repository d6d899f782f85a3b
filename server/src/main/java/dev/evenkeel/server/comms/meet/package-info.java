/** Invites the team of an upgrade to its kick-off by e-mail, as calendar programs take it. */
@NullMarked
package dev.evenkeel.server.comms.meet;

import org.jspecify.annotations.NullMarked;
