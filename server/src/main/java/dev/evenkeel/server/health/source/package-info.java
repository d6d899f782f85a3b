/** Where numbers come from: one class for every kind of source. */
@NullMarked
package dev.evenkeel.server.health.source;

import org.jspecify.annotations.NullMarked;
