/** The rows of the trail. */
@NullMarked
package dev.evenkeel.server.audit.store;

import org.jspecify.annotations.NullMarked;
