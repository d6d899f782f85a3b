/** What runs must know of upgrades, out of their book. */
@NullMarked
package dev.evenkeel.server.execution.upgrades;

import org.jspecify.annotations.NullMarked;
