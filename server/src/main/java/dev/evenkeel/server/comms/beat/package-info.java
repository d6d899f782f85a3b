/** A word every half hour while a run is under way, from a person or, when that is missed, not. */
@NullMarked
package dev.evenkeel.server.comms.beat;

import org.jspecify.annotations.NullMarked;
