/** Tells approvers that their agreement is asked for, and who asked what was decided. */
@NullMarked
package dev.evenkeel.server.comms.agreed;

import org.jspecify.annotations.NullMarked;
