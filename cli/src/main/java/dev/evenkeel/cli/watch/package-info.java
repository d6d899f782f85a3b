/** Watching a run in the terminal: followed as it goes, shown as a screen, as lines or as JSON. */
@NullMarked
package dev.evenkeel.cli.watch;

import org.jspecify.annotations.NullMarked;
