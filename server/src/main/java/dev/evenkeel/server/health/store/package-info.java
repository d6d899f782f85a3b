/** The tables {@code health_*}. */
@NullMarked
package dev.evenkeel.server.health.store;

import org.jspecify.annotations.NullMarked;
