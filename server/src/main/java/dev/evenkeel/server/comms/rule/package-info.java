/** Rules of people over what happens: event, condition, action. */
@NullMarked
package dev.evenkeel.server.comms.rule;

import org.jspecify.annotations.NullMarked;
