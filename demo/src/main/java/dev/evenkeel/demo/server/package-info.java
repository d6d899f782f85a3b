/** Evenkeel itself, as the demo starts it and talks to it: as any other user of the archive. */
@NullMarked
package dev.evenkeel.demo.server;

import org.jspecify.annotations.NullMarked;
