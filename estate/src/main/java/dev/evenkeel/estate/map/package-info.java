/** The estate as a map: who needs whom, how critical each is and why, who is hit by an upgrade. */
@NullMarked
package dev.evenkeel.estate.map;

import org.jspecify.annotations.NullMarked;
